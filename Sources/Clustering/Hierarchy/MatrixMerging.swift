// Single, complete and average linkage over a matrix of distances.
//
// The matrix is square, so that the distances of a cluster lie in one row. When many pairs are
// merged in a round, a single pass over it does them all: every row that is left is folded with
// its partner's, then its columns are folded pair by pair, and what remains moves to the front.
// A row needs nothing but its own two halves, so the pass runs straight through memory, on
// several threads, and the matrix shrinks from round to round. When a round has few pairs, each
// is merged by itself: one row folded, one column rewritten.
//
// Points that are each other's nearest need no matrix to be found; merging them first leaves
// four fifths of the rows to store, usually. The matrix then takes about 5 n² bytes, 8 n² at
// the worst.

/// The merging over a matrix, between two rounds. A cluster goes by its place, the number of
/// its column.
struct MatrixMerging {
  private let linkage: Agglomerative.Linkage
  private let threads: Int
  private let tiles: DistanceTiles
  private let matrix: SquareMatrix
  private var filledTileRows = 0

  private var clusters: [Cluster]
  private var living: [Int]
  /// For each place the nearest other.
  private var nearest: [Nearest] = []
  private(set) var joins: [Join] = []

  private struct Cluster: Sendable {
    /// One of its points.
    let name: Int
    /// Its row of the matrix.
    let row: Int
    var size: Int
    /// What it was merged at, squared if the distances are.
    var height: Double
  }

  /// A pass pays when it removes at least one column out of this many.
  private static let passWorthColumns = 10

  /// How many rows make a chunk of work for a thread.
  private static let rowsOfChunk = 16
}

// MARK: - Starting

extension MatrixMerging {
  init(_ points: Points, linkage: Agglomerative.Linkage, distance: Distance, threads: Int) {
    self.linkage = linkage
    self.threads = threads
    let pairs = distance == .euclidean ? nearestPairs(points, threads: threads) : []
    var partner = Array(0..<points.count)
    for pair in pairs {
      partner[pair.kept] = pair.gone
      partner[pair.gone] = -1
    }
    let starts = partner.indices.filter { partner[$0] >= 0 }
    tiles = DistanceTiles(
      starts.map { ($0, partner[$0]) }, of: points, linkage: linkage, distance: distance)
    matrix = SquareMatrix(count: starts.count)
    living = Array(starts.indices)
    clusters = []
    for (place, point) in starts.enumerated() {
      var start = Cluster(name: point, row: place, size: 1, height: 0)
      if partner[point] != point {
        let height = distance.between(point, partner[point], in: points)
        joins.append(Join(point, partner[point], height: height))
        start.size = 2
        start.height = tiles.areSquared ? height * height : height
      }
      clusters.append(start)
    }
  }

  /// Computes the next rows of the distances; false when all are there.
  mutating func fillMore() -> Bool {
    guard filledTileRows < tiles.count else { return false }
    tiles.fill(matrix, tileRow: filledTileRows, threads: threads)
    filledTileRows += 1
    if filledTileRows == tiles.count { findNearest() }
    return true
  }

  private mutating func findNearest() {
    let (matrix, width) = (matrix, clusters.count)
    nearest = inChunks(width, size: Self.rowsOfChunk, threads: threads) { rows in
      rows.map { matrix.closeRow($0, own: $0, width: width).nearest(from: $0) }
    }.flatMap { $0 }
  }
}

/// The pairs of points that are each other's nearest. With many features a search for them
/// costs as much as measuring all pairs: then it is left to the matrix.
private func nearestPairs(_ points: Points, threads: Int) -> [(kept: Int, gone: Int)] {
  guard points.count > 1, points.dimensions <= 16 else { return [] }
  let all = Array(0..<points.count)
  let tree = CenterTree(
    all, centers: points.values, sizes: Array(repeating: 1, count: points.count),
    dimensions: points.dimensions)
  let found = inChunks(points.count, size: 64, threads: threads) { slots in
    tree.clusters[slots].map { tree.nearest(to: $0) }
  }
  var nearest = Array(repeating: Nearest(), count: points.count)
  for (cluster, found) in zip(tree.clusters, found.joined()) { nearest[cluster] = found }
  return reciprocalPairs(among: all, nearest: nearest)
}

