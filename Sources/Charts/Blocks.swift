// Bars in eighths of a cell. A bar that is not zero shows at least a sliver.

enum Blocks {
  private static let left: [Character] = Array(" ▏▎▍▌▋▊▉")
  private static let lower: [Character] = Array(" ▁▂▃▄▅▆▇█")

  /// From left to right: `███▌`.
  static func across(eighths: Int, _ glyphs: GlyphSet) -> String {
    if glyphs == .ascii {
      return eighths < 4 ? "|" : String(repeating: "#", count: (eighths + 4) / 8)
    }
    let whole = String(repeating: "█", count: eighths / 8)
    return eighths % 8 == 0 ? whole : whole + String(left[eighths % 8])
  }

  /// One cell of a bar that stands upright, so many eighths full; nil where it is empty.
  static func up(eighths: Int, fill: Character, _ glyphs: GlyphSet) -> Character? {
    guard eighths > 0 else { return nil }
    if glyphs == .ascii { return eighths >= 4 ? fill : nil }
    return lower[min(8, eighths)]
  }

  /// A length in eighths of a cell, at least one; none of nothing.
  static func eighths(_ cells: Double) -> Int {
    cells > 0 ? max(1, Int((min(cells, 1e6) * 8).rounded())) : 0
  }
}
