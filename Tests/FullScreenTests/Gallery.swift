// Every screen of the shipped course, by name: each place that can be gone to, each page and stage
// of it as one who knows meets them, and the verdicts of wrong answers. Made by going there, so
// that nothing in it is made up.

import Courseware
import Experiments
import Scheduling
import ScriptedLearner
import Tutoring

struct NamedScene {
  /// Also the name of its file: `lab loud-feature 2 b`.
  let name: String
  let scene: Scene
}

enum Gallery {
  /// All scenes; empty where the course cannot be read, which other tests report.
  static let scenes: [NamedScene] = {
    guard let course = (try? RepositoryCourse.files()).flatMap({ read($0).0 }) else { return [] }
    return places(in: course).flatMap { scenes(at: $0, in: course) } + helps(in: course)
      + searches(in: course) + evidence(in: course) + calibration(in: course)
  }()

  static func named(_ name: String) -> NamedScene? { scenes.first { $0.name == name } }

  /// Every place that there is to go to. A new kind of place does not compile until it is named
  /// below; here it is listed with what it is opened at.
  private static func places(in course: Course) -> [Route] {
    let readings = course.topics.flatMap { [$0.lesson] + ($0.walkthrough.map { [$0] } ?? []) }
    return [.home, .tour] + readings.map { .reading($0.id) }
      + course.topics.flatMap(\.exercises).map { .exercise($0.id) }
      + [.cards(topic: nil)] + course.topics.prefix(1).map { .interview(topic: $0.id) }
      + [.mock, .selfMarks] + Scenery.allCases.map { .watch($0.rawValue) }
      + [.coverage, .calibration, .map] + course.topics.prefix(1).map { .topic($0.id) }
      + [.concept("k-means"), .playground(file: nil), .find("silhouette")]
      + course.topics.flatMap(\.exercises).filter { course.flow($0.id) != nil }
      .map { .pipeline($0.id) }
  }

  private static func name(of route: Route) -> String {
    switch route {
    case .home: "home"
    case .tour: "tour"
    case .reading(let id): "reading \(id)"
    case .exercise(let id): "exercise \(id)"
    case .cards: "cards"
    case .interview: "interview"
    case .mock: "mock"
    case .selfMarks: "self-marks"
    case .watch(let method): "watch \(method)"
    case .coverage: "coverage"
    case .calibration: "calibration"
    case .evidence(let item, let part): "evidence \(item) \(part)"
    case .concept(let name): "concept \(name)"
    case .map: "map"
    case .topic(let id): "topic \(id)"
    case .pipeline(let id): "pipeline \(id)"
    case .playground: "playground"
    case .find(let words): "find \(words)"
    }
  }
}

// MARK: - Going there

extension Gallery {
  private static func scenes(at route: Route, in course: Course) -> [NamedScene] {
    let name = name(of: route)
    switch route {
    case .reading: return walk(name, Visit(course, at: route))
    case .exercise:
      return walk(name, Visit(course, at: route))
        + wrongVerdicts(name, Visit(course, at: route, isAlwaysWrong: true))
    case .tour: return tour(Visit(course, at: route))
    case .mock: return mock(Visit(course, at: route))
    case .selfMarks: return selfMarks(Visit(course, at: .mock))
    case .cards: return cards(Visit(course, at: route))
    case .watch: return film(name, Visit(course, at: route))
    case .playground: return playground(Visit(course, at: route))
    case .pipeline:
      return walk(name, Visit(course, at: route)) + brokenPipelines(name, Visit(course, at: route))
    default: return [NamedScene(name: name, scene: Visit(course, at: route).scene)]
    }
  }

  /// What one who knows sees, place by place: page 2 has the scenes `2 a`, `2 b` ...
  private static func walk(_ name: String, _ visit: Visit) -> [NamedScene] {
    var visit = visit
    var scenes: [NamedScene] = []
    var counts: [Int: Int] = [:]
    repeat {
      let position = (visit.position ?? 0) + 1
      let letter = "abcdefghijklmnopqrstuvwxyz".dropFirst(counts[position] ?? 0).first ?? "z"
      counts[position, default: 0] += 1
      scenes.append(NamedScene(name: "\(name) \(position) \(letter)", scene: visit.scene))
    } while visit.goOn()
    return scenes
  }

  /// The scenes in which an answer has just turned out wrong.
  private static func wrongVerdicts(_ name: String, _ visit: Visit) -> [NamedScene] {
    walk(name, visit).filter { scene in
      scene.scene.aside.contains { element in
        if case .verdict(_, let tone, _) = element { tone == .bad } else { false }
      }
    }.map { NamedScene(name: $0.name + " wrong", scene: $0.scene) }
  }

  private static func tour(_ visit: Visit) -> [NamedScene] {
    var visit = visit
    var scenes = [NamedScene(name: "tour 1", scene: visit.scene)]
    for event in [Event.pick(1), .pick(0), .next, .next, .next] {
      visit.take(event)
      scenes.append(NamedScene(name: "tour \(scenes.count + 1)", scene: visit.scene))
    }
    return scenes
  }

