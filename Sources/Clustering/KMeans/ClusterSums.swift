// Sums over the members of clusters: what a mean is made of, and what is left around it.

/// The sum and the number of the points of each cluster.
struct ClusterSums: Sendable {
  /// k × d, row after row.
  var sums: [Double]
  var counts: [Int]

  /// Sums up the points of `rows`, in their order.
  init(_ points: Points, rows: Range<Int>, labels: Span<Int>, k: Int) {
    let d = points.dimensions
    let values = points.values.span
    var sums = [Double](repeating: 0, count: k * d)
    var counts = [Int](repeating: 0, count: k)
    for i in rows {
      let first = labels[i] * d
      let point = values.extracting(i * d..<(i + 1) * d)
      counts[labels[i]] += 1
      for j in 0..<d {
        sums[first + j] += point[j]
      }
    }
    self.sums = sums
    self.counts = counts
  }

  mutating func add(_ other: ClusterSums) {
    for j in sums.indices { sums[j] += other.sums[j] }
    for c in counts.indices { counts[c] += other.counts[c] }
  }
}

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
