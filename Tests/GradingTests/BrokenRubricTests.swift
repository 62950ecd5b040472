// A rubric that cannot be used marks nobody, takes no point away, and says why.

import Courseware
import Grading
import Marking
import Testing

private let broken = Markers(finding: { writing in
  .broken(BrokenRubric(prompt: writing.prompt, mistake: "why.md:7:1: error: torn", mistakes: 2))
})

@Suite struct `A rubric with a mistake` {
  private let task = Task.write(explain)

  private func verdict() throws -> Verdict {
    let (instance, stage) = try exercise([stage("explain", task)]).first()
    return try grade(
      instance, stage, .text("Points of one group are near each other."), runner: runner,
      markers: broken)
  }

  @Test func `leaves the marking to the learner, and says why`() throws {
    let verdict = try verdict()
    #expect(verdict.credited == nil)
    #expect(
      verdict.headline
        == "Kept. Now compare it with a strong answer, point by point. The tutor cannot mark it "
        + "now: its rubric has a mistake: why.md:7:1: error: torn (and 1 more; `centroid check` "
        + "shows all).")
    let own = verdict.counting(own: ["within", "use"], in: task)
    #expect(own.score == 2.0 / 3 && own.passed)
    #expect(own.headline.contains("By your own marks. The tutor cannot mark it now"))
  }

  @Test func `takes nothing away from what was marked when it could be`() throws {
    let counted = try verdict().counting(
      own: ["use"], recorded: ["within", "between"], by: Rulings(), in: task)
    #expect(counted.credited == ["within", "between"])
    #expect(counted.headline.contains("So it was marked. The tutor cannot mark it now"))
    let decided = try verdict().counting(
      own: nil, recorded: ["within"], by: Rulings(points: ["use": true]), in: task)
    #expect(decided.credited == ["within", "use"])
  }

  @Test func `is the first mistake of the file, with its place`() throws {
    let prompt = explain.prompt
    #expect(broken.marker(for: explain) == nil && broken.broken(explain)?.prompt == prompt)
    #expect(Markers.none.broken(explain) == nil)
  }
}

@Suite struct `Who decided, and why` {
  @Test func `is told with the point, and with the score`() throws {
    let machine = Verdict(score: 0, passed: false, headline: "Read.", credited: ["within"])
    let counted = machine.counting(
      by: Rulings(
        points: ["use": true], score: 0.5, notes: ["use": "A. Teacher: it does"], note: "B."),
      in: .write(explain))
    #expect(
      counted.criteria.map(\.why).last == "a person decided that you say it (A. Teacher: it does)")
    #expect(counted.headline.hasPrefix("A person decided: 50 % (B.). "))
  }
}
