// What can be wrong with an exercise, as opposed to an answer.

package import Courseware
package import Experiments

/// Why an exercise could not be dealt or its key not be computed. None of it is the learner's
/// doing, and none of it costs an attempt.
package enum GradingError: Error, Sendable, Equatable {
  /// The settings do not make an experiment, or it went over its budget.
  case cannotRun([Setting], ExperimentError)
  /// A key rests on a measure that this run does not have.
  case undefined(Measure, [Setting])
  /// A figure of a column that the run does not use, and those that it uses.
  case unknownColumn(String, used: [String])
  /// No draw of this seed kept what the exercise promises.
  case noDeal(exercise: String, seed: UInt64, attempts: Int, last: Refusal?)
}

/// Why a draw was not dealt.
package enum Refusal: Sendable, Equatable {
  /// A premise does not hold; nil where its measure is not defined.
  case premise(Premise, value: Double?)
  /// Two options of a question are too close for one of them to be called right.
  case nearTie(stage: String, finding: String)
}

extension GradingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotRun(let settings, let error):
      "cannot run with \(settings.words): \(error)"
    case .undefined(let measure, let settings):
      "\(measure.rawValue) is not defined with \(settings.words); "
        + "use a measure that this run has, or settings that give 2 groups or more"
    case .unknownColumn(let column, let used):
      "the run uses no column “\(column)”; it uses: \(used.joined(separator: ", "))"
    case .noDeal(let exercise, let seed, let attempts, let last):
      "\(exercise), seed \(seed): none of \(attempts) draws keeps what the exercise promises; "
        + "the last one: \(last.map(String.init(describing:)) ?? "none")"
    }
  }
}

extension Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .premise(let premise, let value):
      "\(premise.condition.words) is a premise"
        + (premise.settings.isEmpty ? "" : " with \(premise.settings.words)")
        + ", but it is \(value.map { premise.condition.written($0) } ?? "not defined")"
    case .nearTie(let stage, let finding):
      "the question of stage \(stage) is nearly a tie: \(finding)"
    }
  }
}
