// Characters that take two cells, or none, move nothing out of line.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

/// Latin, Chinese, Japanese, Korean, emoji, a combining accent, a joined emoji, full width.
private let names = [
  "plain", "距离", "クラスタ", "거리", "🍎🍐", "cafe\u{301}", "👩‍👩‍👧", "ＡＢ", "é",
]

private func drawn(_ elements: [Element], width: Int = 80) -> Surface {
  let scene = Scene(title: "距离 👩‍👩‍👧", place: "é", main: elements, actions: [always[2]])
  return FullScreen(size: Size(width: width, height: 40), glyphs: .unicode).draw(scene).surface
}

/// The column of a character in each row that has it.
private func columns(of character: Character, in surface: Surface) -> Set<Int> {
  var columns: Set<Int> = []
  for y in 2..<surface.height - 2 {
    for x in 0..<surface.width where surface[x, y]?.character == character { columns.insert(x) }
  }
  return columns
}

@Test func `the columns of a table stand below each other`() {
  let rows = names.map { [$0, "#", "1"] }
  let surface = drawn([.table(header: ["name", "sign", "n"], rows: rows)])
  #expect(columns(of: "#", in: surface).count == 1)
  #expect(columns(of: "1", in: surface).count == 1)
}

@Test func `the notes of a menu end in one column`() {
  let items = names.map { MenuItem(text: $0, note: "\($0) #", mark: "·", name: "1") }
  let surface = drawn([.menu(items, cursor: 1)])
  #expect(columns(of: "#", in: surface).count == 1)
}

@Test func `the marks of a menu keep their column`() {
  let items = names.map { MenuItem(text: "# \($0)", mark: $0, name: "1") }
  #expect(columns(of: "#", in: drawn([.menu(items, cursor: 1)])).count == 1)
}

@Test func `the values of a form begin in one column`() {
  let fields = names.map { Field(name: "f", label: $0, value: "#", choices: ["#"]) }
  #expect(columns(of: "#", in: drawn([.form(fields, cursor: 0)])).count == 1)
}

@Test func `bars of progress begin in one column`() {
  let bars = names.map { Element.progress(label: $0, filled: 1, of: 2, words: "#\($0)") }
  #expect(columns(of: "#", in: drawn(bars)).count == 1)
}

@Test func `the bars of a chart begin in one column`() {
  let bars = names.map { BarChart.Bar($0, 1) }
  let surface = drawn([.chart(.bars(BarChart(title: "距离", bars: bars)))])
  let starts = (2..<surface.height - 2).compactMap { y in
    (0..<surface.width).first { surface[$0, y]?.character == "█" }
  }
  #expect(starts.count == names.count)
  #expect(Set(starts).count == 1)
}

@Test(arguments: names)
func `the axes of a plot are straight whatever they are called`(name: String) {
  var chart = customers
  chart.xAxis = Axis(name, unit: name)
  chart.yAxis = Axis(name, unit: name)
  let surface = Charts.draw(
    .scatter(chart), size: Size(width: 60, height: 16), glyphs: .unicode)
  let line: Set<Character> = ["│", "┤", "┼"]
  let axis = (0..<surface.height).compactMap { y in
    (0..<surface.width).first { surface[$0, y]?.character.map(line.contains) ?? false }
  }
  #expect(Set(axis).count == 1)
  #expect(axis.count > 8)
}

@Test(arguments: [20, 31, 60, 80])
func `no line is wider than its window`(width: Int) {
  let text = names.joined(separator: " ") + " " + names.joined()
  for line in wrap(text, width: width) { #expect(TextWidth.width(of: line) <= width) }
}

@Test func `a wide character that is cut in half leaves a space`() {
  var surface = Surface(width: 4, height: 1)
  surface.write("a距离", at: 0, 0)
  #expect(surface.text == "a距")
}
