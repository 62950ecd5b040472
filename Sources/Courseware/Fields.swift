import Markup

/// A mapping whose keys are known: what a block of a certain kind may say.
struct Fields {
  let pairs: [YAML.Pair]
  /// Where the mapping starts; for an empty one, where its block does.
  let position: Position
  /// What the mapping is, for sentences: "check", "front matter".
  let name: String

  subscript(key: String) -> YAML? {
    pairs.first { $0.key == key }?.value
  }

  func keyPosition(_ key: String) -> Position {
    pairs.first { $0.key == key }?.keyPosition ?? position
  }

  func has(_ key: String) -> Bool {
    pairs.contains { $0.key == key }
  }
}

extension FileReader {
  /// The mapping that a piece of YAML must be, with nothing in it but known keys.
  mutating func fields(_ yaml: YAML?, of name: String, at position: Position, keys: [String])
    -> Fields?
  {
    guard let yaml, !yaml.isEmpty else {
      return Fields(pairs: [], position: position, name: name)
    }
    guard let pairs = yaml.mapping else {
      error(at: yaml.position, "the \(name) is not a mapping", "write lines of `key: value`")
      return nil
    }
    for pair in pairs where !keys.contains(pair.key) { unknown(pair, of: name, keys: keys) }
    return Fields(
      pairs: pairs.filter { keys.contains($0.key) }, position: yaml.position, name: name)
  }

  private mutating func unknown(_ pair: YAML.Pair, of name: String, keys: [String]) {
    let what = "the \(name) has no key `\(pair.key)`"
    if pair.value.isEmpty, pair.key.contains(" ") {
      error(at: pair.keyPosition, what, "put a text that holds a comma in quotes")
    } else {
      error(at: pair.keyPosition, what, suggestion(for: pair.key, among: keys))
    }
  }
}

// MARK: - Values of keys

extension FileReader {
  mutating func missing(_ key: String, in fields: Fields, example: String) {
    error(at: fields.position, "the \(fields.name) has no `\(key)`", "add `\(key): \(example)`")
  }

  /// A text that must be there.
  mutating func text(_ key: String, in fields: Fields, example: String) -> String? {
    guard fields.has(key) else {
      missing(key, in: fields, example: example)
      return nil
    }
    return optionalText(key, in: fields)
  }

  mutating func optionalText(_ key: String, in fields: Fields) -> String? {
    guard let value = fields[key] else { return nil }
    if let text = value.text { return text }
    error(
      at: value.isEmpty ? fields.keyPosition(key) : value.position, "`\(key)` is not a text",
      "write `\(key): some words`")
    return nil
  }

  /// A list of texts; a single text is a list of one.
  mutating func texts(_ key: String, in fields: Fields) -> [String] {
    guard let value = fields[key] else { return [] }
    if let text = value.text { return [text] }
    guard let items = value.list else {
      error(
        at: value.isEmpty ? fields.keyPosition(key) : value.position, "`\(key)` is not a list",
        "write `\(key): [one, two]`")
      return []
    }
    return items.compactMap { item in
      if item.text == nil {
        error(at: item.position, "this is not a text", "write words, in quotes if they hold `: `")
      }
      return item.text
    }
  }

  /// One of a few words.
  mutating func word<Choice: RawRepresentable & CaseIterable>(
    _ yaml: YAML, as type: Choice.Type, called name: String
  ) -> Choice? where Choice.RawValue == String {
    if let text = yaml.text, let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let what = yaml.text.map { "there is no \(name) `\($0)`" } ?? "this is not a \(name)"
    error(at: yaml.position, what, suggestion(for: yaml.text ?? "", among: known))
    return nil
  }

  mutating func flag(_ key: String, in fields: Fields) -> Bool {
    guard let value = fields[key] else { return false }
    switch value.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      error(at: value.position, "`\(key)` is neither true nor false", "write `\(key): true`")
      return false
    }
  }

  mutating func whole(_ key: String, in fields: Fields, range: ClosedRange<Int>) -> Int? {
    guard let value = fields[key] else { return nil }
    if let number = value.text.flatMap({ Int($0) }), range.contains(number) { return number }
    error(
      at: value.isEmpty ? fields.keyPosition(key) : value.position,
      "`\(key)` is not a whole number from \(range.lowerBound) to \(range.upperBound)",
      "write `\(key): \(range.lowerBound)` or more")
    return nil
  }

  mutating func number(_ key: String, in fields: Fields) -> Double? {
    fields[key].flatMap { number($0, called: key) }
  }

  mutating func number(_ yaml: YAML, called key: String) -> Double? {
    if let number = yaml.text.flatMap(plainNumber) { return number }
    error(at: yaml.position, "`\(key)` is not a number", "write a number such as 0.5")
    return nil
  }

  /// A number from 0 to 1.
  mutating func share(_ key: String, in fields: Fields) -> Double? {
    guard let value = fields[key], let number = number(value, called: key) else { return nil }
    guard (0...1).contains(number) else {
      error(
        at: value.position, "`\(key)` is \(value.text ?? ""), outside 0 to 1",
        "write a share of one, such as 0.2")
      return nil
    }
    return number
  }
}

/// A decimal number as people write it; not the hexadecimal, "inf" and "nan" that Swift reads.
func plainNumber(_ text: String) -> Double? {
  let allowed = text.utf8.allSatisfy { "0123456789.-+eE".utf8.contains($0) }
  guard allowed, let value = Double(text), value.isFinite else { return nil }
  return value
}

/// Lower-case letters, digits and hyphens, a letter or digit first.
func isIdentifier(_ text: String) -> Bool {
  let isWord = { (byte: UInt8) in (97...122).contains(byte) || (48...57).contains(byte) }
  guard let first = text.utf8.first, isWord(first), text.utf8.count <= 80 else { return false }
  return text.utf8.allSatisfy { isWord($0) || $0 == 45 }
}

/// The identifier that a title suggests: "Needs no targets?" is "needs-no-targets".
func identifier(from title: String) -> String {
  let letters = title.lowercased().utf8.map { byte in
    (97...122).contains(byte) || (48...57).contains(byte) ? Character(Unicode.Scalar(byte)) : " "
  }
  let words = String(letters).split(separator: " ").prefix(5)
  return words.isEmpty ? "a-name" : words.joined(separator: "-")
}
