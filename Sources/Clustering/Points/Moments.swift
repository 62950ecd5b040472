// Means and variances of the features.
//
// Both come from one pass over memory: the rows are cut into parts that stay in the cache, the
// mean of a part is found, then the squared deviations from it, and the parts are put together.
// Deviations are small even where the values are near 1e8, so that little is lost in squares.
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

/// As many rows as stay in the cache between two passes over them: 256 KB.
private func momentRows(_ d: Int) -> Int {
  max(1, 32_768 / d / FeatureLanes.rows) * FeatureLanes.rows
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
  let firstRow = points.row(first)
  (moments.means, moments.isConstant) = meansOfGroups(points, rows: rows, firstRow: firstRow)
  let (deviations, squares) = squaresOfGroups(points, rows: rows, means: moments.means)
  moments.squares = squares
  moments.settle(first: firstRow, deviations: deviations)
  return moments
}

private func meansOfGroups(
  _ points: Points, rows: Range<Int>, firstRow: [Double]
) -> (means: [Double], isConstant: [Bool]) {
  let (d, bytes) = (points.dimensions, points.values.span.bytes)
  let firstRow = FeatureLanes(firstRow)
  var (sums, differences) = (FeatureLanes(zeros: d), FeatureLanes(zeros: d))
  do {
    let firsts = firstRow.vectors.span
    var sums = sums.vectors.mutableSpan
    var differences = differences.vectors.mutableSpan
    for group in stride(from: rows.lowerBound, to: rows.upperBound, by: FeatureLanes.rows) {
      for v in 0..<d {
        let values = eightValues(bytes, at: group * d + v * FeatureLanes.rows)
        sums[v] += values
        differences[v].replace(with: 1, where: values .!= firsts[v])
      }
    }
  }
  return (sums.sums.map { $0 / Double(rows.count) }, differences.sums.map { $0 == 0 })
}

private func squaresOfGroups(
  _ points: Points, rows: Range<Int>, means: [Double]
) -> (deviations: [Double], squares: [Double]) {
  let (d, bytes) = (points.dimensions, points.values.span.bytes)
  let means = FeatureLanes(means)
  var (deviations, squares) = (FeatureLanes(zeros: d), FeatureLanes(zeros: d))
  do {
    let means = means.vectors.span
    var deviations = deviations.vectors.mutableSpan
    var squares = squares.vectors.mutableSpan
    for group in stride(from: rows.lowerBound, to: rows.upperBound, by: FeatureLanes.rows) {
      for v in 0..<d {
        let deviation = eightValues(bytes, at: group * d + v * FeatureLanes.rows) - means[v]
        deviations[v] += deviation
        squares[v] += deviation * deviation
      }
    }
  }
  return (deviations.sums, squares.sums)
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
