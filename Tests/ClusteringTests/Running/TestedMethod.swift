// Every method of the core in one shape, so that one test can hold them all to the same laws.
//
// A new method joins the battery with one entry in `TestedMethod.all`.

import Clustering
import Testing

/// What a method needs to know beside the points: each takes what it has a use for.
struct Setting: Sendable {
  var k = 3
  /// A length within a cluster, in the unit of the points.
  var radius = 1.0
  var minSamples = 3
  var seed: UInt64 = 1
  var threads = 1
  var distance = Distance.euclidean

  /// The radius as a length that can be squared: not all distances are lengths.
  var spread: Double { min(radius, Points.largestMagnitude) }

  /// The setting for the points times `factor`.
  func scaled(by factor: Double) -> Setting {
    var scaled = self
    scaled.radius *= factor
    return scaled
  }
}

/// A model, whatever its type.
struct Fitted: Sendable {
  let model: any Equatable & Sendable
  let labels: [Int]
  /// The labels of new points; nil when the method has no prediction.
  let predict: (@Sendable (Points) throws -> [Int])?

  /// Some number in the model is not one.
  var hasNaN: Bool { containsNaN(model) }

  /// Whether the models are equal in every detail.
  func isEqual(to other: Fitted) -> Bool { areEqual(model, other.model) }
}

/// A method, whatever its type.
struct TestedMethod: Sendable, CustomTestStringConvertible {
  let testDescription: String

  /// Runs it to the end.
  let fit: @Sendable (Points, Setting, (FitProgress) -> Bool) throws -> Fitted

  /// The labels of its last state.
  let lastLabels: @Sendable (Points, Setting) throws -> [Int]

  /// What must not rise, state by state and run by run. Empty when there is no such figure.
  let objectives: @Sendable (Points, Setting) throws -> [[Double]]

  /// Whether the labels of the training points are those that the model predicts for them.
  var predictsTraining = true

  /// Whether groups far apart are sure to be its clusters, in any order of the rows.
  var findsGroups = true

  /// Errors that are an answer to hard inputs.
  var mayRefuse: @Sendable (ClusteringError) -> Bool = { _ in false }

  /// Whether the number of clusters is `Setting.k`; else it is found in the data.
  var takesK = true

  init<Method: ClusteringMethod>(
    _ name: String, _ method: @escaping @Sendable (Setting) -> Method,
    labels: @escaping @Sendable (Method.Model, Setting) throws -> [Int],
    stateLabels: @escaping @Sendable (Method.States.Element, Setting) throws -> [Int]?,
    falling: @escaping @Sendable (Method.States.Element) -> (run: Int, value: Double)? = { _ in nil
    },
    predict: (@Sendable (Method.Model, Points) throws -> [Int])? = nil
  ) {
    testDescription = name
    fit = { points, setting, shouldContinue in
      let model = try method(setting).fit(points, while: shouldContinue)
      guard let predict else {
        return Fitted(model: model, labels: try labels(model, setting), predict: nil)
      }
      return Fitted(model: model, labels: try labels(model, setting)) { points in
        try predict(model, points)
      }
    }
    lastLabels = { points, setting in
      var last: Method.States.Element?
      for state in try method(setting).states(of: points) { last = state }
      return try stateLabels(try #require(last), setting) ?? []
    }
    objectives = { points, setting in
      var runs: [Int: [Double]] = [:]
      for state in try method(setting).states(of: points) {
        guard let (run, value) = falling(state) else { continue }
        runs[run, default: []].append(value)
      }
      return runs.keys.sorted().compactMap { runs[$0] }
    }
  }

  func fit(_ points: Points, _ setting: Setting) throws -> Fitted {
    try fit(points, setting) { _ in true }
  }
}

private func areEqual<Model: Equatable>(_ a: Model, _ b: any Equatable) -> Bool {
  a == b as? Model
}

/// Looks at every stored number, however deep.
func containsNaN(_ value: Any) -> Bool {
  switch value {
  case let number as Double: number.isNaN
  case let numbers as [Double]: numbers.contains(where: \.isNaN)
  case is Int, is [Int], is Bool, is [Bool], is String, is UInt64: false
  default: Mirror(reflecting: value).children.contains { containsNaN($0.value) }
  }
}

// MARK: - The list

extension TestedMethod {
  static let all: [TestedMethod] =
    centers + family + medoids + modes + graphs + mixtures + agglomerative + density
    + [valleys]

  /// Those that have to find groups far apart.
  static let allForGroups = all.filter(\.findsGroups)

  static let centers = [
    TestedMethod(
      "k-means",
      { KMeans(k: $0.k, restarts: 4, maxIterations: 50, seed: $0.seed, threads: $0.threads) },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.labels },
      falling: { state in
        // The last state is the best run's once more.
        state.step == .finished ? nil : state.inertia.map { (state.restart, $0) }
      },
      predict: { try $0.predict($1) })
  ]

