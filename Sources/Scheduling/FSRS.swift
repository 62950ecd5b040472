// FSRS-6, the Free Spaced Repetition Scheduler: three numbers describe the memory of a card.
//
//   stability S       days until the chance of recall has fallen to 90 %
//   difficulty D      1 (easy) ... 10 (hard): how slowly stability grows
//   retrievability R  the chance of recall now, on the power curve R = (1 + factor t/S)^decay
//
// A review moves S and D: a recall lets S grow, and by more the closer the card was to being
// forgotten; a lapse lets it fall, but not to where it began. The card is shown again when R has
// fallen to the retention that the learner wants. The letters are those in which its authors
// describe it: s, d, r, g for stability, difficulty, retrievability and grade, w for the weights.
//
// Its model of memory goes back to Ye, Su, Cao: A Stochastic Shortest Path Algorithm for
// Optimizing Spaced Repetition Scheduling. KDD 2022. https://doi.org/10.1145/3534678.3539081
// The code of record for version 6 is open-spaced-repetition's py-fsrs and fsrs-rs; they and
// this agree on the histories in the tests.

/// The parameters of FSRS-6. Intervals carry no random fuzz: the same history gives the same
/// schedule.
package struct FSRS: Sendable, Equatable {
  /// The chance of recall at which a card is shown again, in 0.01...0.99.
  package let retention: Double
  /// No interval is longer, in days.
  package let maximumInterval: Int64
  /// Minutes until a new card is shown again, step by step.
  package let learningSteps: [Int64]
  /// Minutes until a forgotten card is shown again, step by step.
  package let relearningSteps: [Int64]

  /// A retention outside 0.01...0.99 becomes the nearest end.
  package init(
    retention: Double = 0.9, maximumInterval: Int64 = 36_500, learningSteps: [Int64] = [1, 10],
    relearningSteps: [Int64] = [10]
  ) {
    self.retention = retention.isNaN ? 0.9 : min(max(retention, 0.01), 0.99)
    self.maximumInterval = min(max(maximumInterval, 1), 36_500)
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
  }

  /// The default weights of FSRS-6, those of py-fsrs 6.3.2.
  package static let w: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]
}

/// What is remembered of a card: how long it lasts and how hard it is.
package struct Memory: Sendable, Equatable {
  /// Days until the chance of recall is 90 %.
  package let stability: Double
  /// 1...10
  package let difficulty: Double
}

// MARK: - The curve of forgetting

extension FSRS {
  private static let decay = -w[20]
  /// Chosen so that R = 0.9 at t = S.
  private static let factor = power(0.9, 1 / decay) - 1

  /// The chance of recall `days` after the last review.
  static func retrievability(ofStability s: Double, afterDays days: Int64) -> Double {
    power(1 + factor * Double(max(0, days)) / s, decay)
  }

  /// Whole days until retrievability falls to ``retention``, at least one.
  func interval(forStability s: Double) -> Int64 {
    let days = s / Self.factor * (power(retention, 1 / Self.decay) - 1)
    // Halves go to the even number, as Python's round does.
    return Int64(min(max(days.rounded(.toNearestOrEven), 1), Double(maximumInterval)))
  }
}

// MARK: - What a review does to memory

extension FSRS {
  /// The memory left by the first review of a card.
  static func firstMemory(_ g: Grade) -> Memory {
    Memory(
      stability: bounded(stability: w[g.rawValue - 1]),
      difficulty: bounded(difficulty: firstDifficulty(g)))
  }

  /// The memory after a further review, `days` whole days after the one before. Within the same
  /// day there was no time to forget, so another, gentler rule moves stability.
  static func memory(after memory: Memory, days: Int64, _ g: Grade) -> Memory {
    let (s, d) = (memory.stability, memory.difficulty)
    let r = retrievability(ofStability: s, afterDays: days)
    let stability =
      if days < 1 {
        stabilityOfSameDay(s, g)
      } else if g == .again {
        stabilityOfLapse(d, s, r)
      } else {
        stabilityOfRecall(d, s, r, g)
      }
    return Memory(
      stability: bounded(stability: stability), difficulty: nextDifficulty(d, g))
  }

  private static func stabilityOfRecall(
    _ d: Double, _ s: Double, _ r: Double, _ g: Grade
  ) -> Double {
    let penalty = g == .hard ? w[15] : 1
    let bonus = g == .easy ? w[16] : 1
    let growth =
      exponential(w[8]) * (11 - d) * power(s, -w[9]) * (exponential((1 - r) * w[10]) - 1)
    return s * (1 + growth * penalty * bonus)
  }

  private static func stabilityOfLapse(_ d: Double, _ s: Double, _ r: Double) -> Double {
    let lapsed =
      w[11] * power(d, -w[12]) * (power(s + 1, w[13]) - 1) * exponential((1 - r) * w[14])
    // Forgetting never leaves a card more stable than failing it twice on one day would.
    return min(lapsed, s / exponential(w[17] * w[18]))
  }

  private static func stabilityOfSameDay(_ s: Double, _ g: Grade) -> Double {
    let change = exponential(w[17] * (Double(g.rawValue) - 3 + w[18])) * power(s, -w[19])
    // Any recall, a hard one too, leaves the memory no weaker than it was.
    return s * (g == .again ? change : max(change, 1))
  }

  private static func firstDifficulty(_ g: Grade) -> Double {
    w[4] - exponential(w[5] * Double(g.rawValue - 1)) + 1
  }

  /// The grade moves difficulty, by less the nearer it is to 10; then it is drawn a little
  /// towards that of an easy card, so that no card stays hard for ever.
  private static func nextDifficulty(_ d: Double, _ g: Grade) -> Double {
    let change = -w[6] * Double(g.rawValue - 3)
    let damped = d + (10 - d) * change / 9
    return bounded(difficulty: w[7] * firstDifficulty(.easy) + (1 - w[7]) * damped)
  }

  private static func bounded(stability s: Double) -> Double { max(s, 0.001) }
  private static func bounded(difficulty d: Double) -> Double { min(max(d, 1), 10) }
}
