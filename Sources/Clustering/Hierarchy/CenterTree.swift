// Nearest neighbors among cluster means, in the sense of Ward.
//
// The means are cut into halves along their widest feature until eight are left, and the eight
// lie in memory feature by feature: one instruction measures several of them, as in
// PointBlocks. Eight such blocks form a node, eight nodes the next larger one; each has the box
// around its means. The boxes of eight siblings again lie feature by feature, and are measured
// at once.
//
// A search starts in the cluster's own block and climbs: what is near in space is near in the
// tree, so the first few blocks give a short distance, and most boxes farther off are then left
// out whole. Ward's distance grows with the sizes of the clusters, so a box is at least as far
// away as a cluster of its smallest size at its nearest corner would be.
//
// The bounds are computed by the same operations in the same order as the distances. Rounding
// keeps the order of what it rounds, so no bound ever exceeds a distance that it stands for.

/// Cluster means in a tree of boxes, eight by eight.
package struct CenterTree: Sendable {
  static let width = Lanes.scalarCount

  let dimensions: Int

  /// The cluster at each slot of the blocks, and the slot of each cluster. Clusters that are
  /// gone keep their slots, infinitely far away.
  private(set) var clusters: [Int]
  private var slots: [Int]

  /// d vectors for each block of eight slots: feature j of their means.
  private var blocks: [Lanes]
  /// 1 / size of the eight clusters of a block.
  private var shares: [Lanes]

  /// The boxes in groups of eight siblings: d vectors for each group. The blocks come first,
  /// then what is around eight of them, and so on; the last group is alone in its level.
  private var lower: [Lanes] = []
  private var upper: [Lanes] = []
  /// 1 / size of the smallest cluster in each box.
  private var boxShares: [Lanes] = []
  /// Where the groups of each level begin, and the end of the last.
  private var levelStarts: [Int] = [0]

  /// Builds the tree over the clusters `living`, whose means and sizes stand at their numbers.
  /// O(n log n · d).
  package init(_ living: [Int], centers: [Double], sizes: [Double], dimensions d: Int) {
    dimensions = d
    clusters = arranged(living, centers: centers, dimensions: d)
    slots = Array(repeating: -1, count: sizes.count)
    let blockCount = groupCount(clusters.count)
    blocks = Array(repeating: Lanes(repeating: .infinity), count: blockCount * d)
    shares = Array(repeating: Lanes(repeating: 1), count: blockCount)
    addEmptyBoxes(over: blockCount)
    for (slot, cluster) in clusters.enumerated() {
      slots[cluster] = slot
      place(cluster, at: Array(centers[cluster * d..<(cluster + 1) * d]), size: sizes[cluster])
    }
  }

  private mutating func addEmptyBoxes(over blockCount: Int) {
    var groups = groupCount(blockCount)
    levelStarts.append(groups)
    while groups > 1 {
      groups = groupCount(groups)
      levelStarts.append(levelStarts[levelStarts.count - 1] + groups)
    }
    let total = levelStarts[levelStarts.count - 1]
    lower = Array(repeating: Lanes(repeating: .infinity), count: total * dimensions)
    upper = Array(repeating: Lanes(repeating: -.infinity), count: total * dimensions)
    boxShares = Array(repeating: Lanes(), count: total)
  }
}

/// How many groups of eight hold `count`.
private func groupCount(_ count: Int) -> Int {
  (count + CenterTree.width - 1) / CenterTree.width
}

// MARK: - Changing

extension CenterTree {
  /// Puts a cluster that has a slot at a mean, and widens the boxes above to include it.
  package mutating func place(_ cluster: Int, at center: [Double], size: Double) {
    var (node, lane) = slots[cluster].quotientAndRemainder(dividingBy: Self.width)
    for j in 0..<dimensions { blocks[node * dimensions + j][lane] = center[j] }
    shares[node][lane] = 1 / size
    for start in levelStarts.dropLast() {
      (node, lane) = node.quotientAndRemainder(dividingBy: Self.width)
      let group = start + node
      for j in 0..<dimensions {
        let index = group * dimensions + j
        lower[index][lane] = min(lower[index][lane], center[j])
        upper[index][lane] = max(upper[index][lane], center[j])
      }
      boxShares[group][lane] = max(boxShares[group][lane], 1 / size)
    }
  }

  /// Takes a cluster out of every later search.
  package mutating func remove(_ cluster: Int) {
    let (block, lane) = slots[cluster].quotientAndRemainder(dividingBy: Self.width)
    for j in 0..<dimensions { blocks[block * dimensions + j][lane] = .infinity }
  }
}

// MARK: - Searching

extension CenterTree {
  /// Whose nearest cluster is looked for.
  private struct Seeker {
    let cluster: Int
    let center: [Double]
    let share: Double
  }

  /// The nearest other cluster: its distance is half the square of Ward's, |A||B| / (|A|+|B|)
  /// times the squared distance of the means. Usually O(log n) blocks, O(n) at the worst.
  package func nearest(to cluster: Int) -> Nearest {
    var (node, lane) = slots[cluster].quotientAndRemainder(dividingBy: Self.width)
    let seeker = Seeker(
      cluster: cluster, center: (0..<dimensions).map { blocks[node * dimensions + $0][lane] },
      share: shares[node][lane])
    var nearest = Nearest()
    search(block: node, for: seeker, &nearest)
    for level in 0..<levelStarts.count - 1 {
      (node, lane) = node.quotientAndRemainder(dividingBy: Self.width)
      var bounds = bounds(group: levelStarts[level] + node, for: seeker)
      bounds[lane] = .infinity
      search(bounds, children: node * Self.width, level: level, for: seeker, &nearest)
    }
    return nearest
  }

