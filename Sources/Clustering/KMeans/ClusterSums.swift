// Sums over the members of clusters: what a mean is made of, and what is left around it.

/// The sum and the number of the points of each cluster.
struct ClusterSums: Sendable {
  /// k × d, row after row.
  var sums: [Double]
  var counts: [Int]

  /// Sums up the points of `rows`, in their order.
  ///
  /// Some features at a time are carried in a vector: eight, then four, two and one. Each
  /// keeps its own sum, and so the order in which it is added up.
  init(_ points: Points, rows: Range<Int>, labels: Span<Int>, k: Int) {
    sums = Array(repeating: 0, count: k * points.dimensions)
    counts = Array(repeating: 0, count: k)
    var members = counts.mutableSpan
    for i in rows { members[labels[i]] &+= 1 }
    var column = 0
    add(SIMD8<Double>.self, of: points, rows, labels, from: &column)
    add(SIMD4<Double>.self, of: points, rows, labels, from: &column)
    add(SIMD2<Double>.self, of: points, rows, labels, from: &column)
    if column < points.dimensions { addColumn(column, of: points, rows, labels) }
  }

  /// Adds as many whole vectors of features as there are from `column` on.
  ///
  /// Unchecked, as this loop does hardly more than read: labels are below k, rows below n.
  private mutating func add<Features: SIMD<Double> & BitwiseCopyable>(
    _: Features.Type, of points: Points, _ rows: Range<Int>, _ labels: Span<Int>,
    from column: inout Int
  ) {
    let d = points.dimensions
    let stride = MemoryLayout<Double>.stride
    let bytes = points.values.span.bytes
    while column + Features.scalarCount <= d {
      var clusters = [Features](repeating: .zero, count: counts.count)
      clusters.withUnsafeMutableBufferPointer { clusters in
        var offset = (rows.lowerBound * d + column) * stride
        for i in rows {
          unsafe clusters[labels[unchecked: i]] += bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: offset, as: Features.self)
          offset &+= d &* stride
        }
      }
      for c in clusters.indices {
        for j in 0..<Features.scalarCount { sums[c * d + column + j] = clusters[c][j] }
      }
      column += Features.scalarCount
    }
  }

  /// The plain loop, for a single feature.
  private mutating func addColumn(
    _ column: Int, of points: Points, _ rows: Range<Int>, _ labels: Span<Int>
  ) {
    let d = points.dimensions
    for i in rows { sums[labels[i] * d + column] += points.values[i * d + column] }
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
