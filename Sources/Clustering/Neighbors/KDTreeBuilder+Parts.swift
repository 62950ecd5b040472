// A k-d tree built by several threads.
//
// The top of the tree is cut by one thread, until the nodes are small enough to be parts. Then
// the threads cut the parts, each by itself, and what they made is put together in the order of
// the nodes. Every node is cut as one thread would cut it, so the tree is the same.

extension KDTreeBuilder {
  /// A node that is left to be cut on its own.
  struct Part: Sendable {
    let node: Int
    let places: Range<Int>
    let depth: Int
  }

  /// Few enough points that all threads have something to do, and enough to be worth the trip.
  private static let partSize = 4096

  /// Makes all the nodes, and puts the rows in the order of the tree.
  mutating func build(threads: Int) {
    guard threads > 1, entries.count > 2 * Self.partSize else { return build(entries.indices) }
    greatestPart = Self.partSize
    build(entries.indices)
    let state = self
    let built = inChunks(parts.count, size: 1, threads: threads) { run in
      run.map { state.builder(for: state.parts[$0]) }
    }
    join(joined(built))
  }

  /// What one thread does.
  private func builder(for part: Part) -> KDTreeBuilder {
    var builder = self
    builder.greatestPart = 0
    builder.nodes = []
    builder.entries = Array(entries[part.places])
    builder.build(builder.entries.indices, depth: part.depth)
    return builder
  }

  /// Puts the nodes of the parts where the parts are.
  private mutating func join(_ built: [KDTreeBuilder]) {
    let top = nodes
    // Where each node of the top comes to stand.
    var newNodes = Array(top.indices)
    var added = 0
    for (part, builder) in zip(parts, built) {
      entries.replaceSubrange(part.places, with: builder.entries)
      added += builder.nodes.count - 1
      for node in part.node + 1..<top.count { newNodes[node] = node + added }
    }
    nodes = []
    var next = 0
    for (i, node) in top.enumerated() {
      let parent = newNodes[node.parent]
      guard next < parts.count, parts[next].node == i else {
        nodes.append(
          KDTree.Node(places: node.places, parent: parent, upper: newNodes[node.upper]))
        continue
      }
      append(built[next].nodes, at: parts[next].places.lowerBound, under: parent)
      next += 1
    }
  }

  /// Appends the nodes of a part whose first place is `start`.
  private mutating func append(_ part: [KDTree.Node], at start: Int, under parent: Int) {
    let first = nodes.count
    for (i, node) in part.enumerated() {
      nodes.append(
        KDTree.Node(
          places: start + node.places.lowerBound..<start + node.places.upperBound,
          parent: i == 0 ? parent : first + node.parent,
          upper: node.isLeaf ? 0 : first + node.upper))
    }
  }
}
