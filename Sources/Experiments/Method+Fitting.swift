// Runs the clustering step. Each method is one of the core's, with the figures of the settings.

import Clustering

/// What a method found, before the groups are put in order.
struct Found {
  let labels: [Int]
  var iterations: Int?
  var advice: [Advice] = []
}

/// What a fit needs besides its own settings.
struct Fitting {
  let seed: UInt64
  let budget: Budget
  let threads: Int
  let watch: Watch
}

extension Method {
  func groups(of points: Points, _ fitting: Fitting) throws(ExperimentError) -> Found {
    let most = fitting.budget.pairedPoints
    guard !comparesPairs || points.count <= most else {
      throw .tooManyRows(
        rows: points.count, allowed: most,
        method: self.name == "agglomerative" ? "agglomerative clustering" : self.name)
    }
    switch self {
    case .kMeans(let settings):
      let method = settings.method(
        seed: fitting.seed, iterations: fitting.budget.iterations, threads: fitting.threads)
      let model = try fitting.model(of: method, points)
      return Found(labels: model.labels, iterations: model.iterations, advice: model.advice)
    case .agglomerative(let linkage, let k):
      let method = Agglomerative(linkage: linkage, threads: fitting.threads)
      let tree = try fitting.model(of: method, points)
      return Found(
        labels: try clustering { () throws(ClusteringError) in try tree.labels(clusters: k) })
    case .dbscan, .hdbscan, .optics: return try denseGroups(of: points, fitting)
    case .gaussianMixture, .kMedoids, .meanShift, .bisecting, .spectral, .miniBatch:
      return try otherGroups(of: points, fitting)
    }
  }

  private func denseGroups(of points: Points, _ fitting: Fitting) throws(ExperimentError) -> Found {
    let threads = fitting.threads
    switch self {
    case .hdbscan(let size, let minSamples):
      return try fitting.found(
        HDBSCAN(minClusterSize: size, minSamples: minSamples, threads: threads), points)
    case .optics(let minSamples, let xi, let size):
      let method = OPTICS(
        minSamples: minSamples, extraction: .xi(xi, minClusterSize: size), threads: threads)
      return try fitting.found(method, points)
    case .dbscan(let eps, let minSamples):
      return try fitting.found(
        DBSCAN(eps: eps, minSamples: minSamples, threads: threads), points)
    default: return Found(labels: [])
    }
  }

  private func otherGroups(of points: Points, _ fitting: Fitting) throws(ExperimentError) -> Found {
    let (seed, threads) = (fitting.seed, fitting.threads)
    switch self {
    case .gaussianMixture(let k, let covariance):
      let method = GaussianMixture(k: k, covariance: covariance, seed: seed, threads: threads)
      return try fitting.found(method, points)
    case .kMedoids(let k):
      return try fitting.found(KMedoids(k: k, seed: seed, threads: threads), points)
    case .meanShift(let bandwidth):
      let width = if let bandwidth { bandwidth } else { try Self.bandwidth(of: points, seed: seed) }
      return try fitting.found(MeanShift(bandwidth: width, threads: threads), points)
    case .bisecting(let k):
      return try fitting.found(BisectingKMeans(k: k, seed: seed, threads: threads), points)
    case .spectral(let k, let neighbors):
      let near = min(neighbors, max(1, points.count - 1))
      let method = SpectralClustering(
        k: k, affinity: .nearestNeighbors(near), seed: seed, threads: threads)
      return try fitting.found(method, points)
    case .miniBatch(let k):
      return try fitting.found(MiniBatchKMeans(k: k, seed: seed, threads: threads), points)
    default: return Found(labels: [])
    }
  }

  /// From the distances of the points; where most are equal there is none to be had.
  static func bandwidth(of points: Points, seed: UInt64) throws(ExperimentError) -> Double {
    let width = try clustering { () throws(ClusteringError) in
      try MeanShift.estimatedBandwidth(points, seed: seed)
    }
    guard width > 0 else {
      let expected = "a number: too many rows are equal to estimate one"
      throw .settings([
        SettingFault(name: "bandwidth", value: estimated, problem: .notAllowed(expected: expected))
      ])
    }
    return width
  }
}

extension Fitting {
  func model<Method: ClusteringMethod>(
    of method: Method, _ points: Points
  ) throws(ExperimentError) -> Method.Model {
    try watch.fitting { (go) throws(ClusteringError) in try method.fit(points, while: go) }
  }

  /// Of a method that tells no rounds.
  func found<Method: ClusteringMethod>(
    _ method: Method, _ points: Points
  ) throws(ExperimentError) -> Found where Method.Model: LabeledModel {
    let model = try model(of: method, points)
    return Found(labels: model.labels, advice: model.advice)
  }
}

extension KMeansSettings {
  func method(seed: UInt64, iterations: Int, threads: Int = 1) -> KMeans {
    let start =
      switch start {
      case .kMeansPlusPlus: KMeans.Start.kMeansPlusPlus
      case .random: KMeans.Start.random
      }
    return KMeans(
      k: k, start: start, restarts: restarts, maxIterations: iterations, seed: seed,
      threads: threads)
  }
}
