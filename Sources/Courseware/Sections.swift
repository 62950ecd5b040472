// Level-2 headings cut a file into its pages, stages, questions or cards.

import Markup

/// One level-2 heading and what follows it.
struct Section {
  let heading: [Inline]
  let position: Position
  var elements: [Element] = []

  var title: String { heading.plainText }
}

extension FileReader {
  /// What stands before the first level-2 heading, and the sections.
  mutating func sections(_ blocks: [Block]) -> (opening: [Element], sections: [Section]) {
    var opening: [Element] = []
    var sections: [Section] = []
    checkHeadings(blocks)
    for element in elements(blocks) {
      if case .block(let block) = element, case .heading(2, let inlines) = block.kind {
        sections.append(Section(heading: inlines, position: block.position))
      } else if sections.isEmpty {
        opening.append(element)
      } else {
        sections[sections.count - 1].elements.append(element)
      }
    }
    return (opening, sections)
  }

  private mutating func checkHeadings(_ blocks: [Block]) {
    var previous = 1
    for block in blocks {
      guard case .heading(let level, let inlines) = block.kind else { continue }
      if level == 1 {
        error(
          at: block.position, "a level-1 heading stands in the text",
          "the title is in the front matter; write `## \(inlines.plainText)`")
      } else if level > previous + 1 {
        error(
          at: block.position, "a heading of level \(level) follows one of level \(previous)",
          "write `\(String(repeating: "#", count: previous + 1)) \(inlines.plainText)`")
      }
      if inlines.plainText.allSatisfy(\.isWhitespace) {
        error(at: block.position, "the heading has no words", "say what follows it")
      }
      previous = max(level, 2)
    }
  }

  /// Reports text that stands before the first heading, where nothing shows it.
  mutating func rejectOpening(_ opening: [Element], of name: String) {
    let text = opening.first { element in
      if case .fence(let fence) = element { return fence.word != .experiment }
      return true
    }
    guard let text else { return }
    error(
      at: text.position, "this stands before the first \(name)",
      "write a line `## Title` above it")
  }
}
