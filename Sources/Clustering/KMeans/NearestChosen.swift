// D² for k-means++: how far each point is from the nearest of the centers chosen so far.
//
// A new center z is nearer to a point x than its nearest one so far, c, only if x is on z's side
// of the middle between them. That cannot be if
//
//     ‖z - c‖ ≥ 2 ‖x - c‖
//
// So the distances from z to the k centers are measured first. Where clusters are apart they rule
// z out for most points, which then cost a comparison instead of d differences.

/// The nearest chosen center of each point.
struct NearestChosen {
  private let points: Points

  /// D² of each point; infinite as long as there is no center.
  private(set) var squaredDistances: [Double]

  /// Which of the chosen centers that is to.
  private var nearest: [Int32]
  private var chosen: [Int] = []

  init(among points: Points) {
    self.points = points
    squaredDistances = Array(repeating: .infinity, count: points.count)
    nearest = Array(repeating: 0, count: points.count)
  }

  /// Brings D² up to date with a new center. O(n · d) at most.
  mutating func add(_ row: Int, threads: Int) {
    chosen.append(row)
    let (points, number) = (points, Int32(truncatingIfNeeded: chosen.count - 1))
    let center = points.row(row)
    // Less a trillionth, which is more than any rounding of the distances.
    let separations = chosen.map {
      squaredEuclidean(center.span, points.row($0).span) * (0.25 - 0x1p-42)
    }
    _ = mapChunks(of: &squaredDistances, and: &nearest, threads: threads) {
      let left = within(reach: separations.span, $0, $1, $2)
      let (values, d) = (points.values.span, points.dimensions)
      for row in left {
        let slot = row - $0.lowerBound
        let point = values.extracting(row * d..<(row + 1) * d)
        let squaredDistance = squaredEuclidean(point, center.span)
        if squaredDistance < $1[slot] { ($1[slot], $2[slot]) = (squaredDistance, number) }
      }
    }
  }
}

/// The rows whose D² is above a quarter of the squared distance between their center and the new
/// one.
private func within(
  reach separations: Span<Double>, _ rows: Range<Int>,
  _ squaredDistances: borrowing MutableSpan<Double>, _ nearest: borrowing MutableSpan<Int32>
) -> [Int] {
  var left = [Int](repeating: 0, count: rows.count)
  var list = left.mutableSpan
  var count = 0
  for slot in 0..<rows.count {
    list[count] = rows.lowerBound &+ slot
    let slack = separations[Int(nearest[slot])] - squaredDistances[slot]
    // Counted by the sign, as a jump would be mispredicted.
    count &+= Int(truncatingIfNeeded: slack.bitPattern >> 63)
  }
  left.removeLast(left.count - count)
  return left
}
