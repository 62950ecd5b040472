// The coverage map: every concept of the course with what was read, drilled, recalled and
// explained of it, and on top the one best thing to do next. Under the list it says why the
// concept under the cursor stands where it stands.

import Courseware
import Scheduling
import Screen
import Wording

struct CoverageSession: Session {
  private var chooser: Chooser

  init(_ bookmark: Bookmark) {
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .coverage) }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    chooser.handle(event, entries(in: world).map(\.wish), in: &world)
  }
}

extension CoverageSession {
  private struct Entry {
    let row: StandingRow
    let wish: World.Wish
    /// Said while the cursor stands on it.
    let reasons: [String]
  }

  private func entries(in world: World) -> [Entry] {
    let advice = world.progress.advice(on: world.course, at: world.now)
    let next = advice.map { [entry($0)] } ?? []
    let concepts = world.course.concepts.enumerated().map { index, concept in
      entry(concept, number: index + 1 + next.count, in: world)
    }
    return next + concepts
  }

  private func entry(_ advice: Advice) -> Entry {
    Entry(
      row: StandingRow(text: "Next: \(advice.title)", note: advice.note, name: "1"),
      wish: advice.page.map { .turn(to: $0, of: advice.route) } ?? .go(advice.route),
      reasons: [advice.why])
  }

  private func entry(_ concept: Concept, number: Int, in world: World) -> Entry {
    let standing = world.progress.standing(of: concept.material, at: world.now)
    return Entry(
      row: StandingRow(
        text: concept.title, mark: standing.mark, cells: standing.cells, name: "\(number)"),
      wish: .go(.concept(concept.id)), reasons: standing.reasons)
  }

  func scene(in world: World) -> Scene {
    let entries = entries(in: world)
    let cursor = chooser.place(in: entries.count)
    let reasons = entries.indices.contains(cursor) ? entries[cursor].reasons : []
    let shown = world.course.concepts.map {
      world.progress.standing(of: $0.material, at: world.now).shown
    }
    let plenty = shown.count { $0 >= Standing.plenty }
    return Scene(
      title: "What you know",
      place: "\(plenty) of \(counted(shown.count, "concept")) shown",
      main: [
        .standings(header: ["concept"] + Standing.columns, entries.map(\.row), cursor: cursor)
      ],
      aside: reasons.prefix(2).map { .prose([Span($0)]) } + ideas(in: world),
      actions: Action.choosing("open") + [Self.sureness] + Action.always)
  }

  private static let sureness = Action(
    keys: [.character("s")], word: "sure", label: "how sure", event: .open(.calibration))

  /// The wrong ideas that are still about: the last one, and how many there are.
  private func ideas(in world: World) -> [Element] {
    let open = world.progress.misconceptions(in: world.course)
    guard let last = open.first else { return [] }
    let words =
      open.count == 1 ? "An idea to shed" : "\(open.count) ideas to shed, last of them"
    return [.prose([Span("\(words): \(last.words(in: world.course)).", .warning)])]
  }
}
