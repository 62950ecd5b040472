// Markdown blocks become elements of a scene: the words keep their emphasis, the figures are
// filled in from runs, and everything that is a matter of a screen is left to the faces.

import Courseware
import Markup
import Screen

/// Turns text into elements; `figure` gives the words for a figure reference.
struct Prose {
  /// Nil leaves the reference as it was written, which `centroid check` reports.
  var figure: (FigureReference) -> String?

  func elements(for blocks: [Block]) -> [Element] {
    blocks.flatMap(elements)
  }

  func elements(for block: Block) -> [Element] {
    switch block.kind {
    case .heading(_, let inlines): [.heading(text(inlines))]
    case .paragraph(let inlines): [.prose(spans(inlines))]
    case .quote(let blocks): [.callout(title: "", blocks.flatMap(lines))]
    case .list(let list): items(of: list)
    case .code(let code): [.code(code.text, firstLine: nil)]
    case .thematicBreak: [.gap]
    case .html: []
    }
  }

  func callout(_ audience: Audience, _ blocks: [Block]) -> Element {
    .callout(title: audience.rawValue, blocks.flatMap(lines))
  }

  func text(_ inlines: [Inline]) -> String {
    spans(inlines).map(\.text).joined()
  }

  func spans(_ inlines: [Inline], _ style: Style = .plain) -> [Span] {
    inlines.flatMap { spans($0, style) }
  }
}

extension Prose {
  private func items(of list: List) -> [Element] {
    list.items.enumerated().flatMap { index, item in
      item.blocks.enumerated().flatMap { place, block -> [Element] in
        guard case .paragraph(let inlines) = block.kind else { return elements(for: block) }
        return [.item(mark: place == 0 ? mark(list.marker, index) : " ", spans(inlines))]
      }
    }
  }

  private func mark(_ marker: List.Marker, _ index: Int) -> String {
    switch marker {
    case .bullet: "•"
    case .number(let start): "\(start + index)."
    }
  }

  /// The paragraphs of a block, one line of spans each; lists keep their marks.
  private func lines(of block: Block) -> [[Span]] {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): [spans(inlines)]
    case .quote(let blocks): blocks.flatMap(lines)
    case .list(let list):
      list.items.enumerated().map { index, item in
        [Span(mark(list.marker, index) + " ")] + item.blocks.flatMap(lines).flatMap { $0 }
      }
    case .code(let code): code.text.split(separator: "\n").map { [Span(String($0), .accent)] }
    case .thematicBreak, .html: []
    }
  }

  private func spans(_ inline: Inline, _ style: Style) -> [Span] {
    switch inline.kind {
    case .text(let words): [Span(words, style)]
    case .code(let code): [words(for: code, style)]
    case .emphasis(let inside):
      spans(inside, style.with { $0.underline = true })
    case .strong(let inside):
      spans(inside, style.with { $0.bold = true })
    case .link(let destination, _, let inside):
      spans(inside, style) + (isAddress(destination) ? [Span(" (\(destination))", .muted)] : [])
    case .image(_, _, let alternative): spans(alternative, style)
    case .softBreak: [Span(" ", style)]
    case .lineBreak: [Span("\n", style)]
    case .html: []
    }
  }

  private func words(for code: String, _ style: Style) -> Span {
    guard let reference = try? FigureReference(code: code) else { return Span(code, .accent) }
    return Span(figure(reference) ?? code, style.with { $0.bold = true })
  }

  /// A link inside the course is said by its words alone.
  private func isAddress(_ destination: String) -> Bool {
    destination.contains("://")
  }
}

extension Style {
  func with(_ change: (inout Style) -> Void) -> Style {
    var style = self
    change(&style)
    return style
  }
}
