// What is on the stage when a method is first watched: data on which it shows what it does.

import Experiments

/// The methods that can be watched, by the names that a command takes.
package enum Scenery: String, Sendable, CaseIterable {
  case kMeans = "k-means"
  case dbscan
  case agglomerative

  var settings: [Setting] {
    let pairs: [(String, String)] =
      switch self {
      case .kMeans:
        [
          ("data", "blobs"), ("rows", "200"), ("groups", "4"), ("spread", "1.6"), ("seed", "3"),
          ("k", "4"), ("start", "random"), ("restarts", "1"),
        ]
      case .dbscan:
        [
          ("data", "moons"), ("rows", "120"), ("seed", "5"), ("algorithm", "dbscan"),
          ("eps", "0.25"), ("min-samples", "4"),
        ]
      case .agglomerative:
        [
          ("data", "blobs"), ("rows", "40"), ("seed", "2"), ("algorithm", "agglomerative"),
          ("k", "3"), ("linkage", "average"),
        ]
      }
    return pairs.map { Setting($0.0, $0.1) }
  }

  package var title: String {
    switch self {
    case .kMeans: "Watch k-means"
    case .dbscan: "Watch DBSCAN"
    case .agglomerative: "Watch agglomerative clustering"
    }
  }
}

/// What can be set on the stage.
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
  /// The choice so many further on; from a value that was typed, the first or the last.
  func choice(after step: Int) -> String {
    guard !choices.isEmpty else { return value }
    guard let now = choices.firstIndex(of: value) else {
      return step > 0 ? choices[0] : choices[choices.count - 1]
    }
    return choices[(now + step % choices.count + choices.count) % choices.count]
  }
}
