// Which method takes which option: the one table that help, refusals and runs read.

import ArgumentParser

/// What `--algorithm` names.
enum Algorithm: String, ExpressibleByArgument, CaseIterable {
  case kMeans = "k-means"
  case miniBatch = "mini-batch"
  case bisecting
  case kMedoids = "k-medoids"
  case agglomerative, dbscan, optics, hdbscan
  case gaussianMixture = "gaussian-mixture"
  case meanShift = "mean-shift"
  case spectral
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
  case minClusterSize = "--min-cluster-size"
  case batchSize = "--batch-size"
  case epochs = "--epochs"
  case patience = "--patience"
  case linkage = "--linkage"
  case height = "--height"
  case maxEps = "--max-eps"
  case xi = "--xi"
  case selection = "--selection"
  case covariance = "--covariance"
  case regularization = "--regularization"
  case bandwidth = "--bandwidth"
  case binned = "--binned"
  case gamma = "--gamma"
  case neighbors = "--neighbors"

  /// The methods that take it.
  var methods: [Algorithm] {
    switch self {
    case .k:
      [
        .kMeans, .miniBatch, .bisecting, .kMedoids, .agglomerative, .gaussianMixture, .spectral,
      ]
    case .start: [.kMeans, .miniBatch, .kMedoids, .gaussianMixture]
    case .restarts: [.kMeans, .miniBatch, .bisecting, .gaussianMixture, .spectral]
    case .maxIterations:
      [.kMeans, .bisecting, .kMedoids, .gaussianMixture, .meanShift, .spectral]
    case .tolerance: [.kMeans, .bisecting, .gaussianMixture]
    case .distance: [.kMedoids, .agglomerative, .dbscan, .optics]
    case .minSamples: [.dbscan, .optics, .hdbscan]
    case .eps: [.dbscan, .optics]
    case .minClusterSize: [.optics, .hdbscan]
    case .batchSize, .epochs, .patience: [.miniBatch]
    case .linkage, .height: [.agglomerative]
    case .maxEps, .xi: [.optics]
    case .selection: [.hdbscan]
    case .covariance, .regularization: [.gaussianMixture]
    case .bandwidth, .binned: [.meanShift]
    case .gamma, .neighbors: [.spectral]
    }
  }

  /// Those that stand on the command line.
  static func given(_ settings: [(Setting, isGiven: Bool)]) -> [Setting] {
    settings.filter(\.isGiven).map(\.0)
  }
}

extension ArgumentHelp {
  /// Names the methods that take an option before what it means to them.
  static func of(_ setting: Setting, _ meaning: String, value: String? = nil) -> ArgumentHelp {
    let methods = setting.methods.map(\.rawValue).joined(separator: ", ")
    return ArgumentHelp("\(methods): \(meaning)", valueName: value)
  }
}

/// `a, b or c`.
func listed(_ names: [String], _ word: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(word) " + last
}
