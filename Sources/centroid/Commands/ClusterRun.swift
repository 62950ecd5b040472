// One clustering of `centroid cluster`, timed. The clock runs around the fit and nothing else.

import Clustering

struct ClusterRun {
  private let command: Cluster
  private let table: ClusterTable
  private let start: Points?
  private let k: Int

  init(_ command: Cluster, _ table: ClusterTable) throws(Failure) {
    self.command = command
    self.table = table
    let start: Points? = if let path = command.start { try table.centers(path) } else { nil }
    self.start = start
    k = command.k ?? start?.count ?? 0
  }

  func report() throws(Failure) -> ClusterReport {
    switch command.algorithm {
    case .kMeans: try kMeans()
    case .dbscan: try dbscan()
    case .agglomerative: try agglomerative()
    }
  }

  private func kMeans() throws(Failure) -> ClusterReport {
    let method = KMeans(
      k: k, start: start.map { .given($0) } ?? .kMeansPlusPlus, restarts: command.restarts,
      maxIterations: command.maxIterations, tolerance: command.tolerance, seed: command.seed,
      threads: command.threads)
    let points = table.points
    let (model, seconds) = try timed { () throws(ClusteringError) in try method.fit(points) }
    var parameters = shared + ["k": .whole(k), "max_iterations": .whole(command.maxIterations)]
    parameters["tolerance"] = .number(command.tolerance)
    parameters["threads"] = .whole(command.threads)
    parameters["init"] = .text(command.start ?? "k-means++")
    if start == nil {
      parameters["seed"] = .seed(command.seed)
      parameters["restarts"] = .whole(command.restarts)
    }
    return report(
      model.labels, parameters, inertia: model.inertia, iterations: model.iterations, seconds)
  }

  private func dbscan() throws(Failure) -> ClusterReport {
    let method = DBSCAN(eps: command.eps ?? 0, minSamples: command.minSamples)
    let points = table.points
    let (model, seconds) = try timed { () throws(ClusteringError) in try method.fit(points) }
    let parameters =
      shared + [
        "eps": .number(method.eps), "min_samples": .whole(method.minSamples),
      ]
    return report(model.labels, parameters, inertia: nil, iterations: nil, seconds)
  }

  private func agglomerative() throws(Failure) -> ClusterReport {
    let method = Agglomerative(linkage: command.linkage)
    let (points, k) = (table.points, k)
    let (labels, seconds) = try timed { () throws(ClusteringError) in
      try method.fit(points).labels(clusters: k)
    }
    let parameters = shared + ["k": .whole(k), "linkage": .text(method.linkage.rawValue)]
    return report(labels, parameters, inertia: nil, iterations: nil, seconds)
  }

  private var shared: [String: ClusterReport.Value] {
    ["scale": .text(command.scale.rawValue), "columns": .texts(table.columns)]
  }

  /// The result of the last of the repeated fits, and the seconds of each.
  private func timed<Result>(
    _ fit: () throws(ClusteringError) -> Result
  ) throws(Failure) -> (Result, [Double]) {
    var seconds: [Double] = []
    var result: Result?
    for _ in 0..<command.repetitions {
      let begin = ContinuousClock.now
      result = try orFail(fit)
      let passed = (ContinuousClock.now - begin).components
      seconds.append(Double(passed.seconds) + Double(passed.attoseconds) / 1e18)
    }
    guard let result else { throw Failure("nothing was run; use --repeat 1 or more") }
    return (result, seconds)
  }

  private func report(
    _ labels: [Int], _ parameters: [String: ClusterReport.Value], inertia: Double?,
    iterations: Int?, _ seconds: [Double]
  ) -> ClusterReport {
    let points = table.points
    return ClusterReport(
      n: points.count, d: points.dimensions, algorithm: command.algorithm.rawValue,
      parameters: parameters, inertia: inertia ?? inertiaOfMeans(points, labels),
      iterations: iterations, fitSeconds: seconds, labels: labels)
  }
}

extension [String: ClusterReport.Value] {
  fileprivate static func + (a: Self, b: Self) -> Self { a.merging(b) { $1 } }
}

/// The inertia of any labelling: squared distances to the means of the clusters, noise left out.
private func inertiaOfMeans(_ points: Points, _ labels: [Int]) -> Double {
  let d = points.dimensions
  let clusters = (labels.max() ?? -1) + 1
  var sums = Array(repeating: 0.0, count: clusters * d)
  var counts = Array(repeating: 0.0, count: clusters)
  for (i, label) in labels.enumerated() where label >= 0 {
    counts[label] += 1
    for j in 0..<d { sums[label * d + j] += points[i, j] }
  }
  var inertia = 0.0
  for (i, label) in labels.enumerated() where label >= 0 {
    for j in 0..<d {
      let difference = points[i, j] - sums[label * d + j] / counts[label]
      inertia += difference * difference
    }
  }
  return inertia
}
