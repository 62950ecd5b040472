// DBSCAN on a grid, for Euclidean distances in up to three dimensions.
//
// The plain growth (`DBSCANStates`) asks every point for all its neighbors, and in dense data
// these are many. The cells of a grid answer for most points at once:
//
//     1. core points   all points of a cell with enough points; the others count around them
//     2. clusters      cells that have core points within eps of each other are joined
//     3. numbers       by the lowest core point of each cluster
//     4. border        the others take the lowest cluster that has a core point within eps
//
// That is what the growth finds, too: clusters are the connected core points however one goes
// along them, and the growth starts them in the order of their lowest core points, each taking
// the border points that no earlier one took. Whether two points are near is asked by the same
// sum, compared with a bound that is the same as eps to the last digit.
//
// The cost is about O(n · minSamples): only points in thin cells are counted around, and two
// cells of one cluster are seldom compared.

/// The clusters of points in a grid; places and cells are those of the grid.
struct GridClusters {
  let points: Points
  let parameters: DBSCAN
  let grid: CellGrid
  /// The largest squared distance of neighbors.
  let bound: Double

  /// Whether the point at each place is a core point.
  private(set) var isCore: [Bool] = []
  /// The cluster of each cell; ``DBSCAN/noise`` for cells without a core point.
  private var clusters: [Int] = []

  private var minSamples: Int { parameters.minSamples }
  private var threads: Int { parameters.threads }

  /// Nil when a grid does not suit the points or the distance.
  init?(_ points: Points, _ parameters: DBSCAN) {
    guard parameters.distance == .euclidean,
      let grid = CellGrid(points, eps: parameters.eps, threads: parameters.threads)
    else { return nil }
    self.points = points
    self.parameters = parameters
    self.grid = grid
    bound = ReducedDistance.squares(rooted: true).bound(for: parameters.eps)
  }

  /// Runs the steps one after the other.
  mutating func fit(
    while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> DBSCANModel {
    let cells = grid.count
    func isToGoOn(_ step: Int, _ done: Int) -> Bool {
      shouldContinue(FitProgress(completed: step * cells + done, total: 3 * cells))
    }
    isCore = try joined(inChunks(cells, threads: threads, while: { isToGoOn(0, $0) }, coreFlags))
    let firstCore = firstCorePlaces()
    var sets = try joinedCells(firstCore, while: { isToGoOn(1, $0) })
    let lowestRow = firstCore.map { $0 >= 0 ? grid.order[$0] : Int.max }
    let numbered = numberClusters(&sets, lowestRow: lowestRow)
    clusters = numbered.clusters
    let labels = try joined(inChunks(cells, threads: threads, while: { isToGoOn(2, $0) }, labels))
    return DBSCANModel(
      labels: labels, isCore: isCore, order: grid.order, clusterCount: numbered.count,
      points: points, parameters: parameters)
  }
}

// MARK: - Core points

extension GridClusters {
  private func coreFlags(of cells: Range<Int>) -> [Bool] {
    var walk = CellWalk(grid, from: cells.lowerBound)
    var flags: [Bool] = []
    var neighbors: [Int] = []
    for cell in cells {
      let places = grid.places(of: cell)
      guard places.count < minSamples else {
        flags += repeatElement(true, count: places.count)
        continue
      }
      neighbors.removeAll(keepingCapacity: true)
      var nearby = places.count
      walk.neighbors(of: cell, in: grid.keys.span) { neighbor in
        neighbors.append(neighbor)
        nearby += grid.places(of: neighbor).count
        return true
      }
      for place in places {
        flags.append(
          nearby >= minSamples
            && hasEnough(around: place, besides: places.count, in: neighbors))
      }
    }
    return flags
  }