  static let mixtures = GaussianMixture.Covariance.allCases.map { covariance in
    var method = TestedMethod(
      "\(covariance) mixture",
      {
        GaussianMixture(
          k: $0.k, covariance: covariance, regularization: 1e-6 * $0.spread * $0.spread,
          seed: $0.seed, threads: $0.threads)
      },
      labels: { model, _ in model.labels },
      stateLabels: { state, _ in state.responsibilities.map(likeliest) },
      falling: { state in
        guard case .iterated = state.step else { return nil }
        return (state.restart, -state.meanLogLikelihood)
      },
      predict: { try $0.predict($1) })
    method.mayRefuse = { error in
      if case .collapsedComponent = error { true } else { false }
    }
    return method
  }

  static let family = [
    TestedMethod(
      "mini-batch k-means",
      { MiniBatchKMeans(k: $0.k, batchSize: 60, seed: $0.seed, threads: $0.threads) },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.model?.labels },
      predict: { try $0.predict($1) }),
    TestedMethod(
      "bisecting k-means",
      { BisectingKMeans(k: $0.k, restarts: 4, seed: $0.seed, threads: $0.threads) },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.labels },
      falling: { (0, $0.inertia) }, predict: { try $0.predict($1) }),
  ]

  static let modes = MeanShift.Seeds.allCases.map { seeds in
    var method = TestedMethod(
      "mean shift (\(seeds))",
      { MeanShift(bandwidth: $0.radius, seeds: seeds, threads: $0.threads) },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.model?.labels },
      predict: { try $0.predict($1) })
    method.takesK = false
    return method
  }

  static let graphs = [
    TestedMethod(
      "spectral (Gaussian)",
      {
        let gamma = 0.25 / ($0.radius * $0.radius)
        return SpectralClustering(
          k: $0.k, affinity: .gaussian(gamma: min(max(gamma, 1e-300), 1e300)), seed: $0.seed,
          threads: $0.threads)
      },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.model?.labels }),
    TestedMethod(
      "spectral (nearest neighbors)",
      { SpectralClustering(k: $0.k, seed: $0.seed, threads: $0.threads) },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.model?.labels }),
  ]

  static let medoids = KMedoids.Algorithm.allCases.map { algorithm in
    TestedMethod(
      "k-medoids (\(algorithm))",
      {
        KMedoids(
          k: $0.k, distance: $0.distance, algorithm: algorithm, seed: $0.seed,
          threads: $0.threads)
      },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.model.labels },
      falling: { (0, $0.model.loss) }, predict: { try $0.predict($1) })
  }

  static let agglomerative = Agglomerative.Linkage.allCases.map { linkage in
    var method = TestedMethod(
      "\(linkage) linkage", { Agglomerative(linkage: linkage, threads: $0.threads) },
      labels: { tree, setting in try tree.labels(clusters: setting.k) },
      stateLabels: { tree, setting in try tree.labels(clusters: setting.k) })
    method.predictsTraining = false
    return method
  }

  static let density = [
    TestedMethod(
      "DBSCAN",
      {
        DBSCAN(
          eps: $0.radius, minSamples: $0.minSamples, distance: $0.distance, threads: $0.threads)
      },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.labels },
      predict: { try $0.predict($1) }),
    TestedMethod(
      "OPTICS",
      {
        OPTICS(
          minSamples: $0.minSamples, distance: $0.distance, extraction: .eps($0.radius),
          threads: $0.threads)
      },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.labels }),
    TestedMethod(
      "HDBSCAN",
      { HDBSCAN(minClusterSize: max(2, $0.minSamples), threads: $0.threads) },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.labels }),
  ].map { method in
    var method = method
    method.takesK = false
    // A border point may be nearest to another cluster than the one that took it first.
    method.predictsTraining = false
    return method
  }

  static let valleys = {
    var method = TestedMethod(
      "OPTICS (steep sides)",
      {
        OPTICS(
          minSamples: max(2, $0.minSamples), distance: $0.distance, extraction: .xi(0.05),
          threads: $0.threads)
      },
      labels: { model, _ in model.labels }, stateLabels: { state, _ in state.labels })
    method.takesK = false
    // A group has valleys of its own, and which come first depends on the first row.
    method.findsGroups = false
    return method
  }()
}

/// For each row the column of the largest value; the first on a tie.
private func likeliest(_ responsibilities: Points) -> [Int] {
  (0..<responsibilities.count).map { i in
    let row = responsibilities.row(i)
    return row.indices.reduce(0) { row[$1] > row[$0] ? $1 : $0 }
  }
}
