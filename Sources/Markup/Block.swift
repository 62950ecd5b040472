/// A piece of a document that stands on lines of its own.
package struct Block: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case quote([Block])
    case list(List)
    case code(CodeBlock)
    case thematicBreak
    /// Raw HTML as it stands in the file. It is data: nothing here ever renders it.
    case html(String)
  }

  package var kind: Kind
  /// The first character of the block, after the markers of the quotes and lists around it.
  package var position: Position
  /// The last character of the block.
  package var end: Position

  package init(_ kind: Kind, from position: Position, to end: Position) {
    self.kind = kind
    self.position = position
    self.end = end
  }
}

/// Items under bullets or numbers.
package struct List: Sendable, Hashable {
  package enum Marker: Sendable, Hashable {
    case bullet
    case number(start: Int)
  }

  package struct Item: Sendable, Hashable {
    package var blocks: [Block]
    package var position: Position
    package var end: Position
  }

  package var marker: Marker
  /// No blank line between the items, so they are set close together.
  package var isTight: Bool
  package var items: [Item]
}

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
  /// False for a fence that is never closed, and so took the rest of its surroundings.
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
