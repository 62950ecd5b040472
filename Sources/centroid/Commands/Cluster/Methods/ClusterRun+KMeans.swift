import Clustering

extension ClusterRun {
  func kMeans() throws(Failure) -> ClusterReport {
    let shared = options.shared
    let start: Points? = if let path = shared.start { try table.centers(path) } else { nil }
    let method = KMeans(
      k: shared.k ?? start?.count ?? 0, start: start.map { .given($0) } ?? .kMeansPlusPlus,
      restarts: shared.restarts ?? 10, maxIterations: shared.maxIterations ?? 300,
      tolerance: shared.tolerance ?? 0, seed: options.seed, threads: options.threads)
    var parameters: [String: ReportValue] = [
      "k": .whole(method.k), "max_iterations": .whole(method.maxIterations),
      "tolerance": .number(method.tolerance), "threads": .whole(method.threads),
      "init": .text(shared.start ?? "k-means++"),
    ]
    if start == nil {
      parameters["seed"] = .seed(method.seed)
      parameters["restarts"] = .whole(method.restarts)
    }
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, inertia: model.inertia, iterations: model.iterations,
        figures: ["converged": .truth(model.converged)], advice: model.advice)
    }
  }
}
