// What a fast search may rely on, and which distances grant it.
//
//                      metric    searched with a tree of boxes
//     euclidean          ✓                ✓
//     manhattan          ✓                ✓
//     chebyshev          ✓                ✓
//     minkowski          ✓                ✓
//     canberra           ✓                –
//     squared Euclidean  –                ✓
//     cosine             –                –
//     correlation        –                –
//
// A tree leaves out a box when two points are at least as far apart as they differ in any one
// feature. Squares are compared with squares for that (`ReducedDistance`, which decides it).

extension Distance {
  /// Whether a detour is never shorter than the direct way: d(a, c) ≤ d(a, b) + d(b, c) for all
  /// points, up to rounding.
  public var isMetric: Bool {
    switch self {
    case .euclidean, .manhattan, .chebyshev, .minkowski, .canberra: true
    case .squaredEuclidean, .cosine, .correlation: false
    }
  }
}
