// Means and variances of the features.
//
// Both come from one pass over the values, in parts that are then put together: the deviations
// from a value near the middle are added up, and their squares. These are small even where the
// values are near 1e8, so that little is lost when the mean turns out to be another value.
//
// Chan, Golub and LeVeque 1983, https://doi.org/10.1080/00031305.1983.10483115

/// The mean and the sum of squared deviations of each feature.
package struct FeatureMoments: Sendable {
  package var count = 0
  package var means: [Double]
  /// Σ (x - mean)².
  package var squares: [Double]
  /// Whether all values of the feature are equal; rounding may leave their squares above 0.
  package var isConstant: [Bool]

  /// Of no points yet.
  init(dimensions d: Int) {
    means = Array(repeating: 0, count: d)
    squares = Array(repeating: 0, count: d)
    isConstant = Array(repeating: true, count: d)
  }

  /// The mean of the squared deviations (divided by n).
  package var variances: [Double] {
    squares.map { $0 / Double(max(count, 1)) }
  }

  /// Takes in the moments of further points.
  mutating func merge(_ other: FeatureMoments) {
    let (a, b) = (Double(count), Double(other.count))
    guard b > 0 else { return }
    guard a > 0 else { return self = other }
    for j in means.indices {
      let shift = other.means[j] - means[j]
      isConstant[j] = isConstant[j] && other.isConstant[j] && shift == 0
      means[j] += shift * (b / (a + b))
      squares[j] += other.squares[j] + shift * shift * (a * b / (a + b))
    }
    count += other.count
  }
}

/// The moments of n × d points, in O(n · d).
package func featureMoments(_ points: Points, threads: Int = 1) -> FeatureMoments {
  let d = points.dimensions
  let parts = inChunks(points.count, size: momentRows(d), threads: threads) { rows in
    let whole = rows.lowerBound..<rows.upperBound - rows.count % FeatureLanes.rows
    var moments = momentsOfGroups(points, rows: whole)
    moments.merge(plainMoments(points, rows: whole.upperBound..<rows.upperBound))
    return moments
  }
  return parts.reduce(into: FeatureMoments(dimensions: d)) { $0.merge($1) }
}

/// As many rows as make 256 KB, but not too many for `middles`.
private func momentRows(_ d: Int) -> Int {
  max(1, min(16_384, 32_768 / d) / (2 * FeatureLanes.rows)) * 2 * FeatureLanes.rows
}

/// For each feature a value near the middle of `rows`: the mean of some of them, at least 16 or
/// all, and where all are equal that very value.
///
/// Σ (x - mean)² = Σ (x - middle)² - n (mean - middle)², and what is left is at least 16 / n of
/// what is taken off, because already those 16 rows are that far from the mean. So of some
/// thousand rows at most 10 of the 53 binary digits are lost, and seldom any.
func middles(_ points: Points, rows: Range<Int>) -> [Double] {
  let first = points.row(rows.lowerBound)
  let values = points.values.span
  var shifts = [Double](repeating: 0, count: first.count)
  let some = stride(from: rows.lowerBound, to: rows.upperBound, by: max(1, rows.count / 16))
  var count = 0.0
  for i in some {
    for j in first.indices { shifts[j] += values[i * first.count + j] - first[j] }
    count += 1
  }
  return zip(first, shifts).map { $0 + $1 / count }
}

/// The plain way, row by row.
package func plainMoments(_ points: Points, rows: Range<Int>) -> FeatureMoments {
  let d = points.dimensions
  let values = points.values.span
  var moments = FeatureMoments(dimensions: d)
  guard let first = rows.first else { return moments }
  moments.count = rows.count
  for i in rows {
    for j in 0..<d {
      moments.means[j] += values[i * d + j]
      if values[i * d + j] != values[first * d + j] { moments.isConstant[j] = false }
    }
  }
  for j in 0..<d { moments.means[j] /= Double(rows.count) }
  var deviations = [Double](repeating: 0, count: d)
  for i in rows {
    for j in 0..<d {
      let deviation = values[i * d + j] - moments.means[j]
      deviations[j] += deviation
      moments.squares[j] += deviation * deviation
    }
  }
  moments.settle(first: points.row(first), deviations: deviations)
  return moments
}

