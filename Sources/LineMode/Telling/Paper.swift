// Where lines are written: so wide, and in these characters. Every word of a scene comes
// through here, so no control character leaves the room.

import Charts
import Screen

struct Paper: Sendable {
  let width: Int
  let glyphs: GlyphSet

  init(width: Int, glyphs: GlyphSet) {
    self.width = max(20, width)
    self.glyphs = glyphs
  }

  /// The lines of a text, with `indent` spaces before all but the first.
  func wrapped(_ text: String, indent: Int = 0, first: Int = 0) -> [String] {
    wrap(text.bindingFigures, width: width, indent: first, hangingIndent: indent)
      .map { spelled(String($0.map { $0 == .noBreakSpace ? " " : $0 })) }
  }

  func wrapped(_ spans: [Span], indent: Int = 0, first: Int = 0) -> [String] {
    wrapped(spans.map(\.text).joined(), indent: indent, first: first)
  }

  /// A line as it stands, apart from characters that cannot be printed.
  func spelled(_ line: String) -> String {
    let clean = TextWidth.sanitised(line)
    guard glyphs == .ascii else { return clean }
    return String(clean.map(asciiStandIn))
  }
}

extension Character {
  fileprivate static let noBreakSpace: Character = "\u{A0}"
}

extension String {
  /// "27 145" and "99.9 %" stay on one line.
  fileprivate var bindingFigures: String {
    guard contains(" ") else { return self }
    var bound: [Character] = []
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isInFigure =
        character == " " && bound.last?.isNumber == true && (next.isNumber || next == "%")
      bound.append(isInFigure ? .noBreakSpace : character)
    }
    return String(bound)
  }
}
