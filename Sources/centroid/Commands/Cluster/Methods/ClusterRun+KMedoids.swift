import Clustering

extension ClusterRun {
  func kMedoids() throws(Failure) -> ClusterReport {
    let shared = options.shared
    let rows: [Int]? = if let path = shared.start { try LabelFile.read(path) } else { nil }
    let method = KMedoids(
      k: shared.k ?? rows?.count ?? 0, distance: shared.distance ?? .euclidean,
      start: rows.map { .given($0) } ?? .build, maxPasses: shared.maxIterations ?? 100,
      seed: options.seed, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "k": .whole(method.k), "init": .text(shared.start ?? "build"),
      "distance": .text(method.distance.name), "max_iterations": .whole(method.maxPasses),
      "threads": .whole(method.threads),
    ]
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, iterations: model.passes, medoids: model.medoids,
        figures: [
          "loss": .number(model.loss), "swaps": .whole(model.swaps),
          "medoids": .wholes(model.medoids), "converged": .truth(model.converged),
        ], advice: model.advice)
    }
  }
}
