import Charts
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (0.625, 2, "0.63"), (2, 1, "2.0"), (-0.04, 1, "0.0"), (-0.0, 3, "0.000"), (-2.25, 1, "-2.3"),
    (1234.5, 0, "1235"), (0.1 + 0.2, 2, "0.30"), (99.95, 1, "100.0"), (7, -3, "7"),
    (.nan, 2, "undefined"), (.infinity, 2, "infinity"), (-.infinity, 2, "-infinity"),
    (1e300, 2, "1e300"),
  ])
  func `a number has the decimals that were asked for`(x: Double, decimals: Int, text: String) {
    #expect(formatted(x, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0, "0"), (210, "210"), (23.66, "23.7"), (2.1, "2.1"), (3.0, "3"), (0.62, "0.62"),
    (0.0312, "0.0312"), (0.00001, "1e-5"), (40_000, "40 000"), (1234, "1234"),
    (-1_234_567, "-1 234 567"), (1.23e12, "1.2e12"), (9.999, "10"), (99.99, "100"),
    (0.99999, "1"), (-0.5, "-0.5"), (.nan, "undefined"), (.leastNonzeroMagnitude, "4.9e-324"),
    (.greatestFiniteMagnitude, "1.8e308"),
  ])
  func `a short number has the digits that tell something`(x: Double, text: String) {
    #expect(shortFormatted(x) == text)
  }

  @Test func `a share is a percentage with a space`() {
    #expect(percentFormatted(0.9991) == "99.9 %")
    #expect(percentFormatted(0) == "0.0 %")
    #expect(percentFormatted(0.5, decimals: 0) == "50 %")
  }

  @Test func `counts have a space between thousands from five digits on`() {
    #expect(formatted(400) == "400")
    #expect(formatted(4000) == "4000")
    #expect(formatted(100_000) == "100 000")
  }

  @Test func `groups are named by letters and go on after Z`() {
    #expect(
      [0, 1, 25, 26, 27, 52, 701, 702].map { groupName($0) } == [
        "A", "B", "Z", "AA", "AB", "BA", "ZZ", "AAA",
      ])
    #expect(groupName(-1) == "noise")
  }
}
