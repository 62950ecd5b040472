// How a k-d tree is cut.
//
// A node's run is cut at its median along the widest feature. Only what lies before and what
// after the median matters, not the order within, so selection does, in O(rows) (Hoare's
// quickselect). The keys of the feature are copied beside the rows first: the selection then
// runs over neighboring memory instead of jumping about in the table.
//
// Or it is cut halfway between its least and its largest key (near to the sliding midpoint of
// Maneewongvatana and Mount 1999, rounded to whole leaves). Then a few points that lie far
// from a crowd soon have leaves of their own, and do not widen the boxes of the crowd; but
// the tree may get deep, so below a certain depth it goes on with medians. Here no median is
// searched for: one pass without a branch parts the keys, and then the few that a whole leaf
// lacks come over from the other side.

/// Cuts the rows into nodes, and puts them in the order of the tree.
struct KDTreeBuilder: Sendable {
  /// A row, and its value of the feature along which its node is being cut.
  struct Entry: Sendable {
    var key: Double
    var row: Int
  }

  private let points: Points
  private let leafSize: Int
  private let cut: KDTree.Cut
  var nodes: [KDTree.Node] = []
  var entries: [Entry]

  /// Nodes of at most so many points are left to be cut on their own.
  var greatestPart = 0
  private(set) var parts: [Part] = []

  /// The spread is judged by at most this many rows of a node.
  private static let sampleSize = 64

  /// Data of an extreme shape would otherwise make a node for each leaf, one below the other.
  private static let greatestDepthHalfway = 48

  init(_ points: Points, leafSize: Int, cut: KDTree.Cut) {
    self.points = points
    self.leafSize = leafSize
    self.cut = cut
    entries = (0..<points.count).map { Entry(key: 0, row: $0) }
    nodes.reserveCapacity(2 * points.count / leafSize + 2)
  }

  /// Makes the node of `places` and all below it, and puts the rows in the order of the tree.
  mutating func build(_ places: Range<Int>, under parent: Int = 0, depth: Int = 0) {
    let node = nodes.count
    nodes.append(KDTree.Node(places: places, parent: parent))
    guard places.count > leafSize else { return }
    guard places.count > greatestPart else {
      return parts.append(Part(node: node, places: places, depth: depth))
    }
    // The lower half is whole leaves: the last leaf of all is the only one that is not full.
    let leaves = (places.count + leafSize - 1) / leafSize
    let (low, high) = readKeys(of: widestFeature(places), places)
    let isHalfway = cut == .halfway && depth < Self.greatestDepthHalfway
    let middle =
      isHalfway
      ? partHalfway(places, between: low, high, leaves: leaves)
      : places.lowerBound + (leaves + 1) / 2 * leafSize
    if !isHalfway { select(places, at: middle) }
    build(places.lowerBound..<middle, under: node, depth: depth + 1)
    nodes[node].upper = nodes.count
    build(middle..<places.upperBound, under: node, depth: depth + 1)
  }

  private func widestFeature(_ places: Range<Int>) -> Int {
    let d = points.dimensions
    let values = points.values.span
    let step = max(1, places.count / Self.sampleSize)
    var (widest, widestSpread) = (0, -Double.infinity)
    for j in 0..<d {
      var (low, high) = (Double.infinity, -Double.infinity)
      for place in stride(from: places.lowerBound, to: places.upperBound, by: step) {
        let value = values[entries[place].row * d + j]
        low = value < low ? value : low
        high = value > high ? value : high
      }
      if high - low > widestSpread { (widest, widestSpread) = (j, high - low) }
    }
    return widest
  }

  /// Copies a feature beside the rows; returns its least and its largest value.
  private mutating func readKeys(
    of feature: Int, _ places: Range<Int>
  ) -> (low: Double, high: Double) {
    let points = points
    let (values, d) = (points.values.span, points.dimensions)
    var entries = entries.mutableSpan
    var (low, high) = (Double.infinity, -Double.infinity)
    for place in places {
      let key = values[entries[place].row * d + feature]
      entries[place].key = key
      low = key < low ? key : low
      high = key > high ? key : high
    }
    return (low, high)
  }

