// Principal components: the directions in which points spread most.
//
// The first component is the direction of the largest variance, the second the one of the
// largest variance at right angles to it, and so on. They are the eigenvectors of the
// covariance matrix, and the eigenvalues are the variances along them. Two of them make a
// picture of points with many features; the ratios tell how much the picture leaves out.
//
// Scale first: without it, the feature with the largest unit is the first component.
//
// Pearson 1901, https://doi.org/10.1080/14786440109462720

/// A projection on the directions of largest variance.
///
///     let model = try PCA(components: 2).fit(points)
///     let picture = try model.transform(points)   // n × 2
public struct PCA: Sendable, Equatable {
  /// How many directions are kept, at most d.
  public let components: Int

  /// Describes the projection; ``fit(_:threads:)`` checks it and runs it.
  public init(components: Int) {
    self.components = components
  }

  /// Finds the directions of n × d points, in O(n · d² + d³).
  ///
  /// - Parameter threads: How many threads share the work; the result is the same for any
  ///   number.
  /// - Throws: ``ClusteringError`` when there are no points, fewer features than components, or
  ///   less than one thread.
  public func fit(_ points: Points, threads: Int = 1) throws(ClusteringError) -> PCAModel {
    try points.requireSome()
    try require(count: threads, named: "threads")
    let d = points.dimensions
    guard (1...d).contains(components) else {
      throw .invalidParameter(
        name: "components", value: "\(components)", allowed: "from 1 to \(d), the features")
    }
    let products = featureProducts(points, threads: threads)
    let pairs = try eigenpairs(ofSymmetric: products.covariance, size: d)
    let total = pairs.reduce(0) { $0 + max(0, $1.value) }
    let kept = pairs.prefix(components)
    let variances = kept.map { max(0, $0.value) }
    return PCAModel(
      mean: products.means,
      components: Points(checked: kept.flatMap { upright($0.vector) }, dimensions: d),
      explainedVariance: variances,
      explainedVarianceRatio: variances.map { total > 0 ? $0 / total : 0 })
  }
}

/// Directions of largest variance.
public struct PCAModel: Sendable, Equatable {
  /// The mean of each of the d features.
  public let mean: [Double]

  /// One direction a row, of length 1, the largest variance first. A direction and its reverse
  /// are the same; here the entry of largest magnitude is positive.
  public let components: Points

  /// The variance along each direction (divided by n - 1), in squared units.
  public let explainedVariance: [Double]

  /// The share of the total variance along each direction; 0 when there is no variance.
  public let explainedVarianceRatio: [Double]

  /// The coordinates of points along the components: m × components, in O(m · d) for each.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func transform(_ points: Points) throws(ClusteringError) -> Points {
    try points.require(dimensions: mean.count)
    let coordinates = (0..<points.count).flatMap { i in
      (0..<components.count).map { c in coordinate(of: i, in: points, along: c) }
    }
    return try Points(coordinates, dimensions: components.count)
  }

  /// The points that have these coordinates along the components: m × d, in O(m · d) for each. What
  /// the other directions told is lost; with all d components nothing is.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``, or when a value is too
  ///   large.
  public func invert(_ coordinates: Points) throws(ClusteringError) -> Points {
    try coordinates.require(dimensions: components.count)
    var values: [Double] = []
    values.reserveCapacity(coordinates.count * mean.count)
    for i in 0..<coordinates.count {
      for j in mean.indices {
        var value = mean[j]
        for c in 0..<components.count { value += coordinates[i, c] * components[c, j] }
        values.append(value)
      }
    }
    return try Points(values, dimensions: mean.count)
  }

  private func coordinate(of i: Int, in points: Points, along c: Int) -> Double {
    var sum = 0.0
    for j in mean.indices {
      sum += (points[i, j] - mean[j]) * components[c, j]
    }
    return sum
  }
}

/// The direction or its reverse, so that the entry of largest magnitude is positive.
private func upright(_ direction: [Double]) -> [Double] {
  let largest = direction.max { $0.magnitude < $1.magnitude } ?? 0
  return largest < 0 ? direction.map { -$0 } : direction
}
