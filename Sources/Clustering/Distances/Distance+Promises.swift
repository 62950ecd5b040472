// What a fast search may rely on, and which distances grant it.
//
//                      metric    at least each difference
//     euclidean          ✓                ✓
//     manhattan          ✓                ✓
//     chebyshev          ✓                ✓
//     minkowski          ✓                ✓
//     canberra           ✓                –
//     squared Euclidean  –                –
//     cosine             –                –
//     correlation        –                –
//
// Squares fall below differences that are less than 1. A tree serves the squared Euclidean
// distance all the same, since it compares squares with squares (`ReducedDistance`).

extension Distance {
  /// Whether a detour is never shorter than the direct way: d(a, c) ≤ d(a, b) + d(b, c) for all
  /// points, up to rounding.
  public var isMetric: Bool {
    switch self {
    case .euclidean, .manhattan, .chebyshev, .minkowski, .canberra: true
    case .squaredEuclidean, .cosine, .correlation: false
    }
  }

  /// Whether two points are at least as far apart as they differ in any one feature, up to
  /// rounding. Then everything in a box is at least as far away as the box, and a k-d tree may
  /// leave it out.
  public var isAtLeastEachDifference: Bool {
    switch self {
    case .euclidean, .manhattan, .chebyshev, .minkowski: true
    case .squaredEuclidean, .cosine, .correlation, .canberra: false
    }
  }
}
