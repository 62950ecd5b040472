// How far a marker agrees with a person who marked the same answers.
//
// Most points of most answers are not made, so a marker that never credits anything is right on
// three of four; Cohen's kappa takes off what chance would give (J. Cohen, "A coefficient of
// agreement for nominal scales", Educational and Psychological Measurement 20(1), 1960).

/// Pairs of a person's judgement and the marker's, counted.
package struct Agreement: Sendable, Equatable {
  /// Both say that the point is made.
  package private(set) var bothTrue = 0
  /// The person credits it and the marker does not.
  package private(set) var missed = 0
  /// The marker credits it and the person does not.
  package private(set) var falselyCredited = 0
  package private(set) var bothFalse = 0

  package init() {}

  package mutating func add(person: Bool, marker: Bool) {
    switch (person, marker) {
    case (true, true): bothTrue += 1
    case (true, false): missed += 1
    case (false, true): falselyCredited += 1
    case (false, false): bothFalse += 1
    }
  }

  package static func += (sum: inout Agreement, other: Agreement) {
    sum.bothTrue += other.bothTrue
    sum.missed += other.missed
    sum.falselyCredited += other.falselyCredited
    sum.bothFalse += other.bothFalse
  }

  package var count: Int { bothTrue + missed + falselyCredited + bothFalse }

  /// The share of pairs on which both agree; nil without pairs.
  package var accuracy: Double? { share(bothTrue + bothFalse, of: count) }

  /// Among the points that the person credits, the share that the marker does not.
  package var missedCredit: Double? { share(missed, of: bothTrue + missed) }

  /// Among the points that the person does not credit, the share that the marker does.
  package var falseCredit: Double? { share(falselyCredited, of: falselyCredited + bothFalse) }

  /// Cohen's kappa: 1 is full agreement, 0 is what chance gives. Nil where both are constant
  /// and equal.
  package var kappa: Double? {
    guard let accuracy else { return nil }
    let person = Double(bothTrue + missed) / Double(count)
    let marker = Double(bothTrue + falselyCredited) / Double(count)
    let chance = person * marker + (1 - person) * (1 - marker)
    return chance == 1 ? nil : (accuracy - chance) / (1 - chance)
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

/// Quadratic-weighted kappa of totals: 1 − D / E, where D is the mean squared difference of a
/// person's and the marker's total of the same answer, and E that mean over all pairings
/// (J. Cohen, "Weighted kappa", Psychological Bulletin 70(4), 1968). Nil where E is 0. O(n).
package func quadraticKappa(_ totals: [(person: Int, marker: Int)]) -> Double? {
  guard !totals.isEmpty else { return nil }
  let n = Double(totals.count)
  let mean = { (value: ((person: Int, marker: Int)) -> Double) in
    totals.reduce(0) { $0 + value($1) } / n
  }
  let seen = mean { Double(($0.person - $0.marker) * ($0.person - $0.marker)) }
  // Over all pairings the mean of (p − m)² is the mean of p² and of m² less twice p̄·m̄.
  let person = mean { Double($0.person) }
  let marker = mean { Double($0.marker) }
  let expected =
    mean { Double($0.person * $0.person) } + mean { Double($0.marker * $0.marker) }
    - 2 * person * marker
  return expected == 0 ? nil : 1 - seen / expected
}
