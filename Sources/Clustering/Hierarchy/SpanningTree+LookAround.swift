// Looking around, in a round of Borůvka's algorithm: the lightest edges out of those components
// that do not wait, where they are not known.
//
// The points of a leaf look around together, and the parts of the k-d tree that are far from
// all others but those of their component do not have to.

extension Boruvka {
  /// What a point found.
  fileprivate struct Sight: Sendable {
    let place: Int
    /// Its first edge out, or one that only tells that all its edges are heavier than this.
    let way: Way
  }

  /// Enough leaves to make a thread's trip worthwhile.
  private static let chunkSize = 32

  /// Finds the ways out of the components that do not wait.
  mutating func lookAround(_ ways: inout [Way], isWaiting: [Bool], threads: Int) {
    // Those who wait look for nothing: no square is below 0.
    let bounds = SharedBounds(ways.indices.map { isWaiting[$0] ? -1 : ways[$0].square })
    defer { bounds.free() }
    let leaves = leavesToLookFrom(ways, isWaiting: isWaiting)
    let state = self
    let sights = inChunks(leaves.count, size: Self.chunkSize, threads: threads) { run in
      var look = LookAround(bounds: bounds)
      for leaf in leaves[run] { look.look(from: leaf, state) }
      return look.sights
    }
    for sight in joined(sights) { take(sight, &ways) }
  }

  private mutating func take(_ sight: Sight, _ ways: inout [Way]) {
    leasts[sight.place] = max(leasts[sight.place], sight.way.square)
    firstEnds[sight.place] = sight.way.to
    guard Int(sight.way.to) != sight.place else { return }
    known.append(sight.way)
    let component = component(at: sight.way.from)
    if isLighter(sight.way, ways[component]) { ways[component] = sight.way }
  }
}

// MARK: - Who looks

extension Boruvka {
  /// With fewer points, letting them look takes no longer than finding out whether they must.
  private static let fewPoints = 64

  /// The leaves that have points that look around.
  private mutating func leavesToLookFrom(_ ways: [Way], isWaiting: [Bool]) -> [Int] {
    var leaves: [Int] = []
    var open = [0]
    while let node = open.popLast() {
      let component = nodeComponents[node]
      if component >= 0 {
        let square = ways[Int(component)].square
        if isWaiting[Int(component)] { continue }
        if isFar(node, farther: square) {
          for place in tree.nodes[node].places { leasts[place] = max(leasts[place], square) }
          continue
        }
      }
      if !tree.nodes[node].isLeaf {
        open.append(tree.nodes[node].upper)
        open.append(node + 1)
      } else if tree.nodes[node].places.contains(where: { looks($0, ways, isWaiting) }) {
        leaves.append(node)
      }
    }
    return leaves
  }

  fileprivate func looks(_ place: Int, _ ways: [Way], _ isWaiting: [Bool]) -> Bool {
    let component = Int(components[place])
    return !isWaiting[component] && mayFindLighter(place, than: ways[component].square)
  }

  /// Whether all edges from a node within one component to others are heavier than this. Small
  /// nodes are not asked.
  private func isFar(_ node: Int, farther square: Double) -> Bool {
    guard tree.nodes[node].places.count >= Self.fewPoints, square < .infinity else { return false }
    var open = [0]
    while let next = open.popLast() {
      guard nodeComponents[next] != nodeComponents[node], leastCores[next] <= square,
        tree.square(fromBoxOf: node, toBoxOf: next) <= square
      else { continue }
      guard !tree.nodes[next].isLeaf else { return false }
      open.append(tree.nodes[next].upper)
      open.append(next + 1)
    }
    return true
  }
}

// MARK: - Looking

/// One look around after another, in the same memory.
private struct LookAround {
  let bounds: SharedBounds
  private(set) var sights: [Boruvka.Sight] = []
  /// The points of the leaf that look around, and the lightest edge each has found.
  private var active: [Boruvka.Way] = []
  private var open = OpenNodes()

  init(bounds: SharedBounds) {
    self.bounds = bounds
  }

  /// Lets the points of a leaf look around.
  mutating func look(from leaf: Int, _ state: Boruvka) {
    active.removeAll(keepingCapacity: true)
    for place in state.tree.nodes[leaf].places {
      if state.mayFindLighter(place, than: bounds[state.components[place]]) {
        active.append(Boruvka.Way(from: Int32(place), to: Int32(place)))
      }
    }
    guard let first = active.first else { return }
    let component = state.component(at: first.from)
    let areTogether = active.allSatisfy { state.component(at: $0.from) == component }
    walk(from: leaf, inside: areTogether ? Int32(component) : nil, state)
    for way in active {
      let bound = bounds[Int32(state.component(at: way.from))]
      let none = Boruvka.Way(square: bound, from: way.from, to: way.from)
      sights.append(.init(place: Int(way.from), way: way.square <= bound ? way : none))
    }
  }

  /// Looks into all the leaves that may have a way out, the nearest first.
  private mutating func walk(from leaf: Int, inside component: Int32?, _ state: Boruvka) {
    let tree = state.tree
    var reach = active.map { bounds[Int32(state.component(at: $0.from))] }.max() ?? 0
    var node = leaf
    open.push(leaf, 0)
    repeat {
      while var next = open.pop() {
        while next.square <= reach, state.leastCores[next.node] <= reach,
          state.nodeComponents[next.node] != component
        {
          guard !tree.nodes[next.node].isLeaf else {
            reach = look(into: next.node, state)
            break
          }
          let (nearer, farther) = tree.halves(of: next.node, from: leaf)
          if farther.square <= reach { open.push(farther.node, farther.square) }
          next = nearer
        }
      }
    } while open.climb(&node, from: leaf, tree)
  }

  /// Measures the edges into a leaf; returns how far anyone still looks.
  private mutating func look(into node: Int, _ state: Boruvka) -> Double {
    var reach = 0.0
    for i in active.indices {
      let component = Int32(state.component(at: active[i].from))
      if state.nodeComponents[node] != component,
        state.tree.square(from: Int(active[i].from), toBoxOf: node) <= bounds[component]
      {
        look(into: node, for: i, component, state)
      }
      reach = max(reach, bounds[component])
    }
    return reach
  }

  private mutating func look(
    into node: Int, for i: Int, _ component: Int32, _ state: Boruvka
  ) {
    let places = state.tree.nodes[node].places
    let place = Int(active[i].from)
    let core = state.stands[place].squaredCore
    var bound = bounds[component]
    for block in state.tree.blocks(of: places) {
      let squares = state.tree.squares(from: place, toBlock: block)
      guard any(squares .<= bound) else { continue }
      for other in 8 * block..<min(8 * block + 8, places.upperBound)
      where squares[other - 8 * block] <= bound && state.components[other] != component {
        let cores = max(core, state.stands[other].squaredCore)
        let way = Boruvka.Way(
          square: max(cores, squares[other - 8 * block]), from: Int32(place), to: Int32(other))
        if state.isLighter(way, active[i]) {
          active[i] = way
          bounds.lower(component, to: way.square)
          bound = min(bound, way.square)
        }
      }
    }
  }
}
