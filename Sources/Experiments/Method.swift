// The clustering step of an experiment: a method of the core with what may be set about it.

package import Clustering

/// The clustering step with its parameters.
package enum Method: Sendable, Equatable {
  case kMeans(KMeansSettings)
  case dbscan(eps: Double, minSamples: Int)
  case agglomerative(linkage: Agglomerative.Linkage, k: Int)
  case hdbscan(minClusterSize: Int, minSamples: Int)
  case gaussianMixture(k: Int, covariance: GaussianMixture.Covariance)
  case kMedoids(k: Int)
  /// Without a bandwidth it is estimated from the points.
  case meanShift(bandwidth: Double?)
  case bisecting(k: Int)
  case spectral(k: Int, neighbors: Int)
  case optics(minSamples: Int, xi: Double, minClusterSize: Int)
  case miniBatch(k: Int)
}

/// What a learner may open on k-means.
package struct KMeansSettings: Sendable, Equatable {
  package enum Start: String, Sendable, CaseIterable {
    case kMeansPlusPlus = "k-means++"
    case random
  }

  package var k = 3
  package var start = Start.kMeansPlusPlus
  package var restarts = 10

  package init(k: Int = 3, start: Start = .kMeansPlusPlus, restarts: Int = 10) {
    self.k = k
    self.start = start
    self.restarts = restarts
  }
}

extension Method {
  /// How many groups are asked for; nil where the data decide.
  package var groupCount: Int? {
    switch self {
    case .kMeans(let settings): settings.k
    case .agglomerative(_, let k), .gaussianMixture(let k, _), .kMedoids(let k), .bisecting(let k),
      .spectral(let k, _), .miniBatch(let k):
      k
    case .dbscan, .hdbscan, .meanShift, .optics: nil
    }
  }

  /// How many points make a core point, for the methods that go by density; a point counts
  /// among its own neighbors.
  package var minSamples: Int? {
    switch self {
    case .dbscan(_, let minSamples), .optics(let minSamples, _, _): minSamples
    case .hdbscan(_, let minSamples): minSamples + 1
    default: nil
    }
  }

  /// Whether it makes the squared distances to centers small, so that inertia is its own figure.
  package var minimizesInertia: Bool {
    switch self {
    case .kMeans, .bisecting, .miniBatch: true
    case .dbscan, .agglomerative, .hdbscan, .gaussianMixture, .kMedoids, .meanShift, .spectral,
      .optics:
      false
    }
  }

  /// The name that content and commands use.
  package var name: String { AlgorithmName(self).rawValue }

  /// The names of all methods.
  package static let names = AlgorithmName.allCases.map(\.rawValue)

  /// Whether all pairs of points are looked at, so that twice the rows take four times as long.
  var comparesPairs: Bool {
    switch self {
    case .agglomerative, .kMedoids, .meanShift: true
    default: false
    }
  }
}
