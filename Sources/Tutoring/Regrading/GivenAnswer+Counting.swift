// The one rule of what an answer is worth, for an answer that is on record.

import Courseware
import Grading
import Scheduling

extension Verdict {
  /// What counts of an answer on record, on which this is the machine's verdict.
  ///
  /// - Parameter own: the points that the learner marked in the run-through of the answer.
  func counting(for given: GivenAnswer, own: [String]? = nil, in task: Task) -> Verdict {
    counting(
      own: own, recorded: given.machinePoints, by: given.decisions.rulings, in: task)
  }
}

extension Decisions {
  fileprivate var rulings: Rulings {
    Rulings(
      points: points, score: score,
      notes: points.keys.reduce(into: [:]) { $0[$1] = decision(on: $1)?.note },
      note: decision()?.note)
  }
}

extension Decided {
  /// `A. Teacher: “alike” is enough`; nil where nobody said who or why.
  package var note: String? {
    let words = [by, because].compactMap(\.self).filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: ": ")
  }
}

// MARK: - Without grading again

extension GivenAnswer {
  /// What it is worth by what is on record and what people decided: nothing is run and nothing
  /// marked for it, so that a decision needs no course that can still grade the answer.
  ///
  /// - Parameter stage: nil where the course no longer has it, or where it is a question in a text.
  func standing(own: [String]?, _ task: Task?, hints: [Hint] = []) -> Regrade {
    let isWritten = if case .write? = task { true } else { false }
    guard let task, decisions.score != nil || (isWritten && !decisions.points.isEmpty) else {
      return decisions.score.map { Regrade(decided: $0, undecided) } ?? Regrade(undecided)
    }
    let verdict = Verdict(score: 0, passed: false, headline: "")
      .counting(for: self, own: own, in: task)
    return Regrade(
      score: verdict.score(afterHints: Array(hints.prefix(max(0, answer.hints)))),
      passed: verdict.passed, points: machinePoints == nil ? nil : verdict.credited,
      misconceptions: undecided.misconceptions ?? [], why: "a person decided")
  }
}

/// What an answer is worth, graded again.
struct Regrade: Sendable {
  /// After the price of hints.
  let score: Double
  let passed: Bool
  /// The points that a text is credited with; nil where no machine marks it.
  let points: [String]?
  let misconceptions: [String]
  /// One plain sentence.
  let why: String
}

extension Regrade {
  /// As it is on record.
  init(_ answer: Answered) {
    self.init(
      score: answer.score, passed: answer.passed, points: answer.points,
      misconceptions: answer.misconceptions ?? [], why: "it is on record so")
  }

  /// Where the course does not say any more what it takes to pass: all of it does, and so does
  /// whatever is worth no less than what passed.
  fileprivate init(decided score: Double, _ answer: Answered) {
    self.init(
      score: score, passed: score >= 1 - 1e-9 || (answer.passed && score >= answer.score - 1e-9),
      points: nil, misconceptions: answer.misconceptions ?? [], why: "a person decided")
  }
}
