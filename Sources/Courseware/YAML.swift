// YAML as values with places in the file. Yams is met in this file alone.
//
// What is read is a small part of YAML: mappings with plain keys, lists, and texts. Nothing
// has a type before somebody asks for it ("1" is a text until a number is wanted), and there
// are no anchors and aliases, with which a few lines unfold into more than memory holds.

import Markup
import Yams

/// A piece of YAML.
struct YAML: Equatable {
  struct Pair: Equatable {
    let key: String
    let keyPosition: Position
    let value: YAML
  }

  enum Kind: Equatable {
    case text(String)
    case list([YAML])
    case mapping([Pair])
  }

  let kind: Kind
  /// The first character in the file of the course.
  let position: Position
}

/// YAML that could not be read: where and why.
struct YAMLFault: Error, Equatable {
  let position: Position
  let what: String
  let remedy: String
}

// MARK: - Asking

extension YAML {
  /// Nil for a list and a mapping, and where nothing is written.
  var text: String? {
    if case .text(let text) = kind, !text.isEmpty { text } else { nil }
  }

  var list: [YAML]? {
    if case .list(let items) = kind { items } else { nil }
  }

  var mapping: [Pair]? {
    if case .mapping(let pairs) = kind { pairs } else { nil }
  }

  var isEmpty: Bool { kind == .text("") }
}

// MARK: - Reading

extension YAML {
  static let sizeLimit = 1 << 16
  static let depthLimit = 12
  /// More of these than any text has are there to unfold.
  static let aliasLimit = 32

  /// Reads YAML; nil where there is nothing but comments.
  ///
  /// `place` gives the place in the file of a line and a UTF-8 column of the text.
  static func read(
    _ text: String, place: @escaping (_ line: Int, _ column: Int) -> Position
  ) throws(YAMLFault) -> YAML? {
    let start = place(1, 1)
    guard text.utf8.count <= sizeLimit else {
      throw YAMLFault(
        position: start, what: "the block has more than \(sizeLimit) bytes",
        remedy: "split it, or write less")
    }
    guard aliasSigns(in: text) <= aliasLimit else { throw aliasFault(at: start) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let locate = { (mark: Mark?) in
      guard let mark else { return start }
      return place(mark.line, utf8Column(of: mark, in: lines))
    }
    do {
      // The basic resolver leaves every scalar a text.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // Nodes hold their anchors weakly, and only the parser keeps them.
      return try withExtendedLifetime(parser) {
        try parser.singleRoot().map { try converted($0, depth: 0, locate: locate) }
      }
    } catch let fault as YAMLFault {
      throw fault
    } catch {
      throw fault(error, at: start, locate: locate)
    }
  }

  /// Walks in the order of the file, so an anchor is met before anything that repeats it.
  private static func converted(
    _ node: Node, depth: Int, locate: (Mark?) -> Position
  ) throws(YAMLFault) -> YAML {
    let position = locate(node.mark)
    guard node.anchor == nil else { throw aliasFault(at: position) }
    guard depth < depthLimit else {
      throw YAMLFault(
        position: position, what: "the lists and mappings are nested more than \(depthLimit) deep",
        remedy: "write it flatter")
    }
    switch node {
    case .scalar(let scalar):
      guard !steersTerminal(scalar.string) else { throw controlFault(at: position) }
      return YAML(kind: .text(meansNothing(scalar) ? "" : scalar.string), position: position)
    case .sequence(let sequence):
      var items: [YAML] = []
      for item in sequence {
        items.append(try converted(item, depth: depth + 1, locate: locate))
      }
      return YAML(kind: .list(items), position: position)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        pairs.append(try pair(key, value, depth: depth, locate: locate))
      }
      return YAML(kind: .mapping(pairs), position: position)
    case .alias:
      throw aliasFault(at: position)
    }
  }

  private static func pair(
    _ key: Node, _ value: Node, depth: Int, locate: (Mark?) -> Position
  ) throws(YAMLFault) -> Pair {
    let position = locate(key.mark)
    guard key.anchor == nil else { throw aliasFault(at: position) }
    guard case .scalar(let scalar) = key else {
      throw YAMLFault(
        position: position, what: "the key is not a word", remedy: "write `key: value`")
    }
    guard !steersTerminal(scalar.string) else { throw controlFault(at: position) }
    return Pair(
      key: scalar.string, keyPosition: position,
      value: try converted(value, depth: depth + 1, locate: locate))
  }

  /// A bare `~` or `null`.
  private static func meansNothing(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["~", "null"].contains(scalar.string)
  }
}

// MARK: - Faults

extension YAML {
  private static func aliasFault(at position: Position) -> YAMLFault {
    YAMLFault(
      position: position, what: "anchors (&) and aliases (*) are not read here",
      remedy: "write the value out, or put a text with such a sign in quotes")
  }

  /// The file was checked for control characters, but "\e" in quotes writes one in YAML.
  private static func steersTerminal(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  private static func controlFault(at position: Position) -> YAMLFault {
    YAMLFault(
      position: position, what: "the text holds a control character",
      remedy: "delete the escape that writes it")
  }

  private static func fault(
    _ error: any Error, at start: Position, locate: (Mark?) -> Position
  ) -> YAMLFault {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return YAMLFault(
        position: locate(mark), what: "this is not YAML: \(problem)", remedy: remedy(for: problem))
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      return YAMLFault(
        position: locate(context.mark), what: "\(namesInWords(keys)) is written twice",
        remedy: "keep one of them")
    default:
      return YAMLFault(
        position: start, what: "this is not YAML", remedy: "write `key: value` on each line")
    }
  }

  private static func remedy(for problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "indent as the lines around it, and put a text that holds `: ` in quotes"
    }
    if problem.contains("tab") { return "indent with spaces" }
    return "close every bracket and quote, and put a text that holds `: `, `,` or `#` in quotes"
  }

  /// Signs that may start an alias: `*` and then a letter or digit.
  private static func aliasSigns(in text: String) -> Int {
    var count = 0
    var previous: Character = " "
    for character in text {
      if previous == "*", character.isLetter || character.isNumber { count += 1 }
      previous = character
    }
    return count
  }

  /// libyaml counts characters, everything here counts bytes.
  private static func utf8Column(of mark: Mark, in lines: [Substring]) -> Int {
    guard lines.indices.contains(mark.line - 1) else { return 1 }
    let before = lines[mark.line - 1].unicodeScalars.prefix(max(mark.column - 1, 0))
    return before.reduce(1) { $0 + UTF8.width($1) }
  }
}