/// As the plain way, eight rows at a time; `rows` are whole groups of eight.
private func momentsOfGroups(_ points: Points, rows: Range<Int>) -> FeatureMoments {
  var moments = FeatureMoments(dimensions: points.dimensions)
  guard let first = rows.first else { return moments }
  moments.count = rows.count
  moments.means = middles(points, rows: rows)
  let (sums, squares) = deviations(points, rows: rows, from: moments.means)
  for j in sums.indices {
    let shift = sums[j] / Double(rows.count)
    moments.means[j] += shift
    moments.squares[j] = max(0, squares[j] - shift * sums[j])
    // Equal values are the middle itself. Very small squares may be 0 too.
    moments.isConstant[j] =
      squares[j] == 0 && rows.allSatisfy { points[$0, j] == points[first, j] }
  }
  return moments
}

/// For each feature the sum of the deviations from `middles`, and that of their squares.
private func deviations(
  _ points: Points, rows: Range<Int>, from middles: [Double]
) -> (sums: [Double], squares: [Double]) {
  let (d, bytes) = (points.dimensions, points.values.span.bytes)
  let middles = FeatureLanes(middles)
  var (sums, squares) = (FeatureLanes(zeros: d), FeatureLanes(zeros: d))
  do {
    let middles = middles.vectors.span
    var sums = sums.vectors.mutableSpan
    var squares = squares.vectors.mutableSpan
    let perGroup = d * FeatureLanes.rows
    // Four groups at a time, so that the sums are fetched and stored less often.
    let many = rows.lowerBound..<rows.upperBound - rows.count % (4 * FeatureLanes.rows)
    for first in stride(from: many.lowerBound, to: many.upperBound, by: 4 * FeatureLanes.rows) {
      // Taken out once, so that the loop need not ask at each place whether it is in bounds.
      let groups = bytes.extracting(
        8 * first * d..<8 * (first * d + 4 * perGroup))
      for v in 0..<d {
        let middle = middles[v]
        let one = eightValues(groups, at: 8 * v) - middle
        let two = eightValues(groups, at: 8 * v + perGroup) - middle
        let three = eightValues(groups, at: 8 * v + 2 * perGroup) - middle
        let four = eightValues(groups, at: 8 * v + 3 * perGroup) - middle
        sums[v] += (one + two) + (three + four)
        squares[v] += (one * one + two * two) + (three * three + four * four)
      }
    }
    for last in stride(from: many.upperBound, to: rows.upperBound, by: FeatureLanes.rows) {
      for v in 0..<d {
        let one = eightValues(bytes, at: last * d + v * FeatureLanes.rows) - middles[v]
        sums[v] += one
        squares[v] += one * one
      }
    }
  }
  return (sums.sums, squares.sums)
}

extension FeatureMoments {
  /// Gives back what rounding took from the means: the deviations from them, which should have
  /// the sum 0. The mean of equal values is that very value.
  fileprivate mutating func settle(first: [Double], deviations: [Double]) {
    for j in means.indices {
      if isConstant[j] {
        (means[j], squares[j]) = (first[j], 0)
      } else {
        let correction = deviations[j] / Double(count)
        means[j] += correction
        squares[j] = max(0, squares[j] - correction * deviations[j])
      }
    }
  }
}

/// The mean of each feature.
func columnMeans(_ points: Points) -> [Double] {
  featureMoments(points).means
}

/// The variance of a feature, on average over the features.
func meanVariance(_ points: Points) -> Double {
  featureMoments(points).variances.reduce(0, +) / Double(points.dimensions)
}
