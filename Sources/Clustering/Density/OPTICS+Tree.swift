// The visits of OPTICS on a k-d tree.
//
// A visit changes little: a point only reaches those better that have not been reached from as
// near before. So every node of the tree keeps two figures of the points in it that are still
// open, and both questions of a visit are answered from the root down:
//
//     farthest   the worst reachability; a box that is no nearer than that is left out whole
//     nearest    the best reachability and its lowest row; at the root it is the next visit
//
// A leaf that changed counts anew, and so do the nodes above it. In the blocks of a leaf points
// already visited have a reachability below 0, which nothing improves.
//
// Roots are left out as long as possible: whether one of eight points can be reached better at
// all is first asked of the squares.

/// The visits so far, on a tree; reachabilities are kept by places. The tree itself is handed
/// along, so that it can be read while the figures change.
struct TreeVisits {
  /// The open points of a node.
  private struct Summary {
    var nearest = Double.infinity
    var nearestRow = Int.max
    var farthest = TreeVisits.visited
  }

  /// The reachability of points already visited: below that of all others, and its square is 0.
  private static let visited = -Double.leastNonzeroMagnitude

  private let maxEps: Double
  /// The same, reduced.
  private let maxReduced: Double
  private var reached: [Lanes]
  private var summaries: [Summary]
  private var ordered: OPTICSOrdering

  init(_ tree: KDTree, coreDistances: [Double], maxEps: Double) {
    self.maxEps = maxEps
    maxReduced = tree.reduced.bound(for: maxEps)
    ordered = OPTICSOrdering(coreDistances: coreDistances)
    ordered.ordering.reserveCapacity(tree.count)
    let width = Lanes.scalarCount
    reached = Array(
      repeating: Lanes(repeating: Self.visited), count: (tree.count + width - 1) / width)
    for place in 0..<tree.count { reached[place / width][place % width] = .infinity }
    summaries = Array(repeating: Summary(), count: tree.nodes.count)
    for node in tree.nodes.indices.reversed() { summarize(node, of: tree) }
  }

  /// Visits every point.
  mutating func visitAll(
    _ tree: KDTree, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> OPTICSOrdering {
    let pause = 256
    for visit in 0..<tree.count {
      if visit.isMultiple(of: pause) {
        let progress = FitProgress(completed: visit, total: tree.count)
        guard shouldContinue(progress) else { throw .cancelled }
      }
      advance(tree)
    }
    return ordered
  }

  private mutating func advance(_ tree: KDTree) {
    let (point, reachability) = (summaries[0].nearestRow, summaries[0].nearest)
    ordered.ordering.append(point)
    ordered.reachability[point] = reachability
    let place = tree.place[point]
    reached[place / Lanes.scalarCount][place % Lanes.scalarCount] = Self.visited
    summarizePath(to: place, from: 0, of: tree)
    let core = ordered.coreDistances[point]
    guard core < .infinity else { return }
    tree.withPoint(at: place) { _ = reach(tree, node: 0, from: $0, row: point, core: core) }
  }
}

// MARK: - Reaching

extension TreeVisits {
  /// Reaches the open points of a node from a point; true when one is reached better.
  private mutating func reach(
    _ tree: KDTree, node: Int, from point: Span<Double>, row: Int, core: Double
  ) -> Bool {
    let farthest = summaries[node].farthest
    guard core < farthest else { return false }
    let size = 2 * tree.dimensions
    let box = tree.boxes.span.extracting(node * size..<(node + 1) * size)
    let toBox = tree.reduced.between(point, box: box)
    guard toBox <= maxReduced, tree.reduced.mayBeNearer(toBox, than: farthest) else {
      return false
    }
    let halves = tree.nodes[node]
    let isChanged: Bool
    if halves.isLeaf {
      isChanged = reach(tree, places: halves.places, from: point, row: row, core: core)
    } else {
      let lower = reach(tree, node: node + 1, from: point, row: row, core: core)
      let upper = reach(tree, node: halves.upper, from: point, row: row, core: core)
      isChanged = lower || upper
    }
    if isChanged { summarize(node, of: tree) }
    return isChanged
  }

  private mutating func reach(
    _ tree: KDTree, places: Range<Int>, from point: Span<Double>, row: Int, core: Double
  ) -> Bool {
    let core = Lanes(repeating: core)
    var isChanged = false
    for first in stride(from: places.lowerBound, to: places.upperBound, by: Lanes.scalarCount) {
      let block = first / Lanes.scalarCount
      let reduced = tree.distances(from: point, toBlock: block)
      let mayBeBetter =
        tree.reduced.mayBeNearer(reduced, than: reached[block]) .& (core .< reached[block])
      guard any(mayBeBetter) else { continue }
      let distances = tree.reduced.distances(from: reduced)
      let reachability = distances.replacing(with: core, where: distances .< core)
      let isBetter = (reachability .< reached[block]) .& (distances .<= maxEps)
      guard any(isBetter) else { continue }
      isChanged = true
      reached[block].replace(with: reachability, where: isBetter)
      for lane in 0..<Lanes.scalarCount where isBetter[lane] {
        ordered.predecessors[tree.order[first + lane]] = row
      }
    }
    return isChanged
  }
}

// MARK: - Summaries

extension TreeVisits {
  /// Counts a node anew, from its halves or its points.
  private mutating func summarize(_ node: Int, of tree: KDTree) {
    let halves = tree.nodes[node]
    if halves.isLeaf {
      summaries[node] = summary(of: halves.places, tree.order)
    } else {
      let (lower, upper) = (summaries[node + 1], summaries[halves.upper])
      let isLowerNearer =
        (lower.nearest, lower.nearestRow) < (upper.nearest, upper.nearestRow)
      var summary = isLowerNearer ? lower : upper
      summary.farthest = max(lower.farthest, upper.farthest)
      summaries[node] = summary
    }
  }

  private func summary(of places: Range<Int>, _ order: [Int]) -> Summary {
    var summary = Summary()
    for first in stride(from: places.lowerBound, to: places.upperBound, by: Lanes.scalarCount) {
      let block = reached[first / Lanes.scalarCount]
      summary.farthest = max(summary.farthest, block.greatestValue)
      let nearest = block.replacing(with: .infinity, where: block .< 0).leastValue
      guard nearest <= summary.nearest else { continue }
      // Points already visited are below 0, and so never the nearest.
      for lane in 0..<Lanes.scalarCount where block[lane] == nearest {
        let row = order[first + lane]
        if (nearest, row) < (summary.nearest, summary.nearestRow) {
          (summary.nearest, summary.nearestRow) = (nearest, row)
        }
      }
    }
    return summary
  }

  /// Counts all the nodes anew that hold a place.
  private mutating func summarizePath(to place: Int, from node: Int, of tree: KDTree) {
    let halves = tree.nodes[node]
    if !halves.isLeaf {
      let isUpper = place >= tree.nodes[halves.upper].places.lowerBound
      summarizePath(to: place, from: isUpper ? halves.upper : node + 1, of: tree)
    }
    summarize(node, of: tree)
  }
}
