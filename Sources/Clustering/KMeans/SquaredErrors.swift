// The inertia: what k-means makes small.

/// The sum of squared distances from the points to the centers of their labels, which go from
/// 0 to k - 1.
func squaredErrors(_ points: Points, labels: [Int], centers: [Double]) -> Double {
  let d = points.dimensions
  let (values, centers) = (points.values.span, centers.span)
  var sum = 0.0
  for i in 0..<points.count {
    let c = labels[i]
    sum += squaredEuclidean(
      values.extracting(i * d..<(i + 1) * d), centers.extracting(c * d..<(c + 1) * d))
  }
  return sum
}
