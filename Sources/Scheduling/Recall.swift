// What would be recalled of some cards if they were asked now. A card whose last review failed
// counts as forgotten until it is recalled again, whatever its schedule says.

package struct Recall: Sendable, Equatable {
  /// All cards that were asked about.
  package let cards: Int
  /// Those that were reviewed at least once.
  package let begun: Int
  /// Those that wait for their review.
  package let due: Int
  /// Those whose last review failed.
  package let forgotten: Int
  /// The mean chance of recall over the begun ones, in 0...1; nil where none is.
  package let chance: Double?
  package let lastReview: Instant?

  /// The share of all cards that would be recalled: a card never seen is not.
  package var share: Double {
    cards == 0 ? 0 : (chance ?? 0) * Double(begun) / Double(cards)
  }
}

extension Progress {
  package func recall(of ids: [String], at now: Instant) -> Recall {
    let begun = ids.compactMap { cards[$0] }.filter { $0.state != nil }
    let chances = begun.map { record in
      record.isForgotten ? 0 : record.state?.retrievability(at: now) ?? 0
    }
    return Recall(
      cards: ids.count, begun: begun.count,
      due: begun.count { record in record.state.map { $0.due <= now } ?? false },
      forgotten: begun.count(where: \.isForgotten),
      chance: chances.isEmpty ? nil : chances.reduce(0, +) / Double(chances.count),
      lastReview: begun.compactMap { $0.state?.lastReview }.max())
  }
}

extension CardRecord {
  fileprivate var isForgotten: Bool { reviews.last?.grade == .again }
}

extension ItemRecord {
  /// The best run-through that was passed: the highest score, and of those the fewest hints.
  package var bestPass: Finished? {
    tries.compactMap(\.finish).filter(\.passed).max { a, b in
      (unitScore(a.score), -a.hints) < (unitScore(b.score), -b.hints)
    }
  }
}

extension Progress {
  /// Whole days of the learner's calendar between two instants.
  package func days(from earlier: Instant, to later: Instant) -> Int64 {
    later.day(utcOffset: utcOffset).number - earlier.day(utcOffset: utcOffset).number
  }
}
