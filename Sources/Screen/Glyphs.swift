// From text to what may stand in cells. Content is untrusted: an escape sequence in a lesson
// or in a learner's column name must not move the cursor, and a bidirectional override must
// not turn a sentence around. Such characters become a visible stand-in; blanks become a
// space; what is merely invisible (joiners, variation selectors, soft hyphens) is dropped.

/// One scalar that takes room and the marks on it: what a terminal puts into a cell.
package struct Glyph: Sendable, Hashable {
  package let character: Character
  /// 1 or 2 cells.
  package let width: Int
}

extension TextWidth {
  /// A terminal cell holds a handful of scalars; a tower of marks is cut here.
  private static let marksPerGlyph = 3

  /// The glyphs of a text on one line, sanitised. Line ends count as a space.
  package static func glyphs(of text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    var base: Unicode.Scalar?
    var marks: [Unicode.Scalar] = []

    func finish() {
      guard let scalar = base else { return }
      glyphs.append(Glyph(character: joined(scalar, marks), width: width(of: scalar)))
      base = nil
      marks.removeAll(keepingCapacity: true)
    }

    for scalar in text.unicodeScalars {
      switch Part(scalar) {
      case .base(let shown):
        finish()
        base = shown
      case .mark where base != nil && marks.count < marksPerGlyph:
        marks.append(scalar)
      case .mark, .nothing:
        break
      }
    }
    finish()
    return glyphs
  }

  /// A scalar with its marks; a mark that does not join it (a Jamo after a Latin letter) is
  /// left out.
  private static func joined(_ base: Unicode.Scalar, _ marks: [Unicode.Scalar]) -> Character {
    guard !marks.isEmpty else { return Character(base) }
    var whole = String(Character(base))
    whole.unicodeScalars.append(contentsOf: marks)
    return whole.first ?? Character(base)
  }

  /// A text with every control character replaced, safe to print on one line.
  package static func sanitised(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return String(glyphs(of: text).map(\.character))
  }
}

/// What a scalar is to a cell.
private enum Part {
  case base(Unicode.Scalar)
  case mark
  case nothing

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: self = .base(scalar)
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: self = .base(" ")
    // A second Jamo joins the syllable before it.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: self = .mark
    // Marks and overrides of direction.
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .base("\u{FFFD}")
    // Variation selectors change the width in some terminals and not in others.
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .nothing
    default: self = Part(category: scalar.properties.generalCategory, of: scalar)
    }
  }

  private init(category: Unicode.GeneralCategory, of scalar: Unicode.Scalar) {
    switch category {
    case .control, .surrogate, .unassigned: self = .base("\u{FFFD}")
    case .nonspacingMark, .enclosingMark: self = .mark
    case .format: self = .nothing
    default: self = .base(scalar)
    }
  }
}
