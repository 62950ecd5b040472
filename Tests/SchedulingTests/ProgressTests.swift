import Scheduling
import Testing

@Suite struct StatusTests {
  @Test func `reading never passes anything`() {
    var story = Story()
    #expect(story.progress.status(of: "near") == .unseen)
    for _ in 0..<50 { story.tell(.seen(item: "near")) }
    #expect(story.progress.status(of: "near") == .seen)
  }

  @Test func `a hint alone is no try`() {
    var story = Story()
    story.tell(.hinted(Hinted(item: "near", part: "predict", attempt: "a", level: 1)))
    #expect(story.progress.status(of: "near") == .seen)
  }

  @Test func `an answer is a try, and only a finished run-through passes`() {
    var story = Story()
    story.tell(.answered(answer("a", seed: 1, passed: true)))
    #expect(story.progress.status(of: "near") == .tried)
    story.run("b", seed: 2, passed: false)
    #expect(story.progress.status(of: "near") == .tried)
    story.run("c", seed: 3, passed: true)
    #expect(story.progress.status(of: "near") == .passed)
  }

  @Test func `passing cold takes another day, a new seed and no hint`() {
    var story = Story()
    story.run("a", seed: 1, passed: true)
    story.run("b", seed: 2, passed: true)
    #expect(story.progress.status(of: "near") == .passed, "the same day")
    story.sleep(untilDay: 1)
    story.run("c", seed: 1, passed: true)
    #expect(story.progress.status(of: "near") == .passed, "an old seed")
    story.run("d", seed: 3, passed: true, hints: 1)
    #expect(story.progress.status(of: "near") == .passed, "a hint")
    story.run("e", seed: 4, passed: true)
    #expect(story.progress.status(of: "near") == .passedCold)
  }

  @Test func `a hint event counts even when the verdict forgot it`() {
    var story = Story()
    story.run("a", seed: 1, passed: true)
    story.sleep(untilDay: 1)
    story.tell(.hinted(Hinted(item: "near", part: "predict", attempt: "b", level: 1)))
    story.run("b", seed: 2, passed: true)
    #expect(story.progress.status(of: "near") == .passed)
  }

  @Test func `a seed that was tried and failed is no longer new`() {
    var story = Story()
    story.run("a", seed: 1, passed: false)
    story.sleep(untilDay: 1)
    story.run("b", seed: 1, passed: true)
    #expect(story.progress.status(of: "near") == .passed)
  }

  @Test func `a run-through that goes on past midnight is not another day`() {
    var story = Story()
    story.jump(to: Instant(milliseconds: 86_400_000 - 30_000))
    story.run("a", seed: 1, passed: true)
    #expect(story.progress.status(of: "near") == .passed)
  }

  @Test func `what counts as another day depends on where the learner lives`() {
    var story = Story()
    story.run("a", seed: 1, passed: true)
    story.jump(to: Story.morning(ofDay: 0).adding(minutes: 14 * 60))
    story.run("b", seed: 2, passed: true)
    #expect(Progress(events: story.events).status(of: "near") == .passed)
    let tokyo = UTCOffset(minutes: 540)
    #expect(Progress(events: story.events, utcOffset: tokyo).status(of: "near") == .passedCold)
  }

  @Test func `a deck is passed when every card was once good or easy`() {
    var story = Story()
    let status = { (story: Story) in story.progress.status(ofDeck: "deck", cards: ["a", "b"]) }
    #expect(status(story) == .unseen)
    story.tell(.seen(item: "deck"))
    #expect(status(story) == .seen)
    story.tell(.reviewed(Reviewed(card: "a", grade: .good)))
    #expect(status(story) == .tried)
    story.tell(.reviewed(Reviewed(card: "b", grade: .hard)))
    #expect(status(story) == .tried)
    let slip = story.tell(.reviewed(Reviewed(card: "b", grade: .easy)))
    #expect(status(story) == .passed)
    story.tell(.undone(event: slip))
    #expect(status(story) == .tried)
    story.sleep(untilDay: 1)
    story.tell(.reviewed(Reviewed(card: "b", grade: .good)))
    story.tell(.reviewed(Reviewed(card: "a", grade: .again)))
    #expect(status(story) == .passed)
    story.tell(.reviewed(Reviewed(card: "a", grade: .good)))
    #expect(status(story) == .passedCold)
    #expect(story.progress.status(ofDeck: "deck", cards: []) == .seen)
  }
}

@Suite struct ProgressTests {
  @Test func `a record tells of tries, best score, answers and marks`() throws {
    var story = Story()
    story.tell(.seen(item: "near"))
    story.run("a", seed: 1, passed: false)
    story.tell(.answered(answer("b", part: "predict", seed: 2, passed: false)))
    story.tell(.answered(answer("b", part: "explain", seed: 2, passed: true)))
    story.tell(.selfMarked(SelfMarked(item: "near", attempt: "b", points: ["scale"])))
    let record = try #require(story.progress.record(of: "near"))
    #expect(record.tries.map(\.attempt) == ["a", "b"])
    #expect(record.bestScore == 0.4)
    #expect(record.lastSeen == story.events.last?.at)
    let open = try #require(record.run("b"))
    #expect(open.finish == nil)
    #expect(open.seed == 2)
    #expect(open.answers.map(\.part) == ["predict", "explain"])
    #expect(open.answer(to: "explain")?.passed == true)
    #expect(open.markedPoints == ["scale"])
  }

