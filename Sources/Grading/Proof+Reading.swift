// The questions inside a text have no premise to keep, but a key that must run, whose answer
// must be among the options, clearly.

package import Courseware
package import Experiments

/// Runs the key of every question in a lesson or a walkthrough.
package func prove(_ reading: Reading, seeds: Range<UInt64>, runner: Runner) -> Proof {
  var proof = Proof()
  for seed in seeds {
    proof.seeds += 1
    for check in reading.checks {
      if let (what, remedy) = fault(of: check, seed: seed, runner: runner) {
        proof.add(
          Finding(
            exercise: reading.id, stage: check.id, seed: seed, what: what, remedy: remedy))
      }
    }
  }
  return proof
}

private func fault(
  of check: Check, seed: UInt64, runner: Runner
) -> (what: String, remedy: String)? {
  do {
    let question = Question(choice: check.choice, seed: seed, name: check.id)
    let key = try question.key(runner: runner)
    guard check.choice.option(key.option) != nil else {
      return (
        "the answer “\(key.option)” is not among the options: \(key.finding)",
        "add it to the options"
      )
    }
    guard key.isClear else {
      return ("nearly a tie: \(key.finding)", "ask where one option is clearly ahead")
    }
    let verdict = try question.grade(.choice(key.option), runner: runner)
    return verdict.passed ? nil : (verdict.headline, "give each option an id of its own")
  } catch {
    return ("the key cannot be computed: \(error)", "write a key that runs")
  }
}

extension Reading {
  /// The questions of all pages, in reading order.
  package var checks: [Check] {
    pages.flatMap(\.passages).compactMap { passage in
      if case .check(let check) = passage { check } else { nil }
    }
  }
}
