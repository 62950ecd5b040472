// The grid on whose corners points are rounded to 16 bits.

/// Where the whole numbers lie among the points: an origin and a unit.
struct ShortGrid: Sendable {
  /// No rounded point is farther from the origin. Then ‖x̂ - ĉ‖² / 2 is below 2³¹, with room
  /// above for a distance that no center has.
  static let radius = 28_000.0

  let origin: [Double]

  /// Grid units in one unit of the features.
  let scale: Double

  /// Nil when there is no use in a grid: points all on one spot, or so close that their
  /// squared distances leave the range of a double.
  init?(around points: Points, threads: Int) {
    let origin = middle(of: points)
    let reach = largestDistance(of: points, from: origin, threads: threads)
    // Rounding moves a point by at most √d / 2, and a mean may lie a little beyond the points.
    let room = Self.radius - Double(points.dimensions).squareRoot() / 2 - 1
    guard reach > 1e-100, room > Self.radius / 2 else { return nil }
    self.origin = origin
    self.scale = room / reach
  }

  /// Whether the rounded points are within the radius, as those of the fit are.
  func covers(_ points: Points) -> Bool {
    let d = origin.count
    return (0..<points.count).allSatisfy { i in
      let point = points.values.span.extracting(i * d..<(i + 1) * d)
      let reach = squaredEuclidean(point, origin.span).squareRoot() * scale
      return reach + Double(d).squareRoot() / 2 <= Self.radius
    }
  }

  /// Hands over the pairs of a rounded point; returns ⌊‖x̂‖² / 2⌋ and ‖x - x̂‖².
  @inline(__always)
  func round(
    _ point: Span<Double>, _ take: (Int, ShortPoints.Pair) -> Void
  ) -> (halfNorm: Int32, squaredError: Double) {
    let origin = origin.span
    var (squaredNorm, squaredError) = (0.0, 0.0)
    func rounded(_ j: Int) -> Int16 {
      let exact = (point[j] - origin[j]) * scale
      let (bits, whole) = roundedToWhole(exact)
      squaredError += (exact - whole) * (exact - whole)
      squaredNorm += whole * whole
      return bits
    }
    for p in 0..<point.count / 2 {
      let first = rounded(2 * p)
      take(p, ShortPoints.Pair(first, rounded(2 * p + 1)))
    }
    if !point.count.isMultiple(of: 2) {
      take(point.count / 2, ShortPoints.Pair(rounded(point.count - 1), 0))
    }
    return (Int32(truncatingIfNeeded: Int(squaredNorm) / 2), squaredError)
  }
}

/// A number of small magnitude rounded to the nearest whole one, which then stands in the last
/// bits of the sum: no instruction of the oldest x86-64 rounds, but each addition does.
private func roundedToWhole(_ x: Double) -> (bits: Int16, whole: Double) {
  let shifter = 0x1.8p52
  let sum = x + shifter
  return (Int16(truncatingIfNeeded: sum.bitPattern), sum - shifter)
}

/// The mean of some rows, evenly spread: any spot will do as an origin.
private func middle(of points: Points) -> [Double] {
  let step = max(1, points.count / 1000)
  let rows = Array(stride(from: 0, to: points.count, by: step))
  return columnMeans(points.selecting(rows: rows))
}

private func largestDistance(of points: Points, from origin: [Double], threads: Int) -> Double {
  let squares = inChunks(points.count, threads: threads) { rows in
    let values = points.values.span
    let d = points.dimensions
    return rows.reduce(0.0) { largest, i in
      max(largest, squaredEuclidean(values.extracting(i * d..<(i + 1) * d), origin.span))
    }
  }
  return squares.reduce(0, max).squareRoot()
}
