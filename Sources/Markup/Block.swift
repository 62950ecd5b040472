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
