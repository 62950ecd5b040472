// DBSCAN: clusters are dense regions; what lies between them is noise.
//
// A point is a core point when at least `minSamples` points, itself included, lie within
// `eps` of it. Core points within `eps` of each other belong to one cluster. A border point
// has too few neighbors itself but lies within `eps` of a core point. All others are noise.
//
//     for each point in order, not yet visited
//       if it is a core point
//         start a new cluster with it
//         take all points within eps into the cluster, and go on from each that is core
//
// So there is no number of clusters to choose, clusters have any shape, and outliers are left
// out. The price: one density, set by eps, has to suit all of them.
//
// Ester, Kriegel, Sander and Xu 1996, https://dl.acm.org/doi/10.5555/3001460.3001507

/// Density-based clustering.
///
///     let model = try DBSCAN(eps: 0.5, minSamples: 5).fit(points)
///     model.labels         // 0, 1, … for clusters, DBSCAN.noise for noise
///     model.clusterCount
///
/// Clusters are numbered by their lowest-index core point. A border point within `eps` of two
/// clusters belongs to the one with the lower number; all else is the same in any order of
/// the points.
public struct DBSCAN: ClusteringMethod, Equatable {
  /// The label of points in no cluster.
  public static let noise = -1

  /// How far neighbors may be, in the unit of the distance; a point exactly at `eps` counts.
  public let eps: Double

  /// How many points, the point itself included, make a core point.
  public let minSamples: Int

  /// What is near.
  public let distance: Distance

  /// How many threads share the work on many points. With the cosine, correlation and Canberra
  /// distance it is one.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    eps: Double, minSamples: Int, distance: Distance = .euclidean, threads: Int = 1
  ) {
    self.eps = eps
    self.minSamples = minSamples
    self.distance = distance
    self.threads = threads
  }

  /// Finds the dense regions of n × d points. With Euclidean distances in up to three dimensions
  /// a grid does it in about O(n · minSamples). Otherwise it takes n neighbor queries, in low
  /// dimensions about O(n log n) and the number of neighbors found; in the worst case O(n² · d).
  ///
  /// - Parameter shouldContinue: Asked now and then, at most once a point; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range or the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> DBSCANModel {
    let states = try states(of: points)
    if var clusters = GridClusters(points, self) {
      return try clusters.fit(while: shouldContinue)
    }
    if var clusters = TreeClusters(points, self) {
      return try clusters.fit(while: shouldContinue)
    }
    var growth = states.makeIterator()
    while growth.advance() {
      guard shouldContinue(growth.progress) else { throw .cancelled }
    }
    return growth.result
  }

  /// The same growth, one point at a time; the labels of its last state are the result of
  /// ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> DBSCANStates {
    try points.requireSome()
    try require(positive: eps, named: "eps")
    try require(count: minSamples, named: "minSamples")
    try require(count: threads, named: "threads")
    return DBSCANStates(parameters: self, points: points)
  }
}

/// A clustering into dense regions.
public struct DBSCANModel: LabeledModel {
  /// For each of the n points its cluster, from 0, or ``DBSCAN/noise``.
  public let labels: [Int]

  /// The core points, as ascending rows.
  public let corePoints: [Int]

  /// The number of clusters.
  public let clusterCount: Int

  /// What was clustered, and what was near.
  let points: Points
  let eps: Double
  let distance: Distance

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] { Advice.on(labels: labels) }

  /// For each new point the cluster of its nearest core point, if that lies within `eps`, and
  /// noise otherwise. The core points of the fit keep their cluster; its border points may go
  /// to a nearer one than in the fit, where the lowest that reaches them has them.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func predict(_ points: Points) throws(ClusteringError) -> [Int] {
    try points.require(dimensions: self.points.dimensions)
    guard !corePoints.isEmpty else {
      return Array(repeating: DBSCAN.noise, count: points.count)
    }
    let cores = try NearestNeighbors(
      self.points.selecting(rows: corePoints), distance: distance)
    var labels: [Int] = []
    for i in 0..<points.count {
      let nearest = try cores.nearest(1, of: points.row(i))
      let isNear = nearest.distances[0] <= eps
      labels.append(isNear ? self.labels[corePoints[nearest.rows[0]]] : DBSCAN.noise)
    }
    return labels
  }
}

extension DBSCANModel {
  /// The number of threads is left out: models are equal for any.
  init(
    labels: [Int], corePoints: [Int], clusterCount: Int, points: Points, parameters: DBSCAN
  ) {
    self.init(
      labels: labels, corePoints: corePoints, clusterCount: clusterCount, points: points,
      eps: parameters.eps, distance: parameters.distance)
  }
}
