// The spanning tree, fast: grow all trees at once (Borůvka 1926), with a k-d tree to look around.
//
//     every point is a component
//     while there is more than one
//       components find the lightest edge that leaves them, their way out
//       these edges are taken, and join the components
//
// Any components may go ahead and others wait, since each way out belongs to the tree whatever
// the others do. The work is in finding the ways out, and most of it is avoided:
//
//   - The nearest others of every point are found first, a leaf of points at a time
//     (SpanningTree+Neighbors.swift). They give the core distances and the first ways out, and
//     after these the edges to them that still lead out are known, not many
//     (SpanningTree+FirstWays.swift).
//   - A point knows how light an edge from it that is not known must at least be, and has to
//     look around only when its component knows of nothing lighter than that.
//   - As long as enough components know their way out, the others wait: most are joined by
//     someone else. When too few are left, the smaller ones look around. The largest, which
//     have most of the points, thus never have to.
//   - Points of a leaf look around together. They skip every part of the k-d tree that lies
//     within their component, and what is farther than the lightest way out that anyone in
//     their component has found (SpanningTree+LookAround.swift).
//
// The edges are those of SpanningTree+Prim.swift to the last digit: squares are summed in the
// same order, ties are broken by the rows in the same way, and a part of the tree is only
// skipped when it has no edge as light as one that is known.
//
// March, Ram and Gray 2010, https://doi.org/10.1145/1835804.1835882
// Gagolewski 2025, https://github.com/gagolews/quitefastmst (leaves against the whole tree)

extension SpanningTree {
  /// The fast way for few features, where it takes about O(n log n).
  package static func boruvka(
    _ points: Points, minSamples: Int, threads: Int,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> SpanningTree {
    let n = points.count
    guard n > 1 else { return SpanningTree(squaredCores: [0], squaredEdges: []) }
    func goesOn(_ completed: Int) -> Bool {
      shouldContinue(FitProgress(completed: completed, total: 2 * n))
    }
    var nearest = try NearestOthers(
      points, minSamples: minSamples, threads: threads, while: goesOn)
    let cores = nearest.tree.place.map { nearest.reaches[$0].squaredCore }
    let piles = nearest.someCoincide ? Piles(points, squaredCores: cores) : nil
    if let piles, piles.firstRows.count > 1 {
      nearest = try NearestOthers(
        points.selecting(rows: piles.firstRows), minSamples: minSamples,
        givenCores: piles.firstRows.map { cores[$0] }, threads: threads,
        while: { _ in goesOn(n) })
    }
    guard piles?.firstRows.count != 1 else {
      return SpanningTree(squaredCores: cores, squaredEdges: piles?.edges(with: []) ?? [])
    }
    var growth = Boruvka(nearest, threads: threads)
    while growth.componentCount > 1 {
      guard goesOn(2 * n - growth.componentCount) else { throw .cancelled }
      growth.advance(threads: threads)
    }
    return SpanningTree(
      squaredCores: cores, squaredEdges: piles?.edges(with: growth.edges) ?? growth.edges)
  }
}

/// The components between two rounds.
struct Boruvka: Sendable {
  /// A known edge between two places, and its square.
  struct Way: Sendable {
    var square = Double.infinity
    var from: Int32 = -1
    var to: Int32 = -1
  }

  /// A point of the tree, with what a comparison of its edges asks for.
  struct Stand: Sendable {
    let squaredCore: Double
    let row: Int32
  }

  let tree: KDTree
  /// The least squared core distance in each node.
  let leastCores: [Double]

  /// The point at each place.
  let stands: [Stand]
  /// The component of each place, and of each node: -1 where there are several.
  var components: [Int32]
  var nodeComponents: [Int32]
  var componentCount: Int

  /// The known edges that led out of a component when they were last looked at.
  var known: [Way] = []
  /// For each place: edges from it that are not known are at least as heavy as this.
  var leasts: [Double]
  /// For each place the end of its first edge out, where that was found by looking around, and
  /// else the place itself.
  var firstEnds: [Int32]
  var edges: [SpanningTree.SquaredEdge] = []

  /// The first round, from the nearest others alone.
  init(_ nearest: NearestOthers, threads: Int) {
    let n = nearest.tree.count
    tree = nearest.tree
    leastCores = tree.least(of: nearest.reaches.map(\.squaredCore))
    stands = (0..<n).map { [tree] place in
      Stand(
        squaredCore: nearest.reaches[place].squaredCore, row: Int32(tree.order[place]))
    }
    components = Array(0..<Int32(n))
    nodeComponents = Array(repeating: -1, count: tree.nodes.count)
    componentCount = n
    leasts = nearest.reaches.map { max($0.squaredCore, $0.horizon) }
    firstEnds = Array(0..<Int32(n))
    edges.reserveCapacity(n - 1)
    let ways = firstWays(nearest, threads: threads)
    join(ways, isWaiting: ways.indices.map { ways[$0].square >= leasts[$0] })
    known = waysOut(nearest, threads: threads)
  }

  /// One round: finds ways out, and joins components.
  mutating func advance(threads: Int) {
    var ways = knownWays()
    var isWaiting = waiting(ways)
    // Enough know their way out when a quarter does.
    if isWaiting.count(where: { $0 }) * 4 > componentCount * 3 {
      isWaiting = larger()
      lookAround(&ways, isWaiting: isWaiting, threads: threads)
    }
    join(ways, isWaiting: isWaiting)
  }
}

// MARK: - What is known

extension Boruvka {
  /// The order of all edges: by square, then by the lower row, then by the higher.
  @inline(__always)
  func isLighter(_ a: Way, _ b: Way) -> Bool {
    a.square == b.square ? edge(a) < edge(b) : a.square < b.square
  }

  func edge(_ way: Way) -> SpanningTree.SquaredEdge {
    guard way.from >= 0 else { return .none }
    return .init(
      square: way.square, a: stands[Int(way.from)].row, b: stands[Int(way.to)].row)
  }

  /// The lightest known edge out of each component; forgets those that no longer lead out.
  private mutating func knownWays() -> [Way] {
    var ways = [Way](repeating: Way(), count: componentCount)
    var leading = known
    known = []
    leading.removeAll { way in
      let (a, b) = (component(at: way.from), component(at: way.to))
      guard a != b else { return true }
      if isLighter(way, ways[a]) { ways[a] = way }
      if isLighter(way, ways[b]) { ways[b] = way }
      return false
    }
    known = leading
    return ways
  }

  @inline(__always)
  func component(at place: Int32) -> Int { Int(components[Int(place)]) }

  /// Whether a point has to look around when its component knows of an edge of this square.
  @inline(__always)
  func mayFindLighter(_ place: Int, than square: Double) -> Bool {
    leasts[place] <= square
      && components[Int(firstEnds[place])] == components[place]
  }

  /// The components whose way out may not be known.
  private func waiting(_ ways: [Way]) -> [Bool] {
    var isWaiting = [Bool](repeating: false, count: componentCount)
    for place in components.indices {
      let component = Int(components[place])
      if !isWaiting[component], mayFindLighter(place, than: ways[component].square) {
        isWaiting[component] = true
      }
    }
    return isWaiting
  }

  /// The components that have more points than most have. The more features, the longer a look
  /// around takes, and the fewer of them should.
  private func larger() -> [Bool] {
    var sizes = [Int](repeating: 0, count: componentCount)
    for component in components { sizes[Int(component)] += 1 }
    let quarters = tree.dimensions <= LaneSearch.fewDimensions ? 3 : 2
    let middling = sizes.sorted()[(componentCount - 1) * quarters / 4]
    return sizes.map { $0 > middling }
  }
}
