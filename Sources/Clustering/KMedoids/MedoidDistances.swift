// The distances that k-medoids looks at: measured between points, or read from a table.
//
// All of them are n², and FasterPAM needs but few: so they are not kept, but measured when they
// are asked for, eight side by side.

/// Distances between n points, by row.
package struct MedoidDistances: Sendable {
  enum Source: Sendable {
    case points(Points, Distance)
    case matrix(DistanceMatrix)
  }

  let source: Source

  package init(_ points: Points, distance: Distance) {
    source = .points(points, distance)
  }

  package init(_ matrix: DistanceMatrix) {
    source = .matrix(matrix)
  }

  /// The number of points.
  package var count: Int {
    switch source {
    case .points(let points, _): points.count
    case .matrix(let matrix): matrix.count
    }
  }

  /// The distance from `i` to `j`.
  package func between(_ i: Int, _ j: Int) -> Double {
    switch source {
    case .points(let points, let distance): distance.between(i, j, in: points)
    case .matrix(let matrix): matrix[i, j]
    }
  }

  /// The points, if there are any behind the distances.
  var points: Points? {
    guard case .points(let points, _) = source else { return nil }
    return points
  }

  /// The points, when distances are Euclidean and eight can be measured at once.
  var euclideanPoints: Points? {
    guard case .points(let points, .euclidean) = source else { return nil }
    return points
  }

  /// What a detour may be shorter than the direct way by rounding, as a factor; nil when it may
  /// be shorter by more.
  var detourMargin: Double? {
    guard case .points(let points, let distance) = source, distance.isMetric else { return nil }
    return 1 + 1e-15 * Double(points.dimensions + 8)
  }
}
