import Clustering

extension ClusterRun {
  /// The fit makes the tree; the cut, which takes no time, comes after the clock.
  func agglomerative() throws(Failure) -> ClusterReport {
    let (k, height) = (options.shared.k, options.tree.height)
    let method = Agglomerative(
      linkage: options.tree.linkage ?? .ward, distance: options.shared.distance ?? .euclidean,
      threads: options.threads)
    var parameters: [String: ReportValue] = [
      "linkage": .text(method.linkage.rawValue), "distance": .text(method.distance.name),
      "threads": .whole(method.threads),
    ]
    if let k { parameters["k"] = .whole(k) }
    if let height { parameters["height"] = .number(height) }
    return try run(method, parameters) { tree throws(ClusteringError) in
      let heights = tree.merges.map(\.height)
      let figures: [String: ReportValue] = [
        "height_sum": .number(heights.reduce(0, +)), "height_max": .number(heights.max() ?? 0),
      ]
      let labels =
        if let height { tree.labels(below: height) } else { try tree.labels(clusters: k ?? 0) }
      return Found(labels: labels, figures: figures)
    }
  }
}
