// What to review now: first cards that a wrong answer asks for, then those that are due, the longest
// overdue first, then new ones in the order of the deck, but only so many on one day, because each new card comes back several times in the
// weeks that follow.

/// The cards of a deck that wait at one instant.
package struct ReviewQueue: Sendable, Equatable {
  /// Asked for by a wrong answer; then reviewed before and due again, the longest overdue first.
  package let due: [String]
  /// Never reviewed, in the order of the deck, as many as today still allows.
  package let new: [String]
  /// How many were never reviewed in all, today's among them.
  package let newInAll: Int
  /// When the next card that is not due yet will be.
  package let nextDue: Instant?

  /// New cards of one day, unless somebody asks for more.
  package static let newPerDay = 20

  /// All cards, in the order in which to show them.
  package var cards: [String] { due + new }

  /// How long the queue takes, in minutes, rounded up.
  package var minutes: Int {
    let seconds = due.count * Self.secondsForDue + new.count * Self.secondsForNew
    return (seconds + 59) / 60
  }

  /// Rough figures for a card with a sentence or two on each side: read, recall, turn, grade. A
  /// new card is read twice and comes back twice within minutes.
  private static let secondsForDue = 15
  private static let secondsForNew = 45
}

extension Progress {
  /// The cards of `deck` that wait at `now`. New cards begun today in any deck count against
  /// `newPerDay`.
  ///
  /// - Parameter asked: Cards that come first, whatever their schedule says.
  package func queue(
    of deck: [String], at now: Instant, newPerDay: Int = ReviewQueue.newPerDay,
    first asked: [String] = []
  ) -> ReviewQueue {
    let asked = asked.isEmpty ? [] : asked.filter(deck.contains)
    let deck = asked.isEmpty ? deck : deck.filter { !asked.contains($0) }
    let begun = deck.enumerated().compactMap { place, card in
      cards[card]?.state.map { (card: card, due: $0.due, place: place) }
    }
    let due = begun.filter { $0.due <= now }.sorted { ($0.due, $0.place) < ($1.due, $1.place) }
    let today = now.day(utcOffset: utcOffset)
    let begunToday = cards.values.count { $0.firstDay(utcOffset) == today }
    let new = deck.filter { cards[$0] == nil }
    return ReviewQueue(
      due: asked + due.map(\.card), new: Array(new.prefix(max(0, newPerDay - begunToday))),
      newInAll: new.count,
      nextDue: begun.map(\.due).filter { $0 > now }.min())
  }
}
