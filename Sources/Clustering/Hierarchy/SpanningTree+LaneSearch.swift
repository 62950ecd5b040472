// The nearest others of eight points at once, for few features.
//
// The points of a leaf stand in the lanes of vectors. One walk down the k-d tree serves all of
// them: it goes to the nearest leaf first, and ends where every leaf that is left is farther
// than the last neighbor of any of them. Whoever is met is measured from all eight, and the
// squares are put into eight ascending lists, one in each lane:
//
//     list[i] = max(list[i - 1], min(list[i], square))      from the last to the first
//
// which moves up what is larger and has no branch that a processor could guess wrong. The lists
// have no room for names, so it is written down who was met, and who of them is near is read
// off at the end.
//
// The plain version, with lists that have names, is SpanningTree+LeafSearch.swift.

/// One search after another, in the same memory.
struct LaneSearch {
  typealias Lanes = KDTree.Lanes

  /// With more features than this, points of a leaf have neighbors that differ too much.
  static let fewDimensions = 3

  /// The leaf size that this asks for.
  static let leafSize = Lanes.scalarCount

  private let kept: Int
  private let rank: Int

  /// The squares, ascending in each lane: one more than are kept tells how far the next one is.
  private var lists: [Lanes]

  /// The places that were near to a point of the leaf when they were met.
  private var met: [Int32] = []

  /// For each lane `kept` names, and room for one that is not kept.
  private var names: [Int32]
  private var nameCounts: [Int]
  private var open = OpenNodes()

  init(kept: Int, rank: Int, others: Int) {
    self.kept = kept
    self.rank = rank
    lists = Array(repeating: Lanes(), count: min(max(kept + 1, rank), others))
    names = Array(repeating: 0, count: 8 * (kept + 1))
    nameCounts = Array(repeating: 0, count: 8)
  }

  /// Searches for all the leaves in a run of places; true when some points of core distance 0
  /// have another at the same spot.
  mutating func search(
    _ run: Range<Int>, of tree: KDTree, places: inout MutableSpan<Int32>,
    reaches: inout MutableSpan<NearestOthers.Reach>
  ) -> Bool {
    var someCoincide = false
    for leaf in tree.leaves(in: run) {
      walk(from: leaf, tree)
      name(leaf, tree)
      let first = tree.nodes[leaf].places.lowerBound
      for place in tree.nodes[leaf].places {
        let (slot, lane) = (place - run.lowerBound, place - first)
        for i in 0..<kept { places[slot * kept + i] = names[lane * (kept + 1) + i] }
        let core = rank > 0 ? lists[rank - 1][lane] : 0
        reaches[slot] = .init(squaredCore: core, horizon: horizons[lane])
        if core == 0, lists[0][lane] == 0 { someCoincide = true }
      }
    }
    return someCoincide
  }

  /// The squares that nobody is below but those who are kept.
  private var horizons: Lanes {
    kept < lists.count ? lists[kept] : Lanes(repeating: .infinity)
  }
}

// MARK: - Measuring

extension LaneSearch {
  /// Fills the lists for the points of a leaf.
  private mutating func walk(from leaf: Int, _ tree: KDTree) {
    startLists(tree.nodes[leaf].places)
    met.removeAll(keepingCapacity: true)
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
        if next.square < reach {
          reach = Self.look(into: next.node, from: leaf, tree, &lists, &met)
        }
      }
    } while open.climb(&node, from: leaf, tree)
  }

  /// Lists of infinite squares. Where a lane stands for nobody, nothing is ever less.
  private mutating func startLists(_ places: Range<Int>) {
    var start = Lanes(repeating: .infinity)
    for lane in places.count..<8 { start[lane] = -.infinity }
    for i in lists.indices { lists[i] = start }
  }

  /// Measures the points of a leaf from those of another; returns how far any of these still
  /// looks.
  private static func look(
    into node: Int, from leaf: Int, _ tree: KDTree, _ lists: inout [Lanes], _ met: inout [Int32]
  ) -> Double {
    let block = tree.nodes[leaf].places.lowerBound / 8
    var lists = lists.mutableSpan
    let last = lists.count - 1
    for place in tree.nodes[node].places {
      var squares = tree.squares(from: place, toBlock: block)
      // Nobody is a neighbor of his own.
      if node == leaf { squares[place % 8] = .infinity }
      guard any(squares .< lists[last]) else { continue }
      met.append(Int32(truncatingIfNeeded: place))
      insert(squares, into: &lists)
    }
    return largest(lists[last])
  }

  /// Puts a square into each of eight lists, and drops the last ones for them.
  @inline(__always)
  private static func insert(_ squares: Lanes, into lists: inout MutableSpan<Lanes>) {
    var i = lists.count - 1
    var list = lists[i]
    while i > 0 {
      let before = lists[i - 1]
      lists[i] = larger(before, smaller(list, squares))
      list = before
      i -= 1
    }
    lists[0] = smaller(list, squares)
  }

  /// In each lane the smaller of two.
  @inline(__always)
  private static func smaller(_ a: Lanes, _ b: Lanes) -> Lanes {
    a.replacing(with: b, where: b .< a)
  }

  /// In each lane the larger of two.
  @inline(__always)
  private static func larger(_ a: Lanes, _ b: Lanes) -> Lanes {
    a.replacing(with: b, where: b .> a)
  }

  @inline(__always)
  private static func largest(_ a: Lanes) -> Double {
    var largest = a[0]
    for lane in 1..<8 { largest = a[lane] > largest ? a[lane] : largest }
    return largest
  }
}

// MARK: - Naming

extension LaneSearch {
  /// Writes down who the nearest are: those nearer than the first who is not kept. Only where
  /// some are tied with that one, they are not all that can be kept.
  private mutating func name(_ leaf: Int, _ tree: KDTree) {
    for lane in 0..<8 { nameCounts[lane] = 0 }
    Self.name(met, from: leaf, tree, horizons, &names, &nameCounts)
    let places = tree.nodes[leaf].places
    for lane in 0..<places.count where nameCounts[lane] < kept {
      for place in met where nameCounts[lane] < kept {
        let square = tree.squares(from: Int(place), toBlock: places.lowerBound / 8)[lane]
        let own = places.lowerBound + lane
        if square == horizons[lane], Int(place) != own { add(Int(place), lane) }
      }
      while nameCounts[lane] < kept { add(places.lowerBound + lane, lane) }
    }
  }

  private mutating func add(_ place: Int, _ lane: Int) {
    names[lane * (kept + 1) + nameCounts[lane]] = Int32(place)
    nameCounts[lane] += 1
  }

  /// Names those who are nearer than the horizons. Every name is written, and stays when it is
  /// counted: that takes less time than wrong guesses which ones to write.
  private static func name(
    _ met: [Int32], from leaf: Int, _ tree: KDTree, _ horizons: Lanes, _ names: inout [Int32],
    _ counts: inout [Int]
  ) {
    let places = tree.nodes[leaf].places
    let block = places.lowerBound / 8
    let room = names.count / 8
    var names = names.mutableSpan
    var counts = counts.mutableSpan
    for place in met {
      var squares = tree.squares(from: Int(place), toBlock: block)
      if places.contains(Int(place)) { squares[Int(place) % 8] = .infinity }
      let isNear = squares .< horizons
      for lane in 0..<8 {
        names[lane * room + counts[lane]] = place
        counts[lane] &+= isNear[lane] ? 1 : 0
      }
    }
  }
}
