// The reviews of one card that count, in order, and the state they leave. A review that comes
// last, as nearly all do, moves the state by one step; one that arrives late, from another
// machine, or is undone, lets the whole short history be played again.

struct CardRecord: Sendable, Equatable {
  struct Review: Sendable, Equatable {
    let moment: Moment
    let grade: Grade

    var isRecall: Bool { grade == .good || grade == .easy }
  }

  private(set) var reviews: [Review] = []
  private(set) var state: CardState?

  mutating func add(_ review: Reviewed, at moment: Moment, by scheduler: FSRS) {
    let later = reviews.reversed().prefix { $0.moment > moment }.count
    reviews.insert(Review(moment: moment, grade: review.grade), at: reviews.count - later)
    if later == 0 {
      state = scheduler.state(after: state, review.grade, at: moment.at)
    } else {
      replay(by: scheduler)
    }
  }

  mutating func remove(_ review: EventID, by scheduler: FSRS) {
    reviews.removeAll { $0.moment.id == review }
    replay(by: scheduler)
  }

  private mutating func replay(by scheduler: FSRS) {
    state = scheduler.schedule(reviews.map { (grade: $0.grade, at: $0.moment.at) })
  }
}

extension CardRecord {
  /// The day on which the card stopped being new.
  func firstDay(_ utcOffset: UTCOffset) -> Day? {
    reviews.first?.moment.at.day(utcOffset: utcOffset)
  }

  var wasRecalled: Bool { reviews.contains(where: \.isRecall) }

  func wasRecalledOnAnotherDay(_ utcOffset: UTCOffset) -> Bool {
    reviews.contains {
      $0.isRecall && $0.moment.at.day(utcOffset: utcOffset) != firstDay(utcOffset)
    }
  }
}
