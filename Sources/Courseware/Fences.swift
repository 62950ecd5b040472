// A fenced block whose info string starts with a word that the tutor knows is not shown: it
// says what the tutor runs. All other code blocks are code.

import Markup
import Wording

/// The words that the tutor knows.
enum FenceWord: String, CaseIterable {
  case experiment, plot, check, tune, order, ask, rubric, source, phrasings, words
}

/// A block that the tutor runs.
struct Fence {
  let word: FenceWord
  /// What follows the word: a name or an id.
  let name: String?
  /// Nil for a block without content, and for one that is not YAML, which was reported.
  let yaml: YAML?
  let isReadable: Bool
  let position: Position
}

/// A block of a file: for the tutor, or for the reader.
enum Element {
  case fence(Fence)
  case block(Block)

  var position: Position {
    switch self {
    case .fence(let fence): fence.position
    case .block(let block): block.position
    }
  }
}

extension FileReader {
  mutating func elements(_ blocks: [Block]) -> [Element] {
    blocks.map { block in
      guard case .code(let code) = block.kind, let fence = fence(code, at: block.position) else {
        rejectFences(inside: block)
        return .block(block)
      }
      return .fence(fence)
    }
  }

  private mutating func fence(_ code: CodeBlock, at position: Position) -> Fence? {
    let words = code.info.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    guard let word = FenceWord(rawValue: first) else {
      reportSlip(first, at: position)
      return nil
    }
    if words.count > 2 {
      error(
        at: position, "`\(code.info)` has more than one name",
        "write `\(first) \(words[1...].joined(separator: "-"))`")
    }
    do {
      let yaml = try YAML.read(code.text) { code.position(line: $0, column: $1) }
      return Fence(
        word: word, name: words.dropFirst().first, yaml: yaml, isReadable: true, position: position)
    } catch {
      self.error(at: error.position, error.what, error.remedy)
      return Fence(
        word: word, name: words.dropFirst().first, yaml: nil, isReadable: false, position: position)
    }
  }

  /// ```` ```plott ```` was meant for the tutor; ```` ```swift ```` was not.
  private mutating func reportSlip(_ word: String, at position: Position) {
    let known = FenceWord.allCases.map(\.rawValue)
    guard let near = nearestName(to: word, among: known) else { return }
    error(at: position, "there is no block `\(word)`", "did you mean `\(near)`?")
  }

  /// Blocks for the tutor stand between paragraphs, not inside a quote or a list.
  private mutating func rejectFences(inside block: Block) {
    for inner in block.children {
      if case .code(let code) = inner.kind,
        let word = code.info.split(separator: " ").first,
        FenceWord(rawValue: String(word)) != nil
      {
        error(
          at: inner.position, "a block `\(word)` stands inside a quote or a list",
          "move it out, to the start of a line")
      }
      rejectFences(inside: inner)
    }
  }

  /// The name after the word: an id that content and progress refer to.
  mutating func id(of fence: Fence) -> String? {
    guard let name = fence.name else {
      error(
        at: fence.position, "the block `\(fence.word)` has no id",
        "write `\(fence.word) an-id` after the fence")
      return nil
    }
    guard isIdentifier(name) else {
      error(
        at: fence.position, "`\(name)` is not an id",
        "write lower-case letters, digits and hyphens: `\(identifier(from: name))`")
      return nil
    }
    return name
  }

  /// A known block in a place where it means nothing.
  mutating func misplaced(_ fence: Fence, in place: String, remedy: String) {
    error(at: fence.position, "a block `\(fence.word)` means nothing in \(place)", remedy)
  }
}

extension Block {
  /// The blocks inside, for quotes and lists.
  var children: [Block] {
    switch kind {
    case .quote(let blocks): blocks
    case .list(let list): list.items.flatMap(\.blocks)
    case .heading, .paragraph, .code, .thematicBreak, .html: []
    }
  }

  /// The running text of this block and the blocks inside.
  var inlines: [Inline] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines
    case .quote, .list: children.flatMap(\.inlines)
    case .code, .thematicBreak, .html: []
    }
  }
}

extension Inline {
  var children: [Inline] {
    switch kind {
    case .emphasis(let inside), .strong(let inside), .link(_, _, let inside): inside
    case .image(_, _, let alternative): alternative
    case .text, .code, .softBreak, .lineBreak, .html: []
    }
  }
}
