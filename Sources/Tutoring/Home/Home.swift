// Where am I, what next: the parts of every topic with what has been shown of each.

import Courseware
import Scheduling
import Screen

struct Home: Session {
  private var chooser: Chooser

  init(_ bookmark: Bookmark? = nil) {
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .home) }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .set("level", let value): setLevel(value, in: &world)
    case .back: world.wish = .quit
    default: chooser.handle(event, entries(in: world).map { .go($0.route) }, in: &world)
    }
  }

  private func setLevel(_ value: String, in world: inout World) {
    world.record(.preferred(key: "level", value: value))
    world.notice = Self.levels[value]
  }

  /// What a choice of notes does: it is seen in the lessons, and not here.
  private static let levels = [
    "both": "Lessons show all notes: for a first time, and for production.",
    "first-time": "Lessons show the notes for a first time, and leave out those for production.",
    "production": "Lessons show the notes for production, and leave out those for a first time.",
  ]
}

extension Home {
  private struct Entry {
    let route: Route
    let item: MenuItem
  }

  private func entries(in world: World) -> [Entry] {
    let first = world.course.topics.lazy.flatMap { world.progress.parts(of: $0) }
      .first { $0.status < .passed }
    let mock = world.mock?.standing.map { [Entry(route: .mock, item: goOn($0))] } ?? []
    let next =
      mock
      + (first.map { [Entry(route: $0.route, item: self.next($0, number: mock.count + 1))] } ?? [])
    let parts = world.currentTopic.map { world.progress.parts(of: $0) } ?? []
    let all = parts.enumerated().map { index, part in
      Entry(route: part.route, item: part.menuItem(number: index + 1 + next.count))
    }
    return next + all
  }

  private func goOn(_ standing: String) -> MenuItem {
    MenuItem(text: "Go on: mock interview", note: standing, name: "1")
  }

  private func next(_ part: Part, number: Int) -> MenuItem {
    MenuItem(
      text: "\(part.status == .unseen ? "Start" : "Continue"): \(part.title)",
      note: "\(part.kind) · about \(part.minutes) min", name: "\(number)")
  }
}

extension Home {
  func scene(in world: World) -> Scene {
    let deck = world.course.topics.flatMap(\.cards).map(\.id)
    let queue = world.progress.queue(of: deck, in: world.course, at: world.now)
    let entries = entries(in: world)
    // A long list takes the room of the empty lines around it, so that 24 rows show all of it.
    let gap: [Element] = entries.count > Self.fewEntries ? [] : [.gap]
    return Scene(
      title: "Centroid",
      place: "cards: \(queue.due.count) due, \(queue.newWords) · about \(queue.minutes) min",
      main: topics(in: world) + gap + [.menu(entries.map(\.item), cursor: chooser.cursor)]
        + gap + [.prose([Span(Self.legend, .muted)])],
      actions: Action.choosing("open") + routes(in: world) + [
        level(in: world), .help, .quit, Self.tour,
      ])
  }

  private static let fewEntries = 15

  private static let legend =
    "· not opened  o seen  ~ tried  ✓ passed  ★ passed cold: no hint, another day"

  /// A long course has its own map; here stands the topic that the learner is at.
  private func topics(in world: World) -> [Element] {
    let all = world.course.topics
    let shown = all.count <= Self.fewTopics ? all : world.currentTopic.map { [$0] } ?? []
    let rows = shown.map { world.row(of: $0, name: "") }
    return [
      .standings(header: [world.currentTopic?.track ?? ""] + Standing.columns, rows, cursor: nil)
    ]
  }

  private static let fewTopics = 4

  private func routes(in world: World) -> [Action] {
    let topic = world.currentTopic?.id ?? ""
    return [
      Action(
        keys: [.character("c")], word: "cards", label: "cards", event: .open(.cards(topic: nil))),
      Action(
        keys: [.character("p")], word: "play", label: "playground",
        event: .open(.playground(file: world.lastTable))),
      Action(
        keys: [.character("m")], word: "coverage", label: "coverage", event: .open(.coverage)),
      .find,
      Action(
        keys: [.character("w")], word: "watch", label: "watch",
        event: .open(.watch(Scenery.kMeans.rawValue))),
      Action(
        keys: [.character("i")], word: "interview", label: "interview",
        event: .open(.interview(topic: topic))),
      Action(keys: [.character("t")], word: "topics", label: "topics", event: .open(.map)),
    ] + pipeline(in: world)
  }

  private func pipeline(in world: World) -> [Action] {
    guard let flow = world.course.firstFlow else { return [] }
    return [
      Action(
        keys: [.character("a")], word: "architecture", label: "architecture",
        event: .open(.pipeline(flow.id)))
    ]
  }

  private static let tour = Action(
    keys: [.character("f")], word: "tour", label: "a first look", event: .open(.tour))

  /// Turns the detail of the lessons: for a first time, for production, or both.
  private func level(in world: World) -> Action {
    let order = ["both", "first-time", "production"]
    let now = order.firstIndex(of: world.progress.preference("level") ?? "both") ?? 0
    let next = order[(now + 1) % order.count]
    return Action(
      keys: [.character("v")], word: "level", label: "notes: \(order[now])",
      event: .set(field: "level", value: next))
  }
}

extension Status {
  /// One character; the words stand beside it wherever there is room.
  var mark: String {
    switch self {
    case .unseen: "·"
    case .seen: "o"
    case .tried: "~"
    case .passed: "✓"
    case .passedCold: "★"
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
