// How a cell looks, said by meaning and not by colour: which colour `.good` has, or whether
// there is any colour at all, is for the terminal to know. Nothing may be told by ink alone.

package enum Ink: Sendable, Hashable {
  case plain
  case muted
  case accent
  case good
  case warning
  case bad
  /// The ink of a group; always goes with the letter of the group.
  case cluster(Int)
}

package struct Style: Sendable, Hashable {
  package var foreground: Ink
  package var background: Ink?
  package var bold: Bool
  package var underline: Bool
  package var reverse: Bool
  package var dim: Bool

  package init(
    _ foreground: Ink = .plain, on background: Ink? = nil, bold: Bool = false,
    underline: Bool = false, reverse: Bool = false, dim: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
    self.dim = dim
  }
}

extension Style {
  package static let plain = Style()
  package static let bold = Style(bold: true)
  package static let muted = Style(.muted)
  package static let accent = Style(.accent)
  package static let good = Style(.good)
  package static let warning = Style(.warning)
  package static let bad = Style(.bad)

  package static func cluster(_ index: Int, bold: Bool = false) -> Style {
    Style(.cluster(index), bold: bold)
  }
}

/// A run of text in one style.
package struct Span: Sendable, Hashable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
