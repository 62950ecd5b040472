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
    wrap(text, width: width, indent: first, hangingIndent: indent).map(spelled)
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
