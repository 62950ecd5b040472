// Who is near: the question below density, spanning trees and spectral affinities.
//
//     let neighbors = try NearestNeighbors(points)
//     try neighbors.nearest(3, of: 17)          // the three other points nearest to row 17
//     try neighbors.nearest(3, of: [0.5, 2])    // the three points nearest to a new one
//     try neighbors.within(0.5, of: 17)         // all other points at most 0.5 away
//
// A k-d tree answers where it can (`KDTree.swift`); where it cannot, everyone is measured
// (`BruteForce.swift`). The answers are the same to the last digit.

/// The points near to a point: the nearest first, of equally near ones the lowest row first.
public struct Neighbors: Sendable, Equatable {
  /// Which points, as rows.
  public let rows: [Int]

  /// How far each of them is.
  public let distances: [Double]
}

/// A search for neighbors among n × d points.
public struct NearestNeighbors: Sendable {
  /// The points that are searched.
  public let points: Points

  /// What is near.
  public let distance: Distance

  private let tree: KDTree?
  private let plain: BruteForce

  /// Prepares the search, in O(n log n).
  ///
  /// - Throws: ``ClusteringError/noPoints``.
  public init(_ points: Points, distance: Distance = .euclidean) throws(ClusteringError) {
    try points.requireSome()
    self.points = points
    self.distance = distance
    plain = BruteForce(points: points, distance: distance)
    tree = KDTree(points, distance: distance)
  }
}

// MARK: - One point

extension NearestNeighbors {
  /// The k other points nearest to point `row`; all of them when there are fewer than k.
  ///
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` for k below 1 or a
  ///   row that is not there.
  public func nearest(_ k: Int, of row: Int) throws(ClusteringError) -> Neighbors {
    try require(count: k, named: "k")
    try requireRow(row)
    return points.withRow(row) { nearest(k, of: $0, excluding: row) }
  }

  /// The k points nearest to a new point of d features; all of them when there are fewer.
  ///
  /// - Throws: ``ClusteringError`` for k below 1, or a point with another number of features
  ///   or with a value that is not finite.
  public func nearest(_ k: Int, of point: [Double]) throws(ClusteringError) -> Neighbors {
    try require(count: k, named: "k")
    try requireFeatures(point)
    return nearest(k, of: point.span, excluding: nil)
  }

  /// All other points at most `radius` from point `row`; one exactly at `radius` counts.
  ///
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` for a radius below 0
  ///   or a row that is not there.
  public func within(_ radius: Double, of row: Int) throws(ClusteringError) -> Neighbors {
    try require(notNegative: radius, named: "radius")
    try requireRow(row)
    return points.withRow(row) { within(radius, of: $0, excluding: row) }
  }

  /// All points at most `radius` from a new point of d features.
  ///
  /// - Throws: ``ClusteringError`` for a radius below 0, or a point with another number of
  ///   features or with a value that is not finite.
  public func within(_ radius: Double, of point: [Double]) throws(ClusteringError) -> Neighbors {
    try require(notNegative: radius, named: "radius")
    try requireFeatures(point)
    return within(radius, of: point.span, excluding: nil)
  }
}

// MARK: - All points

extension NearestNeighbors {
  /// For every point the k other points nearest to it, or all n - 1 others when k is larger:
  /// in low dimensions about O(n · (k + log n)).
  ///
  /// - Parameter shouldContinue: Asked now and then; false stops.
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` for k or `threads`
  ///   below 1, and ``ClusteringError/cancelled``.
  public func nearestOfAll(
    _ k: Int, threads: Int = 1, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> [Neighbors] {
    try require(count: k, named: "k")
    try require(count: threads, named: "threads")
    let n = points.count
    func goesOn(_ completed: Int) -> Bool {
      shouldContinue(FitProgress(completed: completed, total: n))
    }
    guard let tree else {
      let (points, plain) = (points, plain)
      return try inChunks(n, size: Self.chunkSize, threads: threads, while: goesOn) { rows in
        rows.map { row in
          points.withRow(row) { plain.nearest(k, of: $0, excluding: row) }
        }
      }.flatMap { $0 }
    }
    return try tree.nearestOfAll(min(k, n - 1), threads: threads, while: goesOn, tree.neighbors)
  }

  /// For every point the distance to its k-th nearest other point, for 1 ≤ k < n.
  package func kthDistances(
    _ k: Int, threads: Int, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> [Double] {
    guard let tree else {
      return try nearestOfAll(k, threads: threads, while: shouldContinue)
        .map { $0.distances[k - 1] }
    }
    let n = points.count
    return try tree.nearestOfAll(
      k, threads: threads,
      while: { shouldContinue(FitProgress(completed: $0, total: n)) },
      { tree.reduced.distance(from: $0.farthest) })
  }

  /// Enough searches to make a thread's trip worthwhile, and few enough that a stop comes soon.
  private static let chunkSize = 32
}

// MARK: - Inside

extension NearestNeighbors {
  private func nearest(_ k: Int, of point: Span<Double>, excluding row: Int?) -> Neighbors {
    guard let tree else { return plain.nearest(k, of: point, excluding: row) }
    let others = row == nil ? points.count : points.count - 1
    var search = NearestSearch(min(k, others))
    search.search(tree, near: point, excluding: row)
    return tree.neighbors(search.found)
  }

  private func within(_ radius: Double, of point: Span<Double>, excluding row: Int?) -> Neighbors {
    guard let tree else { return plain.within(radius, of: point, excluding: row) }
    return tree.neighbors(within: radius, of: point, excluding: row)
  }

  private func requireRow(_ row: Int) throws(ClusteringError) {
    let last = points.count - 1
    try require(row, named: "row", in: 0...last, allowed: "from 0 to \(last)")
  }

  /// A new point is checked as a table of one row.
  private func requireFeatures(_ point: [Double]) throws(ClusteringError) {
    guard !point.isEmpty else { throw .noFeatures }
    try Points(point, dimensions: point.count).require(dimensions: points.dimensions)
  }
}
