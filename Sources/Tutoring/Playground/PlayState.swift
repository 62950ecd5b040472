// All that can be changed in the playground, as one value: undo is the value before.

import Experiments

struct PlayState: Sendable, Equatable {
  var trial: Trial
  var view = PlayView.points
  /// What is drawn across and up; nil leaves it to the data.
  var across: String?
  var up: String?
  /// Whether points are linked to the centers of their groups.
  var showsLinks = false
  /// Until the learner says how many, k-means starts ten times on small tables and once on large.
  var choosesRestarts = true
  /// Until the learner says how far, eps follows the data.
  var choosesEps = true

  init(_ trial: Trial) {
    self.trial = trial
  }
}

/// A way to look at a run.
enum PlayView: String, Sendable, CaseIterable {
  case points, elbow, silhouette
  case silhouettePlot = "plot"
  case kDistance = "k-distance"
  case groups, shares

  /// What it shows, for the list of keys.
  var words: String {
    switch self {
    case .points: "points"
    case .elbow: "elbow: inertia by k"
    case .silhouette: "silhouette by k"
    case .silhouettePlot: "silhouette of each point"
    case .kDistance: "distance to the k-th neighbor"
    case .groups: "what the groups are like"
    case .shares: "shares of the distance"
    }
  }

  var next: PlayView {
    let all = PlayView.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}

// MARK: - For the journal

extension PlayState {
  private enum Name {
    static let view = "view"
    static let across = "across"
    static let up = "up"
    static let links = "links"
    static let restarts = "choose-restarts"
    static let eps = "choose-eps"
    static let own = [view, across, up, links, restarts, eps]
  }

  var settings: [Setting] {
    trial.settings + [Setting(Name.view, view.rawValue)]
      + (across.map { [Setting(Name.across, $0)] } ?? [])
      + (up.map { [Setting(Name.up, $0)] } ?? [])
      + (showsLinks ? [Setting(Name.links, "yes")] : [])
      + (choosesRestarts ? [] : [Setting(Name.restarts, "no")])
      + [Setting(Name.eps, choosesEps ? "yes" : "no")]
  }

  /// Nil for settings that make no experiment any more.
  init?(settings: [Setting]) {
    func value(_ name: String) -> String? { settings.first { $0.name == name }?.value }
    let rest = settings.filter { !Name.own.contains($0.name) }
    guard let trial = try? Trial(settings: rest) else { return nil }
    self.init(trial)
    view = value(Name.view).flatMap(PlayView.init) ?? .points
    across = value(Name.across)
    up = value(Name.up)
    showsLinks = value(Name.links) == "yes"
    choosesRestarts = value(Name.restarts) == nil
    // Who kept an eps before it could follow the data has chosen it.
    choosesEps =
      value(Name.eps).map { $0 == "yes" } ?? (value(SettingName.eps.rawValue) == nil)
  }
}

// MARK: - Beginnings

extension PlayState {
  /// Four groups where three are looked for: something to find at once.
  static let builtIn = beginning([
    ("data", "blobs"), ("rows", "300"), ("groups", "4"), ("seed", "2"), ("k", "3"),
  ])

  /// Columns of somebody's own mostly have different units.
  static func own(_ path: String) -> PlayState {
    beginning([("data", path), ("scale", "standard"), ("k", "3")])
  }

  private static func beginning(_ settings: [(String, String)]) -> PlayState {
    let plain = Trial(Experiment(data: .generated(Generator(.blobs))))
    let list = settings.map { Setting($0.0, $0.1) }
    return PlayState((try? Trial(settings: list)) ?? plain)
  }
}
