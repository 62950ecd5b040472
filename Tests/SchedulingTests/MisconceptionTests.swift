import Scheduling
import Testing

private let places = [(item: "near", part: "predict"), (item: "near", part: "observe")]

extension Story {
  /// An answer, by the ideas that it shows: wrong with any, else right. Every attempt is a variant
  /// of its own unless a seed is named.
  fileprivate mutating func answer(
    _ attempt: String, _ part: String = "predict", seed: UInt64? = nil, isRight: Bool? = nil,
    shows ideas: String...
  ) {
    let isRight = isRight ?? ideas.isEmpty
    let own = attempt.utf8.reduce(0 as UInt64) { $0 &* 31 &+ UInt64($1) }
    tell(
      .answered(
        Answered(
          item: "near", part: part, seed: seed ?? own, attempt: attempt, answer: "a",
          score: isRight ? 1 : 0, passed: isRight, misconceptions: ideas)))
  }

  fileprivate var idea: MisconceptionRecord? { progress.misconception("idea", shownIn: places) }
}

@Suite struct `A misconception` {
  @Test func `is unknown until an answer shows it`() {
    var story = Story()
    story.answer("a", shows: "other")
    #expect(story.idea == nil)
    story.answer("b", shows: "idea")
    #expect(story.idea?.isActive == true && story.idea?.times == 1)
  }

  @Test func `is retired by two later right answers that could have shown it`() {
    var story = Story()
    story.answer("a", shows: "idea")
    story.answer("a")  // the same part again: the outcome is known
    #expect(story.idea?.cleanAnswers == 0)
    story.answer("a", "repair")  // cannot show it
    #expect(story.idea?.cleanAnswers == 0)
    story.answer("b")
    #expect(story.idea?.isActive == true && story.idea?.cleanAnswers == 1)
    story.answer("b", "observe")
    #expect(story.idea?.isActive == false)
  }

  @Test func `is not retired by wrong answers that show another idea or none`() {
    var story = Story()
    story.answer("a", shows: "idea")
    story.answer("b", isRight: false)
    story.answer("c", shows: "other")
    story.answer("d", isRight: false)
    #expect(story.idea?.isActive == true && story.idea?.cleanAnswers == 0)
  }

  @Test func `is not retired by a variant whose outcome is known`() {
    var story = Story()
    story.answer("a", seed: 7, shows: "idea")
    for attempt in "bcde" { story.answer("\(attempt)", seed: 7) }
    #expect(story.idea?.cleanAnswers == 0)
    story.answer("f", seed: 8)
    story.answer("g", seed: 8)
    #expect(story.idea?.cleanAnswers == 1)
  }

  @Test func `met again is active again, from nothing`() {
    var story = Story()
    story.answer("a", shows: "idea")
    story.answer("b")
    story.answer("c", shows: "idea")
    #expect(story.idea?.cleanAnswers == 0 && story.idea?.times == 2)
    story.answer("d")
    story.answer("e")
    #expect(story.idea?.isActive == false)
  }

  @Test func `asks for its card once for each meeting`() throws {
    var story = Story()
    story.answer("a", shows: "idea")
    #expect(story.progress.asksForCard("card", try #require(story.idea)))
    let review = story.tell(.reviewed(Reviewed(card: "card", grade: .again)))
    #expect(!story.progress.asksForCard("card", try #require(story.idea)))
    story.tell(.undone(event: review))
    #expect(story.progress.asksForCard("card", try #require(story.idea)))
    story.tell(.reviewed(Reviewed(card: "card", grade: .good)))
    story.answer("b", shows: "idea")
    #expect(story.progress.asksForCard("card", try #require(story.idea)))
    story.answer("c")
    story.answer("d")
    #expect(!story.progress.asksForCard("card", try #require(story.idea)))
  }

  @Test func `puts its card before what is due, and takes none of the day's ration`() {
    var story = Story()
    story.tell(.reviewed(Reviewed(card: "b", grade: .again)))
    let later = Story.morning(ofDay: 2)
    let queue = story.progress.queue(
      of: ["a", "b", "c", "d"], at: later, newPerDay: 1, first: ["d", "elsewhere"])
    #expect(queue.due == ["d", "b"])
    #expect(queue.new == ["a"] && queue.newInAll == 2)
  }

  @Test func `is the same whatever the order in which the events were read`() {
    var story = Story()
    for (index, attempt) in "abcdef".enumerated() {
      if index.isMultiple(of: 2) {
        story.answer("\(attempt)", shows: "idea")
      } else {
        story.answer("\(attempt)")
      }
    }
    let expected = story.idea
    for seed in 0..<20 as Range<UInt64> {
      var dice = Dice(seed: seed)
      let again = Progress(events: story.events.shuffled(using: &dice))
      #expect(again.misconception("idea", shownIn: places) == expected, "seed \(seed)")
    }
  }
}
