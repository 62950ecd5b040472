// The walkthrough shows the core by the names of its declarations, so that what it shows is
// never out of date. The formatter guarantees the layout that this relies on: a declaration
// starts a line, and the brace that closes it stands alone at the same indentation.

extension SourceExcerpt {
  /// Finds a declaration ("func assign", "struct KMeansModel") in a file of the core, from the
  /// line that declares it to the one that closes it. Nil where there is none.
  package init?(file: String, declaration: String, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = declarationWords(declaration)
    guard wanted.count > 1 || wanted.first.map(name) == "init",
      let first = lines.firstIndex(where: { declares($0, wanted) })
    else {
      return nil
    }
    let last = end(of: lines, from: first)
    let indent = indentation(of: lines[first])
    self.init(
      file: file, declaration: declaration, firstLine: first + 1,
      lines: lines[first...last].map { String($0.dropFirst(min(indent, indentation(of: $0)))) })
  }

  /// What the file declares at any depth, as an author would write it: for "did you mean".
  static func declarations(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = declarationWords(line)
      guard let keyword = words.first.map(name), keywords.contains(keyword) else { return nil }
      if ["init", "subscript"].contains(keyword) { return keyword }
      return words.count > 1 ? "\(keyword) \(name(words[1]))" : nil
    }
  }
}

private let keywords: Set<String> = [
  "func", "struct", "enum", "extension", "init", "subscript", "var", "let", "protocol", "typealias",
  "case", "actor", "class",
]

private let modifiers: Set<String> = [
  "public", "package", "internal", "fileprivate", "private", "static", "mutating", "nonmutating",
  "final", "indirect", "nonisolated", "borrowing", "consuming", "override", "convenience", "lazy",
]

/// The words of a line without attributes and modifiers: "public func fit(" is "func fit(".
private func declarationWords(_ line: some StringProtocol) -> [String] {
  let words = String(line).split(separator: " ").map(String.init)
  return Array(words.drop { modifiers.contains($0) || $0.first == "@" })
}

/// The name that a word of a declaration starts with: "fit(_" is "fit".
private func name(_ word: String) -> String {
  String(word.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
}

/// Whether a line declares what is wanted: the same words, the last one up to the end of a name.
private func declares(_ line: Substring, _ wanted: [String]) -> Bool {
  let found = declarationWords(line)
  guard found.count >= wanted.count, let last = wanted.last else { return false }
  let index = wanted.count - 1
  guard found.prefix(index).elementsEqual(wanted.prefix(index)), found[index].hasPrefix(last) else {
    return false
  }
  let next = found[index].dropFirst(last.count).first
  return next.map { !($0.isLetter || $0.isNumber || $0 == "_") } ?? true
}

/// The line that closes the declaration: the first later one with the same indentation that
/// starts with a closing bracket. A declaration without a body ends before whatever follows it.
private func end(of lines: [Substring], from first: Int) -> Int {
  let indent = indentation(of: lines[first])
  var last = first
  for index in lines.indices.dropFirst(first + 1) {
    let line = lines[index]
    if line.allSatisfy({ $0 == " " }) { continue }
    if indentation(of: line) <= indent {
      let text = line.dropFirst(indentation(of: line))
      let isPart = indentation(of: line) == indent && "{})]".contains(text.first ?? " ")
      guard isPart else { return last }
      if text.first != "{", text.last != "{" { return index }
    }
    last = index
  }
  return last
}

private func indentation(of line: Substring) -> Int {
  line.prefix { $0 == " " }.count
}
