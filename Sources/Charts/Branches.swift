import Screen

// Lines of box characters, drawn together: where they meet there is a corner or a crossing.

struct Branches {
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

  init(_ size: Size) {
    width = size.width
    ways = Array(repeating: [], count: size.width * size.height)
    styles = Array(repeating: .plain, count: size.width * size.height)
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
        String(glyphs == .ascii ? asciiStandIn(for: character) : character), at: column, row,
        styles[cell])
    }
  }

  /// By the ways that lead out of a cell: 1 up, 2 down, 4 left, 8 right.
  private static let characters = Array(" │││─┘┐┤─└┌├─┴┬┼")
}
