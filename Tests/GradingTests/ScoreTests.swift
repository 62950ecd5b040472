import Courseware
import Grading
import Testing

@Suite struct ScoreTests {
  private let right = Verdict(score: 1, passed: true, headline: "")
  private let wrong = Verdict(score: 0.4, passed: false, headline: "")

  @Test func `each hint takes its price, and nothing goes below 0`() {
    let hints = [Hint(text: "", price: 0.1), Hint(text: "", price: 0.3)]
    #expect(right.score(afterHints: []) == 1)
    #expect(right.score(afterHints: Array(hints.prefix(1))) == 0.9)
    #expect(right.score(afterHints: hints) == 0.6)
    #expect(wrong.score(afterHints: hints + hints) == 0)
  }

  @Test func `an exercise is the weighted sum of its stages, and passes when all do`() {
    let stages = [
      stage("a", .write(explain), weight: 0.25), stage("b", .write(explain), weight: 0.75),
    ]
    let lab = exercise(stages)
    func result(_ a: Verdict, _ b: Verdict?) -> ExerciseResult {
      let first = StageResult(stage: stages[0], verdict: a)
      let second = b.map { StageResult(stage: stages[1], verdict: $0) }
      return ExerciseResult(lab, results: [first] + [second].compactMap { $0 })
    }
    #expect(result(right, right).score == 1)
    #expect(result(right, right).passed)
    #expect(result(right, wrong).score == 0.25 + 0.75 * 0.4)
    #expect(!result(right, wrong).passed)
    #expect(result(right, nil).score == 0.25)
    #expect(!result(right, nil).passed)
  }
}
