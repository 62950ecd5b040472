// The mean of the points around a place, plainly: by looking at all of them.
//
// `Hill.swift` looks at those in the cells around, eight at a time.

/// The mean of the points at most `bandwidth` from `place`, and their number. O(n · d).
package func plainMean(
  of points: Points, around place: [Double], within bandwidth: Double
) -> (mean: [Double], count: Int) {
  let (values, d) = (points.values.span, points.dimensions)
  var sums = [Double](repeating: 0, count: d)
  var count = 0
  for i in 0..<points.count {
    let point = values.extracting(i * d..<(i + 1) * d)
    guard squaredEuclidean(point, place.span) <= bandwidth * bandwidth else { continue }
    count += 1
    for j in 0..<d { sums[j] += point[j] }
  }
  return (sums.map { $0 / Double(max(count, 1)) }, count)
}
