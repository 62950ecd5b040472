// What the machine said of an answer, what a learner disputes and what a person decided, kept apart.

import Scheduling
import Testing

extension Story {
  /// A written answer on which the machine credits `points`.
  fileprivate mutating func write(crediting points: [String]?) -> EventID {
    tell(
      .answered(
        Answered(
          item: "near", part: "why", seed: 1, attempt: "a", answer: "words", score: 0.25,
          passed: false, points: points)))
  }

  fileprivate mutating func decide(
    _ event: EventID, _ point: String? = nil, _ credited: Bool? = nil, score: Double? = nil
  ) {
    tell(
      .decided(
        Decided(
          item: "near", attempt: "a", event: event, point: point, credited: credited,
          score: score, by: "A. Teacher")))
  }

  fileprivate mutating func regrade(
    _ event: EventID, _ score: Double, _ points: [String]? = nil
  ) {
    tell(
      .regraded(
        Regraded(
          item: "near", attempt: "a", event: event, score: score, passed: false, points: points)))
  }

  fileprivate mutating func dispute(_ points: String...) {
    tell(.disputed(Disputed(item: "near", part: "why", attempt: "a", points: points)))
  }

  fileprivate var given: GivenAnswer? {
    progress.record(of: "near")?.run("a")?.given(to: "why")
  }
}

@Suite struct `What the machine credits` {
  @Test func `is told apart from what a person decided`() {
    var story = Story()
    let answer = story.write(crediting: ["a", "b"])
    story.decide(answer, "b", false)
    story.decide(answer, "c", true)
    story.regrade(answer, 0.5, ["a", "c"])
    #expect(story.given?.answer.points == ["a", "c"])
    #expect(story.given?.machinePoints == ["a", "b"])
  }

  @Test func `is nothing where no machine has marked, whatever a person decided`() {
    var story = Story()
    let answer = story.write(crediting: nil)
    story.decide(answer, "b", true)
    story.regrade(answer, 0.5)
    #expect(story.given?.machinePoints == nil)
  }

  @Test func `is what it was before a decision, and after one that was taken back`() {
    var story = Story()
    let answer = story.write(crediting: ["a"])
    story.regrade(answer, 0.3, ["b"])
    story.decide(answer, score: 1)
    story.regrade(answer, 1, ["b"])
    #expect(story.given?.answer.score == 1 && story.given?.undecided.score == 0.3)
    story.decide(answer)
    story.regrade(answer, 0.4, ["c"])
    #expect(story.given?.undecided.score == 0.4 && story.given?.machinePoints == ["c"])
  }
}

@Suite struct `A person's decision` {
  @Test func `is in force until it is taken back, point by point and for the score`() {
    var story = Story()
    let answer = story.write(crediting: [])
    story.decide(answer, "a", true)
    story.decide(answer, score: 0.8)
    #expect(story.given?.decisions.points == ["a": true])
    #expect(story.given?.decisions.decision()?.score == 0.8)
    story.decide(answer)
    #expect(story.given?.decisions.score == nil && story.given?.decisions.decision() == nil)
    #expect(story.given?.decisions.decision(on: "a")?.by == "A. Teacher")
    story.decide(answer, "a")
    #expect(story.given?.decisions.isEmpty == true)
  }
}

@Suite struct `A disputed point` {
  @Test func `waits until a person has decided about it or about the whole`() {
    var story = Story()
    let answer = story.write(crediting: [])
    story.dispute("a", "b")
    story.decide(answer, "a", false)
    #expect(story.given?.openDisputes == ["b"])
    story.decide(answer, score: 0.5)
    #expect(story.given?.openDisputes == [])
  }

  @Test func `waits again when it is disputed anew, and not when another one is`() {
    var story = Story()
    let answer = story.write(crediting: [])
    story.dispute("a")
    story.decide(answer, "a", false)
    story.dispute("a", "b")
    #expect(story.given?.openDisputes == ["b"])
    story.dispute("b")
    story.dispute("b", "a")
    #expect(story.given?.openDisputes == ["b", "a"])
  }

  @Test func `waits again when the decision is taken back`() {
    var story = Story()
    let answer = story.write(crediting: [])
    story.dispute("a")
    story.decide(answer, "a", false)
    story.decide(answer, "a")
    #expect(story.given?.openDisputes == ["a"])
  }

  @Test func `is the same whatever the order in which the events were read`() {
    var story = Story()
    let answer = story.write(crediting: ["a"])
    story.dispute("b")
    story.decide(answer, "b", false)
    story.regrade(answer, 0.1, ["a"])
    story.dispute()
    story.dispute("b")
    story.decide(answer, score: 0.7)
    story.decide(answer)
    let expected = story.given
    #expect(expected?.openDisputes == ["b"])
    for seed in 0..<20 as Range<UInt64> {
      var dice = Dice(seed: seed)
      let again = Progress(events: story.events.shuffled(using: &dice))
      #expect(
        again.record(of: "near")?.run("a")?.given(to: "why") == expected, "seed \(seed)")
    }
  }
}
