// What can be set on the stage, and what has to follow when something else is set: a method
// shows nothing on data that its figures do not suit.

import Experiments
import Wording

enum StageSettings {
  static func fields(of settings: [Setting]) -> [Field] {
    guard let experiment = try? Experiment(settings: settings) else { return [] }
    return choices.compactMap { name, choices in
      guard experiment.accepts(name) else { return nil }
      let value = experiment.settings.first { $0.name == name }?.value ?? ""
      return Field(name: name, label: name, value: value, choices: choices)
    }
  }

  /// In the order of the pipeline.
  private static let choices: [(name: String, choices: [String])] = [
    (
      "data",
      ["blobs", "moons", "circles", "anisotropic", "varied-density", "uniform", "customers"]
    ),
    ("rows", ["40", "80", "120", "200", "400", "800"]),
    ("groups", ["2", "3", "4", "5", "6", "8"]),
    ("spread", ["0.5", "1", "1.6", "2.5", "4"]),
    ("noise", ["0.03", "0.06", "0.12", "0.2"]),
    ("seed", (1...9).map(String.init)),
    ("scale", ["none", "standard", "min-max", "robust", "max-abs", "l2"]),
    ("algorithm", ["k-means", "dbscan", "agglomerative"]),
    ("k", (1...9).map(String.init)),
    ("start", ["random", "k-means++"]),
    ("restarts", ["1", "3", "10"]),
    ("eps", ["0.1", "0.15", "0.2", "0.25", "0.3", "0.5", "0.8", "1", "1.5", "2"]),
    ("min-samples", ["2", "3", "4", "5", "8", "12"]),
    ("linkage", ["single", "complete", "average", "ward"]),
  ]
}

extension Field {
  /// The choice so many further on; from a number that is none of them the next in size.
  func choice(after step: Int) -> String {
    guard !choices.isEmpty else { return value }
    guard let now = choices.firstIndex(of: value) else { return choice(beside: step) }
    return choices[(now + step % choices.count + choices.count) % choices.count]
  }

  private func choice(beside step: Int) -> String {
    let number = Double(value) ?? 0
    let larger = choices.first { (Double($0) ?? 0) > number }
    let smaller = choices.last { (Double($0) ?? 0) < number }
    return (step > 0 ? larger ?? choices.last : smaller ?? choices.first) ?? value
  }
}

// MARK: - What follows

extension StageSettings {
  /// The settings after one was changed, with what suits it: other data, another scale or another
  /// method take figures of their own.
  static func suited(
    _ experiment: Experiment, to name: String, after old: [Setting], on bench: Bench
  ) throws(ExperimentError) -> [Setting] {
    guard ["data", "scale", "algorithm"].contains(name) else { return experiment.settings }
    var suited = experiment
    if name == "algorithm" { suited = try suited.applying(usual(for: suited, after: old)) }
    if name == "data", case .generated(let generator) = suited.data, generator.kind == .customers {
      suited = try suited.applying([Setting("scale", "standard")])
    }
    if name != "scale", suited.accepts("k"), case .generated(let generator) = suited.data {
      let groups = generator.plantedGroups
      suited = try suited.applying([Setting("k", "\(min(groups > 1 ? groups : 3, generator.rows))")]
      )
    }
    if let eps = try eps(for: suited, on: bench) {
      suited = try suited.applying([Setting("eps", eps)])
    }
    return suited.settings
  }

  /// What the stage of a method opens with, where it is not about the data. As many rows as are
  /// good to watch, if nobody has chosen how many.
  private static func usual(for experiment: Experiment, after old: [Setting]) -> [Setting] {
    func value(_ name: String, _ settings: [Setting]) -> String? {
      settings.first { $0.name == name }?.value
    }
    guard let scenery = value("algorithm", experiment.settings).flatMap(Scenery.init) else {
      return []
    }
    let own = ["start", "restarts", "min-samples", "linkage"]
    let before = Scenery(rawValue: value("algorithm", old) ?? Scenery.kMeans.rawValue)
    let isUntouched = before.map { value("rows", old) == value("rows", $0.settings) } ?? false
    return scenery.settings.filter { setting in
      own.contains(setting.name) || setting.name == "rows" && isUntouched
    }
  }

  private struct Reach: Hashable {
    let settings: [Setting]
  }

  /// An eps that suits the data; nil for methods without one.
  private static func eps(
    for experiment: Experiment, on bench: Bench
  ) throws(ExperimentError) -> String? {
    guard case .dbscan = experiment.method else { return nil }
    let settings = experiment.settings.filter { $0.name != "eps" }
    return try bench.result(of: Reach(settings: settings)) { (runner) throws(ExperimentError) in
      let prepared = try runner.prepared(experiment, try runner.table(of: experiment))
      return try runner.suitedEps(for: experiment, prepared).map(exact)
    }
  }
}
