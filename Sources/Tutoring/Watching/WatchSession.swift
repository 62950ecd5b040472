// A method at work: play, pause, step forwards and back, on data of one's choice, alone or
// beside a second run from another start.

import Experiments
import Wording

struct WatchSession: Session {
  /// Describes the data and the method; its seed draws the data.
  private(set) var settings: [Setting]
  /// Where the method begins; the seed of the settings if nil.
  private(set) var start: UInt64?
  /// Where the run beside it begins, if one is shown.
  private(set) var rival: UInt64?
  /// The frame that is seen.
  private(set) var position = 0
  private(set) var isPlaying = false
  private(set) var speed = Speed.normal
  /// The height at which a tree is cut, where it was named; else half way between two merges.
  private(set) var height: Double?
  /// The field under the cursor while something is being set.
  private(set) var field: Int?
  private let route: Route

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .watch(let method) = bookmark.route, let scenery = Scenery(rawValue: method) else {
      return nil
    }
    route = bookmark.route
    let kept = bookmark.settings ?? scenery.settings
    settings = kept.filter { $0.name != Self.cutName }
    height = kept.first { $0.name == Self.cutName }.flatMap { Double($0.value) }
    start = bookmark.seed
    position = max(0, bookmark.position ?? 0)
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: route)
    bookmark.settings = settings + (height.map { [Setting(Self.cutName, exact($0))] } ?? [])
    bookmark.seed = start
    // A place that passes by itself is not worth keeping.
    bookmark.position = isPlaying ? nil : position
    return bookmark
  }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .play: play(in: world)
    case .tick where isPlaying: advance(in: world)
    case .step(let count): step(count, in: world)
    case .speed(let change): speed = speed.changed(by: change)
    case .restart where method == .kMeans: drawStart(in: world)
    case .compare where method == .kMeans: compare(in: world)
    case .settings: field = field == nil ? 0 : nil
    case .move(let step): move(step)
    case .turn(let step): turn(step, in: &world)
    case .set(Self.cutName, let value) where method == .agglomerative: cut(at: value, in: &world)
    case .set(let name, let value): set(name, value, in: &world)
    case .back where field != nil: field = nil
    case .back: world.wish = .back
    default: break
    }
    if !event.isOfAFilm { isPlaying = false }
  }
}

/// Frames in a second.
enum Speed: Int, Sendable, CaseIterable {
  case slow = 1
  case normal = 3
  case fast = 10
  case fastest = 30

  func changed(by step: Int) -> Speed {
    let all = Speed.allCases
    let index = (all.firstIndex(of: self) ?? 0) + step
    return all[min(max(0, index), all.count - 1)]
  }

  /// How long a frame stays.
  var milliseconds: Int { 1000 / rawValue }
}

extension Event {
  /// What leaves a film playing.
  fileprivate var isOfAFilm: Bool {
    switch self {
    case .play, .tick, .speed: true
    default: false
    }
  }
}

extension WatchSession {
  var method: Scenery {
    settings.first { $0.name == "algorithm" }.flatMap { Scenery(rawValue: $0.value) } ?? .kMeans
  }
}

// MARK: - Moving through the film

extension WatchSession {
  private mutating func play(in world: World) {
    isPlaying.toggle()
    // From the end it begins anew.
    if isPlaying, position >= last(in: world) { position = 0 }
  }

  private mutating func advance(in world: World) {
    position = min(position + 1, last(in: world))
    isPlaying = position < last(in: world)
  }

  private mutating func step(_ count: Int, in world: World) {
    let (sum, overflows) = position.addingReportingOverflow(count)
    position = min(max(0, overflows ? (count > 0 ? .max : 0) : sum), last(in: world))
  }

  /// The last frame of the longer of the two films.
  private func last(in world: World) -> Int {
    let films = [try? film(in: world), try? rivalFilm(in: world)].compactMap(\.self)
    return max(0, (films.map(\.count).max() ?? 1) - 1)
  }

  func film(in world: World) throws(ExperimentError) -> Film {
    try world.bench.film(of: filmed, from: start)
  }

  /// The tree is the same whatever the cut: to move the cut runs nothing again.
  private var filmed: [Setting] {
    method == .agglomerative
      ? settings.filter { $0.name != "k" } + [Setting("k", "1")] : settings
  }

  func rivalFilm(in world: World) throws(ExperimentError) -> Film? {
    guard let rival else { return nil }
    return try world.bench.film(of: settings, from: rival)
  }
}

// MARK: - Other runs

extension WatchSession {
  private mutating func drawStart(in world: World) {
    start = nextStart(after: start)
    rival = rival.map { _ in nextStart(after: start) }
    position = 0
  }

  private mutating func compare(in world: World) {
    rival = rival == nil ? nextStart(after: start) : nil
    position = 0
  }

  /// One after the other, so that a start can be found again.
  private func nextStart(after seed: UInt64?) -> UInt64 {
    let now = seed ?? settings.first { $0.name == "seed" }.flatMap { UInt64($0.value) } ?? 0
    return now == .max ? 0 : now + 1
  }
}

// MARK: - Setting

extension WatchSession {
  /// Cuts the tree into so many groups, which can be asked for.
  mutating func setCut(into groups: Int, at height: Double?) {
    settings = settings.filter { $0.name != "k" } + [Setting("k", "\(groups)")]
    self.height = height
  }

  private mutating func move(_ step: Int) {
    guard let now = field else { return }
    field = min(max(0, now + step), max(0, StageSettings.fields(of: settings).count - 1))
  }

  private mutating func turn(_ step: Int, in world: inout World) {
    let fields = StageSettings.fields(of: settings)
    guard let now = field, fields.indices.contains(now) else { return }
    set(fields[now].name, fields[now].choice(after: step), in: &world)
  }

  private mutating func set(_ name: String, _ value: String, in world: inout World) {
    do throws(ExperimentError) {
      let experiment = try Experiment(settings: settings).applying([Setting(name, value)])
      let suited = try StageSettings.suited(experiment, to: name, after: settings, on: world.bench)
      let isOfTheCut = name == "k" && method == .agglomerative
      var next = self
      next.settings = suited
      next.height = nil
      if !isOfTheCut { next.position = 0 }
      if next.method != .kMeans { (next.start, next.rival) = (nil, nil) }
      // Only what can be shown is taken, and it is filmed as it will be shown.
      let film = try next.film(in: world)
      guard next.method != .agglomerative || next.groups <= film.count else {
        world.notice = "\(next.groups) groups need as many rows; there are \(film.count)."
        return
      }
      self = next
    } catch {
      world.notice = "\(error)"
    }
  }
}