  /// Whether the points near a place in the neighboring cells make it a core point, together
  /// with those of its own cell.
  private func hasEnough(around place: Int, besides own: Int, in neighbors: [Int]) -> Bool {
    let values = grid.values.span
    let point = values[place]
    var count = own
    for neighbor in neighbors {
      for other in grid.places(of: neighbor)
      where CellGrid.squaredDistance(point, values[other]) <= bound {
        count += 1
      }
      if count >= minSamples { return true }
    }
    return false
  }
}

// MARK: - Clusters

extension GridClusters {
  /// The cells in sets, one for each cluster.
  private func joinedCells(
    _ firstCore: [Int], while isToGoOn: (Int) -> Bool
  ) throws(ClusteringError) -> DisjointSets {
    var sets = DisjointSets(count: grid.count)
    let chunks = try inChunks(
      grid.count, size: Self.joinedCells, threads: threads, while: isToGoOn
    ) { joints($0, firstCore: firstCore) }
    for (a, b) in chunks.flatMap(\.found) { sets.joinSets(of: a, b) }
    for (a, b) in chunks.flatMap(\.open)
    where sets.root(of: a) != sets.root(of: b) && touch(a, b) {
      sets.joinSets(of: a, b)
    }
    return sets
  }

  /// For each cell the place of its first core point, or -1. Within a cell the rows ascend, so
  /// that is also the lowest row.
  private func firstCorePlaces() -> [Int] {
    (0..<grid.count).map { cell in grid.places(of: cell).first { isCore[$0] } ?? -1 }
  }

  private typealias Joints = (found: [(Int, Int)], open: [(Int, Int)])

  /// Many cells at once, because pairs across two chunks wait until the chunks are done.
  private static let joinedCells = 4 * chunkSize

  /// Pairs of cells that join the clusters among `cells`, and pairs with earlier cells of which
  /// it is open whether they touch.
  private func joints(_ cells: Range<Int>, firstCore: [Int]) -> Joints {
    var (found, open): Joints = ([], [])
    var walk = CellWalk(grid, from: cells.lowerBound, onlyEarlier: true)
    var sets = DisjointSets(count: cells.count)
    for cell in cells where firstCore[cell] >= 0 {
      walk.neighbors(of: cell, in: grid.keys.span) { neighbor in
        guard firstCore[neighbor] >= 0 else { return true }
        guard neighbor >= cells.lowerBound else {
          open.append((cell, neighbor))
          return true
        }
        let (a, b) = (cell - cells.lowerBound, neighbor - cells.lowerBound)
        if sets.root(of: a) != sets.root(of: b), touch(cell, neighbor) {
          sets.joinSets(of: a, b)
          found.append((cell, neighbor))
        }
        return true
      }
    }
    return (found, open)
  }
}

// MARK: - Border points

extension GridClusters {
  private func labels(of cells: Range<Int>) -> [Int] {
    var walk = CellWalk(grid, from: cells.lowerBound)
    var labels: [Int] = []
    var neighbors: [Int] = []
    for cell in cells {
      let places = grid.places(of: cell)
      guard places.count < minSamples else {
        labels += repeatElement(clusters[cell], count: places.count)
        continue
      }
      neighbors.removeAll(keepingCapacity: true)
      walk.neighbors(of: cell, in: grid.keys.span) { neighbor in
        if clusters[neighbor] >= 0 { neighbors.append(neighbor) }
        return true
      }
      for place in places {
        labels.append(
          isCore[place] ? clusters[cell] : lowestCluster(around: place, of: cell, neighbors))
      }
    }
    return labels
  }

  /// The lowest cluster with a core point within eps, in the point's own cell or a neighbor.
  private func lowestCluster(around place: Int, of cell: Int, _ neighbors: [Int]) -> Int {
    var lowest = clusters[cell] >= 0 ? clusters[cell] : Int.max
    for neighbor in neighbors where clusters[neighbor] < lowest {
      if isNearCore(place, of: neighbor) { lowest = clusters[neighbor] }
    }
    return lowest == .max ? DBSCAN.noise : lowest
  }

  func isNearCore(_ place: Int, of cell: Int) -> Bool {
    let values = grid.values.span
    let point = values[place]
    return grid.places(of: cell).contains { other in
      isCore[other] && CellGrid.squaredDistance(point, values[other]) <= bound
    }
  }
}