// MARK: - Merging

extension MatrixMerging {
  /// Merges every reciprocal pair; false when a single cluster is left.
  mutating func advance() -> Bool {
    guard living.count > 1 else { return false }
    let pairs = reciprocalPairs(among: living, nearest: nearest)
    for pair in pairs { join(pair.kept, pair.gone) }
    let removed = clusters.count - living.count + pairs.count
    if removed * Self.passWorthColumns >= clusters.count {
      mergeInOnePass(pairs)
    } else {
      mergeOneByOne(pairs)
    }
    return true
  }

  private mutating func join(_ kept: Int, _ gone: Int) {
    // Rounding in the last digits must not put a cluster below its halves.
    let height = max(nearest[kept].distance, clusters[kept].height, clusters[gone].height)
    clusters[kept].height = height
    joins.append(
      Join(
        clusters[kept].name, clusters[gone].name,
        height: tiles.areSquared ? height.squareRoot() : height))
  }

  /// Folds the rows and the columns of all the pairs, and leaves out the places that are gone.
  private mutating func mergeInOnePass(_ pairs: [(kept: Int, gone: Int)]) {
    let contraction = Contraction(
      of: living, columnCount: clusters.count, folds: pairs.map { fold($0.kept, $0.gone) })
    let (matrix, linkage, rows) = (matrix, linkage, clusters.map(\.row))
    let width = contraction.columns.count
    nearest = inChunks(width, size: Self.rowsOfChunk, threads: threads) { chunk in
      // Read straight through into the cache: the columns of a pair lie anywhere in the row.
      withScratchRow(count: rows.count) { scratch in
        chunk.map { place in
          let row = rows[Int(contraction.columns[place])]
          let partner = contraction.foldOfColumn[place]
          linkage.foldRows(
            matrix.row(row, count: rows.count),
            matrix.row(partner.map { rows[$0.second] } ?? row, count: rows.count),
            by: partner, into: scratch)
          linkage.contract(scratch, by: contraction, into: matrix.row(row, count: rows.count))
          return matrix.closeRow(row, own: place, width: width).nearest(from: place)
        }
      }
    }.flatMap { $0 }
    for (kept, gone) in pairs { clusters[kept].size += clusters[gone].size }
    clusters = contraction.columns.map { clusters[Int($0)] }
    living = Array(clusters.indices)
  }

  private func fold(_ kept: Int, _ gone: Int) -> Fold {
    Fold(kept, gone, sizes: (clusters[kept].size, clusters[gone].size))
  }

  /// Folds one row after the other and writes it to the column as well.
  private mutating func mergeOneByOne(_ pairs: [(kept: Int, gone: Int)]) {
    var hasChanged = [Bool](repeating: false, count: clusters.count)
    for (kept, gone) in pairs {
      let (row, other) = (self.row(kept), self.row(gone))
      linkage.foldRows(row, other, by: fold(kept, gone), into: row)
      living.removeAll { $0 == gone }
      for place in living {
        let column = self.row(place)
        column[kept] = row[place]
        column[gone] = .infinity
      }
      (row[kept], row[gone]) = (.infinity, .infinity)
      clusters[kept].size += clusters[gone].size
      (hasChanged[kept], hasChanged[gone]) = (true, true)
    }
    for place in living {
      let other = nearest[place].cluster ?? place
      if hasChanged[place] || hasChanged[other] { nearest[place] = row(place).nearest(from: place) }
    }
  }

  /// The distances from the cluster at a place, in whole vectors of eight.
  private func row(_ place: Int) -> MatrixRow {
    matrix.row(clusters[place].row, count: (clusters.count + 7) / 8 * 8)
  }
}
