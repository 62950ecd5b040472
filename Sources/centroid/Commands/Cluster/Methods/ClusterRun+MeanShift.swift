import Clustering

extension ClusterRun {
  /// A bandwidth that is not given is estimated before the clock starts.
  func meanShift() throws(Failure) -> ClusterReport {
    let (points, modes, seed) = (table.points, options.modes, options.seed)
    let bandwidth = try refusing { () throws(ClusteringError) in
      if let given = modes.bandwidth { return given }
      return try MeanShift.estimatedBandwidth(points, seed: seed)
    }
    guard bandwidth > 0 || modes.bandwidth != nil else {
      throw Failure("too many points are equal to estimate a bandwidth; give --bandwidth")
    }
    let method = MeanShift(
      bandwidth: bandwidth, seeds: modes.binned ? .bins : .points,
      maxIterations: options.shared.maxIterations ?? 300, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "bandwidth": .number(method.bandwidth), "binned": .truth(modes.binned),
      "max_iterations": .whole(method.maxIterations), "threads": .whole(method.threads),
    ]
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, iterations: model.iterations,
        figures: [
          "populations": .wholes(model.populations), "converged": .truth(model.converged),
        ], advice: model.advice)
    }
  }
}
