// Malformed is neither right nor wrong: it is not on record, costs no attempt, and says what
// would have been accepted.

package import Experiments

/// Why an answer cannot be graded as it stands.
package enum AnswerError: Error, Sendable, Equatable {
  /// An answer of another kind than the task asks for.
  case wrongKind(expected: String)
  case unknownOption(String, accepted: [String])
  /// A setting that the form does not have.
  case unknownSetting(String, accepted: [String])
  case settingTwice(String)
  /// A value that the parameter does not offer.
  case unknownValue(String, setting: String, accepted: [String])
  case unknownStep(String, accepted: [String])
  case stepTwice(FlowStep)
  case stepsMissing([FlowStep])
  /// Fewer words than an answer can have.
  case tooShort(words: Int, least: Int)
  /// A point that the rubric does not have.
  case unknownPoint(String, accepted: [String])
  /// The exercise itself could not be run.
  case notRun(GradingError)
}

extension AnswerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrongKind(let expected):
      "this task asks for \(expected)"
    case .unknownOption(let option, let accepted):
      "there is no option “\(option)”; answer with one of: \(listed(accepted))"
    case .unknownSetting(let name, let accepted):
      "there is no setting “\(name)” here; the settings are: \(listed(accepted))"
    case .settingTwice(let name):
      "\(name) is set twice; set it once"
    case .unknownValue(let value, let setting, let accepted):
      "\(setting) cannot be “\(value)”; it can be: \(listed(accepted))"
    case .unknownStep(let step, let accepted):
      "there is no step “\(step)”; name each of these once: \(listed(accepted))"
    case .stepTwice(let step):
      "\(step.rawValue) is there twice; name every step once"
    case .stepsMissing(let steps):
      "\(listed(steps.map(\.rawValue))) is missing; name every step once"
    case .tooShort(let words, let least):
      words == 0
        ? "there is nothing yet; write at least a sentence"
        : "fewer than \(least) words; write at least a sentence"
    case .unknownPoint(let point, let accepted):
      "there is no point “\(point)”; the points are: \(listed(accepted))"
    case .notRun(let error):
      "this could not be run, and nothing is lost: \(error)"
    }
  }
}

private func listed(_ words: [String]) -> String {
  words.joined(separator: ", ")
}
