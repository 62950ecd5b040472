// Whom an idea is told of. "DBSCAN assumes round groups, k-means follows neighbors" has all the
// right words and tells each of the wrong method.

/// What an idea is told of, and what it would be false of: numbers of terms.
struct Subject: Sendable, Equatable {
  let own: Int?
  let rival: Int
}

extension PreparedSentence {
  /// The match of a phrasing; told of the rival, it is turned round.
  func match(_ phrasing: Phrasing, about subject: Subject?) -> Match? {
    guard let match = match(phrasing) else { return nil }
    guard let subject, isTold(match, ofRivalIn: subject) else { return match }
    // "DBSCAN does not assume round groups" is true, and says nothing of k-means.
    guard match.outcome == .said else { return nil }
    return Match(outcome: .turned, words: match.words, places: match.places)
  }

  /// Whether the last that is named before a match is the rival. A phrasing that names its own
  /// subject is told of that.
  private func isTold(_ match: Match, ofRivalIn subject: Subject) -> Bool {
    let own = subject.own.flatMap { places[$0] } ?? []
    if own.contains(where: { $0.overlaps(match.words) }) { return false }
    let start = match.words.lowerBound
    let rivals = (places[subject.rival] ?? []).filter { $0.upperBound <= start && !isCompared($0) }
    guard let last = rivals.map(\.upperBound).max() else { return false }
    return !own.contains { $0.upperBound <= start && $0.upperBound > last }
  }

  /// "Unlike DBSCAN, it assumes round groups" tells nothing of DBSCAN.
  private func isCompared(_ place: Range<Int>) -> Bool {
    sentence.words[max(0, place.lowerBound - 2)..<place.lowerBound]
      .contains { comparing.contains($0.text) }
  }
}

private let comparing: Set<String> = [
  "than", "unlike", "versus", "instead", "rather", "not", "like", "compared", "opposed", "contrast",
  "different", "differs",
]
