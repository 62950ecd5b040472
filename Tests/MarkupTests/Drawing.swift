import Markup

/// A document drawn as a tree, one block or inline a line, with its places.
func drawn(_ document: Document) -> String {
  document.blocks.flatMap(drawn).joined(separator: "\n")
}

private func drawn(_ block: Block) -> [String] {
  let (name, children) = parts(of: block.kind)
  return ["\(name) @\(block.position)-\(block.end)"] + indented(children)
}

private func parts(of kind: Block.Kind) -> (String, [String]) {
  switch kind {
  case .heading(let level, let inlines): ("heading \(level)", inlines.flatMap(drawn))
  case .paragraph(let inlines): ("paragraph", inlines.flatMap(drawn))
  case .quote(let blocks): ("quote", blocks.flatMap(drawn))
  case .list(let list):
    ("\(list.isTight ? "tight" : "loose") list \(list.marker)", list.items.flatMap(drawn))
  case .code(let code):
    (
      "code \"\(code.info)\"\(code.isClosed ? "" : " unclosed")",
      zip(code.lineStarts, code.text.split(separator: "\n", omittingEmptySubsequences: false))
        .map { "|\($1) @\($0)" }
    )
  case .thematicBreak: ("rule", [])
  case .html(let text): ("html \(text.debugDescription)", [])
  }
}

private func drawn(_ item: List.Item) -> [String] {
  ["item @\(item.position)-\(item.end)"] + indented(item.blocks.flatMap(drawn))
}

private func drawn(_ inline: Inline) -> [String] {
  let (name, children) = parts(of: inline.kind)
  return ["\(name) @\(inline.position)"] + indented(children)
}

private func parts(of kind: Inline.Kind) -> (String, [String]) {
  switch kind {
  case .text(let words): (words.debugDescription, [])
  case .code(let words): ("code \(words.debugDescription)", [])
  case .emphasis(let inside): ("emphasis", inside.flatMap(drawn))
  case .strong(let inside): ("strong", inside.flatMap(drawn))
  case .link(let to, let title, let inside):
    ("link \(to) \(title.debugDescription)", inside.flatMap(drawn))
  case .image(let from, let title, let inside):
    ("image \(from) \(title.debugDescription)", inside.flatMap(drawn))
  case .softBreak: ("soft break", [])
  case .lineBreak: ("line break", [])
  case .html(let text): ("html \(text.debugDescription)", [])
  }
}

private func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }
