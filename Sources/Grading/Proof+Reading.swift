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
      let question = Question(choice: check.choice, seed: seed, name: check.id)
      for fault in question.faults(runner: runner) {
        proof.add(
          Finding(
            exercise: reading.id, stage: check.id, position: check.places[fault.path], seed: seed,
            what: fault.what, remedy: fault.remedy))
      }
    }
  }
  return proof
}

extension Reading {
  /// The questions of all pages, in reading order.
  package var checks: [Check] {
    pages.flatMap(\.passages).compactMap { passage in
      if case .check(let check) = passage { check } else { nil }
    }
  }
}
