// The distances between all points, tile by tile.
//
// The distance from i to j is that from j to i, so half of them need computing; but written
// straight to both places, every second number would go to another row, and to another page of
// memory. A tile of 64 × 64 is small enough to stay in the cache with its mirror image. The
// points of its columns lie in blocks of eight, feature by feature, as in PointBlocks.
//
// What a row and a column stand for is a cluster of one point or two: points that are each
// other's nearest are merged before (see MatrixMerging).

/// Clusters of one or two points, ready to be measured against each other.
struct DistanceTiles: Sendable {
  /// The number of clusters along the side of a tile.
  static let side = 64

  /// Distances are left squared where it makes no difference which pair is the nearest or the
  /// farthest: the root of one is taken in the end instead of that of all.
  let areSquared: Bool

  private let linkage: Agglomerative.Linkage
  private let distance: Distance
  private let points: Points

  /// The points of the clusters along each side.
  private let sides: [Side]

  fileprivate struct Side: Sendable {
    /// The points, those of a cluster side by side, and which of them belong together.
    let rows: [Int]
    let clusters: Contraction
    let blocks: PointBlocks
  }

  init(
    _ clusters: [(Int, Int)], of points: Points, linkage: Agglomerative.Linkage,
    distance: Distance
  ) {
    self.points = points
    self.linkage = linkage
    self.distance = distance
    areSquared = distance == .euclidean && linkage != .average
    sides = stride(from: 0, to: clusters.count, by: Self.side).map { first in
      Side(clusters[first..<min(first + Self.side, clusters.count)], of: points)
    }
  }

  /// The number of tiles along the side of the matrix.
  var count: Int { sides.count }

  /// Computes the tiles from the diagonal to the right and mirrors them below it.
  func fill(_ matrix: SquareMatrix, tileRow: Int, threads: Int) {
    _ = inChunks(count - tileRow, size: 1, threads: threads) { chunk in
      var tile = Tile()
      for tileColumn in chunk {
        measure(sides[tileRow], against: sides[tileRow + tileColumn], &tile)
        tile.write(to: matrix, row: tileRow * Self.side, column: (tileRow + tileColumn) * Self.side)
      }
    }
  }
}

extension DistanceTiles.Side {
  fileprivate init(_ pairs: ArraySlice<(Int, Int)>, of points: Points) {
    var rows: [Int] = []
    var folds: [Fold] = []
    for (first, second) in pairs {
      rows.append(first)
      guard second != first else { continue }
      folds.append(Fold(rows.count - 1, rows.count, sizes: (1, 1)))
      rows.append(second)
    }
    self.rows = rows
    clusters = Contraction(of: Array(rows.indices), columnCount: rows.count, folds: folds)
    blocks = PointBlocks(points.selecting(rows: rows))
  }
}

// MARK: - One tile

extension DistanceTiles {
  /// Up to 64 × 64 distances between clusters, and room for two rows of distances to points.
  fileprivate struct Tile {
    var rowCount = 0
    var columnCount = 0
    /// A little longer than a side, so that a column does not fall on few lines of the cache.
    static let stride = DistanceTiles.side + 8
    var distances = [Double](repeating: 0, count: DistanceTiles.side * stride)
    var first = [Double](repeating: 0, count: 2 * DistanceTiles.side)
    var second = [Double](repeating: 0, count: 2 * DistanceTiles.side)
  }

  private func measure(_ rows: Side, against columns: Side, _ tile: inout Tile) {
    tile.rowCount = rows.clusters.columns.count
    tile.columnCount = columns.clusters.columns.count
    tile.first.withUnsafeMutableBufferPointer { first in
      tile.second.withUnsafeMutableBufferPointer { second in
        tile.distances.withUnsafeMutableBufferPointer { distances in
          for (i, row) in rows.clusters.columns.enumerated() {
            measure(rows.rows[Int(row)], against: columns, first)
            if let fold = rows.clusters.foldOfColumn[i] {
              measure(rows.rows[fold.second], against: columns, second)
              linkage.foldRows(first, second, by: fold, into: first)
            }
            let target = MatrixRow(rebasing: distances[i * Tile.stride..<(i + 1) * Tile.stride])
            linkage.contract(first, by: columns.clusters, into: target)
          }
        }
      }
    }
  }

  /// The distances from a point to those of a side.
  private func measure(_ row: Int, against side: Side, _ distances: MatrixRow) {
    guard distance == .euclidean else {
      for (i, other) in side.rows.enumerated() {
        distances[i] = distance.between(row, other, in: points)
      }
      return
    }
    let d = points.dimensions
    let point = points.values.span.extracting(row * d..<(row + 1) * d)
    let blocks = side.blocks.vectors.span
    for block in 0..<blocks.count / d {
      let squares = squaredDistances(blocks.extracting(block * d..<(block + 1) * d), point)
      let lanes = areSquared ? squares : squares.squareRoot()
      for lane in 0..<8 { distances[block * 8 + lane] = lanes[lane] }
    }
  }

  private func squaredDistances(
    _ block: Span<SIMD8<Double>>, _ point: Span<Double>
  ) -> SIMD8<Double> {
    var squares = SIMD8<Double>()
    for j in 0..<point.count {
      let differences = block[j] - point[j]
      squares += differences * differences
    }
    return squares
  }
}

extension DistanceTiles.Tile {
  /// Writes the tile to its place and its mirror image to the other side of the diagonal.
  func write(to matrix: SquareMatrix, row: Int, column: Int) {
    for i in 0..<rowCount {
      let target = matrix.row(row + i, from: column, count: columnCount)
      for j in 0..<columnCount { target[j] = distances[i * Self.stride + j] }
    }
    for j in 0..<columnCount {
      let target = matrix.row(column + j, from: row, count: rowCount)
      for i in 0..<rowCount { target[i] = distances[i * Self.stride + j] }
    }
  }
}
