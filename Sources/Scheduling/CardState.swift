// The life of a card: new → learning (minutes) → review (days) → relearning (minutes) when it is
// forgotten → review. What becomes of its memory is in FSRS.swift; here are the steps.

/// Where a card stands after its reviews. A card without reviews has no state.
package struct CardState: Sendable, Equatable {
  /// Steps are counted from 0 in the minutes of ``FSRS/learningSteps``.
  package enum Phase: Sendable, Equatable {
    case learning(step: Int)
    case review
    case relearning(step: Int)
  }

  package let phase: Phase
  package let memory: Memory
  package let due: Instant
  package let lastReview: Instant

  /// The chance that the card would be recalled at `instant`.
  package func retrievability(at instant: Instant) -> Double {
    FSRS.retrievability(
      ofStability: memory.stability, afterDays: instant.wholeDays(since: lastReview))
  }
}

extension FSRS {
  /// The state of a card after `reviews`, in the order given; nil when there are none.
  package func schedule(_ reviews: some Sequence<(grade: Grade, at: Instant)>) -> CardState? {
    reviews.reduce(nil) { state, review in self.state(after: state, review.grade, at: review.at) }
  }

  /// The state of a card after one more review; `state` is nil for a new card.
  package func state(after state: CardState?, _ grade: Grade, at now: Instant) -> CardState {
    let memory =
      if let state {
        Self.memory(after: state.memory, days: now.wholeDays(since: state.lastReview), grade)
      } else {
        Self.firstMemory(grade)
      }
    let (phase, seconds) = next(after: state?.phase ?? .learning(step: 0), grade)
    let due =
      if let seconds {
        now.adding(seconds: seconds)
      } else {
        now.adding(days: interval(forStability: memory.stability))
      }
    return CardState(phase: phase, memory: memory, due: due, lastReview: now)
  }

  /// The phase that follows, and the seconds until the card is due; nil for as many days as its
  /// memory lasts.
  private func next(
    after phase: CardState.Phase, _ grade: Grade
  ) -> (phase: CardState.Phase, seconds: Int64?) {
    switch phase {
    case .learning(let step):
      guard let (step, seconds) = next(step: step, of: learningSteps, grade) else {
        return (.review, nil)
      }
      return (.learning(step: step), seconds)
    case .relearning(let step):
      guard let (step, seconds) = next(step: step, of: relearningSteps, grade) else {
        return (.review, nil)
      }
      return (.relearning(step: step), seconds)
    case .review:
      guard grade == .again, let first = relearningSteps.first else { return (.review, nil) }
      return (.relearning(step: 0), first * 60)
    }
  }

  /// The step that follows, and its seconds; nil when the card has no more steps to take.
  private func next(
    step: Int, of minutes: [Int64], _ grade: Grade
  ) -> (step: Int, seconds: Int64)? {
    guard let first = minutes.first else { return nil }
    if grade == .again { return (0, first * 60) }
    guard step < minutes.count else { return nil }
    switch grade {
    case .easy, .again: return nil
    case .good: return step + 1 < minutes.count ? (step + 1, minutes[step + 1] * 60) : nil
    case .hard where step > 0: return (step, minutes[step] * 60)
    // "Hard" repeats the first step, but later than "again" would and sooner than "good".
    case .hard where minutes.count > 1: return (0, (first + minutes[1]) * 30)
    case .hard: return (0, first * 90)
    }
  }
}
