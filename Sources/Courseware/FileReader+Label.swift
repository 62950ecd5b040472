// A comment under a heading says what no reader has to see: the stable id of a card or a page,
// and the concepts that it is about.
//
//     <!-- card: needs-no-targets; concepts: unsupervised, features -->

import Markup

/// What the comment under a heading says.
struct SectionLabel {
  /// Nil where there is none, or where it is no id, which was reported.
  let id: String?
  /// Of the id; of the comment where there is none.
  let position: Position
  let concepts: [String]
}

extension FileReader {
  /// The comment under the heading; nil where there is none. `word` is what the section is
  /// called: every comment under a card speaks of the card, and a page may open with others.
  mutating func label(_ section: Section, of word: String) -> SectionLabel? {
    guard case .block(let block)? = section.elements.first, case .html(let html) = block.kind,
      let comment = comment(html)
    else { return nil }
    let parts = comment.split(separator: ";").map { part in
      part.split(separator: ":", maxSplits: 1).map { trimmed($0) }
    }
    let keys = parts.compactMap(\.first)
    guard word == "card" || keys.contains(word) || keys.contains("concepts") else { return nil }
    return label(parts, of: word, in: html, at: block.position)
  }

  private mutating func label(
    _ parts: [[String]], of word: String, in html: String, at position: Position
  ) -> SectionLabel {
    var id: String?
    var concepts: [String] = []
    for part in parts {
      switch (part.first, part.count) {
      case (word, 2): id = part[1]
      case ("concepts", 2): concepts = part[1].split(separator: ",").map { trimmed($0) }
      default:
        error(
          at: position, "`\(part.joined(separator: ":"))` says nothing of a \(word)",
          "write `<!-- \(word): an-id; concepts: one, two -->`")
      }
    }
    for name in (id.map { [$0] } ?? []) + concepts where !isIdentifier(name) {
      error(
        at: position, "`\(name)` is not an id",
        "write lower-case letters, digits and hyphens: `\(identifier(from: name))`")
      if name == id { return SectionLabel(id: nil, position: position, concepts: concepts) }
    }
    if id == nil, word == "card" {
      error(at: position, "the comment names no card", "write `<!-- card: an-id -->`")
    }
    return SectionLabel(
      id: id, position: place(of: id ?? "", in: html, from: position), concepts: concepts)
  }

  /// Where a word of a comment's first line stands; the comment itself where it is further down.
  private func place(of word: String, in html: String, from start: Position) -> Position {
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
