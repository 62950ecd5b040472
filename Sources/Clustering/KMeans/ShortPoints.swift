// The points once more, in 16 bits.
//
// To find the nearest of k centers it is seldom needed to know a distance to sixteen digits:
// four tell most centers apart. So the features are shifted to the middle of the data, scaled
// to the range of a 16-bit integer and rounded. Eight of them fit into a vector register where
// two doubles would, and the processor multiplies and adds eight in one instruction.
//
// Nothing is lost by it, because the error is known. If x̂ and ĉ are the rounded point and
// center, then by the triangle inequality
//
//     | ‖x - c‖ - ‖x̂ - ĉ‖ |  ≤  ‖x - x̂‖ + ‖c - ĉ‖
//
// and ‖x̂ - ĉ‖² is a sum of integers, which has no rounding at all. Where the nearest center is
// nearer than the second by more than twice that error, it is the nearest. Where it is not,
// the distances are taken again in 64 bits. Those are few.

/// Points, or centers, that are shifted, scaled and rounded to 16 bits.
struct ShortPoints: Sendable {
  /// Two features side by side: what one multiplication takes. An odd last one stands with 0.
  typealias Pair = SIMD2<Int16>

  /// The space in which the rounded points lie.
  let grid: ShortGrid

  /// ⌈d / 2⌉.
  let pairsPerRow: Int

  /// The number of points, n.
  var count: Int { halfNorms.count }

  /// n rows of pairs.
  let pairs: [Pair]

  /// ⌊‖x̂‖² / 2⌋ for each point.
  let halfNorms: [Int32]

  /// The largest ‖x - x̂‖.
  let error: Double

  /// Rounds points that the grid covers.
  init(_ points: Points, on grid: ShortGrid, threads: Int) {
    let rowLength = (points.dimensions + 1) / 2
    var pairs = [Pair](repeating: .zero, count: points.count * rowLength)
    var halfNorms = [Int32](repeating: 0, count: points.count)
    let squaredErrors = mapChunks(
      of: &pairs, and: &halfNorms, width: rowLength, threads: threads
    ) { rows, pairs, halfNorms in
      let values = points.values.span
      let d = points.dimensions
      var largest = 0.0
      for i in rows {
        let slot = i - rows.lowerBound
        let rounded = grid.round(values.extracting(i * d..<(i + 1) * d)) { p, pair in
          pairs[slot * rowLength + p] = pair
        }
        halfNorms[slot] = rounded.halfNorm
        largest = max(largest, rounded.squaredError)
      }
      return largest
    }
    self.grid = grid
    self.pairsPerRow = rowLength
    self.pairs = pairs
    self.halfNorms = halfNorms
    self.error = squaredErrors.reduce(0, max).squareRoot()
  }
}

// MARK: - Eight at a time

// Rows are unchecked here: they come from the ranges of a chunk, and the checks would take
// longer than the reading.
extension ShortPoints {
  /// Pair `p` of eight points, each in a word.
  @inline(__always)
  func words(_ p: Int, ofRowsFrom first: SIMD8<Int>, in pairs: Span<Pair>) -> SIMD8<Int32> {
    unsafe SIMD8(
      word(of: pairs[unchecked: first[0] &+ p]), word(of: pairs[unchecked: first[1] &+ p]),
      word(of: pairs[unchecked: first[2] &+ p]), word(of: pairs[unchecked: first[3] &+ p]),
      word(of: pairs[unchecked: first[4] &+ p]), word(of: pairs[unchecked: first[5] &+ p]),
      word(of: pairs[unchecked: first[6] &+ p]), word(of: pairs[unchecked: first[7] &+ p]))
  }

  /// Lays eight points side by side.
  func gather(_ rows: SIMD8<Int>, into block: inout [SIMD8<Int32>]) {
    let pairs = pairs.span
    let first = rows &* pairsPerRow
    for p in block.indices { block[p] = words(p, ofRowsFrom: first, in: pairs) }
  }

  /// The halved norms of eight points.
  @inline(__always)
  func halfNorms(of rows: SIMD8<Int>) -> SIMD8<Int32> {
    let norms = halfNorms.span
    return unsafe SIMD8(
      norms[unchecked: rows[0]], norms[unchecked: rows[1]], norms[unchecked: rows[2]],
      norms[unchecked: rows[3]], norms[unchecked: rows[4]], norms[unchecked: rows[5]],
      norms[unchecked: rows[6]], norms[unchecked: rows[7]])
  }
}

/// The two 16-bit numbers of a pair in one word.
@inline(__always)
func word(of pair: ShortPoints.Pair) -> Int32 { unsafeBitCast(pair, to: Int32.self) }
