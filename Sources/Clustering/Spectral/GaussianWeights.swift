// The Gaussian weights between all points, tile by tile.
//
// The weight of i and j is that of j and i, and its exponential is what takes the time, so half
// of them are computed, in tiles of 64 × 64, and written to both places. Tiles are disjoint, so
// threads may write them at the same time into one piece of memory. The points of the columns
// lie in blocks of eight, feature by feature, as in `PointBlocks`.

/// n rows of weights, each filled up with zeros to a multiple of eight.
struct WeightMatrix: Sendable {
  let count: Int
  private let matrix: SquareMatrix

  /// The length of a row.
  var width: Int { matrix.stride }

  fileprivate init(count: Int) {
    self.count = count
    matrix = SquareMatrix(count: count)
  }

  /// The weights of point `i`.
  @inline(__always)
  func withRow<Result>(_ i: Int, _ body: (Span<Double>) -> Result) -> Result {
    body(matrix.row(i, count: width).span)
  }

  /// For each point the sum of its weights.
  func sums(threads: Int) -> [Double] {
    let sums = inChunks(count, size: 64, threads: threads) { rows in
      rows.map { i in
        withRow(i) { row in
          var lanes = Lanes()
          for place in stride(from: 0, to: row.count, by: 8) {
            lanes += eightValues(row.bytes, at: place)
          }
          return laneSum(lanes)
        }
      }
    }
    return joined(sums)
  }
}

/// The plain way: exp(-gamma d²) for the distance d of points `i` and `j`, and 0 for i = j.
package func gaussianWeight(_ i: Int, _ j: Int, of points: Points, gamma: Double) -> Double {
  guard i != j else { return 0 }
  var square = 0.0
  for c in 0..<points.dimensions {
    let difference = points[i, c] - points[j, c]
    square += difference * difference
  }
  return exponential(-gamma * square)
}

/// All weights, O(n² · d).
func gaussianWeights(
  of points: Points, gamma: Double, threads: Int, while shouldContinue: () -> Bool
) throws(ClusteringError) -> WeightMatrix {
  let weights = WeightMatrix(count: points.count)
  let blocks = points.inBlocksOfEight(rows: Array(0..<points.count))
  let tiles = (points.count + Tile.side - 1) / Tile.side
  _ = try inChunks(tiles, size: 1, threads: threads, while: { _ in shouldContinue() }) { chunk in
    let row = chunk.lowerBound
    var tile = Tile()
    for column in row..<tiles {
      tile.fill(points, blocks.span, rows: row, columns: column, gamma: gamma)
      weights.write(tile, rows: row, columns: column)
    }
  }
  return weights
}

// MARK: - One tile

private struct Tile {
  static let side = 64
  /// A little longer than a side, so that a column does not fall on few lines of the cache.
  static let stride = side + 8

  var weights = [Double](repeating: 0, count: side * stride)

  /// The points of a row or column of tiles.
  static func points(_ tile: Int, of count: Int) -> Range<Int> {
    tile * side..<min((tile + 1) * side, count)
  }

  /// Columns after the last point, which `blocks` has at infinity, get the weight 0.
  mutating func fill(
    _ points: Points, _ blocks: Span<Lanes>, rows: Int, columns: Int, gamma: Double
  ) {
    let d = points.dimensions
    var weights = weights.mutableSpan
    let columns = Self.points(columns, of: points.count)
    for (row, i) in Self.points(rows, of: points.count).enumerated() {
      points.withRow(i) { point in
        for b in columns.lowerBound / 8..<(columns.upperBound + 7) / 8 {
          let squares = squaredDistances(blocks.extracting(b * d..<(b + 1) * d), point)
          var values = exponential(-gamma * squares)
          if b == i / 8 { values[i % 8] = 0 }
          let first = row * Self.stride + b * 8 - columns.lowerBound
          for lane in 0..<8 { weights[first + lane] = values[lane] }
        }
      }
    }
  }
}

private func squaredDistances(_ block: Span<Lanes>, _ point: Span<Double>) -> Lanes {
  var squares = Lanes()
  for j in 0..<point.count {
    let differences = block[j] - point[j]
    squares += differences * differences
  }
  return squares
}

extension WeightMatrix {
  /// Writes the tile to its place, and its mirror image to the other side of the diagonal.
  fileprivate func write(_ tile: Tile, rows: Int, columns: Int) {
    let from = tile.weights.span
    let (rows, columns) = (Tile.points(rows, of: count), Tile.points(columns, of: count))
    // With the zeros that fill up a row.
    let width = (columns.count + 7) / 8 * 8
    for i in 0..<rows.count {
      let target = matrix.row(rows.lowerBound + i, from: columns.lowerBound, count: width)
      for j in 0..<width { target[j] = from[i * Tile.stride + j] }
    }
    guard rows != columns else { return }
    for j in 0..<columns.count {
      let target = matrix.row(columns.lowerBound + j, from: rows.lowerBound, count: rows.count)
      for i in 0..<rows.count { target[i] = from[i * Tile.stride + j] }
    }
  }
}
