/// What stands around a node, as far as places need it. cmark's lines are those of the body;
/// here they become those of the file. Its block ends run into the lines that made it notice
/// the end: they are drawn back.
struct Surroundings {
  /// The first and the last character of the block or inline that surrounds.
  var position: Position
  var end: Position
  /// How many quotes: each puts a `>` before every line.
  var quotes: Int

  static func page(of source: Source) -> Surroundings {
    let start = Position(line: 1, column: 1)
    let last = source.clamped(Position(line: source.lines.count, column: .max))
    return Surroundings(position: start, end: last, quotes: 0)
  }

  /// The surroundings of what is inside a block.
  func entering(_ block: Node, source: Source) -> Surroundings {
    let start = source.clamped(
      Position(line: block.startLine + source.linesBeforeBody, column: block.startColumn))
    return Surroundings(
      position: start, end: end(ofBlock: block, from: start, source: source),
      quotes: quotes + (block.isQuote ? 1 : 0))
  }

  /// The same surroundings, seen from inside emphasis or a link.
  func entering(inlineAt place: Position) -> Surroundings {
    var inside = self
    inside.position = place
    return inside
  }

  func position(
    ofInline node: Node, places: inout InlinePlaces, source: Source
  ) -> Position {
    guard node.startLine > 0 else { return position(ofBreak: node, places, source: source) }
    let line = node.startLine + source.linesBeforeBody
    return places.place(of: Position(line: line, column: node.startColumn), in: source)
  }

  /// cmark gives line breaks no place: they are at the end of the line of what precedes.
  private func position(
    ofBreak node: Node, _ places: InlinePlaces, source: Source
  ) -> Position {
    guard let previous = node.previous, previous.endLine > 0 else { return position }
    let line = places.lineReached(from: previous.endLine + source.linesBeforeBody)
    return source.clamped(Position(line: line, column: .max))
  }

  /// Before what follows, within what surrounds, and not on a blank line.
  private func end(ofBlock node: Node, from start: Position, source: Source) -> Position {
    var line = min(node.endLine + source.linesBeforeBody, end.line)
    if let next = node.next {
      line = min(line, next.startLine + source.linesBeforeBody - 1)
    }
    while line > start.line, source.isBlank(line: line, quotes: quotes) { line -= 1 }
    let last = Position(line: line, column: source.textLength(ofLine: line))
    return max(last, start)
  }
}

extension Source {
  /// The column after the blanks and quote marks that start a line.
  func columnOfText(onLine number: Int, quotes: Int) -> Int {
    var marks = quotes
    let prefix = line(number).prefix { byte in
      if byte == UInt8(ascii: ">") { marks -= 1 }
      return marks >= 0 && (isBlankByte(byte) || byte == UInt8(ascii: ">"))
    }
    return prefix.count + 1
  }

  fileprivate func isBlank(line number: Int, quotes: Int) -> Bool {
    columnOfText(onLine: number, quotes: quotes) > line(number).count
  }

  fileprivate func textLength(ofLine number: Int) -> Int {
    let line = line(number)
    return (line.lastIndex { !isBlankByte($0) } ?? line.startIndex) - line.startIndex + 1
  }
}

private func isBlankByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
