// What is given up for something else: "swap the mean for a medoid" speaks for the medoid only.

/// Both sides of an exchange, by index in the sentence.
struct Exchange: Sendable, Equatable {
  let given: Range<Int>
  let taken: Range<Int>
}

extension Sentence {
  /// Every exchange in the sentence, in order.
  func exchanges() -> [Exchange] {
    words.indices.compactMap { verb in
      guard let link = Self.links[words[verb].text] else { return nil }
      let start = words[verb + 1..<min(verb + 3, words.count)].firstIndex { $0.text == "from" }
      if link == ["to"], start == nil { return nil }
      let first = (start ?? verb) + 1
      guard first < words.count, words[first].text != "in",
        let end = words[first..<min(first + Self.longest, words.count)]
          .firstIndex(where: { link.contains($0.text) })
      else { return nil }
      let last = words[end...].firstIndex { $0.clause != words[end].clause } ?? words.count
      return Exchange(given: first..<end, taken: end..<last)
    }
  }

  /// How many words what is given may have.
  private static let longest = 8

  private static let links: [String: Set<String>] = {
    var links: [String: Set<String>] = [:]
    for verb in ["swap", "swapped", "swapping", "exchange", "trade"] {
      links[verb] = ["for", "with"]
    }
    for verb in ["replace", "replaced", "replacing"] { links[verb] = ["by", "with"] }
    for verb in ["switch", "switched", "switching", "change", "move"] { links[verb] = ["to"] }
    return links
  }()
}
