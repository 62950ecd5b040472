// A k-d tree: neighbors without measuring everyone.
//
// The points are halved again and again, each time along the feature in which they spread
// widest, until a handful is left in a leaf. Each node keeps the box around its points. A
// search goes only into boxes that come near enough.
//
// The layout is made for the searches:
//
//     places   the points in the order of the tree; every node is a run of places, its lower
//              half the first part of the run, and `order` tells which row stands at a place
//     nodes    in the order in which one walks down: the lower half comes right after its
//              parent, the parent knows where the upper half is
//     blocks   the values again, eight places side by side in one vector for each feature,
//              so that one instruction works on several points; runs begin at a multiple of
//              the leaf size, which is a multiple of eight, so no block has points of two leaves
//
// Bentley 1975, https://doi.org/10.1145/361002.361007

/// A k-d tree over at least one point.
struct KDTree: Sendable {
  /// A run of places, and where its halves are.
  struct Node: Sendable {
    /// The places of its points; the first is a multiple of the leaf size.
    let places: Range<Int>

    /// The node that this is a half of; 0 for the root.
    let parent: Int

    /// The node of the upper half; the lower half comes right after this node. 0 for a leaf.
    var upper = 0

    var isLeaf: Bool { upper == 0 }
  }

  /// Where a node is cut, along the feature in which it spreads widest.
  enum Cut {
    /// Half of its points on either side.
    case median

    /// Half of its spread on either side, as far as whole leaves allow.
    case halfway
  }

  typealias Lanes = SIMD8<Double>

  /// The number of features, d.
  let dimensions: Int

  /// The root first, every node before its halves.
  private(set) var nodes: [Node] = []

  /// For each node 2d values: the least of each feature among its points, then the largest.
  private(set) var boxes: [Double] = []

  /// Which row stands at each place.
  private(set) var order: [Int] = []

  /// At which place each row stands: the reverse of `order`.
  private(set) var place: [Int] = []

  /// The points in the order of the tree, place after place: n × d.
  private(set) var values: [Double] = []

  /// d vectors for each block of eight places. Lanes after the last place are infinite, and so
  /// infinitely far from every point.
  private(set) var blocks: [Lanes] = []

  /// How distances are measured and compared.
  let reduced: ReducedDistance

  /// The number of points.
  var count: Int { order.count }

  /// With fewer points than this, cutting them up costs more than it saves.
  static let worthwhileCount = 64

  /// With more features than this, boxes keep hardly anyone out.
  static let worthwhileDimensions = 24

  /// Few enough that little is measured in vain, many enough that few boxes are.
  static let usualLeafSize = 16

  /// Builds the tree of n × d points in O(n · (d + log n)); cut halfway, deeper on uneven data.
  ///
  /// - Parameter leafSize: How many points a leaf has, rounded up to whole blocks; the last
  ///   leaf may have fewer. With n or more the tree is one leaf, in the order of the rows.
  ///   `threads` do not change the tree.
  init(
    _ points: Points, reduced: ReducedDistance = .squares(rooted: true),
    leafSize: Int = usualLeafSize, cut: Cut = .median, threads: Int = 1
  ) {
    dimensions = points.dimensions
    self.reduced = reduced
    let width = Lanes.scalarCount
    var builder = KDTreeBuilder(
      points, leafSize: (leafSize + width - 1) / width * width, cut: cut)
    builder.build(threads: threads)
    nodes = builder.nodes
    order = builder.entries.map(\.row)
    place = Array(repeating: 0, count: points.count)
    for (position, row) in order.enumerated() { place[row] = position }
    values = points.selecting(rows: order).values
    blocks = Self.blocks(of: values, dimensions: dimensions)
    boxes = Self.boxes(around: values, nodes: nodes, dimensions: dimensions)
  }
}

extension KDTree {
  /// Calls `body` with the d features of the point at a place.
  @inline(__always)
  func withPoint<Result>(at place: Int, _ body: (Span<Double>) -> Result) -> Result {
    body(values.span.extracting(place * dimensions..<(place + 1) * dimensions))
  }

  /// A tree for a distance, of one leaf where cutting is not worthwhile. Nil for a distance that
  /// boxes say nothing about.
  init?(_ points: Points, distance: Distance) {
    guard let reduced = ReducedDistance(distance) else { return nil }
    let isWorthCutting =
      points.count >= Self.worthwhileCount && points.dimensions <= Self.worthwhileDimensions
    self.init(
      points, reduced: reduced,
      leafSize: isWorthCutting ? Self.usualLeafSize : points.count)
  }
}

// MARK: - Layout

extension KDTree {
  private static func blocks(of values: [Double], dimensions d: Int) -> [Lanes] {
    let values = values.span
    let n = values.count / d
    let width = Lanes.scalarCount
    var blocks = [Lanes](
      repeating: Lanes(repeating: .infinity), count: (n + width - 1) / width * d)
    for place in 0..<n {
      let (block, lane) = (place / width, place % width)
      for j in 0..<d { blocks[block * d + j][lane] = values[place * d + j] }
    }
    return blocks
  }

  /// From the last node to the first, so that both halves of a node are known before it.
  private static func boxes(around values: [Double], nodes: [Node], dimensions d: Int) -> [Double] {
    var boxes = [Double](repeating: 0, count: nodes.count * 2 * d)
    for (n, node) in nodes.enumerated().reversed() {
      for j in 0..<d {
        let (low, high) = (n * 2 * d + j, n * 2 * d + d + j)
        if node.isLeaf {
          boxes[low] = .infinity
          boxes[high] = -.infinity
          for place in node.places {
            boxes[low] = min(boxes[low], values[place * d + j])
            boxes[high] = max(boxes[high], values[place * d + j])
          }
        } else {
          let (lower, upper) = ((n + 1) * 2 * d + j, node.upper * 2 * d + j)
          boxes[low] = min(boxes[lower], boxes[upper])
          boxes[high] = max(boxes[lower + d], boxes[upper + d])
        }
      }
    }
    return boxes
  }
}
