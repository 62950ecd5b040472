import Clustering

extension ClusterRun {
  func optics() throws(Failure) -> ClusterReport {
    let (shared, ordering) = (options.shared, options.ordering)
    let method = OPTICS(
      minSamples: shared.minSamples ?? 5, maxEps: ordering.maxEps ?? .infinity,
      distance: shared.distance ?? .euclidean, extraction: extraction, threads: options.threads)
    var parameters: [String: ReportValue] = [
      "min_samples": .whole(method.minSamples), "max_eps": .number(method.maxEps),
      "distance": .text(method.distance.name), "threads": .whole(method.threads),
    ]
    switch method.extraction {
    case .eps(let eps):
      parameters["eps"] = .number(eps)
    case .xi(let xi, let minClusterSize):
      parameters["xi"] = .number(xi)
      parameters["min_cluster_size"] = .whole(minClusterSize ?? method.minSamples)
    }
    return try run(method, parameters) { model throws(ClusteringError) in
      let reached = model.reachability.filter(\.isFinite)
      return Found(
        labels: model.labels, figures: ["reachability_sum": .number(reached.reduce(0, +))],
        advice: model.advice)
    }
  }

  private var extraction: OPTICS.Extraction {
    if let eps = options.shared.eps { return .eps(eps) }
    return .xi(options.ordering.xi ?? 0.05, minClusterSize: options.shared.minClusterSize)
  }
}
