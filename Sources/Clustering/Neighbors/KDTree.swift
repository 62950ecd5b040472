// A k-d tree: neighbors without measuring everyone.
//
// The points are halved again and again, each time along the feature in which they spread
// widest, until a handful is left in a leaf. A query goes down only into halves that come
// within its radius. Each node also keeps the box around its points, so a half whose box lies
// too far away is left out whole.
//
// The order of the rows is kept as one array, every node being a run of it, and the values are
// copied in that order: the points of a leaf then lie side by side in memory.
//
// Bentley 1975, https://doi.org/10.1145/361002.361007

struct KDTree: Sendable {
  private struct Node {
    let rows: Range<Int>
    /// The node of the upper half; the lower half comes right after this node. 0 for a leaf.
    var upper = 0
  }

  private let dimensions: Int
  private var nodes: [Node] = []
  /// Two runs of d values for each node: the least and the largest of its points.
  private var boxes: [Double] = []
  /// Which point stands at each place of the tree's order, and the reverse.
  private var order: [Int]
  private var place: [Int] = []
  private var values: [Double] = []

  private static let leafSize = 16

  init(_ points: Points) {
    dimensions = points.dimensions
    order = Array(0..<points.count)
    build(0..<points.count, points)
    values = points.selecting(rows: order).values
    place = Array(repeating: 0, count: points.count)
    for (position, row) in order.enumerated() { place[row] = position }
  }
}

// MARK: - Building

extension KDTree {
  private mutating func build(_ rows: Range<Int>, _ points: Points) {
    let node = nodes.count
    nodes.append(Node(rows: rows))
    let box = boundingBox(rows, points)
    boxes += box
    guard rows.count > Self.leafSize else { return }
    let widest = widestFeature(box)
    let middle = rows.lowerBound + rows.count / 2
    partition(rows, at: middle) { points[$0, widest] }
    build(rows.lowerBound..<middle, points)
    nodes[node].upper = nodes.count
    build(middle..<rows.upperBound, points)
  }

  private func boundingBox(_ rows: Range<Int>, _ points: Points) -> [Double] {
    var box = [Double](repeating: .infinity, count: dimensions)
    box += [Double](repeating: -.infinity, count: dimensions)
    for row in order[rows] {
      for j in 0..<dimensions {
        box[j] = min(box[j], points[row, j])
        box[dimensions + j] = max(box[dimensions + j], points[row, j])
      }
    }
    return box
  }

  private func widestFeature(_ box: [Double]) -> Int {
    var widest = 0
    for j in 0..<dimensions
    where box[dimensions + j] - box[j] > box[dimensions + widest] - box[widest] {
      widest = j
    }
    return widest
  }

  /// Moves the lower half of the rows before `middle` (Hoare's selection), O(rows).
  private mutating func partition(
    _ rows: Range<Int>, at middle: Int, by key: (Int) -> Double
  ) {
    var (low, high) = (rows.lowerBound, rows.upperBound - 1)
    while low < high {
      let pivot = key(order[low + (high - low) / 2])
      var (i, j) = (low, high)
      while i <= j {
        while key(order[i]) < pivot { i += 1 }
        while pivot < key(order[j]) { j -= 1 }
        guard i <= j else { break }
        order.swapAt(i, j)
        i += 1
        j -= 1
      }
      if middle <= j { high = j } else if middle >= i { low = i } else { return }
    }
  }
}

// MARK: - Asking

extension KDTree {
  /// The points at most `radius` from point `i`, itself included, in no particular order but
  /// always in the same. For Euclidean and Manhattan distance.
  func neighbors(of i: Int, within radius: Double, distance: Distance) -> [Int] {
    let values = values.span
    let d = dimensions
    let center = values.extracting(place[i] * d..<(place[i] + 1) * d)
    // Rounding may make a distance come out a little below the difference in one feature.
    let reach = radius * (1 + 1e-12)
    var found: [Int] = []
    var open = [0]
    while let node = open.popLast() {
      guard isNear(node, to: center, within: reach) else { continue }
      guard nodes[node].upper == 0 else {
        open.append(nodes[node].upper)
        open.append(node + 1)
        continue
      }
      for position in nodes[node].rows {
        let other = values.extracting(position * d..<(position + 1) * d)
        if distance.between(center, other) <= radius { found.append(order[position]) }
      }
    }
    return found
  }

  /// Whether the node's box comes within `reach` of the point in every feature.
  private func isNear(_ node: Int, to center: Span<Double>, within reach: Double) -> Bool {
    let d = dimensions
    let box = boxes.span
    let first = node * 2 * d
    for j in 0..<d
    where box[first + j] - center[j] > reach || center[j] - box[first + d + j] > reach {
      return false
    }
    return true
  }
}
