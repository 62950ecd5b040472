// Prim's algorithm, eight points at a time, for many features.
//
// With many features no box keeps anyone out, and everyone is measured all the same. Then the
// plain algorithm is the best there is, if it runs at the speed of the processor: the points
// outside the tree stand in blocks of eight, one in each lane of a vector, and a point that is
// taken in gives its place to the last one, so that nobody is measured in vain. Each lane adds
// up its features in their order, so the squares are those of SpanningTree+Prim.swift.

extension SpanningTree {
  /// The fast way for many features, O(n² · d).
  package static func primInBlocks(
    _ points: Points, minSamples: Int, threads: Int,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> SpanningTree {
    let n = points.count
    func goesOn(_ completed: Int) -> Bool {
      shouldContinue(FitProgress(completed: completed, total: 2 * n))
    }
    var cores = [Double](repeating: 0, count: n)
    if minSamples > 0, n > 1 {
      let nearest = try NearestOthers(
        points, minSamples: minSamples, threads: threads, while: goesOn)
      cores = nearest.tree.place.map { nearest.reaches[$0].squaredCore }
    }
    return try SpanningTree(points, squaredCores: cores) { goesOn(n + $0) }
  }

  /// The tree under the mutual reachability distance with the given core distances, O(n² · d).
  ///
  /// - Parameter goesOn: Asked now and then, with the number of edges found.
  init(
    _ points: Points, squaredCores: [Double], while goesOn: (Int) -> Bool
  ) throws(ClusteringError) {
    var growth = PrimInBlocks(points, squaredCores: squaredCores)
    // One edge measures up to n · d differences.
    repeat {
      let asks = growth.edges.count.isMultiple(of: 64)
      guard !asks || goesOn(growth.edges.count) else { throw .cancelled }
    } while growth.advance()
    self.init(squaredCores: squaredCores, squaredEdges: growth.edges)
  }
}

/// A tree that grows from the first point.
private struct PrimInBlocks {
  private let points: Points
  private let squaredCores: [Double]
  private var outside: Outside
  private var newest = 0
  private(set) var edges: [SpanningTree.SquaredEdge] = []

  init(_ points: Points, squaredCores: [Double]) {
    self.points = points
    self.squaredCores = squaredCores
    outside = Outside(points, squaredCores: squaredCores)
    edges.reserveCapacity(points.count - 1)
  }

  /// Takes one point in; false when all are.
  mutating func advance() -> Bool {
    guard edges.count < points.count - 1 else { return false }
    outside.offer(newest, core: squaredCores[newest], points)
    let edge = outside.takeNearest()
    newest = edge.row
    edges.append(edge.edge)
    return true
  }
}

/// The points outside the tree, in blocks, and for each its best edge into the tree.
private struct Outside {
  typealias Lanes = SIMD8<Double>

  private let dimensions: Int
  /// d vectors for each block: feature j of its eight points.
  private var values: [Lanes]
  private var cores: [Lanes]
  private var rows: [SIMD8<Int64>]
  /// The square of the best edge, and its end in the tree.
  private var squares: [Lanes]
  private var ends: [SIMD8<Int64>]
  private var count: Int

  /// All but row 0. Lanes that stand for nobody are infinitely far from everyone.
  init(_ points: Points, squaredCores: [Double]) {
    let d = points.dimensions
    dimensions = d
    count = points.count - 1
    let blocks = (count + 7) / 8
    values = Array(repeating: Lanes(repeating: .infinity), count: blocks * d)
    cores = Array(repeating: Lanes(repeating: .infinity), count: blocks)
    rows = Array(repeating: SIMD8(repeating: .max), count: blocks)
    squares = cores
    ends = rows
    for slot in 0..<count {
      for j in 0..<d { values[slot / 8 * d + j][slot % 8] = points[slot + 1, j] }
      cores[slot / 8][slot % 8] = squaredCores[slot + 1]
      rows[slot / 8][slot % 8] = Int64(slot + 1)
    }
  }

  /// Offers everyone outside an edge to a row that has just been taken in.
  mutating func offer(_ row: Int, core: Double, _ points: Points) {
    let d = dimensions
    let (values, cores) = (values, cores)
    let vectors = values.span
    let point = points.values.span.extracting(row * d..<(row + 1) * d)
    for block in 0..<(count + 7) / 8 {
      let lanes = vectors.extracting(block * d..<(block + 1) * d)
      var found = Lanes(repeating: 0)
      for j in 0..<d {
        let differences = lanes[j] - point[j]
        found += differences * differences
      }
      found.replace(with: cores[block], where: found .< cores[block])
      found.replace(with: core, where: found .< core)
      // Of two edges as light the one with the lower end comes first.
      let isBetter =
        (found .< squares[block])
        .| ((found .== squares[block]) .& (ends[block] .> Int64(row)))
      squares[block].replace(with: found, where: isBetter)
      ends[block].replace(with: Int64(row), where: isBetter)
    }
  }

  /// Takes in the row with the first of all best edges.
  mutating func takeNearest() -> (row: Int, edge: SpanningTree.SquaredEdge) {
    var nearest = 0
    var best = SpanningTree.SquaredEdge.none
    for block in 0..<(count + 7) / 8 where any(squares[block] .<= best.square) {
      for slot in 8 * block..<min(8 * block + 8, count) {
        let edge = edge(of: slot)
        if edge < best { (nearest, best) = (slot, edge) }
      }
    }
    let row = Int(rows[nearest / 8][nearest % 8])
    remove(nearest)
    return (row, best)
  }

  private func edge(of slot: Int) -> SpanningTree.SquaredEdge {
    let (block, lane) = (slot / 8, slot % 8)
    return SpanningTree.SquaredEdge(
      square: squares[block][lane], a: Int32(truncatingIfNeeded: rows[block][lane]),
      b: Int32(truncatingIfNeeded: ends[block][lane]))
  }

  /// Puts the last into the place of one that is taken in.
  private mutating func remove(_ slot: Int) {
    count -= 1
    let (to, lane) = (slot / 8, slot % 8)
    let (from, last) = (count / 8, count % 8)
    for j in 0..<dimensions {
      values[to * dimensions + j][lane] = values[from * dimensions + j][last]
    }
    cores[to][lane] = cores[from][last]
    rows[to][lane] = rows[from][last]
    squares[to][lane] = squares[from][last]
    ends[to][lane] = ends[from][last]
    // The lane stands for nobody now; the last block is measured as a whole.
    squares[from][last] = .infinity
    cores[from][last] = .infinity
  }
}
