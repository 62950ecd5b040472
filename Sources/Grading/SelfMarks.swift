// What a learner credits their own answers with, beside what the machine credits them with. Over
// some answers it shows whether somebody is too kind to themself, or too strict.

import Marking

package struct SelfMarks: Sendable, Equatable {
  /// One answer: the points that each side credits, by id.
  package struct Answer: Sendable, Equatable {
    package let learner: Int
    package let machine: Int
    /// Points on which both say the same.
    package let agreeing: Int
    package let points: Int

    /// How many points more the learner credits; negative where it is fewer.
    package var difference: Int { learner - machine }
  }

  package private(set) var answers: [Answer] = []
  private var agreement = Agreement()

  package init() {}

  /// - Parameter points: All points of the question; others are not counted.
  package mutating func add(learner: [String], machine: [String], points: [String]) {
    var agreeing = 0
    for point in points {
      let (own, other) = (learner.contains(point), machine.contains(point))
      agreement.add(person: own, marker: other)
      agreeing += own == other ? 1 : 0
    }
    answers.append(
      Answer(
        learner: points.count(where: learner.contains),
        machine: points.count(where: machine.contains), agreeing: agreeing, points: points.count))
  }
}

extension SelfMarks {
  /// Points that the learner credits more than the machine, on average; nil without answers.
  package var meanDifference: Double? { Self.mean(answers[...]) }

  /// The same of the earlier and of the later half; nil while the halves are too small to tell.
  package var halves: (earlier: Double, later: Double)? {
    let half = answers.count / 2
    guard half >= Self.leastHalf, let earlier = Self.mean(answers.prefix(half)),
      let later = Self.mean(answers.suffix(half))
    else { return nil }
    return (earlier, later)
  }

  /// The share of points on which both say the same.
  package var agreeing: Double? { agreement.accuracy }

  /// Cohen's kappa; nil while there are too few points to tell it from chance.
  package var kappa: Double? {
    agreement.count >= Self.leastPoints ? agreement.kappa : nil
  }

  /// With so many points the standard error of kappa is about 0.2; with fewer it tells nothing.
  package static let leastPoints = 24
  private static let leastHalf = 2

  private static func mean(_ answers: ArraySlice<Answer>) -> Double? {
    answers.isEmpty
      ? nil : Double(answers.reduce(0) { $0 + $1.difference }) / Double(answers.count)
  }
}
