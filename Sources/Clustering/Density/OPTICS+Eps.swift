// Clusters of an ordering at one height.
//
// Where the landscape rises above eps, a cluster ends. The point there starts the next one if
// it has enough neighbors within eps, and is noise otherwise; the points that follow below eps
// belong with it. The core points are in the clusters of DBSCAN with that eps. A border point
// that was visited before any core point near it is noise here.

extension OPTICSModel {
  /// The clusters at the height `eps`: the core points as ``DBSCAN`` groups them, O(n).
  ///
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` when `eps` is not above
  ///   0, or is above the `maxEps` of the fit.
  public func labels(eps: Double) throws(ClusteringError) -> [Int] {
    try require(eps: eps, atMost: maxEps)
    return ordered.labels(eps: eps)
  }
}

extension OPTICSOrdering {
  func labels(eps: Double) -> [Int] {
    var labels = [Int](repeating: DBSCAN.noise, count: ordering.count)
    var cluster = DBSCAN.noise
    for point in ordering {
      if reachability[point] <= eps {
        labels[point] = cluster
      } else if coreDistances[point] <= eps {
        cluster += 1
        labels[point] = cluster
      }
    }
    return labels
  }
}

/// Refuses a height that is not positive, or that the visits did not reach up to.
func require(eps: Double, atMost maxEps: Double) throws(ClusteringError) {
  try require(positive: eps, named: "eps")
  guard eps <= maxEps else {
    throw .invalidParameter(
      name: "eps", value: "\(eps)", allowed: "at most the \(maxEps) of maxEps")
  }
}
