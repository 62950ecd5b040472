// The one place where text reaches the surface. Where only ASCII can be shown, every character
// is replaced here by its nearest, one cell for one cell, whoever wrote the text.

import Charts
import Screen

struct Pen {
  var surface: Surface
  let glyphs: GlyphSet

  /// Writes a line; what lies outside `clip` is cut. Returns the column after it.
  @discardableResult
  mutating func write(_ line: Line, at x: Int, _ y: Int, in clip: Rect? = nil) -> Int {
    surface.write(glyphs == .ascii ? line.map(plain) : line, at: x, y, in: clip)
  }

  private func plain(_ span: Span) -> Span {
    if span.text.utf8.allSatisfy({ $0 < 0x80 }) { return span }
    let text = TextWidth.glyphs(of: span.text).map { glyph in
      String(asciiStandIn(for: glyph.character)) + (glyph.width == 2 ? " " : "")
    }
    return Span(text.joined(), span.style)
  }
}
