// One concept: where it stands and why, and every part of the course that teaches or tries it.

import Courseware
import Scheduling
import Screen
import Wording

struct ConceptSession: Session {
  private let concept: Concept
  private var chooser: Chooser

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .concept(let id) = bookmark.route,
      let concept = world.course.concepts.first(where: { $0.id == id })
    else { return nil }
    self.concept = concept
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .concept(concept.id)) }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    chooser.handle(event, entries(in: world).map(\.wish), in: &world)
  }
}

// MARK: - The parts that teach it

extension ConceptSession {
  private struct Entry {
    let text: String
    let note: String
    let mark: String
    let wish: World.Wish
  }

  private func entries(in world: World) -> [Entry] {
    let material = concept.material
    return material.pages.map { page($0, in: world) }
      + material.drills.map { exercise($0, in: world) } + decks(in: world)
      + material.questions.map { exercise($0, in: world) }
  }

  private func page(_ taught: TaughtPage, in world: World) -> Entry {
    let isRead = world.progress.record(of: taught.item) != nil
    let topic = world.course.topic(ofReading: taught.reading.id)
    let kind = topic?.lesson.id == taught.reading.id ? "lesson" : "walkthrough"
    return Entry(
      text: "\(kind.padded(to: 11))  \(taught.page.title)",
      note: "page \(taught.index + 1)\(isRead ? " · read" : "")", mark: isRead ? "✓" : "·",
      wish: .turn(to: taught.index, of: .reading(taught.reading.id)))
  }

  private func exercise(_ exercise: Exercise, in world: World) -> Entry {
    let status = world.progress.status(of: exercise.id)
    let score = world.progress.record(of: exercise.id)?.bestScore.map { " · \(percentage($0))" }
    return Entry(
      text: "\("\(exercise.kind)".padded(to: 11))  \(exercise.title)",
      note: status == .unseen ? "\(exercise.minutes) min" : status.words + (score ?? ""),
      mark: status.mark, wish: .go(.exercise(exercise.id)))
  }

  /// The cards of one topic are opened together, whichever of them are about the concept.
  private func decks(in world: World) -> [Entry] {
    world.course.topics.compactMap { topic in
      let ids = Set(concept.material.cards.map(\.id))
      let cards = topic.cards.filter { ids.contains($0.id) }
      guard !cards.isEmpty else { return nil }
      let recall = world.progress.recall(of: cards.map(\.id), at: world.now)
      return Entry(
        text: "\("cards".padded(to: 11))  \(cards.count) of \(topic.title)",
        note: recall.chance.map { "\(recall.begun) begun · recall \(percentage($0))" }
          ?? "not begun", mark: recall.begun == 0 ? "·" : recall.due > 0 ? "!" : "~",
        wish: .go(.cards(topic: topic.id)))
    }
  }

  func scene(in world: World) -> Scene {
    let standing = world.progress.standing(of: concept.material, at: world.now)
    let items = entries(in: world).enumerated().map { index, entry in
      MenuItem(text: entry.text, note: entry.note, mark: entry.mark, name: "\(index + 1)")
    }
    return Scene(
      title: concept.title, place: "shown \(percentage(standing.shown))",
      main: [
        .standings(
          header: [""] + Standing.columns,
          [StandingRow(text: "so far", cells: standing.cells, name: "")], cursor: nil), .gap,
      ] + standing.reasons.map { .prose([Span($0)]) } + [
        .gap, .menu(items, cursor: chooser.place(in: items.count)), .gap,
        .prose([Span(Self.legend, .muted)]),
      ],
      actions: Action.choosing("open") + Action.always)
  }

  private static let legend =
    "Shown is the mean of the exercises passed, the recall of the cards and the answers given. "
    + "Reading shows nothing. On the list ✓ is shown, ! weak, ~ begun, and · not begun."
}
