// The part of a distance that a comparison needs.
//
// Of two points the one with the smaller sum of squares is also the nearer one, so a search
// for neighbors can leave the square root for the end. What remains of the distance is called
// reduced (as in scikit-learn's trees):
//
//     euclidean            Σ (aⱼ - bⱼ)²     the root is left for the end
//     squared Euclidean    the same, and nothing is left
//     manhattan            Σ |aⱼ - bⱼ|
//     chebyshev            max |aⱼ - bⱼ|
//     minkowski            itself; a box is judged by its widest difference alone
//
// Everything here goes through the features in their order, for one point, for eight points at
// once and for a box alike. Rounding keeps order: where a box is no farther in any feature,
// none of the roundings on the way can make it come out farther. So a box is left out only when
// every point in it would be, ties and last digits included.

/// A distance without its last step, which changes no comparison.
enum ReducedDistance: Sendable {
  /// The sum of squared differences; the distance is its root, or the sum itself.
  case squares(rooted: Bool)
  /// The sum of differences.
  case sums
  /// The largest difference.
  case largest
  /// Minkowski's distance as it is.
  case minkowski(MinkowskiOrder)

  /// Nil for a distance that can be small though a feature differs much: boxes say nothing
  /// about it.
  init?(_ distance: Distance) {
    switch distance {
    case .euclidean: self = .squares(rooted: true)
    case .squaredEuclidean: self = .squares(rooted: false)
    case .manhattan: self = .sums
    case .chebyshev: self = .largest
    case .minkowski(let order): self = .minkowski(order)
    case .cosine, .correlation, .canberra: return nil
    }
  }

  /// The distance itself.
  func distance(from reduced: Double) -> Double {
    if case .squares(rooted: true) = self { reduced.squareRoot() } else { reduced }
  }

  /// The distances themselves of eight points.
  func distances(from reduced: SIMD8<Double>) -> SIMD8<Double> {
    if case .squares(rooted: true) = self { reduced.squareRoot() } else { reduced }
  }

  /// False only when the distance is certainly at least `other`: asks no root.
  @inline(__always)
  func mayBeNearer(_ reduced: Double, than other: Double) -> Bool {
    guard case .squares(rooted: true) = self else { return reduced < other }
    return reduced <= other * other * Self.roundedUp
  }

  /// The same of eight points.
  @inline(__always)
  func mayBeNearer(_ reduced: SIMD8<Double>, than other: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> {
    guard case .squares(rooted: true) = self else { return reduced .< other }
    return reduced .<= other * other * Self.roundedUp
  }

  /// More than what rounding can take from a square.
  private static let roundedUp = 1 + 0x1p-50

  /// The largest reduced value whose distance is at most `radius`, so that comparing with it
  /// is the same, to the last digit, as comparing the distance with `radius`.
  func bound(for radius: Double) -> Double {
    guard case .squares(rooted: true) = self, radius.isFinite else { return radius }
    var bound = min(radius * radius, .greatestFiniteMagnitude)
    while bound.squareRoot() > radius { bound = bound.nextDown }
    while bound.nextUp.squareRoot() <= radius { bound = bound.nextUp }
    return bound
  }
}

// MARK: - Measuring

extension ReducedDistance {
  /// From one point to another.
  @inline(__always)
  func between(_ a: Span<Double>, _ b: Span<Double>) -> Double {
    switch self {
    case .squares: squaredEuclidean(a, b)
    case .sums: manhattanDistance(a, b)
    case .largest: chebyshevDistance(a, b)
    case .minkowski(let order): minkowskiDistance(a, b, order)
    }
  }

  /// From a point to the nearest spot of a box, which is d least values and then d largest: at
  /// most the distance to any point in the box.
  @inline(__always)
  func between(_ point: Span<Double>, box: Span<Double>) -> Double {
    let d = point.count
    var sum = 0.0
    for j in 0..<d {
      add(max(box[j] - point[j], point[j] - box[d + j], 0), to: &sum)
    }
    return sum
  }

  /// Between the nearest spots of two boxes: at most the distance of any two points in them.
  @inline(__always)
  func between(box a: Span<Double>, box b: Span<Double>) -> Double {
    let d = a.count / 2
    var sum = 0.0
    for j in 0..<d {
      add(max(a[j] - b[d + j], b[j] - a[d + j], 0), to: &sum)
    }
    return sum
  }

  @inline(__always)
  private func add(_ gap: Double, to sum: inout Double) {
    switch self {
    case .squares: sum += gap * gap
    case .sums: sum += gap
    case .largest, .minkowski: sum = max(sum, gap)
    }
  }
}

extension KDTree {
  /// From a point to each of the eight points of a block.
  @inline(__always)
  func distances(from point: Span<Double>, toBlock block: Int) -> Lanes {
    let d = point.count
    let vectors = blocks.span.extracting(block * d..<(block + 1) * d)
    var sums = Lanes(repeating: 0)
    switch reduced {
    case .squares:
      for j in 0..<d {
        let differences = vectors[j] - point[j]
        sums += differences * differences
      }
    case .sums:
      for j in 0..<d { sums += magnitudes(vectors[j] - point[j]) }
    case .largest:
      for j in 0..<d {
        let differences = magnitudes(vectors[j] - point[j])
        sums.replace(with: differences, where: differences .> sums)
      }
    case .minkowski(let order):
      return minkowskiDistances(from: point, toBlock: block, order)
    }
    return sums
  }

  /// Powers and roots are worth no vectors: one point at a time.
  private func minkowskiDistances(
    from point: Span<Double>, toBlock block: Int, _ order: MinkowskiOrder
  ) -> Lanes {
    let (d, first) = (point.count, block * Lanes.scalarCount)
    var distances = Lanes(repeating: .infinity)
    for place in first..<min(first + Lanes.scalarCount, count) {
      let other = values.span.extracting(place * d..<(place + 1) * d)
      distances[place - first] = minkowskiDistance(point, other, order)
    }
    return distances
  }

  private func magnitudes(_ vector: Lanes) -> Lanes {
    vector.replacing(with: -vector, where: vector .< 0)
  }
}
