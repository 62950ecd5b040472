// A comment under a heading says what no reader has to see: the stable id of a card or a page,
// and the concepts that it is about.
//
//     <!-- card: needs-no-targets; concepts: unsupervised, features -->
//     <!-- card: inertia-falls; concepts: inertia; misconception: lowest-inertia-is-best -->

import Markup

/// What the comment under a heading says.
struct SectionLabel {
  /// Nil where there is none, or where it is no id, which was reported.
  let id: String?
  /// Of the id; of the comment where there is none.
  let position: Position
  let concepts: [String]
  /// Of a card: the wrong idea that it puts right.
  var misconception: String?
  var misconceptionPosition = Position.start
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
    var misconception: String?
    for part in parts {
      switch (part.first, part.count) {
      case (word, 2): id = part[1]
      case ("concepts", 2): concepts = part[1].split(separator: ",").map { trimmed($0) }
      case ("misconception", 2) where word == "card": misconception = part[1]
      default:
        error(
          at: position, "`\(part.joined(separator: ":"))` says nothing of a \(word)",
          "write `<!-- \(word): an-id; concepts: one, two -->`")
      }
    }
    for name in [id, misconception].compactMap(\.self) + concepts where !isIdentifier(name) {
      error(
        at: position, "`\(name)` is not an id",
        "write lower-case letters, digits and hyphens: `\(identifier(from: name))`")
      if name == id { return SectionLabel(id: nil, position: position, concepts: concepts) }
    }
    if id == nil, word == "card" {
      error(at: position, "the comment names no card", "write `<!-- card: an-id -->`")
    }
    var label = SectionLabel(
      id: id, position: place(of: id ?? "", in: html, from: position), concepts: concepts)
    if let misconception, isIdentifier(misconception) {
      label.misconception = misconception
      label.misconceptionPosition = place(
        of: misconception, in: html, after: "misconception", from: position)
    }
    return label
  }

  /// Where a word of a comment stands; the comment itself where it has no such word.
  private func place(
    of word: String, in html: String, after key: String = "", from start: Position
  ) -> Position {
    let begin = html.indices.first { html[$0...].hasPrefix(key) } ?? html.startIndex
    let rest = html[begin...].dropFirst(key.count)
    guard let found = rest.indices.first(where: { html[$0...].hasPrefix(word) }) else {
      return start
    }
    let lines = html[..<found].split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.count ?? 0) + (lines.count == 1 ? start.column : 1)
    return Position(line: start.line + lines.count - 1, column: column)
  }

  /// What stands between `<!--` and `-->`.
  private func comment(_ html: String) -> Substring? {
    let text = trimmed(html)
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { return nil }
    return text.dropFirst(4).dropLast(3)
  }
}
