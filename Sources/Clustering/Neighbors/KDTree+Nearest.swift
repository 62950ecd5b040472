// The k nearest points, by a walk down the tree.
//
// The nearer half first: it soon fills the list of the k nearest so far, and the farther the
// k-th of them can be at most, the more boxes can be left out. Boxes exactly as far as the k-th
// are looked at, because a lower row at the same distance comes first.

/// One search after another, in the same memory.
struct NearestSearch {
  private(set) var found: NearestRows
  private var open: [(node: Int, distance: Double)] = []

  init(_ k: Int) {
    found = NearestRows(k)
  }

  /// Finds the k nearest to a point, leaving out row `excluded`; they are in `found` then.
  mutating func search(
    _ tree: KDTree, near point: Span<Double>, excluding excluded: Int?
  ) {
    found.removeAll()
    open.append((0, 0))
    while let next = open.popLast() {
      guard next.distance <= found.farthest else { continue }
      let leaf = walkDown(tree, from: next.node, near: point)
      look(into: leaf, of: tree, near: point, excluding: excluded)
    }
  }

  /// To the leaf that is nearest at each turn; the halves passed by stay open.
  @inline(__always)
  private mutating func walkDown(
    _ tree: KDTree, from node: Int, near point: Span<Double>
  ) -> Range<Int> {
    let (nodes, boxes) = (tree.nodes.span, tree.boxes.span)
    let size = 2 * point.count
    var node = node
    while !nodes[node].isLeaf {
      let (lower, upper) = (node + 1, nodes[node].upper)
      let toLower = tree.reduced.between(
        point, box: boxes.extracting(lower * size..<(lower + 1) * size))
      let toUpper = tree.reduced.between(
        point, box: boxes.extracting(upper * size..<(upper + 1) * size))
      let lowerIsNearer = toLower <= toUpper
      open.append(lowerIsNearer ? (upper, toUpper) : (lower, toLower))
      node = lowerIsNearer ? lower : upper
    }
    return nodes[node].places
  }

  @inline(__always)
  private mutating func look(
    into leaf: Range<Int>, of tree: KDTree, near point: Span<Double>,
    excluding excluded: Int?
  ) {
    let width = KDTree.Lanes.scalarCount
    for first in stride(from: leaf.lowerBound, to: leaf.upperBound, by: width) {
      let distances = tree.distances(from: point, toBlock: first / width)
      guard any(distances .<= found.farthest) else { continue }
      for lane in 0..<min(width, leaf.upperBound - first)
      where distances[lane] <= found.farthest {
        let row = tree.order[first + lane]
        if row != excluded { found.offer(row, at: distances[lane]) }
      }
    }
  }
}

/// The k nearest rows so far, the nearest first; at equal distances the lowest row first.
struct NearestRows {
  struct Entry {
    var distance = Double.infinity
    /// Behind all rows, until one takes the place.
    var row = Int.max
  }

  private(set) var entries: [Entry]
  /// The distance of the last; infinite until there are k.
  private(set) var farthest = Double.infinity

  init(_ k: Int) {
    entries = Array(repeating: Entry(), count: k)
  }

  mutating func removeAll() {
    for i in entries.indices { entries[i] = Entry() }
    farthest = .infinity
  }

  /// Takes the row in at its place, and drops the last for it.
  @inline(__always)
  mutating func offer(_ row: Int, at distance: Double) {
    var entries = entries.mutableSpan
    var i = entries.count
    while i > 0, isBefore(entries[i - 1]) {
      if i < entries.count { entries[i] = entries[i - 1] }
      i -= 1
    }
    guard i < entries.count else { return }
    entries[i] = Entry(distance: distance, row: row)
    farthest = entries[entries.count - 1].distance

    func isBefore(_ other: Entry) -> Bool {
      distance < other.distance || (distance == other.distance && row < other.row)
    }
  }
}

// MARK: - Asking

extension KDTree {
  /// Searches the k nearest others of every point and returns what `body` makes of them, in
  /// the order of the rows; 0 ≤ k < n.
  func nearestOfAll<Result: Sendable>(
    _ k: Int, threads: Int, while goesOn: (_ completed: Int) -> Bool,
    _ body: @Sendable (NearestRows) -> Result
  ) throws(ClusteringError) -> [Result] {
    let size = 512
    // In the order of the tree: one search then finds in the cache what the last one read.
    let inOrder = try inChunks(count, size: size, threads: threads, while: goesOn) { places in
      var search = NearestSearch(k)
      let (values, d) = (values.span, dimensions)
      return places.map { place in
        let point = values.extracting(place * d..<(place + 1) * d)
        search.search(self, near: point, excluding: order[place])
        return body(search.found)
      }
    }
    return place.map { inOrder[$0 / size][$0 % size] }
  }

  /// What a search found, with the distances as they are.
  func neighbors(_ found: NearestRows) -> Neighbors {
    Neighbors(
      rows: found.entries.map(\.row),
      distances: found.entries.map { reduced.distance(from: $0.distance) })
  }
}
