// One clustering of `centroid cluster`, timed. The clock runs around the fit and nothing else.
//
// Each method has a file in Methods/ that turns its options into its parameters, and its model
// into what is reported.

import Clustering

struct ClusterRun {
  let options: MethodOptions
  let table: ClusterTable
  let repetitions: Int

  func report() throws(Failure) -> ClusterReport {
    switch options.algorithm {
    case .kMeans: try kMeans()
    case .miniBatch: try miniBatch()
    case .bisecting: try bisecting()
    case .kMedoids: try kMedoids()
    case .agglomerative: try agglomerative()
    case .dbscan: try dbscan()
    case .optics: try optics()
    case .hdbscan: try hdbscan()
    case .gaussianMixture: try gaussianMixture()
    case .meanShift: try meanShift()
    case .spectral: try spectral()
    }
  }

  /// What a model says, for the report.
  struct Found {
    let labels: [Int]
    /// Nil where the method has no centers of its own: then that of the means of the clusters.
    var inertia: Double?
    var iterations: Int?
    /// The row at the center of each cluster, where the method chooses one.
    var medoids: [Int]?
    var figures: [String: ReportValue] = [:]
    var advice: [Advice] = []
  }

  /// Fits a method as often as asked, and describes the last of the equal models.
  func run<Method: ClusteringMethod>(
    _ method: Method, _ parameters: [String: ReportValue],
    describe: (Method.Model) throws(ClusteringError) -> Found
  ) throws(Failure) -> ClusterReport {
    let points = table.points
    let name = options.algorithm.rawValue
    return try refusing { () throws(ClusteringError) in
      var fit = try timedFit(of: method, to: points, name)
      var seconds = [fit.seconds]
      for _ in 1..<repetitions {
        fit = try timedFit(of: method, to: points, name)
        seconds.append(fit.seconds)
      }
      let found = try describe(fit.result)
      return ClusterReport(name, table, parameters, found, fitSeconds: seconds)
    }
  }

  private func timedFit<Method: ClusteringMethod>(
    of method: Method, to points: Points, _ name: String
  ) throws(ClusteringError) -> (result: Method.Model, seconds: Double) {
    try ProgressLine.during(name) { goOn throws(ClusteringError) in
      try timed { () throws(ClusteringError) in try method.fit(points, while: goOn) }
    }
  }
}
