// The tutor as one value. It holds a stack of sessions, the topmost of which the learner
// sees; an event makes the next value and a list of effects. The outside performs the effects
// first and only then takes over the next value, so nothing is shown as done that is not saved.

package import Courseware
package import Scheduling

package struct Tutor: Sendable {
  package private(set) var world: World
  private var sessions: [any Session]
  private var notice: String?
  private var showsHelp = false
  private var place: String?

  /// Starts where the learner left off, or at `start`.
  package init(
    course: Course, bench: Bench, progress: Progress, seed: UInt64, at start: Route? = nil,
    _ moment: Moment
  ) {
    world = World(course: course, bench: bench, progress: progress, seed: seed)
    world.now = moment.now
    world.nonce = moment.nonce
    place = progress.place
    let left = Place.bookmarks(in: progress.place)
    sessions = [Home()]
    if let start {
      open(left.last { $0.route == start } ?? Bookmark(route: start))
    } else {
      for bookmark in left { open(bookmark) }
    }
    world.happenings = []
    notice = world.notice
    world.notice = nil
  }

  /// What is to be seen and done now.
  package var scene: Scene {
    let scene = sessions.last?.scene(in: world) ?? Home().scene(in: world)
    let shown = notice.map(scene.saying) ?? scene
    return showsHelp ? Help.scene(about: shown) : shown
  }

  /// Where the learner is, as it is kept.
  package var bookmark: Bookmark {
    sessions.last?.bookmark ?? Bookmark(route: .home)
  }

  /// Handles one event. All effects must be performed before the next scene is shown.
  package mutating func handle(_ event: Event, at moment: Moment) -> [Effect] {
    world.now = moment.now
    world.nonce = moment.nonce
    notice = nil
    if showsHelp {
      showsHelp = false
      if event != .quit { return [] }
    } else if event == .help {
      showsHelp = true
      return []
    }
    dispatch(event)
    return effects(of: moment)
  }
}

extension Tutor {
  private mutating func dispatch(_ event: Event) {
    switch event {
    case .quit: world.wish = .quit
    case .open(let route): world.wish = .go(route)
    default:
      guard !sessions.isEmpty else { return }
      sessions[sessions.count - 1].handle(event, in: &world)
    }
    follow()
  }

  /// Goes where the session wishes.
  private mutating func follow() {
    switch world.wish {
    case .go(let route): open(Bookmark(route: route))
    case .back where sessions.count > 1:
      sessions.removeLast()
      sessions[sessions.count - 1].appear(in: &world)
    default: break
    }
  }

  private mutating func open(_ bookmark: Bookmark) {
    if bookmark.route == .home {
      sessions = [Home(bookmark)]
    } else if let session = session(at: bookmark) {
      sessions.removeAll { $0.bookmark.route == bookmark.route }
      sessions.append(session)
    } else {
      world.notice = "That part cannot be opened: this course does not have it, or cannot run it."
      return
    }
    sessions[sessions.count - 1].appear(in: &world)
  }

  /// Nil for a place that the course no longer has.
  private func session(at bookmark: Bookmark) -> (any Session)? {
    switch bookmark.route {
    case .home: Home(bookmark)
    case .reading: ReadingSession(bookmark, in: world)
    case .exercise: ExerciseSession(bookmark, in: world)
    case .cards: CardSession(bookmark, in: world)
    case .interview: InterviewSession(bookmark, in: world)
    }
  }

  private mutating func effects(of moment: Moment) -> [Effect] {
    let bookmarks = sessions.dropFirst().map(\.bookmark)
    let here = Place.text(of: sessions.prefix(1).map(\.bookmark) + bookmarks)
    if here != place {
      place = here
      world.record(.placed(here))
    }
    var effects = stamped(moment)
    if world.wish == .quit { effects.append(.quit) }
    notice = world.notice
    world.notice = nil
    world.wish = nil
    return effects
  }

  /// Events in the order in which they happened: a millisecond apart, because history is
  /// ordered by time.
  private mutating func stamped(_ moment: Moment) -> [Effect] {
    let happenings = world.happenings
    world.happenings = []
    return happenings.enumerated().compactMap { index, happening in
      let at = Instant(milliseconds: moment.now.milliseconds + Int64(index))
      guard let id = EventID("\(moment.nonce)-\(index)") else { return nil }
      let event = LearningEvent(id: id, at: at, happening: happening)
      world.progress.add(event)
      if case .reviewed = happening { world.lastReview = id }
      return .save(event)
    }
  }
}

extension Scene {
  package func saying(_ notice: String) -> Scene {
    Scene(
      title: title, place: place, main: main, aside: aside, actions: actions, notice: notice,
      input: input)
  }
}