  /// The boxes of a group that can hold something nearer, the nearest of them first.
  private func search(
    _ bounds: Lanes, children first: Int, level: Int, for seeker: Seeker,
    _ nearest: inout Nearest
  ) {
    let least = bounds.leastValue
    guard mayHold(least, nearest) else { return }
    let lane = (0..<Self.width).first { bounds[$0] == least } ?? 0
    search(child: first + lane, level: level, for: seeker, &nearest)
    for other in 0..<Self.width where other != lane && mayHold(bounds[other], nearest) {
      search(child: first + other, level: level, for: seeker, &nearest)
    }
  }

  /// Whether a box at this distance may hold something nearer. An equal mean is as near as can
  /// be: then there is no need to look at its likes as well.
  private func mayHold(_ bound: Double, _ nearest: Nearest) -> Bool {
    bound <= nearest.distance && nearest.distance > 0
  }

  private func search(child: Int, level: Int, for seeker: Seeker, _ nearest: inout Nearest) {
    if level == 0 {
      search(block: child, for: seeker, &nearest)
    } else {
      search(
        bounds(group: levelStarts[level - 1] + child, for: seeker),
        children: child * Self.width, level: level - 1, for: seeker, &nearest)
    }
  }

  /// The least distance that a cluster in each of the eight boxes of a group can have.
  private func bounds(group: Int, for seeker: Seeker) -> Lanes {
    let first = group * dimensions
    var squares = Lanes()
    for j in 0..<dimensions {
      let below = lower[first + j] - seeker.center[j]
      let above = seeker.center[j] - upper[first + j]
      var gaps = below.replacing(with: above, where: above .> below)
      gaps.replace(with: 0, where: gaps .< 0)
      squares += gaps * gaps
    }
    return squares / (boxShares[group] + seeker.share)
  }

  private func search(block: Int, for seeker: Seeker, _ nearest: inout Nearest) {
    let first = block * dimensions
    var squares = Lanes()
    for j in 0..<dimensions {
      let differences = blocks[first + j] - seeker.center[j]
      squares += differences * differences
    }
    let divisors = shares[block] + seeker.share
    // Most blocks hold nothing nearer; multiplying is cheaper than dividing, and 1e-15 more
    // than rounding takes.
    let limits = divisors * (nearest.distance * (1 + 1e-15))
    guard (squares - limits).leastValue <= 0 else { return }
    for lane in 0..<Self.width where squares[lane] <= limits[lane] {
      let other = clusters[block * Self.width + lane]
      guard other != seeker.cluster else { continue }
      nearest.consider(other, at: squares[lane] / divisors[lane], from: seeker.cluster)
    }
  }
}

// MARK: - Building

/// The clusters in an order in which every aligned run of 8, 64, 512 … is close together.
private func arranged(_ living: [Int], centers: [Double], dimensions d: Int) -> [Int] {
  var order = living
  let centers = centers.span
  var keys = [Double](repeating: 0, count: living.count)
  var open = [0..<living.count]
  while let rows = open.popLast() {
    guard rows.count > CenterTree.width else { continue }
    let feature = widestFeature(order.span.extracting(rows), centers, dimensions: d)
    for row in rows { keys[row] = centers[order[row] * d + feature] }
    let middle = rows.lowerBound + lowerHalf(of: rows.count)
    select(middle, in: rows, keys: &keys, order: &order)
    open.append(rows.lowerBound..<middle)
    open.append(middle..<rows.upperBound)
  }
  return order
}

/// About half of `count`, but whole groups of the largest kind that it has more than one of.
private func lowerHalf(of count: Int) -> Int {
  var unit = CenterTree.width
  while unit * CenterTree.width < count { unit *= CenterTree.width }
  return (count + unit - 1) / unit / 2 * unit
}

private func widestFeature(_ rows: Span<Int>, _ centers: Span<Double>, dimensions d: Int) -> Int {
  var (widest, width) = (0, -1.0)
  for j in 0..<d {
    var (low, high) = (Double.infinity, -Double.infinity)
    for i in 0..<rows.count {
      let value = centers[rows[i] * d + j]
      low = min(low, value)
      high = max(high, value)
    }
    if high - low > width { (widest, width) = (j, high - low) }
  }
  return widest
}

/// Moves the rows with the smaller keys before `middle`, usually in O(rows).
///
/// Hoare 1961, https://doi.org/10.1145/366622.366647
private func select(
  _ middle: Int, in rows: Range<Int>, keys: inout [Double], order: inout [Int]
) {
  var (low, high) = (rows.lowerBound, rows.upperBound - 1)
  // Keys in an unlucky order would take O(rows²); after so many rounds sorting is cheaper.
  var rounds = 2 * (Int.bitWidth - rows.count.leadingZeroBitCount)
  while low < high {
    guard rounds > 0 else { return sort(low...high, keys: &keys, order: &order) }
    rounds -= 1
    let pivot = keys[low + (high - low) / 2]
    var (i, j) = (low, high)
    while i <= j {
      while keys[i] < pivot { i += 1 }
      while pivot < keys[j] { j -= 1 }
      guard i <= j else { break }
      keys.swapAt(i, j)
      order.swapAt(i, j)
      i += 1
      j -= 1
    }
    if middle <= j { high = j } else if middle >= i { low = i } else { return }
  }
}

private func sort(_ places: ClosedRange<Int>, keys: inout [Double], order: inout [Int]) {
  let sorted = zip(keys[places], order[places]).sorted { $0.0 < $1.0 }
  keys.replaceSubrange(places, with: sorted.map(\.0))
  order.replaceSubrange(places, with: sorted.map(\.1))
}
