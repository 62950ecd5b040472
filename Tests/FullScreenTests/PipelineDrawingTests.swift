// The drawn pipeline by itself: where one is, what is behind and what is left out can be told in
// every kind of terminal.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

private let stations = [
  Station(name: "check", state: .done, notes: ["388 rows"]),
  Station(name: "scale", state: .leftOut, notes: ["> 99 %", "was max 25 %"]),
  Station(name: "cluster", isCurrent: true, state: .done, notes: ["3 groups"]),
  Station(name: "evaluate", state: .ahead),
]

private let scene = Scene(
  title: "Flow", place: "3 of 4",
  main: [.pipeline(stations), .prose([Span("Cluster: what it does.")]), .gap, .heading("In")],
  aside: [.heading("Out")], actions: always)

private func top(_ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode) -> String {
  let face = FullScreen(size: Size(width: width, height: height), glyphs: glyphs)
  return face.draw(scene).surface.rows.dropFirst(2).prefix(9).joined(separator: "\n")
}

@Test func `in a low window the stages stand in brackets`() {
  #expect(
    top(80, 24) == """
       [✓ check]─────▶(✗ scale)─────▶[▸ cluster]─────▶[  evaluate]
        388 rows       > 99 %         3 groups
                       was max 25 %

       Cluster: what it does.

       In                                      Out


      """)
}

@Test func `in a high one they are boxes`() {
  #expect(
    top(80, 40) == """
       ┌───────┐      ┌╌╌╌╌╌╌╌┐      ┏━━━━━━━━━┓      ┌──────────┐
       │✓ check│─────▶┊✗ scale┊─────▶┃▸ cluster┃─────▶│  evaluate│
       └───────┘      └╌╌╌╌╌╌╌┘      ┗━━━━━━━━━┛      └──────────┘
        388 rows       > 99 %         3 groups
                       was max 25 %

       Cluster: what it does.

       In                                      Out
      """)
}

@Test func `in ASCII they can be told apart as well`() {
  #expect(
    top(80, 40, .ascii) == """
       +-------+      .........      #=========#      +----------+
       |+ check|----->:x scale:----->#> cluster#----->|  evaluate|
       +-------+      .........      #=========#      +----------+
        388 rows       > 99 %         3 groups
                       was max 25 %

       Cluster: what it does.

       In                                      Out
      """)
  #expect(
    top(80, 24, .ascii) == """
       [+ check]----->(x scale)----->[> cluster]----->[  evaluate]
        388 rows       > 99 %         3 groups
                       was max 25 %

       Cluster: what it does.

       In                                      Out


      """)
}

@Test func `in a narrow one they go on in a second row`() {
  #expect(
    top(60, 24) == """
       [✓ check]────▶(✗ scale)────▶[▸ cluster]────▶[  evaluate]
        388 rows      > 99 %        3 groups
                      was max 25 %

       Cluster: what it does.

       In

       Out
      """)
}
