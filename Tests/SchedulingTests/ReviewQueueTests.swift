import Scheduling
import Testing

@Suite struct ReviewQueueTests {
  private let deck = (1...30).map { "card-\($0)" }

  @Test func `a fresh deck offers twenty new cards, in the order of the deck`() {
    let queue = Progress().queue(of: deck, at: Story.morning(ofDay: 0))
    #expect(queue.due.isEmpty)
    #expect(queue.new == Array(deck.prefix(20)))
    #expect(queue.minutes == 15)
    #expect(queue.nextDue == nil)
  }

  @Test func `cards begun today count against the limit, in whatever deck`() {
    var story = Story()
    for card in deck.prefix(12) { story.tell(.reviewed(Reviewed(card: card, grade: .easy))) }
    story.tell(.reviewed(Reviewed(card: "elsewhere", grade: .easy)))
    let today = Story.morning(ofDay: 0).adding(minutes: 60)
    #expect(story.progress.queue(of: deck, at: today).new == Array(deck[12..<19]))
    let tomorrow = Story.morning(ofDay: 1)
    #expect(story.progress.queue(of: deck, at: tomorrow).new == Array(deck[12..<30]))
    #expect(story.progress.queue(of: deck, at: today, newPerDay: 3).new.isEmpty)
    #expect(story.progress.queue(of: deck, at: today).newInAll == deck.count - 12)
  }

  @Test func `the longest overdue comes first, and what is not due waits`() throws {
    var story = Story()
    story.tell(.reviewed(Reviewed(card: "card-2", grade: .good)))  // 9:00, due 9:10
    story.tell(.reviewed(Reviewed(card: "card-1", grade: .again)))  // 9:01, due 9:02
    story.tell(.reviewed(Reviewed(card: "card-3", grade: .easy)))  // 9:02, due in 8 days
    let at = { Story.morning(ofDay: 0).adding(minutes: $0) }
    let early = story.progress.queue(of: deck, at: at(2))
    #expect(early.due == ["card-1"])
    #expect(early.nextDue == at(10))
    let later = story.progress.queue(of: deck, at: at(10))
    #expect(later.due == ["card-1", "card-2"])
    #expect(later.nextDue == Story.morning(ofDay: 8).adding(minutes: 2))
    #expect(later.cards.count == 2 + 17)
  }

  @Test func `cards that fall due together keep the order of the deck`() {
    let at = Story.morning(ofDay: 0)
    var dice = Dice(seed: 5)
    let events = ["card-3", "card-1", "card-2"].map {
      LearningEvent(
        id: .random(using: &dice), at: at,
        happening: .reviewed(Reviewed(card: $0, grade: .again)))
    }
    let queue = Progress(events: events).queue(of: deck, at: at.adding(days: 1))
    #expect(queue.due == ["card-1", "card-2", "card-3"])
  }
}
