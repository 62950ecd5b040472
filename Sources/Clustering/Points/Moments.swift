// Means and variances of the features.

/// The mean of each feature. The second pass gives back what rounding took from the first: it
/// matters for data far from the origin, whose spread is small beside its values.
func columnMeans(_ points: Points) -> [Double] {
  let n = Double(max(points.count, 1))
  var means = sums(of: points, around: Array(repeating: 0, count: points.dimensions))
  for j in means.indices { means[j] /= n }
  let corrections = sums(of: points, around: means)
  for j in means.indices { means[j] += corrections[j] / n }
  return means
}

/// The variance of each feature: the mean of the squared deviations (divided by n).
func columnVariances(_ points: Points, means: [Double]) -> [Double] {
  let d = points.dimensions
  let values = points.values.span
  var squares = [Double](repeating: 0, count: d)
  for i in 0..<points.count {
    for j in 0..<d {
      let deviation = values[i * d + j] - means[j]
      squares[j] += deviation * deviation
    }
  }
  return squares.map { $0 / Double(max(points.count, 1)) }
}

/// The variance of a feature, on average over the features.
func meanVariance(_ points: Points) -> Double {
  columnVariances(points, means: columnMeans(points)).reduce(0, +) / Double(points.dimensions)
}

private func sums(of points: Points, around origin: [Double]) -> [Double] {
  let d = points.dimensions
  let values = points.values.span
  var sums = [Double](repeating: 0, count: d)
  for i in 0..<points.count {
    for j in 0..<d {
      sums[j] += values[i * d + j] - origin[j]
    }
  }
  return sums
}
