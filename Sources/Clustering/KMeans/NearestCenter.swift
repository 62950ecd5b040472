// The hot loop of k-means, plainly: for each point, the nearest of k centers.
//
// `PointBlocks.swift` has the version for large data, which does the same for eight points
// at once.

/// The index of the center with the least squared distance to a point; the lowest on a tie.
func nearestCenter(to point: Span<Double>, among centers: Span<Double>) -> Int {
  let d = point.count
  var nearest = 0
  var leastDistance = Double.infinity
  for c in 0..<centers.count / d {
    let distance = squaredEuclidean(point, centers.extracting(c * d..<(c + 1) * d))
    if distance < leastDistance {
      leastDistance = distance
      nearest = c
    }
  }
  return nearest
}

/// Labels the points of `rows` with their nearest center, and counts the labels that changed.
func assignNearest(
  _ points: Points, rows: Range<Int>, centers: Span<Double>, labels: inout MutableSpan<Int>
) -> Int {
  let values = points.values.span
  let d = points.dimensions
  var changed = 0
  for i in rows {
    let nearest = nearestCenter(to: values.extracting(i * d..<(i + 1) * d), among: centers)
    let slot = i - rows.lowerBound
    if labels[slot] != nearest {
      labels[slot] = nearest
      changed += 1
    }
  }
  return changed
}

/// The nearest center of every point.
func nearestCenters(of points: Points, centers: [Double]) -> [Int] {
  let values = points.values.span
  let d = points.dimensions
  return (0..<points.count).map { i in
    nearestCenter(to: values.extracting(i * d..<(i + 1) * d), among: centers.span)
  }
}
