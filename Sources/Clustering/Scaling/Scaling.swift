// Putting the features on one scale.
//
//     standard   (x - mean) / standard deviation
//     min-max    (x - min) / (max - min)
//     robust     (x - median) / (third quartile - first quartile)
//
// A distance adds the features up as they are: one in cents drowns one in euros. Learning the
// scale (fit) and using it (apply) are apart, because new points have to be scaled as the old
// ones were, not by their own spread.
//
//     let scaler = try Scaling.standard.fit(training)
//     let scaled = try scaler.apply(newcomers)

/// A way to put the features on one scale.
public enum Scaling: String, CaseIterable, Codable, Sendable {
  /// The features as they are.
  case none

  /// To mean 0 and standard deviation 1 (divided by n).
  case standard

  /// To the range from 0 to 1.
  case minMax = "min-max"

  /// To median 0 and interquartile range 1, which outliers hardly move.
  case robust

  /// Learns the scale of n × d points, in O(n · d), for robust in O(n log n · d).
  ///
  /// A constant feature gets the scale 1, so that it becomes 0 everywhere.
  ///
  /// - Throws: ``ClusteringError/noPoints``.
  public func fit(_ points: Points) throws(ClusteringError) -> Scaler {
    try points.requireSome()
    switch self {
    case .none:
      let d = points.dimensions
      return Scaler(
        centers: Array(repeating: 0, count: d), scales: Array(repeating: 1, count: d))
    case .standard:
      return standardScaler(points)
    case .minMax:
      return scalerOfColumns(points) { sorted in
        let (least, largest) = (sorted[0], sorted[sorted.count - 1])
        return (least, largest - least)
      }
    case .robust:
      return scalerOfColumns(points) { sorted in
        (quantile(0.5, of: sorted), quantile(0.75, of: sorted) - quantile(0.25, of: sorted))
      }
    }
  }
}

/// A learnt scale: what is taken off each feature, and by what it is then divided.
public struct Scaler: Sendable, Equatable {
  /// What is taken off each of the d features, in their units.
  public let centers: [Double]

  /// What each of the d features is divided by, in their units; never 0.
  public let scales: [Double]

  /// (x - center) / scale for every value, in O(n · d).
  ///
  /// - Throws: ``ClusteringError`` when the points have another number of features, or when a
  ///   scaled value is too large.
  public func apply(_ points: Points) throws(ClusteringError) -> Points {
    try transform(points) { value, center, scale in (value - center) / scale }
  }

  /// Takes scaled points, for example centers, back to the units of the data.
  ///
  /// - Throws: As ``apply(_:)``.
  public func invert(_ points: Points) throws(ClusteringError) -> Points {
    try transform(points) { value, center, scale in value * scale + center }
  }

  private func transform(
    _ points: Points, _ scaled: (Double, Double, Double) -> Double
  ) throws(ClusteringError) -> Points {
    let d = scales.count
    try points.require(dimensions: d)
    var values = points.values
    for i in 0..<points.count {
      for j in 0..<d {
        values[i * d + j] = scaled(values[i * d + j], centers[j], scales[j])
      }
    }
    return try Points(values, dimensions: d)
  }
}

private func standardScaler(_ points: Points) -> Scaler {
  let means = columnMeans(points)
  let variances = columnVariances(points, means: means)
  let first = points.row(0)
  // A constant feature is told by its values: rounding may leave its variance above 0.
  var isConstant = [Bool](repeating: true, count: points.dimensions)
  for i in 0..<points.count {
    for j in 0..<points.dimensions where points[i, j] != first[j] { isConstant[j] = false }
  }
  return Scaler(
    centers: means.indices.map { isConstant[$0] ? first[$0] : means[$0] },
    scales: variances.indices.map {
      isConstant[$0] || variances[$0] == 0 ? 1 : variances[$0].squareRoot()
    })
}

/// Learns center and scale of each feature from its sorted values.
private func scalerOfColumns(
  _ points: Points, _ measure: ([Double]) -> (center: Double, scale: Double)
) -> Scaler {
  let columns = (0..<points.dimensions).map { measure(points.column($0).sorted()) }
  return Scaler(
    centers: columns.map(\.center), scales: columns.map { $0.scale > 0 ? $0.scale : 1 })
}

/// The value below which the share `q` of the sorted values lies, between two values in
/// proportion: the position is q · (n - 1).
func quantile(_ q: Double, of sorted: [Double]) -> Double {
  let position = q * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
}
