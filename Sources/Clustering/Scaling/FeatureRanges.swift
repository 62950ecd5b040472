// What the other scalings learn of the features: ranges, quantiles, and the lengths of points.

/// The least and the largest value of each feature, in O(n · d).
func columnRanges(_ points: Points) -> (least: [Double], largest: [Double]) {
  let d = points.dimensions
  let values = points.values.span
  var (least, largest) = (points.row(0), points.row(0))
  for i in 0..<points.count {
    for j in 0..<d {
      let value = values[i * d + j]
      if value < least[j] { least[j] = value }
      if value > largest[j] { largest[j] = value }
    }
  }
  return (least, largest)
}

/// The quantiles `shares` of each feature, in O(n log n · d).
func columnQuantiles(_ shares: [Double], of points: Points, threads: Int) -> [[Double]] {
  inChunks(points.dimensions, size: 1, threads: threads) { columns in
    let sorted = points.column(columns.lowerBound).sorted()
    return shares.map { quantile($0, of: sorted) }
  }
}

/// The value below which the share `q` of the sorted values lies, between two values in
/// proportion: the position is q · (n - 1).
package func quantile(_ q: Double, of sorted: [Double]) -> Double {
  let position = q * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
}

/// The values of the points divided by their lengths; zeros stay.
func unitRows(_ points: Points) -> [Double] {
  (0..<points.count).flatMap { i in
    let row = points.row(i)
    // In the unit of the largest feature no square is lost or overflows.
    let unit = row.reduce(0) { max($0, $1.magnitude) }
    guard unit > 0 else { return row }
    let inUnit = row.map { $0 / unit }
    let length = inUnit.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return inUnit.map { $0 / length }
  }
}