  /// Its start, a moment of it and its end, what can be set, and what is its own: two runs
  /// beside each other, and the cut of a tree.
  private static func film(_ name: String, _ visit: Visit) -> [NamedScene] {
    var moments: [(String, [Event])] = [
      ("start", []), ("step 2", [.step(1), .step(1)]), ("step 30", [.step(30)]),
      ("end", [.step(.max)]), ("settings", [.settings]),
    ]
    for action in visit.scene.actions where action.event == .compare {
      moments.append(("compared", [.compare, .step(2)]))
    }
    for action in visit.scene.actions where action.word == "lower" {
      moments.append(("cut", [.step(.max), action.event]))
    }
    return moments.map { moment, events in
      var visit = visit
      events.forEach { visit.take($0) }
      return NamedScene(name: "\(name) \(moment)", scene: visit.scene)
    }
  }

  /// Every frame of a film after some events.
  static func frames(of method: Scenery, after events: [Event] = []) throws -> [Scene] {
    let (course, _) = read(try RepositoryCourse.files())
    guard let course else { return [] }
    var visit = Visit(course, at: .watch(method.rawValue))
    for event in events + [.step(.min)] { visit.take(event) }
    var scenes = [visit.scene]
    while true {
      visit.take(.step(1))
      if visit.scene == scenes.last { return scenes }
      scenes.append(visit.scene)
    }
  }

  /// A stage is left out, and one of those after it; then a week that comes in another unit.
  private static func brokenPipelines(_ name: String, _ visit: Visit) -> [NamedScene] {
    let moments: [(String, [Event])] = [
      ("without scale", [.pick(1), .next, .set(field: "without", value: "scale")]),
      ("unscaled groups", [.pick(3), .next, .set(field: "without", value: "scale")]),
      ("no groups", [.set(field: "without", value: "cluster"), .pick(5)]),
      ("other unit", [.pick(4), .next, .set(field: "week", value: "other-unit")]),
    ]
    return moments.map { moment, events in
      var visit = visit
      events.forEach { visit.take($0) }
      return NamedScene(name: "\(name) \(moment)", scene: visit.scene)
    }
  }

  /// Each way to look, the columns, a value being typed, and noise.
  private static func playground(_ visit: Visit) -> [NamedScene] {
    func set(_ field: String, _ value: String) -> Event { .set(field: field, value: value) }
    let views = ["points", "elbow", "silhouette", "plot", "k-distance", "groups", "shares"]
    let moments: [(String, [Event])] =
      views.map { ($0, [set("data", "customers"), set("view", $0)]) } + [
        ("start", []), ("columns", [set("data", "customers"), set("ask", "columns")]),
        ("typing", [.enter, .edit(.insert("moons"))]),
        ("noise", [set("data", "moons"), set("algorithm", "dbscan"), set("eps", "0.12")]),
        ("refused", [set("rows", "2")]),
      ]
    return moments.map { moment, events in
      var visit = visit
      events.forEach { visit.take($0) }
      return NamedScene(name: "playground \(moment)", scene: visit.scene)
    }
  }

  private static let spoken = """
    Clustering puts similar points into one group and keeps different groups apart. Say a shop has
    customers with spend and visits: I would group them so that marketing can treat each group
    differently. More groups fit better, but they are harder to explain. In production I would
    watch the group sizes and refit when they drift.
    """

  /// An interview of two questions in four minutes, from the form to the result.
  private static func mock(_ visit: Visit) -> [NamedScene] {
    func minutes(_ count: Int) -> [Event] { Array(repeating: .tick, count: count * 60) }
    let moments: [(String, [Event])] = [
      ("form", []),
      ("asked", [.set(field: "questions", value: "2"), .set(field: "time", value: "4"), .enter]),
      ("typed", [.edit(.insert("Clustering puts similar points into one group"))]),
      ("ending", [.set(field: "end", value: "now"), .tick]), ("nearly", minutes(3)),
      ("next", [.write(spoken)]), ("over", minutes(1)), ("marking", [.write(spoken)]),
      ("marked", [.arrange([0, 1]), .submit]), ("second", [.next]),
      ("second marked", [.arrange([0]), .submit]), ("result", [.next]),
    ]
    var visit = visit
    return moments.map { moment, events in
      events.forEach { visit.take($0) }
      return NamedScene(name: "mock \(moment)", scene: visit.scene)
    }
  }

  /// Before the first answer is marked, and after some interviews.
  private static func selfMarks(_ visit: Visit) -> [NamedScene] {
    var visit = visit
    visit.take(.open(.selfMarks))
    let none = visit.scene
    for _ in 0..<2 {
      visit.take(.open(.mock))
      visit.take(.set(field: "questions", value: "4"))
      visit.take(.enter)
      for _ in 0..<4 { visit.take(.write(spoken)) }
      for _ in 0..<4 { [.arrange([0, 1, 2]), .submit, .next].forEach { visit.take($0) } }
      visit.take(.back)
    }
    visit.take(.open(.selfMarks))
    return [("none", none), ("some", visit.scene)].map {
      NamedScene(name: "self-marks \($0.0)", scene: $0.1)
    }
  }

