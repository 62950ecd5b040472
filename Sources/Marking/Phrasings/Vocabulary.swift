// All terms of a rubric, looked up by the first letters of a word: marking an answer looks once
// at every word and not once for every phrasing.

/// A wording: stems that follow one another. The last letter "*" of one means any ending.
typealias Wording = [String]

/// Numbers for terms, and where each is found in a sentence.
struct Vocabulary: Sendable {
  private var ids: [[Wording]: Int] = [:]
  private var wordings: [String: [(id: Int, wording: Wording)]] = [:]
  private var prefixes: [String: [(id: Int, wording: Wording)]] = [:]
  private(set) var stems: Set<String> = []

  /// How many letters of a beginning words are looked up by.
  static let shortest = 2

  /// The number of the term with these wordings; the same wordings get the same number.
  mutating func id(of wordings: [Wording]) -> Int {
    if let id = ids[wordings] { return id }
    let id = ids.count
    ids[wordings] = id
    for wording in wordings { add(wording, id) }
    return id
  }

  private mutating func add(_ wording: Wording, _ id: Int) {
    guard let first = wording.first else { return }
    if first.hasSuffix("*") {
      prefixes[String(first.prefix(Self.shortest)), default: []].append((id, wording))
    } else {
      wordings[first, default: []].append((id, wording))
    }
    stems.formUnion(wording.filter { !$0.hasSuffix("*") })
  }

  /// For every term that occurs, the places where it does; O(words × wordings of each).
  func places(in words: [Word]) -> [Int: [Range<Int>]] {
    var found: [Int: [Range<Int>]] = [:]
    for start in words.indices {
      let stem = words[start].stem
      for (id, wording) in wordings[stem] ?? [] where matches(wording, words, at: start) {
        found[id, default: []].append(start..<(start + wording.count))
      }
      for (id, wording) in prefixes[String(stem.prefix(Self.shortest))] ?? []
      where matches(wording, words, at: start) {
        found[id, default: []].append(start..<(start + wording.count))
      }
    }
    return found
  }

  private func matches(_ wording: Wording, _ words: [Word], at start: Int) -> Bool {
    guard start + wording.count <= words.count else { return false }
    return zip(wording, words[start...]).allSatisfy { expected, word in
      expected.hasSuffix("*")
        ? word.text.hasPrefix(expected.dropLast()) || word.stem.hasPrefix(expected.dropLast())
        : word.stem == expected
    }
  }
}