  /// Moves the lower keys before `middle` (Hoare 1961, https://doi.org/10.1145/366622.366647).
  private mutating func select(_ places: Range<Int>, at middle: Int) {
    var (low, high) = (places.lowerBound, places.upperBound - 1)
    // Keys in an unlucky order would take O(rows²); after so many rounds sorting is cheaper.
    var rounds = 2 * (Int.bitWidth - places.count.leadingZeroBitCount)
    while low < high {
      guard rounds > 0 else { return sort(low...high) }
      rounds -= 1
      let (i, j) = partition(low, high)
      if middle <= j { high = j } else if middle >= i { low = i } else { return }
    }
  }

  private mutating func sort(_ places: ClosedRange<Int>) {
    entries.replaceSubrange(places, with: entries[places].sorted { $0.key < $1.key })
  }

  /// Hoare's partition: keys up to the pivot end at `j`, keys from the pivot on begin at `i`.
  private mutating func partition(_ low: Int, _ high: Int) -> (i: Int, j: Int) {
    let pivot = median(
      entries[low].key, entries[low + (high - low) / 2].key, entries[high].key)
    var (i, j) = (low, high)
    while i <= j {
      while entries[i].key < pivot { i += 1 }
      while pivot < entries[j].key { j -= 1 }
      guard i <= j else { break }
      entries.swapAt(i, j)
      i += 1
      j -= 1
    }
    return (i, j)
  }

  private func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}

// MARK: - Halfway

extension KDTreeBuilder {
  /// Moves the lower keys before a place that is nearly halfway by the keys, but cuts off whole
  /// leaves, at least one and not all of them; returns that place.
  private mutating func partHalfway(
    _ places: Range<Int>, between low: Double, _ high: Double, leaves: Int
  ) -> Int {
    let split = part(places, below: low / 2 + high / 2)
    let lowerLeaves = (split - places.lowerBound + leafSize / 2) / leafSize
    let middle = places.lowerBound + max(1, min(leaves - 1, lowerLeaves)) * leafSize
    if middle > split {
      moveLeast(middle - split, of: split..<places.upperBound)
    } else {
      moveLargest(split - middle, of: places.lowerBound..<split)
    }
    return middle
  }

  /// Moves the keys below a mark to the front; returns the first place behind them. Every entry
  /// is moved, whatever its key, since no processor guesses right which ones have to be.
  private mutating func part(_ places: Range<Int>, below mark: Double) -> Int {
    var entries = entries.mutableSpan
    var split = places.lowerBound
    for place in places {
      let entry = entries[place]
      entries[place] = entries[split]
      entries[split] = entry
      // One for a key below the mark: the sign of the difference.
      split &+= Int(truncatingIfNeeded: (entry.key - mark).bitPattern >> 63)
    }
    return split
  }

  /// Moves the `count` least keys to the front, of which there are few.
  private mutating func moveLeast(_ count: Int, of places: Range<Int>) {
    guard count > 0, count < places.count else { return }
    let front = places.prefix(count)
    var largest = front.lowerBound
    func findLargest() {
      for place in front where entries[place].key > entries[largest].key { largest = place }
    }
    findLargest()
    for place in front.upperBound..<places.upperBound
    where entries[place].key < entries[largest].key {
      entries.swapAt(place, largest)
      findLargest()
    }
  }

  /// Moves the `count` largest keys to the end, of which there are few.
  private mutating func moveLargest(_ count: Int, of places: Range<Int>) {
    guard count > 0, count < places.count else { return }
    let end = places.suffix(count)
    var least = end.lowerBound
    func findLeast() {
      for place in end where entries[place].key < entries[least].key { least = place }
    }
    findLeast()
    for place in places.lowerBound..<end.lowerBound
    where entries[place].key > entries[least].key {
      entries.swapAt(place, least)
      findLeast()
    }
  }
}
