/// A fenced or indented block of code, whose text keeps the place of each of its lines, so
/// that a mistake on line 2 of the text can be shown where it stands in the file.
package struct CodeBlock: Sendable, Hashable {
  /// What follows the opening fence, whole: `experiment k-means` of ```` ```experiment k-means ````.
  /// Empty for indented code.
  package var info: String
  /// The lines between the fences, each ending in a newline, without the indentation of the
  /// fence and without the markers of quotes and lists around it.
  package var text: String
  /// Where each line of `text` starts in the file. Never empty: for a block without lines, the
  /// line after the fence.
  package var lineStarts: [Position]
  /// False for a fence that is never closed, and so took the rest of what surrounds it.
  package var isClosed: Bool

  /// Where the first line of `text` starts.
  package var contentPosition: Position { lineStarts.first ?? Position(line: 1, column: 1) }

  /// The place in the file of a place in `text`, both counted from 1. A line past the last one
  /// is counted on from there.
  package func position(line: Int, column: Int) -> Position {
    let index = min(max(line, 1), lineStarts.count) - 1
    guard lineStarts.indices.contains(index) else { return contentPosition }
    let start = lineStarts[index]
    let beyond = max(line - lineStarts.count, 0)
    return Position(line: start.line + beyond, column: start.column + max(column, 1) - 1)
  }
}

extension CodeBlock {
  /// `lastLine` is the line on which cmark noticed the end of the block; `place` and
  /// `surroundings` are those of the block.
  init(
    info: String, text: String, noticedEndOn lastLine: Int, at place: Position,
    in surroundings: Surroundings, source: Source
  ) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    let opening = source.line(place.line).dropFirst(place.column - 1)
    let isFenced = isFence(opening, info: info, firstLine: lines.first)
    let firstLine = isFenced ? place.line + 1 : place.line

    self.info = info
    self.text = text
    lineStarts = lines.enumerated().map { index, line in
      source.start(ofTail: line, onLine: firstLine + index, quotes: surroundings.quotes)
    }
    if lineStarts.isEmpty {
      lineStarts = [source.clamped(Position(line: firstLine, column: place.column))]
    }
    // A closing fence is the line after the content. Where the quote or list around the block
    // ended instead, cmark names that line too, but then what surrounds has ended before it.
    isClosed =
      !isFenced || (lastLine == firstLine + lines.count && lastLine <= surroundings.end.line)
  }
}

/// cmark does not tell fenced from indented code. Indented code has no info, and its first line
/// is the line it starts on.
private func isFence(
  _ opening: ArraySlice<UInt8>, info: String, firstLine: Substring.UTF8View?
) -> Bool {
  guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
    return false
  }
  guard info.isEmpty, let firstLine else { return true }
  return !firstLine.elementsEqual(opening)
}

extension Source {
  /// Where a line of a block's text starts, which is the tail of the line in the file. A tab
  /// that is indentation in part comes out as spaces and matches no tail: then it is the first
  /// character of the line that is no blank.
  fileprivate func start(
    ofTail tail: Substring.UTF8View, onLine number: Int, quotes: Int
  ) -> Position {
    let whole = line(number)
    let isTail = whole.count >= tail.count && whole.suffix(tail.count).elementsEqual(tail)
    let column =
      isTail ? whole.count - tail.count + 1 : columnOfText(onLine: number, quotes: quotes)
    return clamped(Position(line: number, column: column))
  }
}
