import Charts
import Testing

@Test func `groups are named by letters and go on after Z`() {
  #expect(
    [0, 1, 25, 26, 27, 52, 701, 702].map { groupName($0) } == [
      "A", "B", "Z", "AA", "AB", "BA", "ZZ", "AAA",
    ])
  #expect(groupName(-1) == "noise")
}
