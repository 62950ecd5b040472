/// A piece of running text.
package struct Inline: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    case link(destination: String, title: String, [Inline])
    case image(source: String, title: String, alternative: [Inline])
    /// A line end inside a paragraph: shown as a space.
    case softBreak
    /// A line end asked for with two spaces or a backslash.
    case lineBreak
    /// Raw HTML as it stands in the file. It is data: nothing here ever renders it.
    case html(String)
  }

  package var kind: Kind
  /// Where it starts; for `code`, the first character inside the backticks. In a paragraph that
  /// began with link definitions the line is too small by the lines these took.
  package var position: Position

  package init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}

extension Inline {
  /// The words without their dress: what a person would read out. A soft break is a space, an
  /// image its alternative text, raw HTML nothing.
  package var plainText: String {
    switch kind {
    case .text(let words), .code(let words): words
    case .emphasis(let inside), .strong(let inside): inside.plainText
    case .link(_, _, let inside), .image(_, _, let inside): inside.plainText
    case .softBreak: " "
    case .lineBreak: "\n"
    case .html: ""
    }
  }
}

extension [Inline] {
  /// The words of all the pieces, one after another.
  package var plainText: String { map(\.plainText).joined() }
}
