// Agglomerative clustering: every point starts alone, and the two nearest clusters are merged
// until one is left.
//
// What "nearest" means for clusters is the linkage:
//
//     single     the distance of their two nearest points     finds chains
//     complete   of their two farthest points                 finds compact groups
//     average    the mean over all pairs of points            between the two
//     ward       by how much the merge raises the inertia     the merge k-means would like
//
// `states` takes it word by word (AgglomerativeStates). `fit` finds the same tree sooner. Single
// linkage is the spanning tree of the points with its edges in order (SpanningTree). The others
// are merged in rounds, many pairs at once (ReciprocalPairs): Ward from the means of the
// clusters alone (WardMerging), complete and average from a table of distances (MatrixMerging),
// and so is single linkage for other distances than the Euclidean.
//
// Where distances are tied there are several right trees, and the fast ways may take another
// than the plain one. Small inputs are merged plainly by `fit` as well: where the states are
// looked at, the last of them is the fit, ties or not.

/// Bottom-up clustering into a tree.
///
///     let tree = try Agglomerative(linkage: .ward).fit(points)
///     let labels = try tree.labels(clusters: 3)
///
/// The same tree results on every platform and for every number of threads.
public struct Agglomerative: ClusteringMethod, Equatable {
  /// What the distance of two clusters is.
  public enum Linkage: String, CaseIterable, Codable, Sendable {
    /// The distance of their two nearest points.
    case single

    /// The distance of their two farthest points.
    case complete

    /// The mean distance over all pairs of their points.
    case average

    /// √(2 |A| |B| / (|A| + |B|)) times the distance of their means. Euclidean only.
    case ward
  }

  /// What the distance of two clusters is.
  public let linkage: Linkage

  /// What the distance of two points is.
  public let distance: Distance

  /// How many threads share a large fit.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(linkage: Linkage, distance: Distance = .euclidean, threads: Int = 1) {
    self.linkage = linkage
    self.distance = distance
    self.threads = threads
  }

  /// Merges n × d points into one tree.
  ///
  /// Ward, and single linkage of Euclidean distances, take O(n · d) memory, and with few
  /// features usually about O(n log n) time, O(n² · d) at the worst. The others keep a table of
  /// distances, about 5 n² bytes, in O(n² · d) time.
  ///
  /// - Parameter shouldContinue: Asked after every step; false stops the fit.
  /// - Throws: ``ClusteringError`` when there are no points, or more than
  ///   ``DistanceMatrix/largestCount`` for a linkage that needs the table; when Ward is asked for
  ///   with another distance than Euclidean, or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> Dendrogram {
    try check(points)
    return points.count <= Self.plainCount
      ? try fitPlainly(points, while: shouldContinue) : try fitFast(points, while: shouldContinue)
  }

  /// Up to this many points, which take a few milliseconds, the plain algorithm does.
  static let plainCount = 400

  /// The tree after each merge, the nearest pair first; the first is the points alone. The last
  /// is the result of ``fit(_:while:)``; with more than 400 points up to rounding of the heights
  /// and to the choice between equal distances. O(n²) memory for every linkage.
  ///
  /// - Throws: As ``fit(_:while:)``, at once; for Ward, too, with more points than
  ///   ``DistanceMatrix/largestCount``.
  public func states(of points: Points) throws(ClusteringError) -> AgglomerativeStates {
    try check(points)
    try checkTable(points)
    return AgglomerativeStates(parameters: self, points: points)
  }

  private func check(_ points: Points) throws(ClusteringError) {
    try points.requireSome()
    guard linkage != .ward || distance == .euclidean else {
      throw .wardNeedsEuclidean(given: distance)
    }
    try require(count: threads, named: "threads")
  }

  private func checkTable(_ points: Points) throws(ClusteringError) {
    let largest = DistanceMatrix.largestCount
    guard points.count <= largest else { throw .tooManyPoints(points.count, largest: largest) }
  }
}

// MARK: - Ways to fit

extension Agglomerative {
  private func fitPlainly(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> Dendrogram {
    var merging = AgglomerativeStates(parameters: self, points: points).makeIterator()
    while merging.advance() {
      let progress = FitProgress(completed: merging.merges.count, total: points.count - 1)
      guard shouldContinue(progress) else { throw .cancelled }
    }
    return merging.dendrogram
  }

  /// As ``fit(_:while:)``, but never plainly.
  package func fitFast(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> Dendrogram {
    if linkage == .ward { return try fitWard(points, while: shouldContinue) }
    if linkage == .single, distance == .euclidean {
      return try SpanningTree(points, threads: threads, while: shouldContinue).dendrogram
    }
    return try fitTable(points, while: shouldContinue)
  }

  private func fitWard(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> Dendrogram {
    var merging = WardMerging(points, threads: threads)
    while merging.advance() {
      guard shouldContinue(progress(merging.joins, points)) else { throw .cancelled }
    }
    return Dendrogram(pointCount: points.count, joins: merging.joins)
  }

  private func fitTable(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> Dendrogram {
    try checkTable(points)
    var merging = MatrixMerging(points, linkage: linkage, distance: distance, threads: threads)
    while merging.fillMore() || merging.advance() {
      guard shouldContinue(progress(merging.joins, points)) else { throw .cancelled }
    }
    return Dendrogram(pointCount: points.count, joins: merging.joins)
  }

  private func progress(_ joins: [Join], _ points: Points) -> FitProgress {
    FitProgress(completed: joins.count, total: points.count - 1)
  }
}
