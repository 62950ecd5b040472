// How many cells a text occupies. A C library answers this by the locale of the process and
// answers -1 for "é" in the C locale, so the answer is computed here: the same in a test
// without a terminal as on the screen.
//
// The unit is the *glyph*: one scalar that takes room, with the marks that sit on it. It is
// what a terminal puts into a cell, and it is smaller than a `Character` for joined emoji,
// flags and some Indic syllables, which terminals draw piece by piece.

package enum TextWidth {
  /// 0, 1 or 2 cells. Controls have no width: they never reach a cell as themselves.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case ..<0xA0: 0
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: 0  // medial and final Jamo sit on the initial one
    case 0x1F1E6...0x1F1FF: 1  // half a flag
    default: isZeroWidth(scalar) ? 0 : isWide(scalar) ? 2 : 1
    }
  }

  /// The cells that a text occupies once it is sanitised, on one line.
  package static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return glyphs(of: text).reduce(0) { $0 + $1.width }
  }

  package static func width(of character: Character) -> Int {
    width(of: String(character))
  }

  /// The start of a text that fits into `width` cells; a text that is cut ends in `ellipsis`.
  package static func fitting(_ text: String, _ width: Int, ellipsis: String = "…") -> String {
    guard self.width(of: text) > width else { return text }
    let room = width - self.width(of: ellipsis)
    guard room >= 0 else { return "" }
    var kept = ""
    var used = 0
    for glyph in glyphs(of: text) {
      guard used + glyph.width <= room else { break }
      kept.append(glyph.character)
      used += glyph.width
    }
    return kept + ellipsis
  }

  /// A text followed by the spaces that bring it to `width` cells; cut if it is longer.
  package static func padded(_ text: String, _ width: Int) -> String {
    let text = fitting(text, width)
    return text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }

  /// A text after the spaces that bring it to `width` cells; cut if it is longer.
  package static func rightAligned(_ text: String, _ width: Int) -> String {
    let text = fitting(text, width)
    return String(repeating: " ", count: max(0, width - self.width(of: text))) + text
  }
}

// MARK: - The table

extension TextWidth {
  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      true
    default:
      false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x1100 { return false }
    return scalar.properties.isEmojiPresentation || wideBlocks.contains { $0.contains(value) }
  }

  /// Blocks that are East Asian wide or full width, without the emoji, which the Unicode
  /// property above knows. From EastAsianWidth.txt, Unicode 16.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18D08,
    0x1AFF0...0x1B2FB, 0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248,
    0x1F250...0x1F251, 0x1F260...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
