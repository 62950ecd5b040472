// The nearest others of every point, found for a whole leaf of the k-d tree at a time.
//
// Points of a leaf have nearly the same neighbors, so one walk down the tree serves all of
// them. It goes to the nearest leaf first, and ends where every leaf that is left is farther
// than the last neighbor of any of them.

/// For every point its core distance and the others that are nearest to it.
struct NearestOthers: Sendable {
  let tree: KDTree

  /// Which of the nearest others the core distance is that to; 0 for core distances of 0.
  let rank: Int

  /// How many of the nearest others are kept for each point.
  let kept: Int

  /// For each place the places of the `kept` nearest others, the nearest first.
  private(set) var places: [Int32] = []

  /// For each place the squared core distance.
  private(set) var squaredCores: [Double] = []

  /// For each place a square that nobody is below but those who are kept.
  private(set) var horizons: [Double] = []

  /// Whether there are points of core distance 0 with another at the same spot.
  private(set) var someCoincide = false

  /// Fewer kept means looking around again later; more is more memory, and a longer search.
  private static let keptAtLeast = 4
  private static let keptAtMost = 64

  /// Enough points to make a thread's trip worthwhile.
  private static let chunkSize = 512

  /// Points between two questions whether to go on.
  private static let batchSize = 16 * chunkSize

  /// - Parameter givenCores: For each row the squared core distance; nil to find them.
  init(
    _ points: Points, minSamples: Int, givenCores: [Double]? = nil, threads: Int,
    while goesOn: (_ completed: Int) -> Bool
  ) throws(ClusteringError) {
    let others = points.count - 1
    let rank = min(minSamples, others)
    // One more than the core distance needs: edges to the one at that distance are often tied.
    let kept = min(others, max(Self.keptAtLeast, min(rank + 1, Self.keptAtMost)))
    let leafSize = Self.leafSize(dimensions: points.dimensions)
    let tree = KDTree(points, leafSize: leafSize, cut: .halfway)
    self.tree = tree
    self.rank = givenCores == nil ? rank : 0
    self.kept = kept
    for start in stride(from: 0, to: points.count, by: Self.batchSize) {
      guard goesOn(start) else { throw .cancelled }
      let batch = min(Self.batchSize, points.count - start)
      let parts = inChunks(batch, size: Self.chunkSize, threads: threads) { rows in
        var search = LeafSearch(count: max(kept, rank))
        let run = start + rows.lowerBound..<start + rows.upperBound
        return search.part(run, of: tree, kept: kept, rank: rank)
      }
      for part in parts { append(part) }
    }
    if let givenCores { squaredCores = tree.order.map { givenCores[$0] } }
  }

  private mutating func append(_ part: Part) {
    places += part.places
    squaredCores += part.squaredCores
    horizons += part.horizons
    someCoincide = someCoincide || part.someCoincide
  }

  /// The more features, the more leaves a walk looks into, and the less each one tells apart.
  private static func leafSize(dimensions: Int) -> Int {
    switch dimensions {
    case ...3: 8
    case ...5: 16
    default: 32
    }
  }

  /// What is found for a run of places.
  fileprivate struct Part: Sendable {
    var places: [Int32] = []
    var squaredCores: [Double] = []
    var horizons: [Double] = []
    var someCoincide = false
  }
}

// MARK: - One leaf

/// One search after another, in the same memory.
private struct LeafSearch {
  private struct Near {
    var square: Double
    var place: Int
  }

  /// How many others are sought for each point.
  private let count: Int

  /// For each point of the leaf the nearest so far, the nearest first.
  private var near: [Near] = []
  private var open: [(node: Int, square: Double)] = []

  init(count: Int) {
    self.count = count
  }

