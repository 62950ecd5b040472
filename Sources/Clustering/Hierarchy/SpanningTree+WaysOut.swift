// The work in a round of Borůvka's algorithm: the lightest edges out of the components.
//
// First from what is known, then, for those components that do not wait, by looking around.

import Synchronization

// MARK: - From what is known

extension Boruvka {
  /// Where a way out no longer leads out, finds the next one among the nearest others.
  mutating func renewWaysOut(_ bounds: SharedBounds, threads: Int) {
    var ways = waysOut
    waysOut = []
    let state = self
    _ = mapChunks(of: &ways, threads: threads) { places, ways in
      for place in places {
        let component = state.components[place]
        let slot = place - places.lowerBound
        if state.components[Int(ways[slot].end)] == component {
          // No way out is known already, and with all who are near inside none will be.
          guard ways[slot].end != place || ways[slot].nearInside < state.nearest.kept else {
            continue
          }
          ways[slot] = state.renewed(ways[slot], at: place)
        }
        bounds.lower(component, to: ways[slot].edge.square)
      }
    }
    waysOut = ways
  }

  private func renewed(_ old: WayOut, at place: Int) -> WayOut {
    var way = WayOut(end: Int32(place), nearInside: old.nearInside)
    let component = components[place]
    for i in Int(old.nearInside)..<nearest.kept {
      let end = nearest.places[place * nearest.kept + i]
      if components[Int(end)] == component {
        // Those who are near are inside first; what is inside stays there.
        if i == way.nearInside { way.nearInside += 1 }
      } else {
        // The first are no farther than the core distance, and their own distance is no matter.
        let square = i < nearest.rank ? 0 : tree.square(from: place, to: Int(end))
        let edge = edge(place, Int(end), square: square)
        if edge < way.edge { (way.edge, way.end) = (edge, end) }
      }
    }
    // Edges to all but the nearest are at least as heavy as this.
    let horizon = max(nearest.squaredCores[place], nearest.horizons[place])
    way.isFirst = way.edge.square < horizon
    way.least = max(old.least, min(way.edge.square, horizon))
    return way
  }

  /// The edge between two places whose squared distance is `square`.
  fileprivate func edge(_ i: Int, _ j: Int, square: Double) -> SpanningTree.SquaredEdge {
    SpanningTree.SquaredEdge(
      square: max(max(nearest.squaredCores[i], nearest.squaredCores[j]), square),
      a: Int32(tree.order[i]), b: Int32(tree.order[j]))
  }
}

// MARK: - By looking around

extension Boruvka {
  /// Enough points to make a thread's trip worthwhile.
  private static let chunkSize = 512

  /// Lets the points of components that do not wait look around, where an edge from them may
  /// be the way out.
  mutating func lookAround(_ bounds: SharedBounds, threads: Int) {
    let state = self
    _ = mapChunks(of: &waysOut, size: Self.chunkSize, threads: threads) { run, ways in
      var look = LookAround(state: state, bounds: bounds)
      for leaf in state.tree.leaves(in: run) { look.look(from: leaf, &ways, run.lowerBound) }
    }
  }
}

/// One look around after another, in the same memory.
private struct LookAround {
  let state: Boruvka
  let bounds: SharedBounds
  /// The places of the leaf that look around.
  private var active: [Int] = []
  private var open: [(node: Int, square: Double)] = []

  init(state: Boruvka, bounds: SharedBounds) {
    self.state = state
    self.bounds = bounds
  }

  /// Lets the points of a leaf look around; `ways` begins at the place `start`.
  mutating func look(
    from leaf: Int, _ ways: inout MutableSpan<Boruvka.WayOut>, _ start: Int
  ) {
    active.removeAll(keepingCapacity: true)
    for place in state.tree.nodes[leaf].places
    where !state.isWaiting[Int(state.components[place])] && state.mayFindLighter(place, bounds) {
      active.append(place)
    }
    guard let first = active.first else { return }
    let common = state.components[first]
    let areTogether = active.allSatisfy { state.components[$0] == common }
    walk(from: leaf, inside: areTogether ? common : nil, &ways, start)
    for place in active {
      let bound = bounds[state.components[place]]
      if ways[place - start].edge.square <= bound {
        ways[place - start].isFirst = true
      } else {
        ways[place - start].least = bound
      }
    }
  }

