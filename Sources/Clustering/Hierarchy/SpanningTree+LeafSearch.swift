// The nearest others of all the points of a leaf, for many features.
//
// One walk down the k-d tree serves the points of a leaf. It goes to the nearest leaf first, and
// ends where every leaf that is left is farther than the last neighbor of any of them. Each point
// skips the leaves that are too far for itself, which are most of them, and is measured from
// the others eight at a time.

/// One search after another, in the same memory.
struct LeafSearch {
  private struct Near {
    var square: Double
    var place: Int
  }

  private let kept: Int
  private let rank: Int

  /// How many others are sought for each point: one more than are kept tells how far the next
  /// one is.
  private let count: Int

  /// For each point of the leaf the nearest so far, the nearest first.
  private var near: [Near] = []
  private var open = OpenNodes()

  init(kept: Int, rank: Int, others: Int) {
    self.kept = kept
    self.rank = rank
    count = min(max(kept + 1, rank), others)
  }

  /// Searches for all the leaves in a run of places; true when some points of core distance 0
  /// have another at the same spot.
  mutating func search(
    _ run: Range<Int>, of tree: KDTree, places: inout MutableSpan<Int32>,
    reaches: inout MutableSpan<NearestOthers.Reach>
  ) -> Bool {
    var someCoincide = false
    for leaf in tree.leaves(in: run) {
      search(leaf, of: tree)
      for place in tree.nodes[leaf].places {
        let slot = place - run.lowerBound
        let first = (place - tree.nodes[leaf].places.lowerBound) * count
        for i in 0..<kept { places[slot * kept + i] = Int32(near[first + i].place) }
        let core = rank > 0 ? near[first + rank - 1].square : 0
        let horizon = kept < count ? near[first + kept].square : .infinity
        reaches[slot] = .init(squaredCore: core, horizon: horizon)
        if core == 0, near[first].square == 0 { someCoincide = true }
      }
    }
    return someCoincide
  }

  private mutating func search(_ leaf: Int, of tree: KDTree) {
    let places = tree.nodes[leaf].places
    near.removeAll(keepingCapacity: true)
    for _ in 0..<places.count * count { near.append(Near(square: .infinity, place: 0)) }
    var reach = Double.infinity
    var node = leaf
    open.push(leaf, 0)
    repeat {
      while var next = open.pop() {
        while next.square < reach, !tree.nodes[next.node].isLeaf {
          let (nearer, farther) = tree.halves(of: next.node, from: leaf)
          if farther.square < reach { open.push(farther.node, farther.square) }
          next = nearer
        }
        if next.square < reach { reach = look(into: next.node, of: tree, from: places) }
      }
    } while open.climb(&node, from: leaf, tree)
  }

  /// Offers the points of a leaf to those at `places`; returns how far any of them still looks.
  private mutating func look(
    into node: Int, of tree: KDTree, from places: Range<Int>
  ) -> Double {
    let others = tree.nodes[node].places
    let count = count
    var near = near.mutableSpan
    var reach = 0.0
    for place in places {
      let first = (place - places.lowerBound) * count
      let last = first + count - 1
      if tree.square(from: place, toBoxOf: node) < near[last].square {
        for block in tree.blocks(of: others) {
          let squares = tree.squares(from: place, toBlock: block)
          guard any(squares .< near[last].square) else { continue }
          for lane in 0..<8 where squares[lane] < near[last].square {
            let other = Near(square: squares[lane], place: 8 * block + lane)
            if other.place != place { Self.offer(other, to: &near, first, last) }
          }
        }
      }
      reach = max(reach, near[last].square)
    }
    return reach
  }

  /// Puts one that is nearer than the last of a list into its place.
  @inline(__always)
  private static func offer(
    _ other: Near, to near: inout MutableSpan<Near>, _ first: Int, _ last: Int
  ) {
    var i = last
    while i > first, near[i - 1].square > other.square {
      near[i] = near[i - 1]
      i -= 1
    }
    near[i] = other
  }
}