  /// Searches for all the leaves in a run of places.
  mutating func part(
    _ run: Range<Int>, of tree: KDTree, kept: Int, rank: Int
  ) -> NearestOthers.Part {
    var part = NearestOthers.Part()
    for leaf in tree.leaves(in: run) {
      search(leaf, of: tree)
      for first in stride(from: 0, to: near.count, by: count) {
        for other in near[first..<first + kept] { part.places.append(Int32(other.place)) }
        let core = rank > 0 ? near[first + rank - 1].square : 0
        part.squaredCores.append(core)
        part.horizons.append(kept == tree.count - 1 ? .infinity : near[first + kept - 1].square)
        if core == 0, near[first].square == 0 { part.someCoincide = true }
      }
    }
    return part
  }

  private mutating func search(_ leaf: Int, of tree: KDTree) {
    let places = tree.nodes[leaf].places
    near.removeAll(keepingCapacity: true)
    for _ in 0..<places.count * count { near.append(Near(square: .infinity, place: 0)) }
    var reach = Double.infinity
    open.append((0, 0))
    while var next = open.popLast() {
      while next.square < reach, !tree.nodes[next.node].isLeaf {
        let (nearer, farther) = tree.halves(of: next.node, from: leaf)
        open.append(farther)
        next = nearer
      }
      if next.square < reach { reach = look(into: next.node, of: tree, from: places) }
    }
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

// MARK: - Walking

/// Everything here is a squared Euclidean distance.
extension KDTree {
  /// The nodes of the leaves in a run of places.
  func leaves(in run: Range<Int>) -> [Int] {
    var leaves: [Int] = []
    var open = [0]
    while let node = open.popLast() {
      guard nodes[node].places.overlaps(run) else { continue }
      if nodes[node].isLeaf {
        leaves.append(node)
      } else {
        open.append(nodes[node].upper)
        open.append(node + 1)
      }
    }
    return leaves
  }

  /// Which blocks hold a run of places.
  @inline(__always)
  func blocks(of places: Range<Int>) -> Range<Int> {
    places.lowerBound / 8..<(places.upperBound + 7) / 8
  }

  /// The two halves of a node, and how far their boxes are from the box of another.
  @inline(__always)
  func halves(
    of node: Int, from other: Int
  ) -> (nearer: (node: Int, square: Double), farther: (node: Int, square: Double)) {
    let lower = (node: node + 1, square: square(fromBoxOf: other, toBoxOf: node + 1))
    let second = nodes[node].upper
    let upper = (node: second, square: square(fromBoxOf: other, toBoxOf: second))
    return lower.square <= upper.square ? (lower, upper) : (upper, lower)
  }

  @inline(__always)
  func square(fromBoxOf a: Int, toBoxOf b: Int) -> Double {
    let boxes = boxes.span
    let size = 2 * dimensions
    return ReducedDistance.squares(rooted: true).between(
      box: boxes.extracting(a * size..<(a + 1) * size),
      box: boxes.extracting(b * size..<(b + 1) * size))
  }

  @inline(__always)
  func square(from place: Int, toBoxOf node: Int) -> Double {
    let d = dimensions
    return ReducedDistance.squares(rooted: true).between(
      values.span.extracting(place * d..<(place + 1) * d),
      box: boxes.span.extracting(node * 2 * d..<(node + 1) * 2 * d))
  }

  @inline(__always)
  func square(from place: Int, to other: Int) -> Double {
    let d = dimensions
    let values = values.span
    return squaredEuclidean(
      values.extracting(place * d..<(place + 1) * d),
      values.extracting(other * d..<(other + 1) * d))
  }

  /// From a place to each of the eight of a block.
  @inline(__always)
  func squares(from place: Int, toBlock block: Int) -> Lanes {
    let d = dimensions
    let point = values.span.extracting(place * d..<(place + 1) * d)
    let vectors = blocks.span.extracting(block * d..<(block + 1) * d)
    var squares = Lanes(repeating: 0)
    for j in 0..<d {
      let differences = vectors[j] - point[j]
      squares += differences * differences
    }
    return squares
  }
}
