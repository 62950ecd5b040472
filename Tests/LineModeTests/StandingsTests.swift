import LineMode
import Screen
import Testing
import Tutoring

private let map = Scene(
  title: "Course map", place: "you are at topic 1 of 2 in Clustering",
  main: [
    .standings(
      header: ["Clustering", "read", "drilled", "recalled", "explained", "shown"],
      [
        StandingRow(text: "You left off at: Groups", note: "lesson, page 2 of 9", name: "0"),
        StandingRow(
          text: "1  Groups", mark: "!",
          cells: [
            .parts(done: 3, of: 9), .parts(done: 1, of: 4), .share(0.62), .nothing, .bar(0.29),
          ], name: "1"),
        StandingRow(text: "2  Near", mark: "·", note: "needs 1", name: "2"),
      ], cursor: 0), .gap,
    .standings(
      header: ["Regression", "read"],
      [StandingRow(text: "7  Lines", mark: "·", cells: [.notBegun], name: "7")], cursor: nil),
  ],
  actions: [enter, down] + always)

@Test func `how far one is is told in words, and each list under its name`() {
  var face = LineMode()
  let text = (face.tell(map) + face.prompt(for: map)).joined(separator: "\n")
  #expect(
    text == """

      Course map: you are at topic 1 of 2 in Clustering.
        0  You left off at: Groups (lesson, page 2 of 9)
      Clustering:
        1  ! Groups: read 3 of 9, drilled 1 of 4, recalled 62 %, shown 29 %
        2  · Near (needs 1)

      Regression:
        7  · Lines: read not begun

      Your choice (0, 1, 2, 7, an empty line for 0, ? for help):
      """)
}

@Test func `a topic is opened by its number, whichever list it stands in`() {
  var face = LineMode()
  #expect(face.read("0", in: map) == .success([.pick(0)]))
  #expect(face.read("2", in: map) == .success([.pick(2)]))
  #expect(face.read("7", in: map) == .success([.pick(3)]))
  #expect(
    face.read("3", in: map)
      == .failure(.noSuch("0, 1, 2, 7")))
}
