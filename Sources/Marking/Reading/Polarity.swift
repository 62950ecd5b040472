// Which words of a sentence are denied, and by which word. "Nobody told us which type" denies
// "told" and "type"; "it isn't immune" denies "immune". A denial reaches forward to the end of
// its clause; "no" and "without" reach over the next few words only; "nothing" and "nobody"
// reach over the whole clause, since they stand on either side of the verb.

/// A denying word and the words that it denies, by index in the sentence.
struct Denial: Sendable, Equatable {
  let word: Int
  let reach: Range<Int>
  /// "DBSCAN instead of k-means" passes k-means over; it says nothing false about it.
  let isContrast: Bool
}

extension Sentence {
  /// Every denial in the sentence, in order.
  func denials() -> [Denial] {
    words.indices.compactMap { index in
      guard !isRepeated(index), let reach = reach(of: index) else { return nil }
      return Denial(
        word: index, reach: reach, isContrast: Denying.contrast.contains(words[index].text))
    }
  }

  /// "Neither … nor" and "not … nothing" deny once.
  private func isRepeated(_ index: Int) -> Bool {
    switch words[index].text {
    case "nor": words[..<index].contains { $0.text == "neither" }
    case "nothing", "nobody", "none":
      words[..<index].reversed().prefix { $0.clause == words[index].clause }
        .contains { ["not", "never"].contains($0.text) }
    default: false
    }
  }

  private func reach(of index: Int) -> Range<Int>? {
    let text = words[index].text
    let next = index + 1 < words.count ? words[index + 1].text : ""
    let isLast = index + 1 >= words.count || words[index + 1].clause != words[index].clause
    if Denying.wholeClause.contains(text) || (text == "no" && next == "one" && !isOneOfMany(index))
    {
      return clauseStart(of: index)..<clauseEnd(after: index)
    }
    if text == "far", next == "from", index + 2 < words.count,
      words[index + 2].text.hasSuffix("ing")
        || Denying.praise.contains(words[index + 2].text)
    {
      return (index + 2)..<clauseEnd(after: index)
    }
    if isLast || (Denying.harmless[text]?.contains(next) == true && !isCommand(index)) {
      return nil
    }
    if text == "no", next == "longer" { return reachOfNoLonger(from: index) }
    if Denying.forward.contains(text) || Denying.forwardPairs[text]?.contains(next) == true {
      return (index + 1)..<clauseEnd(after: index)
    }
    if Denying.near.contains(text) {
      let end = min(index + 1 + Denying.nearWords, clauseEnd(after: index))
      let verb = (index + 1..<end).first { Denying.auxiliary.contains(words[$0].text) }
      if text == "no", verb != nil, index == clauseStart(of: index) {
        return (index + 1)..<clauseEnd(after: index)
      }
      return (index + 1)..<(verb ?? end)
    }
    return nil
  }

  /// "No longer a group" denies the group; "no longer than before" denies the length.
  private func reachOfNoLonger(from index: Int) -> Range<Int> {
    let end = clauseEnd(after: index)
    let isLength = words[index + 2..<max(index + 2, end)].contains { $0.text == "than" }
    return isLength ? (index + 1)..<(index + 2) : min(index + 2, end)..<end
  }

  /// "No one right answer" denies the answer; "no one told us" denies whoever might have.
  private func isOneOfMany(_ index: Int) -> Bool {
    index + 2 >= words.count || Denying.afterOne.contains(words[index + 2].text)
  }

  /// "Don't just delete it" tells not to delete it; "it doesn't just grow" says that it grows.
  private func isCommand(_ index: Int) -> Bool {
    words[index].text == "not" && index > 0 && words[index - 1].text == "do"
      && clauseStart(of: index) == index - 1
  }

  private func clauseStart(of index: Int) -> Int {
    var start = index
    while start > 0, words[start - 1].clause == words[index].clause,
      !Denying.linking.contains(words[start - 1].text)
    { start -= 1 }
    return start
  }

  private func clauseEnd(after index: Int) -> Int {
    var end = index + 1
    while end < words.count, words[end].clause == words[index].clause,
      !Denying.linking.contains(words[end].text) || Denying.caring.contains(words[end - 1].text),
      end == index + 1 || !Denying.subjects.contains(words[end].text)
    { end += 1 }
    return end
  }
}

private enum Denying {
  static let forward: Set<String> = [
    "not", "never", "neither", "nor", "hardly", "rarely", "barely", "seldom",
  ]
  static let forwardPairs: [String: Set<String>] = [
    "instead": ["of"], "rather": ["than"], "fail": ["to"], "fails": ["to"],
    "failed": ["to"], "unable": ["to"], "refuse": ["to"], "refuses": ["to"],
  ]
  /// "Far from perfect" denies; "far from the others" is a distance.
  static let praise: Set<String> = [
    "perfect", "ideal", "optimal", "certain", "true", "clear", "enough", "neutral", "harmless",
    "immune", "round",
  ]
  static let afterOne: Set<String> = [
    "right", "correct", "true", "best", "single", "answer", "way", "solution", "truth", "grouping",
  ]
  /// "It does not care whether they are close" denies what follows too.
  static let caring: Set<String> = ["care", "cares", "cared", "matter", "mind"]
  /// A new subject begins a statement of its own: "with no labels I'd run a test".
  static let subjects: Set<String> = ["i", "we", "you", "they", "he", "she", "there"]
  static let contrast: Set<String> = ["instead", "rather"]
  /// "No river could keep them apart" denies the river.
  static let auxiliary: Set<String> = [
    "is", "are", "was", "were", "can", "could", "will", "would", "should", "may", "might", "has",
    "have", "had", "do", "does", "did", "must",
  ]
  static let near: Set<String> = ["no", "without", "lack", "lacks", "lacking", "zero"]
  /// "No correct answer per row": a denied noun has few words before it.
  static let nearWords = 4
  static let wholeClause: Set<String> = ["nobody", "none", "nothing", "noone"]
  /// Followed by one of these, the word denies nothing.
  static let harmless: [String: Set<String>] = [
    "not": ["only", "just", "merely", "simply", "sure", "least", "surprisingly"],
    "no": ["wait", "matter", "doubt", "wonder", "problem"],
    "without": ["doubt", "question"],
  ]
  static let linking: Set<String> = [
    "and", "but", "because", "so", "since", "although", "though", "while", "whereas", "if",
    "when", "unless", "then", "which", "who", "until", "till", "before", "after", "once", "as",
    "yet", "however", "where",
  ]
}
