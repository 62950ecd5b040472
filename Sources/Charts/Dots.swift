import Screen

// Lines finer than cells: a Braille character is a grid of dots, two across and four down, so
// that a curve has eight places in each cell instead of one.
//
//      1 4
//      2 5
//      3 6
//      7 8

struct Dots {
  private let size: Size
  private var patterns: [UInt8]
  private var styles: [Style]

  init(_ size: Size) {
    self.size = size
    patterns = Array(repeating: 0, count: size.width * size.height)
    styles = Array(repeating: .plain, count: size.width * size.height)
  }

  /// A straight line between two places in cells, where whole numbers are the middles of cells.
  mutating func line(from start: Place, to end: Place, _ style: Style) {
    let (a, b) = (start.dot, end.dot)
    let steps = max(max((b.x - a.x).magnitude, (b.y - a.y).magnitude).rounded(.up), 1)
    // No line is longer than the surface has dots; what claims to be comes from no frame.
    guard steps <= Double(4 * (size.width + size.height) + 8) else { return }
    for step in 0...Int(steps) {
      let share = Double(step) / steps
      set(
        Int((a.x + (b.x - a.x) * share).rounded()), Int((a.y + (b.y - a.y) * share).rounded()),
        style)
    }
  }

  /// Every second dot of a line across or down, for rules that are no data.
  mutating func rule(from start: Place, to end: Place, _ style: Style) {
    let (a, b) = (start.dot, end.dot)
    let steps = Int(max((b.x - a.x).magnitude, (b.y - a.y).magnitude))
    for step in stride(from: 0, through: min(steps, 10_000), by: 2) {
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      set(
        Int((a.x + (b.x - a.x) * share).rounded()), Int((a.y + (b.y - a.y) * share).rounded()),
        style)
    }
  }

  private mutating func set(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, y >= 0, x < 2 * size.width, y < 4 * size.height else { return }
    let cell = y / 4 * size.width + x / 2
    patterns[cell] |= Self.bits[y % 4][x % 2]
    styles[cell] = style
  }

  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  func draw(on surface: inout Surface) {
    for (cell, pattern) in patterns.enumerated() where pattern != 0 {
      guard let scalar = Unicode.Scalar(0x2800 + UInt32(pattern)) else { continue }
      surface.write(
        String(Character(scalar)), at: cell % size.width, cell / size.width, styles[cell])
    }
  }
}

/// A place in cells; whole numbers are the middles of cells.
struct Place: Equatable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The place in dots, of which a cell has two across and four down.
  fileprivate var dot: (x: Double, y: Double) { (2 * x + 0.5, 4 * y + 1.5) }
}
