// The hot loop of k-means, eight points at a time.
//
// A sum over the features of one point is a chain: each addition waits for the one before,
// and the processor's vector units stand idle. So points are laid out in blocks of eight, with
// the eight values of the first feature side by side, then those of the second, and one
// instruction works on several points. Each lane still adds its features in the same order as
// `nearestCenter`, so the labels are the same to the last bit; a test holds the two together.

/// The points of a fit, transposed in blocks of eight.
struct PointBlocks: Sendable {
  typealias Lanes = SIMD8<Double>

  let dimensions: Int

  /// d vectors for each block: feature j of the points 8b ..< 8b + 8.
  let vectors: [Lanes]

  /// Below this many differences in an assignment the plain loop takes less than the copy.
  static let worthwhileWork = 50_000

  init?(_ points: Points, worthwhileFor k: Int) {
    guard points.values.count * k >= Self.worthwhileWork else { return nil }
    self.init(points)
  }

  /// The last block is filled up with the last point.
  init(_ points: Points) {
    let (n, d) = (points.count, points.dimensions)
    let width = Lanes.scalarCount
    var vectors: [Lanes] = []
    vectors.reserveCapacity((n + width - 1) / width * d)
    for first in stride(from: 0, to: n, by: width) {
      for j in 0..<d {
        var vector = Lanes()
        for lane in 0..<width {
          vector[lane] = points.values[min(first + lane, n - 1) * d + j]
        }
        vectors.append(vector)
      }
    }
    self.dimensions = d
    self.vectors = vectors
  }
}

/// As the plain `assignNearest`; `rows` starts at a multiple of eight.
func assignNearest(
  _ blocks: PointBlocks, rows: Range<Int>, centers: Span<Double>,
  labels: inout MutableSpan<Int>
) -> Int {
  let vectors = blocks.vectors.span
  let d = blocks.dimensions
  let width = PointBlocks.Lanes.scalarCount
  var changed = 0
  for first in stride(from: rows.lowerBound, to: rows.upperBound, by: width) {
    let start = first / width * d
    let nearest = nearestCenters(to: vectors.extracting(start..<start + d), among: centers)
    for lane in 0..<min(width, rows.upperBound - first) {
      let slot = first - rows.lowerBound + lane
      let label = Int(nearest[lane])
      if labels[slot] != label {
        labels[slot] = label
        changed += 1
      }
    }
  }
  return changed
}

/// The nearest center of each of eight points; the lowest on a tie.
private func nearestCenters(
  to block: Span<SIMD8<Double>>, among centers: Span<Double>
) -> SIMD8<Int64> {
  let d = block.count
  var nearest = SIMD8<Int64>(repeating: 0)
  var leastDistances = SIMD8<Double>(repeating: .infinity)
  for c in 0..<centers.count / d {
    let center = centers.extracting(c * d..<(c + 1) * d)
    var distances = SIMD8<Double>(repeating: 0)
    for j in 0..<d {
      let differences = block[j] - center[j]
      distances += differences * differences
    }
    let nearer = distances .< leastDistances
    leastDistances.replace(with: distances, where: nearer)
    nearest.replace(with: SIMD8(repeating: Int64(c)), where: nearer)
  }
  return nearest
}
