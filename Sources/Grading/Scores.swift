// What hints cost, and what the stages of an exercise come to together.

package import Courseware

extension Verdict {
  /// The score with the price of each used hint taken off, never below 0. What a person decided
  /// is what they meant it to be: it stands.
  package func score(afterHints hints: [Hint]) -> Double {
    isDecided ? score : max(0, score - hints.reduce(0) { $0 + max(0, $1.price) })
  }
}

/// A stage that was answered.
package struct StageResult: Sendable {
  package let stage: Stage
  package let verdict: Verdict
  package let hints: [Hint]

  package init(stage: Stage, verdict: Verdict, hints: [Hint] = []) {
    self.stage = stage
    self.verdict = verdict
    self.hints = hints
  }

  package var score: Double { verdict.score(afterHints: hints) }
}

/// What the answered stages of an exercise come to.
package struct ExerciseResult: Sendable {
  /// Weighted sum of the stages, after hints; a stage without an answer earns nothing.
  package let score: Double
  /// Whether every stage passed.
  package let passed: Bool

  package init(_ exercise: Exercise, results: [StageResult]) {
    self.init(exercise) { stage in
      results.last { $0.stage.id == stage.id }.map { ($0.score, $0.verdict.passed) }
    }
  }

  /// - Parameter worth: what the answer to a stage is worth; nil where there is none.
  package init(_ exercise: Exercise, worth: (Stage) -> (score: Double, passed: Bool)?) {
    let worths = exercise.stages.map { (weight: $0.weight, answer: worth($0)) }
    let sum = worths.reduce(0.0) { $0 + $1.weight * ($1.answer?.score ?? 0) }
    score = min(1, max(0, sum))
    passed = !worths.isEmpty && worths.allSatisfy { $0.answer?.passed ?? false }
  }
}
