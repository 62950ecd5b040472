import Clustering

extension ClusterRun {
  func spectral() throws(Failure) -> ClusterReport {
    let (shared, graph) = (options.shared, options.graph)
    let others = table.points.count - 1
    if let neighbors = graph.neighbors, neighbors > max(1, others) {
      throw Failure(
        "--neighbors is \(neighbors); it has to be at most \(others), fewer than the rows",
        status: Failure.usage)
    }
    let affinity: SpectralClustering.Affinity =
      if let gamma = graph.gamma {
        .gaussian(gamma: gamma)
      } else {
        .nearestNeighbors(graph.neighbors ?? 10)
      }
    let method = SpectralClustering(
      k: shared.k ?? 0, affinity: affinity, restarts: shared.restarts ?? 10,
      maxRounds: shared.maxIterations ?? 100, seed: options.seed, threads: options.threads)
    var parameters: [String: ReportValue] = [
      "k": .whole(method.k), "restarts": .whole(method.restarts),
      "max_iterations": .whole(method.maxRounds), "seed": .seed(method.seed),
      "threads": .whole(method.threads),
    ]
    switch method.affinity {
    case .gaussian(let gamma): parameters["gamma"] = .number(gamma)
    case .nearestNeighbors(let count): parameters["neighbors"] = .whole(count)
    }
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, iterations: model.rounds,
        figures: [
          "eigenvalues": .numbers(model.eigenvalues), "converged": .truth(model.converged),
          "isolated_points": .whole(model.isolatedPoints),
        ], advice: model.advice)
    }
  }
}
