// The clustering step as settings, in both directions.

import Clustering
import Wording

/// The methods by the names that content uses.
enum AlgorithmName: String, CaseIterable {
  case kMeans = "k-means"
  case dbscan
  case agglomerative
  case hdbscan
  case gaussianMixture = "gaussian-mixture"
  case kMedoids = "k-medoids"
  case meanShift = "mean-shift"
  case bisecting
  case spectral
  case optics
  case miniBatch = "mini-batch"

  init(_ method: Method) {
    switch method {
    case .kMeans: self = .kMeans
    case .dbscan: self = .dbscan
    case .agglomerative: self = .agglomerative
    case .hdbscan: self = .hdbscan
    case .gaussianMixture: self = .gaussianMixture
    case .kMedoids: self = .kMedoids
    case .meanShift: self = .meanShift
    case .bisecting: self = .bisecting
    case .spectral: self = .spectral
    case .optics: self = .optics
    case .miniBatch: self = .miniBatch
    }
  }

  var settings: [SettingName] {
    switch self {
    case .kMeans: [.k, .start, .restarts]
    case .dbscan: [.eps, .minSamples]
    case .agglomerative: [.k, .linkage]
    case .hdbscan: [.minClusterSize, .minSamples]
    case .gaussianMixture: [.k, .covariance]
    case .kMedoids, .bisecting, .miniBatch: [.k]
    case .meanShift: [.bandwidth]
    case .spectral: [.k, .neighbors]
    case .optics: [.minSamples, .xi, .minClusterSize]
    }
  }
}

// MARK: - Reading

extension SettingReader {
  mutating func method(_ algorithm: AlgorithmName) -> Method {
    let k = int(.k, in: Experiment.Allowed.k) ?? KMeansSettings().k
    let minSamples = int(.minSamples, in: Experiment.Allowed.minSamples) ?? 5
    switch algorithm {
    case .kMeans: return .kMeans(kMeans(k: k))
    case .dbscan:
      return .dbscan(eps: double(.eps, in: Experiment.Allowed.eps) ?? 0.5, minSamples: minSamples)
    case .agglomerative:
      let linkage = choice(.linkage, of: Agglomerative.Linkage.self) ?? .ward
      return .agglomerative(linkage: linkage, k: k)
    case .hdbscan:
      return .hdbscan(minClusterSize: minClusterSize() ?? 5, minSamples: minSamples)
    case .gaussianMixture:
      let covariance = choice(.covariance, of: GaussianMixture.Covariance.self) ?? .full
      return .gaussianMixture(k: k, covariance: covariance)
    case .kMedoids: return .kMedoids(k: k)
    case .meanShift: return .meanShift(bandwidth: bandwidth())
    case .bisecting: return .bisecting(k: k)
    case .spectral:
      return .spectral(k: k, neighbors: int(.neighbors, in: Experiment.Allowed.neighbors) ?? 10)
    case .optics:
      return .optics(
        minSamples: minSamples, xi: double(.xi, in: Experiment.Allowed.xi) ?? 0.05,
        minClusterSize: minClusterSize() ?? 20)
    case .miniBatch: return .miniBatch(k: k)
    }
  }

  private mutating func kMeans(k: Int) -> KMeansSettings {
    KMeansSettings(
      k: k, start: choice(.start, of: KMeansSettings.Start.self) ?? .kMeansPlusPlus,
      restarts: int(.restarts, in: Experiment.Allowed.restarts) ?? KMeansSettings().restarts)
  }

  private mutating func minClusterSize() -> Int? {
    int(.minClusterSize, in: Experiment.Allowed.minClusterSize)
  }

  /// A number, or nil for "estimated".
  private mutating func bandwidth() -> Double? {
    guard setting(.bandwidth)?.value != Method.estimated else { return nil }
    return double(.bandwidth, in: Experiment.Allowed.eps)
  }
}

// MARK: - Writing

extension Method {
  /// Stands for a bandwidth that is found from the points.
  package static let estimated = "estimated"

  /// "k-means, k 3, start k-means++, restarts 10".
  package var words: String {
    ([name] + settings.dropFirst().map { "\($0.name) \($0.value)" }).joined(separator: ", ")
  }

  /// The settings that make this step again.
  var settings: [Setting] {
    func list(_ values: (SettingName, String)...) -> [Setting] {
      [Setting("algorithm", name)] + values.map { Setting($0.0.rawValue, $0.1) }
    }
    switch self {
    case .kMeans(let settings):
      return list(
        (.k, "\(settings.k)"), (.start, settings.start.rawValue),
        (.restarts, "\(settings.restarts)"))
    case .dbscan(let eps, let minSamples):
      return list((.eps, exact(eps)), (.minSamples, "\(minSamples)"))
    case .agglomerative(let linkage, let k):
      return list((.k, "\(k)"), (.linkage, linkage.rawValue))
    case .hdbscan(let size, let minSamples):
      return list((.minClusterSize, "\(size)"), (.minSamples, "\(minSamples)"))
    case .gaussianMixture(let k, let covariance):
      return list((.k, "\(k)"), (.covariance, covariance.rawValue))
    case .kMedoids(let k), .bisecting(let k), .miniBatch(let k):
      return list((.k, "\(k)"))
    case .meanShift(let bandwidth):
      return list((.bandwidth, bandwidth.map(exact) ?? Self.estimated))
    case .spectral(let k, let neighbors):
      return list((.k, "\(k)"), (.neighbors, "\(neighbors)"))
    case .optics(let minSamples, let xi, let size):
      return list(
        (.minSamples, "\(minSamples)"), (.xi, exact(xi)), (.minClusterSize, "\(size)"))
    }
  }
}

// MARK: - For forms

extension Experiment {
  /// The words of settings that have a few.
  package static let scales = Scaling.allCases.map(\.rawValue)
  package static let linkages = Agglomerative.Linkage.allCases.map(\.rawValue)
  package static let covariances = GaussianMixture.Covariance.allCases.map(\.rawValue)
}
