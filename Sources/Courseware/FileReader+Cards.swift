// Flash cards: a heading is the front, what follows is the back, and a comment under the
// heading keeps the id, so that a card can be reworded without losing its history.

import Markup

extension FileReader {
  mutating func cards(_ document: Document, topic: String) -> [Card] {
    let matter = frontMatter(document.frontMatter, keys: Self.commonKeys)
    if let matter { _ = level(in: matter, isRequired: false) }
    let shared = matter.map { concepts(in: $0) } ?? []
    let (opening, sections) = sections(document.blocks)
    rejectOpening(opening, of: "card")
    if sections.isEmpty {
      error(at: .start, "the file has no cards", "start each card with a line `## Its front`")
    }
    var known: Set<String> = []
    return sections.compactMap { card($0, topic: topic, concepts: shared, known: &known) }
  }

  private mutating func card(
    _ section: Section, topic: String, concepts: [String], known: inout Set<String>
  ) -> Card? {
    let label = label(section)
    let rest = section.elements.dropFirst(label == nil ? 0 : 1)
    let back = blocks(Array(rest), in: "a card")
    if back.isEmpty {
      error(
        at: section.position, "the card `\(section.title)` has no back",
        "write the answer under the heading")
    }
    guard let label else {
      error(
        at: section.position, "the card `\(section.title)` has no id",
        "write `<!-- card: \(identifier(from: section.title)) -->` under the heading")
      return nil
    }
    guard let id = label.id else { return nil }
    if !known.insert(id).inserted {
      error(at: label.position, "there are two cards `\(id)`", "choose another id")
    }
    return Card(
      id: "\(topic)/\(id)", concepts: label.concepts.isEmpty ? concepts : label.concepts,
      front: section.heading, back: back)
  }

  /// The comment under the heading; nil where there is none, its id nil where it is not one.
  private mutating func label(
    _ section: Section
  ) -> (id: String?, position: Position, concepts: [String])? {
    guard case .block(let block)? = section.elements.first, case .html(let html) = block.kind,
      let comment = comment(html)
    else { return nil }
    var id: String?
    var concepts: [String] = []
    for part in comment.split(separator: ";") {
      let halves = part.split(separator: ":", maxSplits: 1).map { trimmed($0) }
      switch (halves.first, halves.count) {
      case ("card", 2): id = halves[1]
      case ("concepts", 2): concepts = halves[1].split(separator: ",").map { trimmed($0) }
      default:
        error(
          at: block.position, "`\(trimmed(part))` says nothing of a card",
          "write `<!-- card: an-id; concepts: one, two -->`")
      }
    }
    for name in (id.map { [$0] } ?? []) + concepts where !isIdentifier(name) {
      error(
        at: block.position, "`\(name)` is not an id",
        "write lower-case letters, digits and hyphens: `\(identifier(from: name))`")
      if name == id { return (nil, block.position, concepts) }
    }
    if id == nil {
      error(at: block.position, "the comment names no card", "write `<!-- card: an-id -->`")
    }
    return (id, position(of: id ?? "", in: html, from: block.position), concepts)
  }

  /// Where a word of a comment's first line stands; the comment itself where it is further down.
  private func position(of word: String, in html: String, from start: Position) -> Position {
    let line = html.prefix { $0 != "\n" }
    let offset = line.indices.first { line[$0...].hasPrefix(word) }
      .map { line.distance(from: line.startIndex, to: $0) }
    return Position(line: start.line, column: start.column + (offset ?? 0))
  }

  /// What stands between `<!--` and `-->`.
  private func comment(_ html: String) -> Substring? {
    let text = trimmed(html)
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { return nil }
    return text.dropFirst(4).dropLast(3)
  }
}

/// Without blanks and line ends around it.
func trimmed(_ text: some StringProtocol) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
