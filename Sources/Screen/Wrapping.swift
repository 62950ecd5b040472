// Breaking styled text into lines. A line breaks at spaces, and between characters of the
// scripts that are written without spaces; a word longer than a line is broken where the
// line ends. A no-break space holds, and so does the space between a number and its %. Line ends in the text stay line ends.

/// The lines of a text at a width, each no wider than `width` cells. The first line starts
/// after `indent` spaces, the following ones after `hangingIndent`.
package func wrap(
  _ spans: [Span], width: Int, indent: Int = 0, hangingIndent: Int = 0
) -> [[Span]] {
  var lines = LineBreaker(width: width, indent: indent, hangingIndent: hangingIndent)
  for span in spans {
    let paragraphs = span.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { lines.endLine() }
      let glyphs = TextWidth.glyphs(of: String(paragraph))
      for (index, glyph) in glyphs.enumerated() {
        lines.add(glyph, span.style, holds: glyphs.isInPercentage(at: index))
      }
    }
  }
  return lines.finished()
}

/// The lines of a plain text at a width.
package func wrap(
  _ text: String, width: Int, indent: Int = 0, hangingIndent: Int = 0
) -> [String] {
  wrap([Span(text)], width: width, indent: indent, hangingIndent: hangingIndent)
    .map { line in line.map(\.text).joined() }
}

extension [Glyph] {
  /// Whether this is the space of "58 %".
  fileprivate func isInPercentage(at index: Int) -> Bool {
    index > 0 && index + 1 < count && self[index].character == " "
      && self[index + 1].character == "%" && self[index - 1].character.isNumber
  }
}

/// Takes glyph after glyph; holds the finished lines, the line that grows, and the word that
/// grows, whose line is not decided yet.
private struct LineBreaker {
  private struct StyledGlyph {
    let glyph: Glyph
    let style: Style
  }

  private let width: Int
  private let hangingIndent: Int
  private var lines: [[Span]] = []
  private var indent: Int
  private var line: [StyledGlyph] = []
  private var lineWidth = 0
  /// Spaces since the last word: drawn only when another word follows on the same line.
  private var gap: [StyledGlyph] = []
  private var word: [StyledGlyph] = []
  private var wordWidth = 0

  init(width: Int, indent: Int, hangingIndent: Int) {
    // Two cells hold any character, so that every line can take at least one.
    self.width = max(2, width)
    self.indent = max(0, min(indent, self.width - 2))
    self.hangingIndent = max(0, min(hangingIndent, self.width - 2))
  }

  private var room: Int { width - indent }

  mutating func add(_ glyph: Glyph, _ style: Style, holds: Bool = false) {
    let styled = StyledGlyph(glyph: glyph, style: style)
    if glyph.character == " ", !holds {
      endWord()
      gap.append(styled)
    } else {
      word.append(styled)
      wordWidth += glyph.width
      if glyph.width == 2 { endWord() }
    }
  }

  mutating func endLine() {
    endWord()
    closeLine()
    gap.removeAll()
  }

  mutating func finished() -> [[Span]] {
    endLine()
    return lines
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineWidth + gap.count + wordWidth > room {
      if !line.isEmpty { closeLine() }
      gap.removeAll()
    }
    line += gap
    lineWidth += gap.count
    for styled in word {
      // Only a word longer than a line gets here.
      if lineWidth + styled.glyph.width > room { closeLine() }
      line.append(styled)
      lineWidth += styled.glyph.width
    }
    gap.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    wordWidth = 0
  }

  private mutating func closeLine() {
    lines.append(spans(of: line))
    line.removeAll(keepingCapacity: true)
    lineWidth = 0
    indent = hangingIndent
  }

  private func spans(of line: [StyledGlyph]) -> [Span] {
    guard !line.isEmpty else { return [] }
    var spans: [Span] = indent > 0 ? [Span(String(repeating: " ", count: indent))] : []
    for styled in line {
      if let last = spans.indices.last, spans[last].style == styled.style {
        spans[last].text.append(styled.glyph.character)
      } else {
        spans.append(Span(String(styled.glyph.character), styled.style))
      }
    }
    return spans
  }
}
