// How far a learner has come with an item. Reading never passes anything; to pass is to have
// shown it, and to pass cold is to have shown it again with nothing left to lean on.

/// The standing of an item, each stronger than the one before.
package enum Status: Int, Sendable, Comparable, CaseIterable {
  case unseen
  /// Opened.
  case seen
  /// Answered, at least in part.
  case tried
  /// Passed in at least one run-through.
  case passed
  /// Passed without a hint, on a seed not met before, on a later day than the first try.
  case passedCold

  package static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }

  /// As it is shown: `passed cold`.
  package var words: String { self == .passedCold ? "passed cold" : "\(self)" }
}

extension ItemRecord {
  package func status(utcOffset: UTCOffset) -> Status {
    let tries = tries
    if tries.isEmpty { return .seen }
    guard tries.contains(where: \.passed) else { return .tried }
    let firstDay = tries.first?.beganAt.day(utcOffset: utcOffset)
    var met: Set<UInt64> = []
    for run in tries {
      let isNewSeed = run.seed.map { met.insert($0).inserted } ?? false
      // The day of a run-through is the day it began on: going on past midnight is no new day.
      let isAnotherDay = run.beganAt.day(utcOffset: utcOffset) != firstDay
      if run.passed, !run.usedHint, isNewSeed, isAnotherDay { return .passedCold }
    }
    return .passed
  }
}

extension Progress {
  package func status(of item: String) -> Status {
    items[item]?.status(utcOffset: utcOffset) ?? .unseen
  }

  /// The standing of a deck of flash cards: tried with the first review, passed when each of
  /// `cards` was graded good or easy at least once, and passed cold when each was so graded on a
  /// later day than its first review. A deck without cards cannot be passed.
  package func status(ofDeck deck: String, cards ids: [String]) -> Status {
    let records = ids.compactMap { cards[$0] }
    if records.isEmpty { return min(status(of: deck), .seen) }
    guard records.count == ids.count, records.allSatisfy(\.wasRecalled) else { return .tried }
    return records.allSatisfy { $0.wasRecalledOnAnotherDay(utcOffset) } ? .passedCold : .passed
  }
}
