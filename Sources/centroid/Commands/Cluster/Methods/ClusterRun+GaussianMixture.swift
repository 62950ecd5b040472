import Clustering

extension ClusterRun {
  func gaussianMixture() throws(Failure) -> ClusterReport {
    let (shared, mixture) = (options.shared, options.mixture)
    let start: GaussianMixture.Start =
      if let path = shared.start { roundStart(at: try table.centers(path)) } else { .kMeans }
    let method = GaussianMixture(
      k: shared.k ?? meanCount(of: start), covariance: mixture.covariance ?? .full, start: start,
      restarts: shared.restarts ?? 1, maxIterations: shared.maxIterations ?? 100,
      tolerance: shared.tolerance ?? 1e-3, regularization: mixture.regularization ?? 1e-6,
      seed: options.seed, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "k": .whole(method.k), "covariance": .text(method.covariance.rawValue),
      "init": .text(shared.start ?? "k-means"), "restarts": .whole(method.restarts),
      "max_iterations": .whole(method.maxIterations), "tolerance": .number(method.tolerance),
      "regularization": .number(method.regularization), "seed": .seed(method.seed),
      "threads": .whole(method.threads),
    ]
    let rows = Double(table.points.count)
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, iterations: model.iterations,
        figures: [
          "log_likelihood": .number(model.logLikelihood),
          "mean_log_likelihood": .number(model.logLikelihood / rows),
          "bic": .number(model.bic), "aic": .number(model.aic),
          "weights": .numbers(model.weights), "converged": .truth(model.converged),
        ], advice: model.advice)
    }
  }

  /// Equal weights, and round components as wide as all the values of the table together.
  private func roundStart(at means: Points) -> GaussianMixture.Start {
    let values = table.points.values
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let precision = variance > 0 ? 1 / variance : 1
    return .given(
      weights: Array(repeating: 1 / Double(means.count), count: means.count), means: means,
      precisions: Array(repeating: precision, count: means.dimensions))
  }

  private func meanCount(of start: GaussianMixture.Start) -> Int {
    if case .given(_, let means, _) = start { means.count } else { 0 }
  }
}
