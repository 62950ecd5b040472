// Which method takes which option: the one table that help, refusals and runs read.

import ArgumentParser

/// What `--algorithm` names.
enum Algorithm: String, ExpressibleByArgument, CaseIterable {
  case kMeans = "k-means"
  case agglomerative, dbscan, hdbscan
  case gaussianMixture = "gaussian-mixture"
}

/// An option that belongs to some methods only, as it is typed.
enum Setting: String, CaseIterable {
  case k = "-k"
  case start = "--init"
  case restarts = "--restarts"
  case maxIterations = "--max-iterations"
  case tolerance = "--tolerance"
  case distance = "--distance"
  case minSamples = "--min-samples"
  case eps = "--eps"
  case linkage = "--linkage"
  case height = "--height"
  case minClusterSize = "--min-cluster-size"
  case selection = "--selection"
  case covariance = "--covariance"
  case regularization = "--regularization"

  /// The methods that take it.
  var methods: [Algorithm] {
    switch self {
    case .k: [.kMeans, .agglomerative, .gaussianMixture]
    case .start: [.kMeans, .gaussianMixture]
    case .restarts: [.kMeans, .gaussianMixture]
    case .maxIterations: [.kMeans, .gaussianMixture]
    case .tolerance: [.kMeans, .gaussianMixture]
    case .distance: [.agglomerative, .dbscan]
    case .minSamples: [.dbscan, .hdbscan]
    case .eps: [.dbscan]
    case .linkage, .height: [.agglomerative]
    case .minClusterSize, .selection: [.hdbscan]
    case .covariance, .regularization: [.gaussianMixture]
    }
  }
}

extension ArgumentHelp {
  /// Names the methods that take an option before what it means to them.
  static func of(_ setting: Setting, _ meaning: String, value: String? = nil) -> ArgumentHelp {
    let methods = setting.methods.map(\.rawValue).joined(separator: ", ")
    return ArgumentHelp("\(methods): \(meaning)", valueName: value)
  }
}

extension Setting {
  /// Those that stand on the command line.
  static func given(_ settings: [(Setting, isGiven: Bool)]) -> [Setting] {
    settings.filter(\.isGiven).map(\.0)
  }
}

/// `a, b or c`.
func listed(_ names: [String], _ word: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(word) " + last
}
