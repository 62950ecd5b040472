// What a writer says and takes back: "age dominates, no wait, the other way round", or says that
// others say and rejects: "people think it minimizes the error, but against what?" Such words
// are neither credited nor held against the writer.

/// For every sentence, which of its words are taken back or only reported.
func withdrawn(in sentences: [Sentence]) -> [[Bool]] {
  var flags = sentences.map { $0.words.map { _ in false } }
  for index in sentences.indices {
    takeBack(in: sentences, at: index, &flags)
    report(in: sentences, at: index, &flags)
    suspend(in: sentences, at: index, &flags)
  }
  return flags
}

private func takeBack(in sentences: [Sentence], at index: Int, _ flags: inout [[Bool]]) {
  let texts = sentences[index].words.map(\.text)
  guard let place = first(of: Withdrawing.corrections, in: texts) else { return }
  // Only notice a correction that follows something, here or in the sentence before.
  if place == 0, index > 0 {
    flags[index - 1] = flags[index - 1].map { _ in true }
  }
  for word in 0..<place { flags[index][word] = true }
}

private func report(in sentences: [Sentence], at index: Int, _ flags: inout [[Bool]]) {
  let texts = sentences[index].words.map(\.text)
  if let place = first(of: Withdrawing.denouncing, in: texts) {
    for word in place..<clauseGroupEnd(texts, after: place) { flags[index][word] = true }
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

/// "Before I delete it" does not say that it is deleted.
private func suspend(in sentences: [Sentence], at index: Int, _ flags: inout [[Bool]]) {
  let words = sentences[index].words
  for start in words.indices.dropLast() where ["before", "until"].contains(words[start].text) {
    guard Withdrawing.pronouns.contains(words[start + 1].text) else { continue }
    for word in (start + 1)..<words.count {
      if words[word].clause != words[start].clause { break }
      flags[index][word] = true
    }
  }
}

private func reportingVerb(in texts: [String]) -> Int? {
  texts.indices.dropFirst().first { index in
    Withdrawing.verbs.contains(texts[index])
      && !texts[max(0, index - 2)..<index].contains(where: Withdrawing.modals.contains)
      && texts[max(0, index - 3)..<index].contains(where: Withdrawing.speakers.contains)
  }
}

/// Where a turn such as "but" ends what was reported.
private func clauseGroupEnd(_ texts: [String], after place: Int) -> Int {
  texts.indices.dropFirst(place + 1).first { Withdrawing.turning.contains(texts[$0]) }
    ?? texts.count
}

private func first(of phrases: [[String]], in texts: [String]) -> Int? {
  texts.indices.first { start in
    phrases.contains { texts[start...].starts(with: $0) }
  }
}

private enum Withdrawing {
  static let corrections = phrases([
    "no wait", "wait no", "scratch that", "strike that", "other way round", "other way around",
    "the other way round", "correction", "or rather", "actually no", "sorry no", "no sorry",
    "i mean no", "let me correct", "wait that is wrong", "no that is wrong", "wait that is not",
    "hang on", "hmm no", "no actually", "er no", "no hang on", "no it is the other",
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
  static let turning: Set<String> = [
    "but", "however", "wrong", "nonsense", "false", "actually", "yet", "though", "except",
    "rubbish", "myth", "untrue", "mistaken", "instead",
  ]
  static let rejecting: Set<String> = turning.union(["no", "not", "nope"])

  private static func phrases(_ texts: [String]) -> [[String]] {
    texts.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  }
}
