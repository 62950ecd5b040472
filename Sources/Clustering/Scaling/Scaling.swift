// Putting the features on one scale.
//
//     standard   (x - mean) / standard deviation
//     min-max    (x - min) / (max - min)
//     robust     (x - median) / (third quartile - first quartile)
//     max-abs    x / largest magnitude
//     l2         a point divided by its length
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

  /// To magnitudes of at most 1; what was 0 stays 0.
  case maxAbs = "max-abs"

  /// Each point to length 1, so that only its direction counts. Nothing is learned, and nothing
  /// can be taken back. The point 0 stays where it is.
  case unitLength = "l2"

  /// Learns the scale of n × d points, in O(n · d), for robust in O(n log n · d).
  ///
  /// A constant feature gets the scale 1, so that it becomes 0 everywhere (with max-abs it
  /// becomes 1 or -1).
  ///
  /// - Parameter threads: How many threads share the work; the scale is the same for any number.
  /// - Throws: ``ClusteringError/noPoints``, or when `threads` is less than 1.
  public func fit(_ points: Points, threads: Int = 1) throws(ClusteringError) -> Scaler {
    try points.requireSome()
    try require(count: threads, named: "threads")
    let d = points.dimensions
    let (zeros, ones) = (Array(repeating: 0.0, count: d), Array(repeating: 1.0, count: d))
    switch self {
    case .none:
      return Scaler(centers: zeros, scales: ones)
    case .standard:
      let moments = featureMoments(points, threads: threads)
      return Scaler(centers: moments.means, scales: moments.variances.map { $0.squareRoot() })
    case .minMax:
      let (least, largest) = columnRanges(points)
      return Scaler(centers: least, scales: zip(largest, least).map { $0 - $1 })
    case .robust:
      let quartiles = columnQuantiles([0.25, 0.5, 0.75], of: points, threads: threads)
      return Scaler(centers: quartiles.map { $0[1] }, scales: quartiles.map { $0[2] - $0[0] })
    case .maxAbs:
      let (least, largest) = columnRanges(points)
      return Scaler(centers: zeros, scales: zip(largest, least).map { max($0, -$1) })
    case .unitLength:
      return Scaler(centers: zeros, scales: ones, unitLength: true)
    }
  }
}

/// A learned scale: what is taken off each feature, and by what it is then divided.
public struct Scaler: Sendable, Equatable {
  /// What is taken off each of the d features, in their units.
  public let centers: [Double]

  /// What each of the d features is divided by, in their units; never 0.
  public let scales: [Double]

  /// Whether each point is at last divided by its length.
  public let unitLength: Bool

  /// Where a feature does not vary, its scale is 1.
  init(centers: [Double], scales: [Double], unitLength: Bool = false) {
    self.centers = centers
    self.scales = scales.map { $0 > 0 ? $0 : 1 }
    self.unitLength = unitLength
  }

  /// (x - center) / scale for every value, in O(n · d).
  ///
  /// - Parameter threads: How many threads share the work; the result is the same.
  /// - Throws: ``ClusteringError`` when the points have another number of features, when a
  ///   scaled value is too large, or when `threads` is less than 1.
  public func apply(_ points: Points, threads: Int = 1) throws(ClusteringError) -> Points {
    try require(points, threads: threads)
    guard !unitLength else { return Points(checked: unitRows(points), dimensions: scales.count) }
    return try scaled(points, .forth, centers: centers, scales: scales, threads: threads)
  }

  /// As ``apply(_:threads:)``, in the memory of the points: for large tables, which then take
  /// their space once and a third of the time.
  ///
  ///     let scaled = try scaler.applyInPlace(consume points)
  ///
  /// - Parameter points: Given up by the caller. As long as someone else has a copy of them, a
  ///   copy is scaled.
  /// - Throws: As ``apply(_:threads:)``.
  public func applyInPlace(
    _ points: consuming Points, threads: Int = 1
  ) throws(ClusteringError) -> Points {
    try require(points, threads: threads)
    guard !unitLength else { return Points(checked: unitRows(points), dimensions: scales.count) }
    return try scaledInPlace(points, .forth, centers: centers, scales: scales, threads: threads)
  }

  /// Takes scaled points, for example centers, back to the units of the data.
  ///
  /// - Throws: As ``apply(_:threads:)``, and ``ClusteringError/lengthsNotKept`` when points
  ///   were brought to length 1.
  public func invert(_ points: Points, threads: Int = 1) throws(ClusteringError) -> Points {
    guard !unitLength else { throw .lengthsNotKept }
    try require(points, threads: threads)
    return try scaled(points, .back, centers: centers, scales: scales, threads: threads)
  }

  private func require(_ points: borrowing Points, threads: Int) throws(ClusteringError) {
    try points.require(dimensions: scales.count)
    try Clustering.require(count: threads, named: "threads")
  }
}
