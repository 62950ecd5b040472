// Marks a written answer against a rubric. Nothing is guessed: an idea is credited when one of
// its phrasings stands in a sentence, undenied, in the writer's own name and words.
//
// For every sentence: read it as stems, mend the spelling, find all terms of the rubric once,
// then try the phrasings of every point. O(words × wordings + phrasings) per answer.

package struct Marker: Sendable {
  private struct Point: Sendable {
    let id: String
    let said: [Phrasing]
    let denied: [Phrasing]
    let subject: Subject?
  }

  private let points: [Point]
  private let wrong: [Phrasing]
  private let vocabulary: Vocabulary
  private let spelling: Spelling
  private let question: Set<String>
  private let ideas: [Set<String>]
  private let jargon: Jargon
  private let lesson: Shingles

  /// - Parameters:
  ///   - lesson: sentences that the learner has read; copied ones earn nothing.
  ///   - isLeftOut: the marked answers whose phrasings are left out, by id, to measure the rest.
  /// - Throws: ``PhrasingError`` for a phrasing that cannot be read.
  package init(
    rubric: Rubric, lexicon: Lexicon = Lexicon(), lesson: [String] = [],
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws(PhrasingError) {
    var reader = PhrasingReader(lexicon: lexicon)
    var points: [Point] = []
    for point in rubric.points {
      let seen = point.seen.filter { !isLeftOut($0.key) }.sorted { $0.key < $1.key }
      var said: [Phrasing] = []
      for text in point.said + seen.flatMap(\.value) { said.append(try reader.read(text)) }
      var denied: [Phrasing] = []
      for text in point.denied { denied.append(try reader.read(text)) }
      points.append(
        Point(id: point.id, said: said, denied: denied, subject: try reader.read(point.subject)))
    }
    self.points = points
    var wrong: [Phrasing] = []
    for text in rubric.wrong { wrong.append(try reader.read(text)) }
    self.wrong = wrong
    vocabulary = reader.vocabulary
    question = contentStems(of: rubric.question)
    let asked = question
    ideas = rubric.points.map { contentStems(of: $0.idea).union(asked) }
    jargon = Jargon(terms: lexicon.wordings(of: "jargon") ?? [])
    spelling = Spelling(stems: vocabulary.stems, known: RealWords.stems)
    self.lesson = Shingles(of: lesson)
  }

  package func mark(_ text: String) -> Mark {
    let read = sentences(of: text).map { sentence in
      var sentence = sentence
      for index in sentence.words.indices {
        sentence.words[index].stem = spelling.corrected(sentence.words[index])
      }
      return sentence
    }
    let answer = Answer(
      text: text, sentences: read.map { PreparedSentence($0, vocabulary: vocabulary) },
      withdrawn: withdrawn(in: read), obstacles: obstacles(in: read))
    let marks = points.map { Mark.Point(id: $0.id, finding: finding(of: $0, in: answer)) }
    return Mark(points: marks, contradiction: contradiction(in: answer, marks))
  }

  private func obstacles(in sentences: [Sentence]) -> [Obstacle?] {
    let isJumble = jargon.fills(sentences) || isRepeatedOverAndOver(sentences)
    return sentences.map { obstacle($0) ?? (isJumble ? .jumble : nil) }
  }

  /// The same few words again and again.
  private func isRepeatedOverAndOver(_ sentences: [Sentence]) -> Bool {
    let stems = sentences.flatMap(\.words).filter { !$0.isSmall }.map(\.stem)
    return stems.count >= 24 && 5 * Set(stems).count < stems.count
  }

  private func obstacle(_ sentence: Sentence) -> Obstacle? {
    if sentence.isList { return .list }
    let own = sentence.words.filter { !EverydayWords.small.contains($0.text) }
    let asked = own.count { question.contains($0.stem) }
    if own.count >= 3, Double(asked) >= 0.8 * Double(own.count),
      2 * Set(own.map(\.stem)).intersection(question).count >= question.count
    {
      return .question
    }
    if isJumble(own, somebodyActs: sentence.hasPerson) { return .jumble }
    return lesson.holds(sentence.words) ? .lesson : nil
  }

  /// Words of the rubric and hardly any others, from all over it. Whoever explains something
  /// stays with an idea or two.
  private func isJumble(_ words: [Word], somebodyActs: Bool) -> Bool {
    let named = words.filter { word in ideas.contains { $0.contains(word.stem) } }
    guard words.count >= Marker.jumbleWords,
      Double(named.count)
        >= (somebodyActs ? Marker.allShare : Marker.jumbleShare) * Double(words.count)
    else { return false }
    return breadth(of: Set(named.map(\.stem))) >= Marker.jumbleBreadth
  }

  /// From how many ideas nearly all of these words come, taking the richest idea first.
  private func breadth(of named: Set<String>) -> Int {
    var left = named
    var taken = 0
    while Double(left.count) > (1 - Marker.coveredShare) * Double(named.count) {
      let richest = ideas.max { left.intersection($0).count < left.intersection($1).count }
      guard let richest else { return taken }
      left.subtract(richest)
      taken += 1
    }
    return taken
  }

  /// In sentences of people who explain, hardly ever more than three in five content words are
  /// the rubric's. In jumbled ones most are, and they come from three ideas or more.
  private static let jumbleShare = 0.65
  private static let allShare = 0.95
  private static let jumbleWords = 8
  private static let jumbleBreadth = 3
  private static let coveredShare = 0.85

  private func finding(of point: Point, in answer: Answer) -> Mark.Finding {
    var best = Mark.Finding.missing
    for (index, sentence) in answer.sentences.enumerated() {
      for phrasing in point.said {
        guard let match = sentence.match(phrasing, about: point.subject) else {
          continue
        }
        let finding = answer.finding(match, in: index)
        if finding.rank > best.rank { best = finding }
      }
      for phrasing in point.denied {
        guard let match = sentence.match(phrasing), match.outcome == .said else { continue }
        if let words = answer.assertion(match, in: index) { best = .opposed(words) }
      }
    }
    return best
  }

  private func contradiction(in answer: Answer, _ marks: [Mark.Point]) -> String? {
    for mark in marks {
      if case .opposed(let words) = mark.finding { return words }
    }
    for (index, sentence) in answer.sentences.enumerated() {
      for phrasing in wrong {
        guard let match = sentence.match(phrasing), match.outcome == .said else { continue }
        if let words = answer.assertion(match, in: index) { return words }
      }
    }
    return nil
  }
}

private func contentStems(of text: String) -> Set<String> {
  let words = sentences(of: text).flatMap(\.words)
  return Set(words.filter { !EverydayWords.small.contains($0.text) }.map(\.stem))
}

/// Why nothing in a sentence counts.
private enum Obstacle { case list, jumble, question, lesson }

/// An answer, read.
private struct Answer {
  let text: String
  let sentences: [PreparedSentence]
  let withdrawn: [[Bool]]
  let obstacles: [Obstacle?]

  func finding(_ match: Match, in index: Int) -> Mark.Finding {
    let words = sentences[index].sentence.words[match.words]
    guard let first = words.first, let last = words.last else { return .missing }
    let quoted = String(text[first.place.lowerBound..<last.place.upperBound])
    switch obstacles[index] {
    case .list: return .listed(quoted)
    case .jumble where match.outcome == .said: return .listed(quoted)
    case .jumble: break
    case .question: return .repeated(quoted)
    case .lesson: return .copied(quoted)
    case nil: break
    }
    let isTakenBack = match.places.contains { place in withdrawn[index][place].contains(true) }
    if isTakenBack || sentences[index].leavesPending(match) { return .takenBack(quoted) }
    return switch match.outcome {
    case .said: .said(quoted)
    case .denied: .denied(quoted)
    case .turned: .opposed(quoted)
    }
  }
}

extension Answer {
  /// The words of something false that is said in earnest. It may be said in the rubric's own
  /// words: whoever turns a relation round has them all.
  func assertion(_ match: Match, in index: Int) -> String? {
    switch finding(match, in: index) {
    case .said(let words): words
    case .listed(let words) where obstacles[index] == .jumble: words
    default: nil
    }
  }
}

extension Mark.Finding {
  /// Of several findings of a point the highest counts.
  fileprivate var rank: Int {
    switch self {
    case .missing: 0
    case .repeated: 1
    case .copied: 2
    case .listed: 3
    case .takenBack: 4
    case .denied: 5
    case .opposed: 6
    case .said: 7
    }
  }
}
