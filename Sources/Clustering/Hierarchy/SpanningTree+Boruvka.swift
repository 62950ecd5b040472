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
//   - The nearest others of every point are found first, a leaf of points at a time. They give
//     the core distances and the first ways out (SpanningTree+Neighbors.swift).
//   - A point keeps its way out until the other end has joined its own component; the next one
//     is no lighter. So a point also knows how light its way out is at least, and has to look
//     around only when its component knows of nothing lighter than that.
//   - As long as enough components know their way out, the others wait: most are joined by
//     someone else. When too few are left, the smaller half of them looks around. The largest,
//     which have most of the points, thus never have to.
//   - Points of a leaf look around together. They skip every part of the k-d tree that lies
//     within their component, and what is farther than the lightest way out that anyone in
//     their component has found (SpanningTree+WaysOut.swift).
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
    let cores = nearest.tree.place.map { nearest.squaredCores[$0] }
    let heaps = nearest.someCoincide ? Heaps(points, squaredCores: cores) : nil
    if let heaps, heaps.firstRows.count > 1 {
      nearest = try NearestOthers(
        points.selecting(rows: heaps.firstRows), minSamples: minSamples,
        givenCores: heaps.firstRows.map { cores[$0] }, threads: threads, while: goesOn)
    }
    var growth = Boruvka(nearest)
    while heaps?.firstRows.count != 1, growth.componentCount > 1 {
      guard goesOn(2 * n - growth.componentCount) else { throw .cancelled }
      growth.advance(threads: threads)
    }
    return SpanningTree(
      squaredCores: cores, squaredEdges: heaps?.edges(with: growth.edges) ?? growth.edges)
  }
}

/// The components between two rounds.
struct Boruvka: Sendable {
  /// What a point knows about the edges from it to other components.
  struct WayOut: Sendable {
    /// The lightest known one.
    var edge = SpanningTree.SquaredEdge.none
    /// The place of its other end.
    var end: Int32
    /// How many of the nearest others are known to be in the same component.
    var nearInside: Int32 = 0
    /// No edge out is lighter than this square.
    var least = 0.0
    /// Whether `edge` comes before all other edges out.
    var isFirst = false
  }

  let nearest: NearestOthers
  /// The least squared core distance in each node.
  let leastCores: [Double]

  var waysOut: [WayOut]
  /// The component of each place, and of each node: -1 where there are several.
  var components: [Int32]
  var nodeComponents: [Int32]
  var componentCount: Int
  /// Which components take no edge in this round. That a component may wait, or take its edge
  /// later, changes no edge: see the top of this file.
  var isWaiting: [Bool] = []
  private(set) var edges: [SpanningTree.SquaredEdge] = []

  var tree: KDTree { nearest.tree }

  init(_ nearest: NearestOthers) {
    let n = nearest.tree.count
    self.nearest = nearest
    leastCores = nearest.tree.least(of: nearest.squaredCores)
    // Every way out ends inside as yet, and so is renewed in the first round.
    waysOut = (0..<Int32(n)).map { WayOut(end: $0) }
    components = Array(0..<Int32(n))
    nodeComponents = Array(repeating: -1, count: nearest.tree.nodes.count)
    componentCount = n
    edges.reserveCapacity(n - 1)
  }

  /// One round: finds ways out, and joins components.
  mutating func advance(threads: Int) {
    let bounds = SharedBounds(count: componentCount)
    defer { bounds.free() }
    renewWaysOut(bounds, threads: threads)
    letWait(bounds)
    if !isWaiting.contains(false) {
      letOnlyTheLargerWait()
      lookAround(bounds, threads: threads)
    }
    join()
  }
}

// MARK: - Waiting

extension Boruvka {
  /// Lets those components wait whose way out is not known; all of them when only a quarter knows.
  private mutating func letWait(_ bounds: SharedBounds) {
    isWaiting = Array(repeating: false, count: componentCount)
    for place in waysOut.indices where mayFindLighter(place, bounds) {
      isWaiting[Int(components[place])] = true
    }
    let waiting = isWaiting.count { $0 }
    if waiting * 4 > componentCount * 3 {
      isWaiting = Array(repeating: true, count: componentCount)
    }
  }

  /// Whether a point has to look around, because an edge from it may be the way out.
  func mayFindLighter(_ place: Int, _ bounds: SharedBounds) -> Bool {
    let way = waysOut[place]
    return !way.isFirst && way.least <= bounds[components[place]]
  }

  private mutating func letOnlyTheLargerWait() {
    var sizes = [Int](repeating: 0, count: componentCount)
    for component in components { sizes[Int(component)] += 1 }
    let median = sizes.sorted()[(componentCount - 1) / 2]
    for component in sizes.indices { isWaiting[component] = sizes[component] > median }
  }
}

// MARK: - Joining

extension Boruvka {
  /// Takes the way out of each component that does not wait.
  private mutating func join() {
    // For each component the place from which its way out starts.
    var starts = [Int](repeating: -1, count: componentCount)
    for place in waysOut.indices {
      let component = Int(components[place])
      if starts[component] < 0 || waysOut[place].edge < waysOut[starts[component]].edge {
        starts[component] = place
      }
    }
    var sets = DisjointSets(count: componentCount)
    for (component, start) in starts.enumerated() where !isWaiting[component] {
      let other = components[Int(waysOut[start].end)]
      let (a, b) = (sets.root(of: component), sets.root(of: Int(other)))
      // Two components may have the same way out.
      guard a != b else { continue }
      _ = sets.join(a, b)
      edges.append(waysOut[start].edge)
    }
    rename(&sets)
  }

  /// Numbers the components that are left from 0.
  private mutating func rename(_ sets: inout DisjointSets) {
    var names = [Int32](repeating: -1, count: componentCount)
    var count: Int32 = 0
    for component in names.indices {
      let root = sets.root(of: component)
      if names[root] < 0 {
        names[root] = count
        count += 1
      }
      names[component] = names[root]
    }
    for place in components.indices { components[place] = names[Int(components[place])] }
    componentCount = Int(count)
    renameNodes()
  }

  private mutating func renameNodes() {
    let tree = tree
    for node in tree.nodes.indices.reversed() {
      if tree.nodes[node].isLeaf {
        let places = tree.nodes[node].places
        let first = components[places.lowerBound]
        nodeComponents[node] = components[places].allSatisfy { $0 == first } ? first : -1
      } else {
        let (lower, upper) = (nodeComponents[node + 1], nodeComponents[tree.nodes[node].upper])
        nodeComponents[node] = lower == upper ? lower : -1
      }
    }
  }
}
