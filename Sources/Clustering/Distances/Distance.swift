// How far apart two points are.
//
//     euclidean   √ Σ (aⱼ - bⱼ)²          the straight line
//     manhattan   Σ |aⱼ - bⱼ|             along the axes, as in a city
//     cosine      1 - a·b / (‖a‖ ‖b‖)     the direction alone, from 0 to 2
//
// The choice says what counts as near, and with it which groups can be found at all.

/// A distance between two points of d features. Each costs O(d).
public enum Distance: String, CaseIterable, Codable, Sendable {
  /// The straight line: √ Σ (aⱼ - bⱼ)².
  case euclidean

  /// The sum of the differences: Σ |aⱼ - bⱼ|.
  case manhattan

  /// 1 minus the cosine of the angle at the origin. The zero vector has no direction: it is
  /// at 0 from itself and at 1 from every other vector.
  case cosine

  /// The distance from `a` to `b`, in the unit of the features (cosine has none).
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func between(_ a: [Double], _ b: [Double]) throws(ClusteringError) -> Double {
    guard a.count == b.count else {
      throw .dimensionMismatch(expected: a.count, found: b.count)
    }
    return between(a.span, b.span)
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
    case .euclidean: squaredEuclidean(a, b).squareRoot()
    case .manhattan: manhattanDistance(a, b)
    case .cosine: cosineDistance(a, b)
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

private func manhattanDistance(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var sum = 0.0
  for j in 0..<a.count {
    sum += (a[j] - b[j]).magnitude
  }
  return sum
}

private func cosineDistance(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  let lengthA = length(a)
  let lengthB = length(b)
  guard lengthA > 0, lengthB > 0 else { return lengthA == lengthB ? 0 : 1 }
  // The direction vectors first: parallel vectors then come out at 0 to the last digits, and
  // products of very small or very large lengths never under- or overflow.
  var cosine = 0.0
  for j in 0..<a.count {
    cosine += (a[j] / lengthA) * (b[j] / lengthB)
  }
  return max(0, 1 - cosine)
}

private func length(_ a: Span<Double>) -> Double {
  var sum = 0.0
  for j in 0..<a.count {
    sum += a[j] * a[j]
  }
  return sum.squareRoot()
}
