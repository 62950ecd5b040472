// Flash cards: the front, then the back, then a grade. What comes next is the schedule's
// business; a grade can be taken back once.

import Courseware
import Scheduling
import Screen
import Wording

struct CardSession: Session {
  private let topic: String?
  private let deck: [Card]
  /// The card whose back is seen.
  private var turned: String?
  /// A card that is looked up, out of its turn: it is read, and no grade is asked.
  private var lookedUp: String?
  /// The queue is that of this time, so that a card which becomes due meanwhile does not take
  /// the place, and the grade, of the one that is being looked at.
  private var asOf: Instant

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .cards(let topic) = bookmark.route else { return nil }
    let topics = world.course.topics.filter { topic == nil || $0.id == topic }
    guard !topics.isEmpty else { return nil }
    self.topic = topic
    deck = topics.flatMap(\.cards)
    asOf = world.now
    lookedUp = bookmark.lookedUp.flatMap { id in deck.contains { $0.id == id } ? id : nil }
    if lookedUp != nil { turned = bookmark.card == lookedUp ? lookedUp : nil }
    // By now another card may come first, and its back has to wait for its front.
    if let card = bookmark.card, card == queue(in: world).cards.first { turned = card }
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .cards(topic: topic))
    bookmark.card = turned
    bookmark.lookedUp = lookedUp
    return bookmark
  }

  mutating func appear(in world: inout World) {
    world.record(.seen(item: topic.map(Item.deck) ?? "cards"))
  }

  mutating func handle(_ event: Event, in world: inout World) {
    let card = lookedUp ?? queue(in: world).cards.first
    switch event {
    case .enter where turned == nil: turned = card
    case .enter where lookedUp != nil:
      lookedUp = nil
      look(in: world)
    case .enter: grade(.good, in: &world)
    case .grade(let grade): self.grade(grade, in: &world)
    case .undo: undo(in: &world)
    case .back: world.wish = .back
    default: break
    }
    if card == nil { asOf = world.now }
  }
}

extension CardSession {
  private mutating func grade(_ grade: Grade, in world: inout World) {
    guard let card = turned, lookedUp == nil else { return }
    world.record(.reviewed(Reviewed(card: card, grade: grade)))
    look(in: world)
  }

  /// Looks for the next card, front up.
  private mutating func look(in world: World) {
    turned = nil
    asOf = world.now
  }

  private mutating func undo(in world: inout World) {
    guard let review = world.lastReview else {
      world.notice = "There is no grade of this sitting to take back."
      return
    }
    world.record(.undone(event: review))
    world.lastReview = nil
    world.notice = "The last grade is taken back."
    look(in: world)
  }

  private func queue(in world: World) -> ReviewQueue {
    // Who opens the deck of one topic wants all of it; the daily ration is for the mixed queue.
    topic == nil
      ? world.progress.queue(of: deck.map(\.id), in: world.course, at: asOf)
      : world.progress.queue(of: deck.map(\.id), in: world.course, at: asOf, newPerDay: .max)
  }

  /// Why a card comes before its turn: a wrong answer asks for it. The wrong idea itself is named
  /// only with the back, since it tells what stands there.
  private func reason(for card: String, in world: World) -> [Element] {
    let open = world.progress.misconceptions(in: world.course).first {
      $0.misconception.card == card && $0.asksForCard
    }
    guard let open, lookedUp == nil else { return [] }
    let idea = turned == nil ? "" : " The idea it shows: \"\(open.misconception.words)\"."
    return [.prose([Span(open.because(in: world.course) + idea, .muted)])]
  }
}

extension CardSession {
  func scene(in world: World) -> Scene {
    let queue = queue(in: world)
    guard let id = lookedUp ?? queue.cards.first, let card = deck.first(where: { $0.id == id })
    else {
      return nothingDue(queue, in: world)
    }
    let prose = world.prose(of: topicOf(card, in: world))
    let front: [Element] = [.gap, .prose(prose.spans(card.front, .bold)), .gap]
    return Scene(
      title: "Cards", place: lookedUp == nil ? place(queue) : "a card out of its turn",
      main: reason(for: id, in: world) + front
        + (turned == nil ? [] : prose.elements(for: card.back)),
      actions: (turned == nil ? [turn] : afterwards) + undoing(world) + Action.always)
  }

  private func topicOf(_ card: Card, in world: World) -> Topic? {
    world.course.topics.first { $0.cards.contains { $0.id == card.id } }
  }

  private func place(_ queue: ReviewQueue) -> String {
    "\(queue.due.count) due · \(queue.newWords) · about \(queue.minutes) min"
  }

  private func nothingDue(_ queue: ReviewQueue, in world: World) -> Scene {
    let wait = queue.nextDue.map { next in
      "The next card is due in \(Waiting.words(from: world.now, to: next))."
    }
    return Scene(
      title: "Cards", place: "0 due",
      main: [
        .gap, .prose([Span("No card is due now.", .bold)]),
        .prose([Span(wait ?? (deck.isEmpty ? "This deck has no cards." : ""))]),
      ] + newTomorrow(queue),
      actions: undoing(world) + Action.always)
  }

  /// Why there are new cards that are not asked today.
  private func newTomorrow(_ queue: ReviewQueue) -> [Element] {
    guard queue.newInAll > 0 else { return [] }
    let waiting = counted(queue.newInAll, "new card")
    return [
      .prose([
        Span(
          "\(waiting) \(queue.newInAll == 1 ? "waits" : "wait") for another day: each comes back "
            + "several times, so \(ReviewQueue.newPerDay) a day are enough.")
      ])
    ]
  }

  private var turn: Action {
    Action(keys: [.space, .enter], word: "turn", label: "turn", event: .enter)
  }

  private var afterwards: [Action] {
    lookedUp == nil ? grading : [leaf]
  }

  private var leaf: Action {
    Action(
      keys: [.enter, .space, .character("n")], word: "next", label: "the cards in their turn",
      event: .enter)
  }

  private var grading: [Action] {
    let grades = Grade.allCases.map { grade in
      Action(
        keys: [.character(Character("\(grade.rawValue)"))], word: "\(grade)", label: "\(grade)",
        event: .grade(grade))
    }
    return grades + [
      Action(keys: [.enter, .space], word: "enter", label: "good", event: .grade(.good))
    ]
  }

  private func undoing(_ world: World) -> [Action] {
    world.lastReview == nil
      ? [] : [Action(keys: [.character("u")], word: "undo", label: "undo", event: .undo)]
  }
}

extension ReviewQueue {
  /// `5 new`, or `20 of 21 new today` where the others wait for another day.
  var newWords: String {
    new.count == newInAll ? "\(newInAll) new" : "\(new.count) of \(newInAll) new today"
  }
}

/// How long until something, in the largest unit that still tells something.
enum Waiting {
  static func words(from now: Instant, to later: Instant) -> String {
    let minutes = max(1, (later.milliseconds - now.milliseconds + 59_999) / 60_000)
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 48 * 60 { return "\((minutes + 59) / 60) h" }
    return "\((minutes + 1439) / 1440) days"
  }
}
