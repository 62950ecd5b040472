// A question with options, inside a lesson or as the stage of an exercise. Which option is right
// is not written down anywhere: a run says it, and says what the learner's own choice came to.

import Clustering
package import Courseware
package import Experiments
import Wording

/// A choice as one seed asks it.
package struct Question: Sendable {
  package let choice: Choice
  /// The options in the order in which they are shown.
  package let options: [Choice.Option]
  private let base: [Setting]
  private var known: KeyResult?

  /// - Parameters:
  ///   - base: What the choice's own settings are laid over; none inside a lesson.
  ///   - name: Sets the order of the options apart from that of other questions.
  ///   - known: The key, where it was computed before.
  package init(
    choice: Choice, base: [Setting] = [], seed: UInt64, name: String, known: KeyResult? = nil
  ) {
    self.choice = choice
    self.base = base
    self.known = known
    var numbers = generator(seed: seed, for: "options \(name)")
    self.options = choice.keepsOrder ? choice.options : numbers.shuffled(choice.options)
  }

  /// The same question with its key computed, to be graded many times.
  func knowing(_ key: KeyResult) -> Question {
    var question = self
    question.known = key
    return question
  }

  /// Which option is right, and what says so.
  package func key(runner: Runner) throws(GradingError) -> KeyResult {
    if let known { return known }
    let experiment = try Experiment(layers: [base, choice.settings])
    return try choice.key.answer(
      among: choice.options.map(\.id), base: experiment, runner: runner)
  }
}

// MARK: - The verdict

extension Question {
  /// Right or wrong, and why; malformed where there is no such option.
  package func grade(_ answer: Answer, runner: Runner) throws(AnswerError) -> Verdict {
    guard case .choice(let id) = answer else { throw .wrongKind(expected: "one option") }
    guard let chosen = choice.option(id) else {
      throw .unknownOption(id, accepted: options.map(\.id))
    }
    let key: KeyResult
    do {
      key = try self.key(runner: runner)
    } catch {
      throw .notRun(error)
    }
    return verdict(on: chosen, key)
  }

  private func verdict(on chosen: Choice.Option, _ key: KeyResult) -> Verdict {
    let right = choice.text(of: key.option)
    let isRight = chosen.id == key.option
    return Verdict(
      score: isRight ? 1 : 0, passed: isRight,
      headline: isRight
        ? "Right: \(right)." : "You said: \(choice.text(of: chosen.id)). The run says: \(right).",
      criteria: [
        Criterion(
          name: "the option that the run gives", earned: isRight ? 1 : 0, possible: 1,
          why: key.finding)
      ],
      evidence: key.evidence, consequence: isRight ? nil : consequence(of: chosen, key),
      solution: "\(right): \(key.finding).",
      misconceptions: isRight ? [] : [chosen.misconception].compactMap(\.self))
  }

  /// What the author says about this option, with the figures of the run behind it.
  private func consequence(of chosen: Choice.Option, _ key: KeyResult) -> String {
    let run =
      if let own = key.figure(of: chosen.id), let best = key.figure(of: key.option) {
        "\(choice.text(of: chosen.id)): \(own); \(choice.text(of: key.option)): \(best)."
      } else {
        key.finding.sentence
      }
    return [chosen.reply, run].compactMap { $0 }.joined(separator: " ")
  }
}

extension Choice {
  func option(_ id: String) -> Option? {
    options.first { $0.id == id }
  }

  /// The words of an option, to stand inside a sentence.
  fileprivate func text(of id: String) -> String {
    (option(id)?.text ?? id).withoutStop
  }
}

extension String {
  /// With a capital letter and a full stop.
  var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
