// The elbow: the number of clusters after which a further one hardly helps.
//
// The inertia always falls with k, and on a plain scale it bends on any data: n points spread
// evenly in d dimensions have an inertia near c · k^(-2/d), which looks like an elbow too. On
// logarithmic scales that power law is a straight line. So there the curve is compared with the
// line (the chord) between its ends:
//
//     log inertia  ╲
//                  │╲ ·.
//                  │ ╲   ·.  chord
//                  │  ╲     ·.
//                  │   ╲_______·.   the curve at k = 3 lies far below the chord: an elbow
//                      3       log k
//
// Where it lies deepest below is the elbow, as in Kneedle (Satopää, Albrecht, Irwin and Raghavan
// 2011, https://doi.org/10.1109/ICDCSW.2011.20); and if it nowhere lies deep, there is none.

/// The bend of a falling curve over the number of clusters, if there is one.
///
///     let inertias = try (1...10).map { try KMeans(k: $0).fit(points).inertia }
///     try Elbow(of: inertias)?.k
public struct Elbow: Sendable, Equatable {
  /// The number of clusters at the bend.
  public let k: Int

  /// How far the curve lies below the power law through its ends there: 0.5 means at half of
  /// what the law says.
  public let depth: Double

  /// A bend has to save at least this share. Without structure the depth is chance: over
  /// hundreds of even and normal samples of 100 and 400 points in 1 to 10 dimensions, each with
  /// k up to 10, it stayed below 0.15. Two to five clusters four standard deviations apart gave
  /// 0.2 and more; two to seven, ten apart, 0.35 and more.
  public static let leastDepth = 0.2

  /// Looks for the bend of `curve`, whose values belong to `firstK`, `firstK` + 1, and so on. Nil
  /// when it has none, as on data without clusters, or fewer than three values. O(number of
  /// values).
  ///
  /// Look well beyond the number of clusters that you expect: a curve that ends at its bend
  /// shows none.
  ///
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` when a value is
  ///   negative or not finite, or `firstK` is below 1.
  public init?(of curve: [Double], firstK: Int = 1) throws(ClusteringError) {
    try require(count: firstK, named: "firstK")
    for value in curve { try require(notNegative: value, named: "a value of the curve") }
    guard let highest = curve.max(), highest > 0, curve.count >= 3 else { return nil }

    let x = curve.indices.map { naturalLog(Double(firstK + $0)) }
    let y = logarithms(of: curve, atLeast: highest * nothingBeside)
    let slope = (y[y.count - 1] - y[0]) / (x[x.count - 1] - x[0])
    let depths = curve.indices.map { y[0] + slope * (x[$0] - x[0]) - y[$0] }
    guard let deepest = depths.indices.max(by: { depths[$0] < depths[$1] }) else { return nil }
    let depth = 1 - exponential(-depths[deepest])
    guard depth >= Self.leastDepth else { return nil }
    k = firstK + deepest
    self.depth = depth
  }
}

/// A sum of squares this small beside another is what rounding leaves of 0.
let nothingBeside = 0x1p-104

/// The logarithms, where nothing counts as less than `least` or the smallest normal number: so
/// clusters without any spread have a logarithm too.
func logarithms(of values: [Double], atLeast least: Double) -> [Double] {
  values.map { naturalLog(max($0, least, .leastNormalMagnitude)) }
}
