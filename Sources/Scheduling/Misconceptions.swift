// A wrong answer may show a misconception by its name. It is then active until two clean answers
// have retired it: later right answers to parts that could have shown it, each the first to its
// variant, since afterwards the outcome is known. Met again it is active again. All of it follows from the events and from which parts could show it.

/// Where a learner stands with a misconception that they have met.
package struct MisconceptionRecord: Sendable, Equatable {
  package let id: String
  /// The last answer that showed it.
  package let last: Answered
  package let lastMet: Instant
  /// How many answers showed it.
  package let times: Int
  /// Right answers since then that could have shown it, each the first to its variant.
  package let cleanAnswers: Int
  let met: Moment

  /// So many clean answers retire it.
  package static let cleanToRetire = 2

  package var isActive: Bool { cleanAnswers < Self.cleanToRetire }
}

extension Progress {
  /// What is known of a misconception; nil where no answer showed it.
  ///
  /// - Parameter places: The parts of the course that can show it.
  package func misconception(
    _ id: String, shownIn places: [(item: String, part: String)]
  ) -> MisconceptionRecord? {
    let runs = Set(places.map(\.item)).sorted().flatMap { items[$0]?.runs ?? [] }
    let answers = runs.flatMap(\.datedAnswers)
    let showing = answers.filter { $0.value.misconceptions?.contains(id) ?? false }
    guard let last = showing.max(by: { $0.moment < $1.moment }) else { return nil }
    let clean = answers.firsts.count { first in
      first.moment > last.moment && first.value.passed
        && places.contains { $0.item == first.value.item && $0.part == first.value.part }
    }
    return MisconceptionRecord(
      id: id, last: last.value, lastMet: last.moment.at, times: showing.count,
      cleanAnswers: clean, met: last.moment)
  }

  /// Whether the card that puts it right has still to be looked at: once for each meeting, and
  /// from then on when its schedule says so.
  package func asksForCard(_ card: String, _ record: MisconceptionRecord) -> Bool {
    guard record.isActive else { return false }
    return cards[card]?.reviews.last.map { $0.moment < record.met } ?? true
  }
}

/// A part of an item as one seed deals it.
private struct DealtPart: Hashable {
  let item: String
  let part: String
  let seed: UInt64
}

extension [Latest<Answered>] {
  /// The first answer to each part of each variant, whatever run-through it belongs to.
  fileprivate var firsts: [Latest<Answered>] {
    var known: Set<DealtPart> = []
    return sorted { $0.moment < $1.moment }.filter { answer in
      let value = answer.value
      return known.insert(DealtPart(item: value.item, part: value.part, seed: value.seed))
        .inserted
    }
  }
}
