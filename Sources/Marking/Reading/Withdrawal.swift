// What a writer says and takes back: "age dominates, no wait, the other way round", or says that
// others say and rejects: "people think it minimizes the error, but against what?" Such words
// are neither credited nor held against the writer.

/// For every sentence, which of its words are taken back or only reported.
func withdrawn(in sentences: [Sentence]) -> [[Bool]] {
  var flags = sentences.map { $0.words.map { _ in false } }
  for index in sentences.indices {
    takeBack(in: sentences, at: index, &flags)
    report(in: sentences, at: index, &flags)
    answerNo(in: sentences, at: index, &flags)
  }
  return flags
}

private func takeBack(in sentences: [Sentence], at index: Int, _ flags: inout [[Bool]]) {
  let words = sentences[index].words
  let texts = words.map(\.text)
  let verdict = first(of: Withdrawing.verdicts, in: texts) { place in
    let next = words[place..<min(place + 5, words.count)].last?.text
    let opens =
      place == 0 || words[place].clause != words[place - 1].clause
      || Withdrawing.turning.contains(texts[place - 1])
    return opens && next != "that"
  }
  guard let place = first(of: Withdrawing.corrections, in: texts) ?? verdict else { return }
  // Only notice a correction that follows something, here or in the sentence before.
  if place == 0, index > 0 {
    flags[index - 1] = flags[index - 1].map { _ in true }
  }
  for word in 0..<place { flags[index][word] = true }
}

private func report(in sentences: [Sentence], at index: Int, _ flags: inout [[Bool]]) {
  let texts = sentences[index].words.map(\.text)
  if let place = first(of: Withdrawing.denouncing, in: texts) {
    let end = clauseGroupEnd(texts, after: place, at: Withdrawing.adversative)
    for word in place..<end { flags[index][word] = true }
    return
  }
  guard let verb = reportingVerb(in: texts) else { return }
  let end = clauseGroupEnd(texts, after: verb)
  let rest = texts[end...]
  let next = index + 1 < sentences.count ? sentences[index + 1].words.prefix(5).map(\.text) : []
  let isRejected =
    end < texts.count
    ? rest.contains(where: Withdrawing.turning.contains)
    : next.contains(where: Withdrawing.rejecting.contains) || next.starts(with: ["if", "that"])
  guard isRejected else { return }
  for word in verb..<end { flags[index][word] = true }
}

/// "Is there no right answer? Of course there is."
private func answerNo(in sentences: [Sentence], at index: Int, _ flags: inout [[Bool]]) {
  guard sentences[index].isQuestion else { return }
  let isOnlyAsked = sentences[index...].allSatisfy(\.isQuestion)
  if isOnlyAsked, Withdrawing.asking.contains(sentences[index].words.first?.text ?? "") {
    flags[index] = flags[index].map { _ in true }
  }
  guard index + 1 < sentences.count else { return }
  let answer = sentences[index + 1].words
  let isNo =
    ["no", "nope", "wrong"].contains(answer.first?.text) && answer.dropFirst().first?.clause != 0
  guard isNo || answer.prefix(2).map(\.text) == ["of", "course"] else { return }
  flags[index] = flags[index].map { _ in true }
}

extension Sentence {
  /// Words that have not come about yet: "before I delete it" does not say that it is deleted.
  /// Whoever looks for "before" itself may use them.
  func pending() -> [Pending] {
    words.indices.dropLast().compactMap { start in
      guard words[start].text == "before",
        Withdrawing.pronouns.contains(words[start + 1].text)
      else { return nil }
      let end = words.indices.dropFirst(start + 2).first { index in
        words[index].clause != words[start].clause
          || start == 0 && Withdrawing.pronouns.contains(words[index].text)
      }
      return Pending(word: start, reach: (start + 1)..<(end ?? words.count))
    }
  }
}

/// "Before" or "until" and the words that hang on it, by index in the sentence.
struct Pending: Sendable, Equatable {
  let word: Int
  let reach: Range<Int>
}

private func reportingVerb(in texts: [String]) -> Int? {
  texts.indices.dropFirst().first { index in
    Withdrawing.verbs.contains(texts[index])
      && !texts[max(0, index - 2)..<index].contains(where: Withdrawing.modals.contains)
      && texts[max(0, index - 3)..<index].contains(where: Withdrawing.speakers.contains)
  }
}

/// Where a turn such as "but" ends what was reported.
private func clauseGroupEnd(
  _ texts: [String], after place: Int, at turns: Set<String> = Withdrawing.turning
) -> Int {
  texts.indices.dropFirst(place + 1).first { index in
    turns.contains(texts[index]) && !texts[index...].starts(with: ["instead", "of"])
  } ?? texts.count
}

private func first(
  of phrases: [[String]], in texts: [String], where fits: (Int) -> Bool = { _ in true }
) -> Int? {
  texts.indices.first { start in
    phrases.contains { texts[start...].starts(with: $0) } && fits(start)
  }
}

private enum Withdrawing {
  static let corrections = phrases([
    "no wait", "wait no", "scratch that", "strike that", "other way round", "other way around",
    "the other way round", "correction", "or rather", "actually no", "sorry no", "no sorry",
    "i mean no", "let me correct", "wait that is wrong", "no that is wrong", "wait that is not",
    "hang on", "hmm no", "no actually", "er no", "no hang on", "no it is the other",
  ])
  /// Of what was said just before: "…, yet that is false".
  static let verdicts = phrases([
    "that is wrong", "that is false", "that is not true", "that is not so", "this is wrong",
    "this is false", "this is not true", "which is wrong", "which is false", "it is false",
    "it is wrong",
  ])
  static let denouncing = phrases([
    "it is wrong that", "it is false that", "it is not true that", "not true that", "the myth that",
    "a myth that", "wrong to say", "wrong to think", "wrong to believe", "nonsense that",
    "false that", "not the case that", "a mistake to think", "do not believe that",
    "disagree that", "untrue that", "mistake to believe",
  ])
  static let verbs: Set<String> = [
    "say", "says", "said", "saying", "think", "thinks", "thought", "claim", "claims", "claimed",
    "believe", "believes", "believed", "told", "tell", "tells", "argue", "argued", "argues",
    "assume", "assumed", "insist", "insisted", "insists", "wrote", "writes", "expected", "swore",
    "suggested", "suggests", "suspected", "guessed", "figured",
  ]
  static let speakers: Set<String> = [
    "people", "they", "someone", "somebody", "some", "many", "colleague", "colleagues", "boss",
    "friend", "manager", "he", "she", "one", "everyone", "everybody", "others", "i", "we", "you",
    "teacher", "textbook", "books", "intern", "guy", "lead", "mate", "professor", "coworker",
    "team", "blog", "consultant", "vendor", "who", "myself",
  ]
  /// "You can't say which is right" reports nothing.
  static let modals: Set<String> = ["can", "could", "to", "would", "must", "should"]
  static let pronouns: Set<String> = [
    "i", "we", "you", "they", "it", "he", "she", "one", "anyone",
  ]
  /// "Is it round?" asserts nothing.
  static let asking: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "would", "will",
    "has", "have", "had",
  ]
  static let adversative: Set<String> = [
    "but", "however", "actually", "yet", "though", "except", "instead",
  ]
  static let turning = adversative.union([
    "wrong", "nonsense", "false", "rubbish", "myth", "untrue", "mistaken",
  ])
  static let rejecting: Set<String> = turning.union(["no", "not", "nope"])

  private static func phrases(_ texts: [String]) -> [[String]] {
    texts.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  }
}
