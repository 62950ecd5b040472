// All the points, eight at a time.
//
// A sum over the features of one point is a chain: each addition waits for the one before,
// and the processor's vector units stand idle. So points are laid out in blocks of eight, with
// the eight values of the first feature side by side, then those of the second, and one
// instruction works on several points. Methods that go over all the points again and again
// pay the copy once; k-means, which soon looks at few of them, lays out those
// (`EightPoints`). Where some rows are wanted, in an order of the caller's, and lanes to spare
// must be far from everyone, there is `Points.inBlocksOfEight(rows:)`.

/// The points of a fit, transposed in blocks of eight.
struct PointBlocks: Sendable {
  let dimensions: Int

  /// d vectors for each block: feature j of the points 8b ..< 8b + 8.
  let vectors: [Lanes]

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
