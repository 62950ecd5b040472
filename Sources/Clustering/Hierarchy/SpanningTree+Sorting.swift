// The edges in order, in about O(n).
//
// The bits of a number that is not negative, read as an integer, are in the order of the
// numbers, and their upper part is a rough logarithm. Weights differ by factors, so a piece of
// memory for each of that many logarithms gets a few edges or none: every edge goes to its piece
// at once, and then only has to pass a few others. Where many share one piece, as with many
// equal weights, the usual sort is used instead.

extension SpanningTree {
  /// A piece with more edges than this is too large to be sorted by passing one after another.
  private static let largestPiece = 32

  /// The edges from the lightest to the heaviest; `square` is what is compared first.
  static func sorted(_ edges: [SquaredEdge]) -> [SquaredEdge] {
    let bits = edges.map { $0.square.bitPattern }
    let (least, greatest) = (bits.min() ?? 0, bits.max() ?? 0)
    // Two to four times as many pieces as edges.
    let width = UInt64.bitWidth - (greatest - least).leadingZeroBitCount
    let shift = max(0, width - (Int.bitWidth - edges.count.leadingZeroBitCount + 1))
    var starts = [Int32](repeating: 0, count: Int((greatest - least) >> UInt64(shift)) + 2)
    for bits in bits { starts[Int((bits - least) >> UInt64(shift)) + 1] += 1 }
    guard let most = starts.max(), most <= largestPiece else { return edges.sorted() }
    for piece in 1..<starts.count { starts[piece] += starts[piece - 1] }
    var sorted = edges
    for (edge, bits) in zip(edges, bits) {
      let piece = Int((bits - least) >> UInt64(shift))
      sorted[Int(starts[piece])] = edge
      starts[piece] += 1
    }
    insertionSort(&sorted)
    return sorted
  }

  private static func insertionSort(_ edges: inout [SquaredEdge]) {
    var edges = edges.mutableSpan
    for i in 0..<edges.count {
      let edge = edges[i]
      var place = i
      while place > 0, edge < edges[place - 1] {
        edges[place] = edges[place - 1]
        place -= 1
      }
      edges[place] = edge
    }
  }
}
