// The tutor as one value. It holds a stack of sessions, the topmost of which the learner
// sees; an event makes the next value and a list of effects. The outside performs the effects
// first and only then takes over the next value, so nothing is shown as done that is not saved.

package import Courseware
package import Scheduling

package struct Tutor: Sendable {
  package internal(set) var world: World
  var sessions: [any Session]
  /// Places that were begun and left: to look elsewhere loses nothing.
  private var left: [Bookmark] = []
  /// Said once, about the last event.
  package private(set) var notice: String?
  private var showsHelp = false
  /// What is looked for on the page.
  var find: Find?
  /// The place where the links of pictures were turned: hidden if shown there, else shown.
  private var turnedLinks: Route?
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
    let kept = Place(text: progress.place)
    left = kept.left
    sessions = [Home()]
    if let start {
      left += kept.stack.filter { $0.route != .home }
      // Who names a method or a file wants that one, whatever was set there since.
      left.removeAll { $0.route == start && !world.isAsNamed($0) }
      open(start)
    } else {
      for bookmark in kept.stack { openKept(bookmark) }
      // Who comes back to a place has been seen there before.
      world.happenings = []
    }
    notice = world.notice
    world.notice = nil
    noteMock()
  }

  package var scene: Scene { scene(for: Errand()) }

  /// What is to be seen and done now, with everything worked out.
  package func scene(for errand: Errand) -> Scene {
    scene(on: world.bench.working(for: errand))
  }

  /// The same at a glance: what is not known yet is noted in `glance`.
  package func scene(at glance: Glance) -> Scene {
    scene(on: world.bench.seen(at: glance))
  }

  private func scene(on bench: Bench) -> Scene {
    var world = world
    world.bench = bench
    let scene = seen.scene(in: world)
      .offeringLinks(turned: turnedLinks == bookmark.route)
    let said = notice.map(scene.saying) ?? scene
    let shown = find?.scene(over: said) ?? said
    return showsHelp ? Help.scene(about: shown) : shown
  }

  /// Where the learner is, as it is kept.
  package var bookmark: Bookmark {
    sessions.last?.bookmark ?? Bookmark(route: .home)
  }

  /// Handles one event. All effects must be performed before the next scene is shown. What comes
  /// of an errand that was called off is worth nothing: the tutor before it goes on.
  package mutating func handle(
    _ event: Event, at moment: Moment, for errand: Errand = Errand()
  ) -> [Effect] {
    world.bench = world.bench.working(for: errand)
    world.now = moment.now
    world.nonce = moment.nonce
    // What was just said stays while time passes.
    if event != .tick { notice = nil }
    if showsHelp {
      showsHelp = false
      if event != .quit { return [] }
    } else if event == .help {
      showsHelp = true
      return []
    }
    if !isForFind(event) { dispatch(event) }
    return effects(of: moment)
  }
}

extension Tutor {
  private mutating func dispatch(_ event: Event) {
    let page = page
    let isFinding = find != nil
    settleAtHit()
    defer { if isFinding { settleFind(since: page) } }
    switch event {
    case .find(.ask): startFinding()
    case .find(.look):
      startFinding()
      _ = isForFind(event)
    case .quit:
      rest()
      world.wish = .quit
    case .open(let route):
      rest()
      world.wish = .go(route)
    case .links: turnedLinks = turnedLinks == bookmark.route ? nil : bookmark.route
    default:
      guard !sessions.isEmpty else { return }
      if var closed = closed {
        closed.handle(event, in: &world)
      } else {
        sessions[sessions.count - 1].handle(event, in: &world)
      }
    }
    follow()
  }

  private mutating func rest() {
    guard !sessions.isEmpty else { return }
    sessions[sessions.count - 1].rest(in: world)
  }

  /// Goes where the session wishes.
  private mutating func follow() {
    switch world.wish {
    case .go(let route): open(route)
    case .turn(let page, let route): open(route, at: page)
    case .show(let hit, let words): show(hit: hit, of: words)
    case .play(let settings): play(settings)
    case .back where sessions.count > 1:
      leave(sessions.removeLast())
      appear()
    default: break
    }
  }

  /// Opens a place as it was left, if it was.
  mutating func open(_ route: Route, at page: Int? = nil) {
    var bookmark = known(route) ?? Bookmark(route: route)
    if let page { bookmark.position = page }
    open(bookmark)
  }

  /// A place that was kept, and that this course may not have: it is not forgotten for that.
  private mutating func openKept(_ bookmark: Bookmark) {
    if bookmark.route != .home, session(at: bookmark) == nil {
      left.removeAll { $0.route == bookmark.route }
      left.append(bookmark)
    }
    open(bookmark)
  }

  /// A place as it was left, or as it is.
  func known(_ route: Route) -> Bookmark? {
    var bookmark = (left + sessions.map(\.bookmark)).last { $0.route == route }
    bookmark?.lookedUp = nil
    return bookmark
  }

  private mutating func open(_ bookmark: Bookmark) {
    world.here = page
    if bookmark.route == .home {
      sessions.dropFirst().forEach { leave($0) }
      sessions = [Home(bookmark)]
    } else if let session = session(at: bookmark) {
      sessions.removeAll { $0.bookmark.route == bookmark.route }
      sessions.append(session)
      left.removeAll { $0.route == bookmark.route }
    } else {
      world.notice = "That part cannot be opened: this course does not have it, or cannot run it."
      return
    }
    appear()
  }

  private mutating func noteMock() {
    let places = left + sessions.map(\.bookmark)
    world.mock = places.last { $0.route == .mock }?.interview?.sound
  }

  mutating func appear() {
    guard !sessions.isEmpty else { return }
    sessions[sessions.count - 1].appear(in: &world)
  }

  private mutating func leave(_ session: any Session) {
    left.removeAll { $0.route == session.bookmark.route }
    if !session.isOver { left.append(session.bookmark) }
  }

  /// Nil for a place that the course no longer has.
  func session(at bookmark: Bookmark) -> (any Session)? {
    switch bookmark.route {
    case .home: Home(bookmark)
    case .reading: ReadingSession(bookmark, in: world)
    case .exercise: ExerciseSession(bookmark, in: world)
    case .cards: CardSession(bookmark, in: world)
    case .interview: InterviewSession(bookmark, in: world)
    case .mock: MockSession(bookmark, in: world)
    case .selfMarks: SelfMarksSession(bookmark)
    case .watch: WatchSession(bookmark, in: world)
    case .coverage: CoverageSession(bookmark)
    case .evidence: EvidenceSession(bookmark, in: world)
    case .calibration: CalibrationSession(bookmark)
    case .concept: ConceptSession(bookmark, in: world)
    case .map: MapSession(bookmark)
    case .topic: TopicSession(bookmark, in: world)
    case .tour: TourSession(bookmark, in: world)
    case .pipeline: PipelineSession(bookmark, in: world)
    case .playground(let file): PlaygroundSession(bookmark, world.beginning(at: file))
    case .find: FindSession(bookmark, in: world)
    }
  }

  private mutating func effects(of moment: Moment) -> [Effect] {
    noteMock()
    let here = Place(stack: sessions.map(\.bookmark), left: left).text
    if here != place {
      place = here
      world.record(.placed(here))
    }
    var effects = world.files + stamped(moment)
    world.files = []
    if world.wish == .quit { effects.append(.quit) }
    notice = world.notice ?? notice
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
    var said = Scene(
      title: title, place: place, main: main, aside: aside, actions: actions, notice: notice,
      input: input, pace: pace)
    said.find = find
    said.clock = clock
    said.comparesTexts = comparesTexts
    return said
  }
}
