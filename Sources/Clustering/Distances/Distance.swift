// How far apart two points are.
//
//     euclidean           √ Σ (aⱼ - bⱼ)²               the straight line
//     squared Euclidean   Σ (aⱼ - bⱼ)²                 what k-means and Ward add up
//     manhattan           Σ |aⱼ - bⱼ|                  along the axes, as in a city
//     chebyshev           max |aⱼ - bⱼ|                the widest difference alone
//     minkowski           (Σ |aⱼ - bⱼ|ᵖ)^(1/p)         between these: p = 1, 2, … ∞
//     cosine              1 - a·b / (‖a‖ ‖b‖)          the direction alone, from 0 to 2
//     correlation         cosine of a - ā and b - b̄    the shape alone, level and size aside
//     canberra            Σ |aⱼ - bⱼ| / (|aⱼ| + |bⱼ|)   each difference beside its own size
//
// The choice says what counts as near, and with it which groups can be found at all. The first
// question is the unit: the first five need features in comparable units, the last does not.
// `Distance+Promises.swift` says which of them keep the promises that fast searches build on.

/// A distance between two points of d features. Each costs O(d), and each is symmetric, at
/// least 0, and 0 from a point to itself (cosine and correlation to rounding).
public enum Distance: Sendable, Hashable {
  /// The straight line: √ Σ (aⱼ - bⱼ)².
  case euclidean

  /// The straight line squared: Σ (aⱼ - bⱼ)². The same order of near and far, but a detour can
  /// be shorter than the direct way: no metric.
  case squaredEuclidean

  /// The sum of the differences: Σ |aⱼ - bⱼ|.
  case manhattan

  /// The largest of the differences: max |aⱼ - bⱼ|.
  case chebyshev

  /// (Σ |aⱼ - bⱼ|ᵖ)^(1/p). With p = 1 it is Manhattan, with p = 2 Euclidean; the larger p, the
  /// more the widest difference decides. ``minkowski(p:)`` makes one of a number.
  case minkowski(MinkowskiOrder)

  /// 1 minus the cosine of the angle at the origin. The zero vector has no direction: it is
  /// at 0 from itself and at 1 from every other vector. No metric: two steps of 45° make 0.59,
  /// the right angle itself 1.
  case cosine

  /// 1 minus the correlation of the features of one point with those of the other: the cosine
  /// distance once each point has lost its own mean. A point whose features are all equal has no
  /// shape: it is at 0 from others like it and at 1 from all the rest. No metric, as cosine.
  case correlation

  /// Σ |aⱼ - bⱼ| / (|aⱼ| + |bⱼ|), where 0 / 0 counts 0. Each feature adds 0 to 1, whatever its
  /// unit; but near 0 the smallest difference counts fully, and a shift of the data changes all.
  case canberra
}

// MARK: - Names

extension Distance {
  /// Those without a parameter, and Minkowski's with p = 3 for its family.
  public static let common: [Distance] = [
    .euclidean, .squaredEuclidean, .manhattan, .chebyshev, .minkowski(.three), .cosine,
    .correlation, .canberra,
  ]

  /// Minkowski's distance of the order `p`.
  ///
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` unless p is at least 1
  ///   and finite.
  public static func minkowski(p: Double) throws(ClusteringError) -> Distance {
    .minkowski(try MinkowskiOrder(p))
  }

  /// What the distance is called in commands and messages, such as "squared-euclidean" or
  /// "minkowski-3".
  public var name: String {
    switch self {
    case .euclidean: "euclidean"
    case .squaredEuclidean: "squared-euclidean"
    case .manhattan: "manhattan"
    case .chebyshev: "chebyshev"
    case .minkowski(let order): "minkowski-\(order)"
    case .cosine: "cosine"
    case .correlation: "correlation"
    case .canberra: "canberra"
    }
  }

  /// The distance of this ``name``; nil when there is none.
  public init?(name: String) {
    if let known = Distance.common.first(where: { $0.name == name }) {
      self = known
    } else if name.hasPrefix("minkowski-"), let p = Double(name.dropFirst("minkowski-".count)),
      let order = try? MinkowskiOrder(p)
    {
      self = .minkowski(order)
    } else {
      return nil
    }
  }
}

// MARK: - Measuring

extension Distance {
  /// The distance from `a` to `b`, in the unit of the features (its square for
  /// ``squaredEuclidean``; ``cosine``, ``correlation`` and ``canberra`` have none).
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``, or as
  ///   ``Points/init(_:dimensions:)`` does, with `a` as row 0 and `b` as row 1.
  public func between(_ a: [Double], _ b: [Double]) throws(ClusteringError) -> Double {
    guard a.count == b.count else {
      throw .dimensionMismatch(expected: a.count, found: b.count)
    }
    return between(0, 1, in: try Points(a + b, dimensions: a.count))
  }

  /// The distance from point `i` to point `j`.
  public func between(_ i: Int, _ j: Int, in points: Points) -> Double {
    let values = points.values.span
    let d = points.dimensions
    return between(
      values.extracting(i * d..<(i + 1) * d), values.extracting(j * d..<(j + 1) * d))
  }

  func between(_ a: Span<Double>, _ b: Span<Double>) -> Double {
    switch self {
    case .euclidean: Clustering.squaredEuclidean(a, b).squareRoot()
    case .squaredEuclidean: Clustering.squaredEuclidean(a, b)
    case .manhattan: manhattanDistance(a, b)
    case .chebyshev: chebyshevDistance(a, b)
    case .minkowski(let order): minkowskiDistance(a, b, order)
    case .cosine: cosineDistance(a, b, from: (0, 0))
    case .correlation: cosineDistance(a, b, from: (mean(a), mean(b)))
    case .canberra: canberraDistance(a, b)
    }
  }
}

/// Σ (aⱼ - bⱼ)². From the differences, not from ‖a‖² - 2 a·b + ‖b‖²: that form cancels when
/// the points lie far from the origin.
func squaredEuclidean(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var sum = 0.0
  for j in 0..<a.count {
    let difference = a[j] - b[j]
    sum += difference * difference
  }
  return sum
}

func manhattanDistance(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var sum = 0.0
  for j in 0..<a.count {
    sum += (a[j] - b[j]).magnitude
  }
  return sum
}

func chebyshevDistance(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var largest = 0.0
  for j in 0..<a.count {
    largest = max(largest, (a[j] - b[j]).magnitude)
  }
  return largest
}

private func canberraDistance(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var sum = 0.0
  for j in 0..<a.count {
    let difference = (a[j] - b[j]).magnitude
    if difference > 0 { sum += difference / (a[j].magnitude + b[j].magnitude) }
  }
  return sum
}
