// Which method takes which option: the one table that help, refusals and runs read.

import ArgumentParser

/// What `--algorithm` names.
enum Algorithm: String, ExpressibleByArgument, CaseIterable {
  case kMeans = "k-means"
  case agglomerative, dbscan, hdbscan
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

  /// The methods that take it.
  var methods: [Algorithm] {
    switch self {
    case .k: [.kMeans, .agglomerative]
    case .start: [.kMeans]
    case .restarts: [.kMeans]
    case .maxIterations: [.kMeans]
    case .tolerance: [.kMeans]
    case .distance: [.agglomerative, .dbscan]
    case .minSamples: [.dbscan, .hdbscan]
    case .eps: [.dbscan]
    case .linkage, .height: [.agglomerative]
    case .minClusterSize, .selection: [.hdbscan]
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
