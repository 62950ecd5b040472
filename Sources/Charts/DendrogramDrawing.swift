import Screen

// A tree in cells. A leaf stands at the bottom, two branches are joined by a bar at the height
// of their merge. Where there are more leaves than columns, several share one: the low merges
// are then drawn over each other, and the high ones, which tell the groups, stay clear.
//
//     height
//     4 ┤      ┌────────┴───┐
//       │   ┌──┴───┐        │
//     2 ┤╌╌╌│╌╌╌╌╌╌│╌╌╌╌╌╌╌╌│╌╌  cut
//       │ ┌─┴┐   ┌─┴─┐    ┌─┴┐
//     0 ┼─a──a───b───b────c──c

extension DendrogramChart {
  func draw(size: Size, glyphs: GlyphSet) -> Surface {
    var surface = Surface(size)
    let frame = PlotFrame(
      xs: [], ys: [0, tallest > 0 ? tallest : 1],
      xAxis: Axis(""), yAxis: yAxis, in: surface.bounds, glyphs: glyphs,
      showsNumbersBelow: false)
    frame.draw(on: &surface, emptyNotice: leaves.isEmpty ? "no points" : nil)
    drawCut(in: frame, on: &surface, glyphs: glyphs)
    drawBranches(in: frame, on: &surface, glyphs: glyphs)
    drawLeaves(in: frame, on: &surface, glyphs: glyphs)
    return surface
  }

  /// The leaves share the whole width; a single one stands in the middle.
  private func column(of place: Double, in frame: PlotFrame) -> Int {
    let share = leaves.count > 1 ? place / Double(leaves.count - 1) : 0.5
    return frame.area.x + 1 + Int((share * Double(frame.area.width - 2)).rounded())
  }

  /// Below the branches, so that they cross it.
  private func drawCut(in frame: PlotFrame, on surface: inout Surface, glyphs: GlyphSet) {
    guard let cut else { return }
    let row = frame.row(of: min(cut, tallest))
    surface.fill(
      Rect(x: frame.area.x + 1, y: row, width: frame.area.width - 1, height: 1),
      with: glyphs == .unicode ? "╌" : "-", .accent)
    surface.write("cut", at: frame.area.endX - 3, row, .accent)
  }

  /// The letter of the group at each column of the bottom line; mixed where there are several.
  private func drawLeaves(in frame: PlotFrame, on surface: inout Surface, glyphs: GlyphSet) {
    var marks: [Int: Mark] = [:]
    for (place, leaf) in leaves.enumerated() {
      let mark: Mark = labels[leaf] < 0 ? .point : .group(labels[leaf])
      let column = column(of: Double(place), in: frame)
      marks[column] = marks[column].map { $0 == mark ? mark : .mixed } ?? mark
    }
    for (column, mark) in marks {
      surface.write(
        String(mark.character(glyphs)), at: column, frame.area.endY - 1, mark.style)
    }
  }

  private func drawBranches(in frame: PlotFrame, on surface: inout Surface, glyphs: GlyphSet) {
    var branches = Branches(width: surface.width, height: surface.height)
    // Where each cluster stands: its column as a place among the leaves, and its height.
    var stands = Array(repeating: (place: 0.0, height: 0.0, label: -1), count: leaves.count)
    for (place, leaf) in leaves.enumerated() { stands[leaf] = (Double(place), 0, labels[leaf]) }
    for merge in merges {
      let (a, b) = (stands[merge.a], stands[merge.b])
      let label = a.label == b.label ? a.label : -1
      branches.join(
        (column(of: a.place, in: frame), frame.row(of: a.height)),
        (column(of: b.place, in: frame), frame.row(of: b.height)),
        atRow: frame.row(of: merge.height),
        style: label < 0 ? .plain : .cluster(label))
      stands.append(((a.place + b.place) / 2, merge.height, label))
    }
    branches.draw(on: &surface, glyphs: glyphs)
  }
}

/// Lines between cells, drawn together: where they meet there is a corner or a crossing.
private struct Branches {
  private struct Ways: OptionSet {
    let rawValue: UInt8
    static let up = Ways(rawValue: 1)
    static let down = Ways(rawValue: 2)
    static let left = Ways(rawValue: 4)
    static let right = Ways(rawValue: 8)
  }

  private let width: Int
  private var ways: [Ways]
  private var styles: [Style]

  init(width: Int, height: Int) {
    self.width = width
    ways = Array(repeating: [], count: width * height)
    styles = Array(repeating: .plain, count: width * height)
  }

  typealias Cell = (column: Int, row: Int)

  /// From two cells up to a row, and along it.
  mutating func join(_ a: Cell, _ b: Cell, atRow row: Int, style: Style) {
    climb(a, to: row, style)
    climb(b, to: row, style)
    let (left, right) = (min(a.column, b.column), max(a.column, b.column))
    guard left < right else { return }
    for column in left...right {
      add(column > left ? .left : [], column, row, style)
      add(column < right ? .right : [], column, row, style)
    }
  }

  private mutating func climb(_ cell: Cell, to row: Int, _ style: Style) {
    guard row < cell.row else { return }
    for step in row...cell.row {
      add(step < cell.row ? .down : [], cell.column, step, style)
      add(step > row ? .up : [], cell.column, step, style)
    }
  }

  private mutating func add(_ way: Ways, _ column: Int, _ row: Int, _ style: Style) {
    let cell = row * width + column
    guard ways.indices.contains(cell), !way.isEmpty else { return }
    ways[cell].formUnion(way)
    styles[cell] = style
  }

  func draw(on surface: inout Surface, glyphs: GlyphSet) {
    for (cell, way) in ways.enumerated() where !way.isEmpty {
      let (row, column) = cell.quotientAndRemainder(dividingBy: width)
      let character = Self.characters[Int(way.rawValue)]
      surface.write(
        String(glyphs == .unicode ? character : asciiStandIn(for: character)), at: column, row,
        styles[cell])
    }
  }

  /// By the ways that lead out of a cell: 1 up, 2 down, 4 left, 8 right.
  private static let characters = Array(" │││─┘┐┤─└┌├─┴┬┼")
}
