// All that is known about a learner, computed from the events and from nothing else. It is a
// function of the *set* of events: whatever order they are added in, and however often, the same
// progress comes out. That is what lets two machines merge, and lets one event be added to a
// running session without reading the others again.

/// What a learner has done so far.
package struct Progress: Sendable, Equatable {
  /// Days begin and end by this clock; they decide what is cold and what is new today.
  package let utcOffset: UTCOffset
  package let scheduler: FSRS

  private(set) var items: [String: ItemRecord] = [:]
  private(set) var cards: [String: CardRecord] = [:]
  private(set) var mockEvents = History<Mocked>()
  private var latestPlace: Latest<String>?
  private var latestPreferences: [String: Latest<String>] = [:]

  private var known: Set<EventID> = []
  private var undone: Set<EventID> = []
  /// The card of each review that counts, to find it again when it is undone.
  private var cardOfReview: [EventID: String] = [:]

  package init(
    events: some Sequence<LearningEvent> = [], utcOffset: UTCOffset = .utc, scheduler: FSRS = FSRS()
  ) {
    self.utcOffset = utcOffset
    self.scheduler = scheduler
    for event in events { add(event) }
  }
}

extension Progress {
  /// Takes one more event into account. An event that is already known changes nothing.
  package mutating func add(_ event: LearningEvent) {
    guard known.insert(event.id).inserted else { return }
    let moment = event.moment
    switch event.happening {
    case .seen(let item):
      items[item, default: ItemRecord()].touch(moment)
    case .answered(let answer):
      items[answer.item, default: ItemRecord()].add(answer, at: moment)
    case .hinted(let hint):
      items[hint.item, default: ItemRecord()].add(hint, at: moment)
    case .finished(let finish):
      items[finish.item, default: ItemRecord()].add(finish, at: moment)
    case .selfMarked(let marking):
      items[marking.item, default: ItemRecord()].add(marking, at: moment)
    case .mocked(let interview):
      mockEvents.insert(interview, at: moment)
    case .disputed(let dispute):
      items[dispute.item, default: ItemRecord()].add(dispute, at: moment)
    case .decided(let decision):
      items[decision.item, default: ItemRecord()].add(decision, at: moment)
    case .regraded(let grade):
      items[grade.item, default: ItemRecord()].add(grade, at: moment)
    case .reviewed(let review):
      add(review, at: moment)
    case .undone(let review):
      undo(review)
    case .placed(let place):
      Latest.keep(place, at: moment, in: &latestPlace)
    case .preferred(let key, let value):
      Latest.keep(value, at: moment, in: &latestPreferences[key])
    case .unknown:
      break
    }
  }

  private mutating func add(_ review: Reviewed, at moment: Moment) {
    guard !undone.contains(moment.id) else { return }
    cardOfReview[moment.id] = review.card
    cards[review.card, default: CardRecord()].add(review, at: moment, by: scheduler)
  }

  /// An undo may be read before the review it undoes; it holds all the same.
  private mutating func undo(_ review: EventID) {
    undone.insert(review)
    guard let card = cardOfReview.removeValue(forKey: review) else { return }
    cards[card]?.remove(review, by: scheduler)
    if cards[card]?.reviews.isEmpty == true { cards[card] = nil }
  }
}

extension Progress {
  /// Where the learner was last, as the sessions wrote it.
  package var place: String? { latestPlace?.value }

  /// The last choice made for `key`.
  package func preference(_ key: String) -> String? { latestPreferences[key]?.value }

  /// Every item that something is known of, in one order.
  package var itemIDs: [String] { items.keys.sorted() }

  /// What was done with an item; nil when it was never opened.
  package func record(of item: String) -> ItemRecord? { items[item] }

  /// The state of a card; nil when it was never reviewed.
  package func card(_ card: String) -> CardState? { cards[card]?.state }
}

/// A value that each later event replaces.
struct Latest<Value: Sendable & Equatable>: Sendable, Equatable {
  let value: Value
  let moment: Moment

  static func keep(_ value: Value, at moment: Moment, in slot: inout Latest?) {
    if let slot, slot.moment > moment { return }
    slot = Latest(value: value, moment: moment)
  }
}