  @Test func `the latest place and the latest choice count`() {
    var story = Story()
    story.tell(.placed("page 1"))
    story.tell(.preferred(key: "level", value: "first-time"))
    story.tell(.placed("page 2"))
    story.tell(.preferred(key: "level", value: "practitioner"))
    #expect(story.progress.place == "page 2")
    #expect(story.progress.preference("level") == "practitioner")
    #expect(story.progress.preference("colour") == nil)
  }

  @Test func `an undone review leaves the card as it was`() {
    var story = Story()
    story.tell(.reviewed(Reviewed(card: "a", grade: .good)))
    let before = story.progress.card("a")
    let slip = story.tell(.reviewed(Reviewed(card: "a", grade: .again)))
    #expect(story.progress.card("a") != before)
    story.tell(.undone(event: slip))
    #expect(story.progress.card("a") == before)
  }

  @Test func `undoing its only review makes a card new again`() {
    var story = Story()
    let slip = story.tell(.reviewed(Reviewed(card: "a", grade: .easy)))
    story.tell(.undone(event: slip))
    #expect(story.progress.card("a") == nil)
    let queue = story.progress.queue(of: ["a"], at: Story.morning(ofDay: 0))
    #expect(queue.new == ["a"])
  }

  @Test func `only the first answer to a part counts for calibration`() {
    var story = Story()
    story.tell(.answered(answer("a", seed: 1, confidence: .sure, passed: false)))
    story.tell(.answered(answer("a", seed: 1, confidence: .sure, passed: true)))
    story.tell(.answered(answer("b", seed: 2, confidence: .sure, passed: true)))
    story.tell(.answered(answer("c", seed: 3, confidence: .guess, passed: true)))
    story.tell(.answered(answer("d", seed: 4, passed: true)))
    let lines = story.progress.calibration.map { "\($0.confidence) \($0.right) of \($0.answers)" }
    #expect(lines == ["guess 1 of 1", "sure 1 of 2"])
  }

  @Test func `the Brier score is the mean squared distance of what was said from what came true`() {
    var story = Story()
    #expect(story.progress.foresight.brier == nil)
    story.tell(.answered(answer("a", seed: 1, confidence: .sure, chance: 0.9, passed: true)))
    story.tell(.answered(answer("b", seed: 2, confidence: .guess, chance: 0.5, passed: false)))
    let foresight = story.progress.foresight
    // 0.1² and 0.5², by hand.
    #expect(abs((foresight.brier ?? 0) - (0.01 + 0.25) / 2) < 1e-12)
    #expect(foresight.lines.map(\.said) == [0.5, 0.9])
    #expect(foresight.missing == 18)
  }

  @Test func `what was said before chances were kept counts by its word`() {
    var story = Story()
    story.tell(.answered(answer("a", seed: 1, confidence: .guess, passed: false)))
    #expect(story.progress.foresight.lines.map(\.said) == [0.25])
  }

  @Test func `any order of the events, and any repetition, gives the same progress`() {
    for seed in 0..<60 as Range<UInt64> {
      var dice = Dice(seed: seed)
      let events = randomStory(using: &dice)
      let expected = Progress(events: events)
      let again = (events + events.prefix(20)).shuffled(using: &dice)
      #expect(Progress(events: again) == expected, "seed \(seed)")
    }
  }
}

/// Two hundred events of all kinds on few items and cards, with ties in time.
private func randomStory(using dice: inout Dice) -> [LearningEvent] {
  var events: [LearningEvent] = []
  for _ in 0..<200 {
    let at = Instant(milliseconds: .random(in: 0...50, using: &dice) * 40_000_000)
    let happening = randomHappening(after: events, using: &dice)
    events.append(LearningEvent(id: .random(using: &dice), at: at, happening: happening))
  }
  return events
}

private func randomHappening(
  after events: [LearningEvent], using dice: inout Dice
) -> Happening {
  let few = Int.random(in: 0..<3, using: &dice)
  let attempt = "run-\(Int.random(in: 0..<6, using: &dice))"
  switch Int.random(in: 0..<9, using: &dice) {
  case 0: return .seen(item: "near")
  case 1: return .answered(answer(attempt, seed: UInt64(few), passed: few == 1))
  case 2: return .hinted(Hinted(item: "near", part: "predict", attempt: attempt, level: few))
  case 3:
    return .finished(
      Finished(item: "near", attempt: attempt, seed: UInt64(few), score: 0.5, passed: few > 0))
  case 4: return .selfMarked(SelfMarked(item: "near", attempt: attempt, points: ["\(few)"]))
  case 5: return .placed("page \(few)")
  case 6: return .preferred(key: "level", value: "\(few)")
  case 7: return events.randomElement(using: &dice).map { .undone(event: $0.id) } ?? .placed("")
  default:
    let grade = Grade.allCases.randomElement(using: &dice) ?? .good
    return .reviewed(Reviewed(card: "card-\(few)", grade: grade))
  }
}
