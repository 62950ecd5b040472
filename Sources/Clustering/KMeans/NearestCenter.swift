// The hot loop of k-means, plainly: for each point, the nearest of k centers.
//
// `NearestOfEight.swift` does the same for eight points at once; `BoundedAssignment.swift` and
// `PlaneAssignment.swift` spare most of the distances.

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

/// The nearest center of every point, by the plain loop.
package func nearestCenters(of points: Points, centers: [Double]) -> [Int] {
  let values = points.values.span
  let d = points.dimensions
  return (0..<points.count).map { i in
    nearestCenter(to: values.extracting(i * d..<(i + 1) * d), among: centers.span)
  }
}
