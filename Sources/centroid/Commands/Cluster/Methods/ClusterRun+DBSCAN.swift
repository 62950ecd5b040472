import Clustering

extension ClusterRun {
  func dbscan() throws(Failure) -> ClusterReport {
    let shared = options.shared
    let method = DBSCAN(
      eps: shared.eps ?? 0, minSamples: shared.minSamples ?? 5,
      distance: shared.distance ?? .euclidean, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "eps": .number(method.eps), "min_samples": .whole(method.minSamples),
      "distance": .text(method.distance.name), "threads": .whole(method.threads),
    ]
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, figures: ["core_points": .whole(model.corePoints.count)],
        advice: model.advice)
    }
  }
}
