// The rule of what an answer is worth, case by case: the machine's verdict, else the learner's own
// marks, with a person's decisions over it.

import Courseware
import Grading
import Testing

private let machine = Verdict(
  score: 1.0 / 3, passed: false, headline: "",
  criteria: explain.points.map { Criterion(name: $0.idea, earned: 0, possible: 1, why: "read") },
  credited: ["within"])
private let unmarked = Verdict(score: 0, passed: false, headline: "Kept.")

@Suite struct `What an answer is worth` {
  private let text = Task.write(explain)

  @Test(
    arguments: [
      (own: nil as [String]?, decided: [:] as [String: Bool], credited: nil as [String]?),
      ([], [:], []), (["use"], [:], ["use"]), (["use", "gone"], [:], ["use"]),
      (nil, ["within": true], ["within"]), (["use"], ["within": true], ["within", "use"]),
      (["use"], ["use": false], []),
    ])
  func `follows the learner's own marks where no machine marks, and a person's word over them`(
    own: [String]?, decided: [String: Bool], credited: [String]?
  ) {
    let counted = unmarked.counting(own: own, points: decided, in: text)
    #expect(counted.credited == credited)
    #expect(counted.score == Double(credited?.count ?? 0) / 3)
    #expect(counted.passed == ((credited?.count ?? 0) >= 2))
  }

  @Test(
    arguments: [
      (own: nil as [String]?, decided: [:] as [String: Bool], credited: ["within"]),
      (["use", "between"], [:], ["within"]), (nil, ["use": true], ["within", "use"]),
      (["use"], ["within": false], []), (nil, ["gone": true], ["within"]),
    ])
  func `follows the machine where it marks, and a person's word over it`(
    own: [String]?, decided: [String: Bool], credited: [String]
  ) {
    let counted = machine.counting(own: own, points: decided, in: text)
    #expect(counted.credited == credited)
    #expect(counted.score == Double(credited.count) / 3)
  }

  @Test func `says point by point whose word it is`() {
    let whys = machine.counting(points: ["use": true, "between": false], in: text)
      .criteria.map(\.why)
    #expect(
      whys == [
        "read", "a person decided that you do not say it", "a person decided that you say it",
      ])
    let own = unmarked.counting(own: ["use"], points: ["within": true], in: text).criteria
    #expect(own.map(\.why).contains("you did not find it in your answer"))
  }

  @Test func `is what a person decided for the whole, at the mark of its task, free of hints`() {
    let hint = Hint(text: "", price: 0.2)
    let enough = unmarked.counting(own: [], score: 0.6, in: text)
    #expect(enough.passed && enough.score(afterHints: [hint]) == 0.6)
    #expect(!machine.counting(score: 0.59, in: text).passed)
    let order = Task.order(Ordering(question: "", steps: [], constraints: []))
    #expect(!unmarked.counting(score: 0.9, in: order).passed)
    #expect(unmarked.counting(score: 1, in: order).passed)
    #expect(unmarked.counting(own: ["use"], points: ["use": true], in: order).score == 0)
  }
}
