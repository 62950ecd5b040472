/// The characters that a plot is drawn with. Points are letters in each of them.
package enum GlyphSet: Sendable, Hashable, CaseIterable {
  /// Lines of dots, eight to a cell, and bars in eighths of a cell.
  case braille
  /// Lines of box characters, and bars in eighths of a cell.
  case unicode
  /// Nothing but ASCII.
  case ascii

  func pick(_ character: Character, ascii: Character) -> Character {
    self == .ascii ? ascii : character
  }

  /// At the end of what was cut.
  var ellipsis: String { self == .ascii ? "~" : "…" }
}
