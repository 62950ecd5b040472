// Finds a phrasing in a sentence: a place for every term, no two on the same word, groups in
// order, all within reach of one another; and says whether what was found is also meant.

/// Where a phrasing was found and what becomes of it.
struct Match: Sendable, Equatable {
  enum Outcome: Sendable, Equatable {
    case said, denied
    /// Told of its rival; see ``Subject``.
    case turned
  }

  let outcome: Outcome
  /// From the first word that was needed to the last, with the denials that bear on them.
  let words: Range<Int>
  let places: [Range<Int>]
}

/// A sentence made ready for matching.
struct PreparedSentence: Sendable {
  let sentence: Sentence
  let places: [Int: [Range<Int>]]
  let denials: [Denial]
  private let pending: [Pending]
  private let exchanges: [Exchange]

  init(_ sentence: Sentence, vocabulary: Vocabulary) {
    self.sentence = sentence
    places = vocabulary.places(in: sentence.words)
    denials = sentence.denials()
    pending = sentence.pending()
    exchanges = sentence.exchanges()
  }

  /// Whether a match rests on what has not come about yet.
  func leavesPending(_ match: Match) -> Bool {
    pending.contains { pending in
      match.places.contains { $0.overlaps(pending.reach) }
        && !match.places.contains { $0.contains(pending.word) }
    }
  }

  /// The match that says the most: said before denied, then the closest together.
  func match(_ phrasing: Phrasing) -> Match? {
    guard phrasing.terms.allSatisfy({ places[$0.id] != nil }) else { return nil }
    var best: Match?
    search(phrasing, chosen: [], &best)
    return best
  }

  private func search(_ phrasing: Phrasing, chosen: [Range<Int>], _ best: inout Match?) {
    guard chosen.count < phrasing.terms.count else {
      if let match = judge(phrasing, chosen), isBetter(match, than: best) { best = match }
      return
    }
    let term = phrasing.terms[chosen.count]
    for place in places[term.id] ?? [] where fits(place, term, phrasing, chosen) {
      search(phrasing, chosen: chosen + [place], &best)
    }
  }

  private func fits(
    _ place: Range<Int>, _ term: Phrasing.Term, _ phrasing: Phrasing, _ chosen: [Range<Int>]
  ) -> Bool {
    for (other, earlier) in zip(chosen, phrasing.terms) {
      if place.overlaps(other) { return false }
      if earlier.group < term.group, place.lowerBound < other.upperBound { return false }
      let reach = max(place.upperBound, other.upperBound) - min(place.lowerBound, other.lowerBound)
      if reach > phrasing.widest { return false }
    }
    return true
  }

  private func isBetter(_ match: Match, than best: Match?) -> Bool {
    guard let best else { return true }
    if match.outcome != best.outcome { return match.outcome == .said }
    return match.words.count < best.words.count
  }

  private func judge(_ phrasing: Phrasing, _ chosen: [Range<Int>]) -> Match? {
    var spent = denials.filter { denial in chosen.contains { $0.contains(denial.word) } }
    for (place, term) in zip(chosen, phrasing.terms) where term.isDenied {
      let over = denials.filter { $0.reach.overlaps(place) }
      if over.count.isMultiple(of: 2) { return nil }
      spent += over
    }
    guard !turnsPassive(phrasing, chosen), !standsAside(phrasing, chosen), !isGivenUp(chosen)
    else { return nil }
    let left = withoutPairs(denials.filter { !spent.contains($0) })
    let asserted = zip(chosen, phrasing.terms).filter { !$1.isDenied }.map(\.0)
    if left.contains(where: { denial in
      denial.isContrast && asserted.contains { denial.reach.overlaps($0) }
    }) {
      return nil
    }
    let isDenied = asserted.contains { place in
      !left.count { $0.reach.overlaps(place) }.isMultiple(of: 2)
    }
    let denying = (spent + (isDenied ? left : [])).filter { denial in
      chosen.contains { $0.overlaps(denial.reach) }
    }
    let shown = chosen + denying.map { $0.word..<($0.word + 1) }
    let lower = shown.map(\.lowerBound).min() ?? 0
    let upper = shown.map(\.upperBound).max() ?? 0
    return Match(outcome: isDenied ? .denied : .said, words: lower..<upper, places: chosen)
  }

  /// Whoever swaps a medoid for the mean does not speak for the medoid; whoever names both does.
  private func isGivenUp(_ chosen: [Range<Int>]) -> Bool {
    exchanges.contains { exchange in
      chosen.contains { $0.overlaps(exchange.given) }
        && !chosen.contains { $0.overlaps(exchange.taken) }
    }
  }

  /// "You cannot group without some idea of likeness" says that grouping needs one.
  private func withoutPairs(_ denials: [Denial]) -> [Denial] {
    guard
      let without = denials.first(where: { sentence.words[$0.word].text == "without" }),
      let not = denials.first(where: { $0.word < without.word && $0.reach.contains(without.word) }),
      not.word > 0, ["can", "could"].contains(sentence.words[not.word - 1].text)
    else { return denials }
    return denials.filter { $0 != without && $0 != not }
  }

  /// "Income has larger numbers than age, so it dominates" does not say that age dominates: what
  /// is only compared with is not what goes on.
  private func standsAside(_ phrasing: Phrasing, _ chosen: [Range<Int>]) -> Bool {
    guard let first = chosen.first, let next = chosen.dropFirst().first, first.lowerBound > 0,
      (phrasing.terms.last?.group ?? 0) > 0, first.upperBound <= next.lowerBound
    else { return false }
    let words = sentence.words
    guard
      words[max(0, first.lowerBound - 2)..<first.lowerBound].contains(where: { $0.text == "than" })
    else { return false }
    return words[next.lowerBound].clause != words[first.lowerBound].clause
      || words[first.upperBound..<next.lowerBound].contains { Self.goingOn.contains($0.text) }
  }

  private static let goingOn: Set<String> = ["so", "and", "but", "hence", "thus", "therefore"]

  /// "Income is dominated by age" does not say that income dominates age.
  private func turnsPassive(_ phrasing: Phrasing, _ chosen: [Range<Int>]) -> Bool {
    guard (phrasing.terms.last?.group ?? 0) > 0 else { return false }
    return chosen.contains { place in
      let next = place.upperBound
      return next < sentence.words.count && sentence.words[next].text == "by"
        && sentence.words[next].clause == sentence.words[next - 1].clause
        && sentence.words[next - 1].text.hasSuffix("ed")
        && !chosen.contains { $0.contains(next) }
    }
  }
}
