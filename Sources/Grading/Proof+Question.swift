// A question is proved by choosing every option: the one that the run calls right earns all, the
// others nothing. What the author wrote around it must fit the run too: which options have a reply
// for being wrong, and what the hints point at.

import Courseware
import Experiments
import Wording

extension Question {
  /// What is wrong with the question in this variant.
  func faults(hints: [Hint] = [], runner: Runner) -> [Fault] {
    do {
      let key = try key(runner: runner)
      guard choice.option(key.option) != nil else {
        return [
          Fault(
            "the answer “\(key.option)” is not among the options: \(key.finding)",
            "add it to the options, or change what is run", at: "answer")
        ]
      }
      guard key.isClear else {
        return [
          Fault(
            "nearly a tie: \(key.finding)", "ask where one option is clearly ahead", at: "answer")
        ]
      }
      return knowing(key).faults(of: key, runner: runner) + leaks(to: key.option, in: hints)
        + [fault(ofRepliesTo: key)].compactMap { $0 }
    } catch {
      return [Fault("the key cannot be computed: \(error)", "write a key that runs", at: "answer")]
    }
  }

  private func faults(of key: KeyResult, runner: Runner) -> [Fault] {
    choice.options.enumerated().compactMap { index, option in
      let isKey = option.id == key.option
      let remedy = "give each option an id and a text of its own"
      do {
        for typed in [option.id, option.text] {
          let verdict = try grade(.choice(try choice.optionID(typed)), runner: runner)
          guard (verdict.passed, verdict.score) == (isKey, isKey ? 1 : 0) else {
            return Fault(
              "option “\(typed)”: \(verdict.headline.withoutStop)", remedy, at: "options/\(index)")
          }
        }
        return nil
      } catch {
        return Fault(
          "option “\(option.id)” cannot be graded: \(error)", remedy, at: "options/\(index)")
      }
    }
  }

  /// A reply is said to those who choose wrongly. An author who gave one to every option but one
  /// takes that one to be right.
  private func fault(ofRepliesTo key: KeyResult) -> Fault? {
    let silent = choice.options.filter { $0.reply == nil }
    guard let meant = silent.first, silent.count == 1, choice.options.count > 1,
      meant.id != key.option
    else { return nil }
    return Fault(
      "the run calls “\(key.option)” right (\(key.finding)), but only “\(meant.id)” has no reply "
        + "for being wrong",
      "ask for what “\(meant.id)” is right about, or give it a reply too", at: "answer")
  }

  private func leaks(to right: String, in hints: [Hint]) -> [Fault] {
    hints.enumerated().dropLast().compactMap { index, hint in
      guard choice.isGivenAway(right, by: hint) else { return nil }
      return Fault(
        "the hint points at the right answer, “\(right)”", "only the last hint may come that near",
        at: "hints/\(index)")
    }
  }
}
