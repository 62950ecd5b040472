import Clustering

extension ClusterRun {
  func bisecting() throws(Failure) -> ClusterReport {
    let shared = options.shared
    let method = BisectingKMeans(
      k: shared.k ?? 0, restarts: shared.restarts ?? 1,
      maxIterations: shared.maxIterations ?? 300, tolerance: shared.tolerance ?? 1e-4,
      seed: options.seed, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "k": .whole(method.k), "restarts": .whole(method.restarts),
      "max_iterations": .whole(method.maxIterations), "tolerance": .number(method.tolerance),
      "seed": .seed(method.seed), "threads": .whole(method.threads),
    ]
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(labels: model.labels, inertia: model.inertia, advice: model.advice)
    }
  }
}