  private static func cards(_ visit: Visit) -> [NamedScene] {
    var visit = visit
    let front = visit.scene
    visit.take(.enter)
    let back = visit.scene
    while visit.goOn() {}
    return [("front", front), ("back", back), ("none due", visit.scene)].map {
      NamedScene(name: "cards \($0.0)", scene: $0.1)
    }
  }

  /// Words that are typed on a page, found on it, and not found on it.
  private static func searches(in course: Course) -> [NamedScene] {
    guard let lesson = course.topics.first?.lesson.id else { return [] }
    var visit = Visit(course, at: .reading(lesson))
    visit.take(.find(.ask))
    visit.take(.edit(.insert("row")))
    let typing = visit.scene
    visit.take(.enter)
    visit.take(.find(.next))
    let found = visit.scene
    visit.take(.back)
    visit.take(.find(.ask))
    visit.take(.edit(.insert("silhouette")))
    visit.take(.enter)
    visit.take(.find(.next))
    let elsewhere = visit.scene
    visit.take(.back)
    visit.take(.find(.ask))
    visit.take(.edit(.insert("rows")))
    visit.take(.find(.ask))
    return [
      ("typing", typing), ("found", found), ("elsewhere", elsewhere), ("everywhere", visit.scene),
    ].map { NamedScene(name: "search \($0.0)", scene: $0.1) }
  }

  /// The runs behind verdicts of each kind.
  private static func evidence(in course: Course) -> [NamedScene] {
    let parts = [
      ("how-many-groups", "predict"), ("loud-feature", "trigger"),
      ("table-to-decision", "production"), ("loud-feature", "explain"),
    ]
    return parts.map { id, part in
      var visit = Visit(course, at: .exercise(id))
      let page = Route.evidence(item: id, part: part)
      while !visit.scene.actions.contains(where: { $0.event == .open(page) }), visit.goOn() {}
      visit.take(.open(page))
      return NamedScene(name: name(of: page), scene: visit.scene)
    }
  }

  /// Somebody who is surer than right, and has shown a wrong idea.
  private static func calibration(in course: Course) -> [NamedScene] {
    let words: [Confidence] = [.guess, .fairly, .sure]
    let events = (0..<36).compactMap { index in
      EventID("said-\(index)").map { id in
        let word = words[index % 3]
        let isRight = index % 12 < [5, 9, 8][index % 3]
        return LearningEvent(
          id: id, at: Instant(milliseconds: 1_690_000_000_000 + Int64(index)),
          happening: .answered(
            Answered(
              item: "half-moons", part: "diagnose", seed: 1, attempt: "\(index)",
              answer: isRight ? "single" : "restarts", confidence: word,
              chance: word.chance(among: 4), score: isRight ? 1 : 0, passed: isRight,
              misconceptions: isRight ? [] : ["more-restarts-mend-any-grouping"])))
      }
    }
    return [Route.calibration, .coverage, .cards(topic: nil)].map { route in
      NamedScene(
        name: "surer than right \(name(of: route))",
        scene: Visit(course, at: route, after: events).scene)
    }
  }

  private static func helps(in course: Course) -> [NamedScene] {
    places(in: course).map { route in
      var visit = Visit(course, at: route)
      visit.take(.help)
      return NamedScene(name: "help on \(name(of: route))", scene: visit.scene)
    }
  }
}

/// A learner on a first visit to a place, at a time that stands still between events.
private struct Visit {
  private let learner: ScriptedLearner
  private var tutor: Tutor
  private var ticks: Int64 = 1_700_000_000_000
  private let route: Route
  private static let bench = Bench(
    runner: RepositoryCourse.runner, structure: RepositoryCourse.structure,
    markers: RepositoryCourse.markers)

  init(
    _ course: Course, at route: Route, isAlwaysWrong: Bool = false,
    after events: [LearningEvent] = []
  ) {
    learner = ScriptedLearner(
      course: course, runner: RepositoryCourse.runner, alwaysWrong: isAlwaysWrong)
    self.route = route
    tutor = Tutor(
      course: course, bench: Self.bench, progress: Progress(events: events), seed: 7, at: route,
      Moment(now: Instant(milliseconds: ticks), nonce: "visit"))
  }

  var scene: Scene { tutor.scene }
  var position: Int? { tutor.bookmark.position }

  mutating func take(_ event: Event) {
    ticks += 1000
    _ = tutor.handle(event, at: Moment(now: Instant(milliseconds: ticks), nonce: "\(ticks)"))
  }

  /// The next scene that differs by more than a value on the desk; false where the place is left.
  mutating func goOn() -> Bool {
    for _ in 0..<40 {
      guard let event = try? learner.event(at: tutor) else { return false }
      let before = tutor
      take(event)
      guard tutor.bookmark.route == route else {
        tutor = before
        return false
      }
      switch event {
      case .set, .arrange: continue
      default: return true
      }
    }
    return false
  }
}
