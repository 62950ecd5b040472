// The hot loop of k-means, eight points at a time.
//
// A sum over the features of one point is a chain: each addition waits for the one before,
// and the processor's vector units stand idle. So eight points are laid side by side, first
// their eight values of the first feature, then those of the second, and one instruction
// works on several points. Each lane still adds its features in the same order as
// `nearestCenter`, so the labels are the same to the last bit; a test holds the two together.

/// Eight points side by side: a vector for each feature.
struct EightPoints {
  typealias Lanes = SIMD8<Double>

  /// d vectors.
  private var features: [Lanes]

  init(dimensions: Int) {
    features = Array(repeating: .zero, count: dimensions)
  }

  /// Takes eight rows of a table.
  mutating func take(rows: SIMD8<Int>, of points: Points) {
    let values = points.values.span
    let first = rows &* points.dimensions
    for j in features.indices {
      features[j] = Lanes(
        values[first[0] &+ j], values[first[1] &+ j], values[first[2] &+ j],
        values[first[3] &+ j], values[first[4] &+ j], values[first[5] &+ j],
        values[first[6] &+ j], values[first[7] &+ j])
    }
  }

  /// The nearest center of each of the eight; the lowest on a tie.
  func nearestCenters(among centers: Span<Double>) -> SIMD8<Int64> {
    let features = features.span
    let d = features.count
    var nearest = SIMD8<Int64>(repeating: 0)
    var leastDistances = Lanes(repeating: .infinity)
    for c in 0..<centers.count / d {
      let center = centers.extracting(c * d..<(c + 1) * d)
      var distances = Lanes(repeating: 0)
      for j in 0..<d {
        let differences = features[j] - center[j]
        distances += differences * differences
      }
      let nearer = distances .< leastDistances
      leastDistances.replace(with: distances, where: nearer)
      nearest.replace(with: SIMD8(repeating: Int64(c)), where: nearer)
    }
    return nearest
  }
}

/// Eight indices from `position` on, the last one again and again where there are no more.
@inline(__always)
func eight(from position: Int, in rows: Span<Int>) -> SIMD8<Int> {
  let last = rows.count - 1
  guard position + 7 > last else {
    return SIMD8(
      rows[position], rows[position + 1], rows[position + 2], rows[position + 3],
      rows[position + 4], rows[position + 5], rows[position + 6], rows[position + 7])
  }
  var eight = SIMD8<Int>(repeating: rows[last])
  for lane in 0..<last + 1 - position { eight[lane] = rows[position + lane] }
  return eight
}

/// Labels the points of `rows` with their nearest center, and notes those whose label changed.
func assignNearest(
  _ points: Points, rows: Range<Int>, centers: Span<Double>, labels: inout MutableSpan<Int32>,
  moves: inout [Move]
) {
  var block = EightPoints(dimensions: points.dimensions)
  for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 8) {
    let all = first &+ SIMD8<Int>(0, 1, 2, 3, 4, 5, 6, 7)
    block.take(rows: pointwiseMin(all, SIMD8(repeating: rows.upperBound - 1)), of: points)
    let nearest = block.nearestCenters(among: centers)
    for lane in 0..<min(8, rows.upperBound - first) {
      let label = Int32(truncatingIfNeeded: nearest[lane])
      relabel(first + lane, label, &labels[first - rows.lowerBound + lane], &moves)
    }
  }
}

/// Gives a point its label, and notes it when it is another one than before.
@inline(__always)
func relabel(_ row: Int, _ new: Int32, _ label: inout Int32, _ moves: inout [Move]) {
  guard label != new else { return }
  moves.append(Move(row: row, old: label, new: new))
  label = new
}

/// The nearest center of every point.
package func nearestCenters(of points: Points, centers: [Double], threads: Int) -> [Int] {
  var labels = [Int](repeating: 0, count: points.count)
  _ = mapChunks(of: &labels, threads: threads) { rows, labels in
    var block = EightPoints(dimensions: points.dimensions)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 8) {
      let all = first &+ SIMD8<Int>(0, 1, 2, 3, 4, 5, 6, 7)
      block.take(rows: pointwiseMin(all, SIMD8(repeating: rows.upperBound - 1)), of: points)
      let nearest = block.nearestCenters(among: centers.span)
      for lane in 0..<min(8, rows.upperBound - first) {
        labels[first - rows.lowerBound + lane] = Int(nearest[lane])
      }
    }
  }
  return labels
}
