// Distances that look at the direction of a point and not at how far out it lies.
//
// Seen from the origin it is the cosine; seen from the point's own mean, the correlation.

/// 1 minus the cosine of the angle between a and b, each seen from a spot with equal features.
func cosineDistance(
  _ a: Span<Double>, _ b: Span<Double>, from origin: (a: Double, b: Double)
) -> Double {
  let lengthA = length(a, from: origin.a)
  let lengthB = length(b, from: origin.b)
  guard lengthA > 0, lengthB > 0 else { return lengthA == lengthB ? 0 : 1 }
  // The direction vectors first: parallel vectors then come out at 0 to the last digits, and
  // products of very small or very large lengths never under- or overflow.
  var cosine = 0.0
  for j in 0..<a.count {
    cosine += ((a[j] - origin.a) / lengthA) * ((b[j] - origin.b) / lengthB)
  }
  return min(max(0, 1 - cosine), 2)
}

private func length(_ a: Span<Double>, from origin: Double) -> Double {
  let sum = squares(a, from: origin, unit: 1)
  // Squares of numbers below 1e-154 would be lost: measure those in a unit of their own size.
  guard sum < 1e-280 else { return sum.squareRoot() }
  var unit = 0.0
  for j in 0..<a.count { unit = max(unit, (a[j] - origin).magnitude) }
  return unit > 0 ? unit * squares(a, from: origin, unit: unit).squareRoot() : 0
}

private func squares(_ a: Span<Double>, from origin: Double, unit: Double) -> Double {
  var sum = 0.0
  for j in 0..<a.count {
    let part = (a[j] - origin) / unit
    sum += part * part
  }
  return sum
}

/// The mean of one or more features, from their differences to the first: so that of equal
/// numbers is that very number, and what is left after taking it away is 0 and not rounding.
func mean(_ a: Span<Double>) -> Double {
  var sum = 0.0
  for j in 1..<a.count { sum += a[j] - a[0] }
  return a[0] + sum / Double(a.count)
}
