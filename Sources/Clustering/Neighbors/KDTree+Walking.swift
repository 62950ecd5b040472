// Walking through a k-d tree from one of its leaves to the others, by squared Euclidean distances.
//
// A walk begins at the leaf and climbs to the root. On the way it goes down into the other half
// of each node, where it passes by what is too far. The nearest come first, nearly.

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

  /// Calls `body` for each feature, without a loop for two of them.
  @inline(__always)
  private func forEachFeature(_ body: (Int) -> Void) {
    if dimensions == 2 {
      body(0)
      body(1)
    } else {
      for j in 0..<dimensions { body(j) }
    }
  }

  @inline(__always)
  func square(fromBoxOf a: Int, toBoxOf b: Int) -> Double {
    let d = dimensions
    let a = boxes.span.extracting(a * 2 * d..<(a + 1) * 2 * d)
    let b = boxes.span.extracting(b * 2 * d..<(b + 1) * 2 * d)
    var square = 0.0
    forEachFeature { j in
      let gap = gap(a[j] - b[d + j], b[j] - a[d + j])
      square += gap * gap
    }
    return square
  }

  @inline(__always)
  func square(from place: Int, toBoxOf node: Int) -> Double {
    let d = dimensions
    let point = values.span.extracting(place * d..<(place + 1) * d)
    let box = boxes.span.extracting(node * 2 * d..<(node + 1) * 2 * d)
    var square = 0.0
    forEachFeature { j in
      let gap = gap(box[j] - point[j], point[j] - box[d + j])
      square += gap * gap
    }
    return square
  }

  /// The larger, if it is positive. Comparisons are one instruction each where `max`, which
  /// cares for NaN, takes several.
  @inline(__always)
  private func gap(_ below: Double, _ above: Double) -> Double {
    let widest = below > above ? below : above
    return widest > 0 ? widest : 0
  }

  @inline(__always)
  func square(from place: Int, to other: Int) -> Double {
    let d = dimensions
    let a = values.span.extracting(place * d..<(place + 1) * d)
    let b = values.span.extracting(other * d..<(other + 1) * d)
    var square = 0.0
    forEachFeature { j in
      let difference = a[j] - b[j]
      square += difference * difference
    }
    return square
  }

  /// From a place to each of the eight of a block.
  @inline(__always)
  func squares(from place: Int, toBlock block: Int) -> Lanes {
    let d = dimensions
    let point = values.span.extracting(place * d..<(place + 1) * d)
    let vectors = blocks.span.extracting(block * d..<(block + 1) * d)
    var squares = Lanes(repeating: 0)
    forEachFeature { j in
      let differences = vectors[j] - point[j]
      squares += differences * differences
    }
    return squares
  }
}

/// The nodes that a walk has yet to go to, with their squares, in memory that is used again.
struct OpenNodes {
  private var nodes: [(node: Int, square: Double)] = []
  private var count = 0

  @inline(__always)
  mutating func push(_ node: Int, _ square: Double) {
    if count < nodes.count { nodes[count] = (node, square) } else { nodes.append((node, square)) }
    count += 1
  }

  /// The last that was pushed.
  @inline(__always)
  mutating func pop() -> (node: Int, square: Double)? {
    guard count > 0 else { return nil }
    count -= 1
    return nodes[count]
  }

  /// Climbs from a node to its parent, and opens the other half there; false at the root.
  @inline(__always)
  mutating func climb(_ node: inout Int, from leaf: Int, _ tree: KDTree) -> Bool {
    guard node > 0 else { return false }
    let parent = tree.nodes[node].parent
    let other = node == parent + 1 ? tree.nodes[parent].upper : parent + 1
    push(other, tree.square(fromBoxOf: leaf, toBoxOf: other))
    node = parent
    return true
  }
}
