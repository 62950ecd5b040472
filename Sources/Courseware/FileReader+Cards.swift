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
    let label = label(section, of: "card")
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
    if let misconception = label.misconception {
      misconceptions.declared.append(
        .init(id: misconception, file: path, position: label.misconceptionPosition))
    }
    return Card(
      id: "\(topic)/\(id)", concepts: label.concepts.isEmpty ? concepts : label.concepts,
      front: section.heading, back: back, misconception: label.misconception)
  }
}

/// Without blanks and line ends around it.
func trimmed(_ text: some StringProtocol) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