  /// Looks into all the leaves that may have a way out, the nearest first.
  private mutating func walk(
    from leaf: Int, inside component: Int32?, _ ways: inout MutableSpan<Boruvka.WayOut>,
    _ start: Int
  ) {
    let tree = state.tree
    var reach = active.map { bounds[state.components[$0]] }.max() ?? 0
    open.append((0, 0))
    while var next = open.popLast() {
      while next.square <= reach, state.leastCores[next.node] <= reach,
        state.nodeComponents[next.node] != component
      {
        guard !tree.nodes[next.node].isLeaf else {
          reach = look(into: next.node, &ways, start)
          break
        }
        let (nearer, farther) = tree.halves(of: next.node, from: leaf)
        open.append(farther)
        next = nearer
      }
    }
  }

  /// Measures the edges into a leaf; returns how far anyone still looks.
  private func look(
    into node: Int, _ ways: inout MutableSpan<Boruvka.WayOut>, _ start: Int
  ) -> Double {
    var reach = 0.0
    for place in active {
      let component = state.components[place]
      if state.nodeComponents[node] != component,
        state.tree.square(from: place, toBoxOf: node) <= bounds[component]
      {
        look(into: node, from: place, &ways[place - start])
      }
      reach = max(reach, bounds[component])
    }
    return reach
  }

  @inline(__always)
  private func look(into node: Int, from place: Int, _ way: inout Boruvka.WayOut) {
    let tree = state.tree
    let component = state.components[place]
    let places = tree.nodes[node].places
    var bound = bounds[component]
    for block in tree.blocks(of: places) {
      let squares = tree.squares(from: place, toBlock: block)
      guard any(squares .<= bound) else { continue }
      for other in 8 * block..<min(8 * block + 8, places.upperBound)
      where squares[other - 8 * block] <= bound && state.components[other] != component {
        let edge = state.edge(place, other, square: squares[other - 8 * block])
        if edge < way.edge {
          (way.edge, way.end) = (edge, Int32(other))
          bounds.lower(component, to: edge.square)
          bound = min(bound, edge.square)
        }
      }
    }
  }
}

// MARK: - What threads share

/// The square of the lightest way out of each component that anyone has found.
///
/// The one memory that threads write together. A bound only ever falls, and it always is the
/// square of some edge out; so whichever a thread happens to read, it skips nothing that counts.
struct SharedBounds: @unchecked Sendable {
  private let bits: UnsafeMutablePointer<Atomic<UInt64>>
  private let count: Int

  /// No way out is known yet.
  init(count: Int) {
    self.count = count
    bits = .allocate(capacity: count)
    for i in 0..<count { (bits + i).initialize(to: Atomic(Double.infinity.bitPattern)) }
  }

  /// To be called once, when no thread asks any more.
  func free() {
    bits.deinitialize(count: count)
    bits.deallocate()
  }

  subscript(component: Int32) -> Double {
    Double(bitPattern: bits[Int(component)].load(ordering: .relaxed))
  }

  func lower(_ component: Int32, to square: Double) {
    guard square < self[component] else { return }
    // Numbers that are not negative are in the order of their bits.
    bits[Int(component)].min(square.bitPattern, ordering: .relaxed)
  }
}

extension KDTree {
  /// The least figure of the places in each node.
  func least(of figures: [Double]) -> [Double] {
    var least = [Double](repeating: .infinity, count: nodes.count)
    for node in nodes.indices.reversed() {
      if nodes[node].isLeaf {
        for place in nodes[node].places { least[node] = min(least[node], figures[place]) }
      } else {
        least[node] = min(least[node + 1], least[nodes[node].upper])
      }
    }
    return least
  }
}
