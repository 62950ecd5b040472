// Clusters of an ordering by their steep sides.
//
// In the landscape of reachabilities a cluster is a valley: a steep way down, then points that
// are reached from near, then a steep way up. Steep is a change by at least the share xi from
// one point to the next. A steep area may hold a few points that are not steep themselves, as
// long as they go the same way and there are at most minSamples of them in a row.
//
//     walk along the landscape
//       at a steep way down: remember it, and forget those that end below the hills since
//       at a steep way up:   each way down still remembered, whose valley between the two is
//                            lower than both its rims, makes a cluster
//
// The rims are then leveled: what sticks out on the higher side does not belong to the valley.
// A cluster's last points must have been reached from within (Schubert and Gertz 2018), or they
// belong to what comes next. Two slips of the paper's definitions are set right, as
// scikit-learn does: a steep point down falls to r(p)(1 - ξ) or below (definition 9), and the
// end is moved down while r(x) > r(start) (definition 11, 4c).
//
// Ankerst and others 1999, section 4.3; Schubert and Gertz 2018,
// https://ceur-ws.org/Vol-2191/paper37.pdf; scikit-learn,
// https://scikit-learn.org/stable/modules/generated/sklearn.cluster.cluster_optics_xi.html

extension OPTICSModel {
  /// The clusters with sides as steep as `xi`: a change by that share from one point to the
  /// next. Of clusters within one another the innermost have the labels.
  ///
  /// - Parameter minClusterSize: The least number of points; nil for `minSamples`.
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` unless xi is above 0
  ///   and below 1 and the size at least 1.
  public func labels(xi: Double, minClusterSize: Int? = nil) throws(ClusteringError) -> [Int] {
    try steepClusters(xi: xi, minClusterSize: minClusterSize).labels
  }

  /// All clusters with sides as steep as `xi`, as ranges of ``ordering``: those inside others
  /// come before the ones around them.
  ///
  /// - Throws: As ``labels(xi:minClusterSize:)``.
  public func clusters(
    xi: Double, minClusterSize: Int? = nil
  ) throws(ClusteringError) -> [ClosedRange<Int>] {
    try steepClusters(xi: xi, minClusterSize: minClusterSize).clusters
  }

  private func steepClusters(
    xi: Double, minClusterSize: Int?
  ) throws(ClusteringError) -> SteepClusters {
    let size = minClusterSize ?? minSamples
    try require(xi: xi)
    try require(count: size, named: "minClusterSize")
    return ordered.steepClusters(
      xi: xi, minSamples: minSamples, minClusterSize: size)
  }

  var ordered: OPTICSOrdering {
    var ordered = OPTICSOrdering(coreDistances: coreDistances)
    ordered.ordering = ordering
    ordered.reachability = reachability
    ordered.predecessors = predecessors
    return ordered
  }
}

extension OPTICSOrdering {
  func steepClusters(xi: Double, minSamples: Int, minClusterSize: Int) -> SteepClusters {
    var search = SteepClusters(
      self, xi: xi, minSamples: minSamples, minClusterSize: minClusterSize)
    search.walk()
    return search
  }
}

/// Refuses a steepness that is no share.
func require(xi: Double) throws(ClusteringError) {
  guard xi > 0, xi < 1 else {
    throw .invalidParameter(name: "xi", value: "\(xi)", allowed: "above 0 and below 1")
  }
}

/// A walk along the landscape, and the clusters found so far.
struct SteepClusters {
  /// A steep way down, and the highest hill between it and where the walk is.
  private struct WayDown {
    let start: Int
    let end: Int
    var highestSince = 0.0
  }

  private let visited: OPTICSOrdering
  private let minSamples: Int
  private let minClusterSize: Int
  /// How much is left of a height after the least steep step.
  private let rest: Double

  /// The reachabilities in the order of the visits, and a last, infinite one that ends the last
  /// valley.
  private let heights: [Double]
  /// Each height in terms of the next.
  private let ratios: [Double]
  /// When each point was visited.
  private let visit: [Int]

  private var waysDown: [WayDown] = []
  /// The highest point since the last steep area.
  private var highest = 0.0
  private(set) var clusters: [ClosedRange<Int>] = []

  init(_ visited: OPTICSOrdering, xi: Double, minSamples: Int, minClusterSize: Int) {
    self.visited = visited
    self.minSamples = minSamples
    self.minClusterSize = minClusterSize
    rest = 1 - xi
    let heights = visited.ordering.map { visited.reachability[$0] } + [.infinity]
    self.heights = heights
    // Of two infinite heights, or two that are 0, the ratio is no number: neither up nor down.
    ratios = (0..<visited.ordering.count).map { heights[$0] / heights[$0 + 1] }
    var visit = [Int](repeating: 0, count: visited.ordering.count)
    for (time, point) in visited.ordering.enumerated() { visit[point] = time }
    self.visit = visit
  }

  private func isSteepUp(_ i: Int) -> Bool { ratios[i] <= rest }
  private func isSteepDown(_ i: Int) -> Bool { ratios[i] >= 1 / rest }
}

// MARK: - The walk

extension SteepClusters {
  mutating func walk() {
    var i = 0
    while i < ratios.count {
      highest = max(highest, heights[i])
      let isUp = isSteepUp(i)
      guard isUp || isSteepDown(i) else {
        i += 1
        continue
      }
      forgetLowWaysDown()
      let end = isUp ? endOfWayUp(from: i) : endOfWayDown(from: i)
      highest = heights[end + 1]
      if isUp {
        let found = waysDown.compactMap { cluster(from: $0, to: i...end) }
        clusters += found.reversed()
      } else {
        waysDown.append(WayDown(start: i, end: end))
      }
      i = end + 1
    }
  }

  /// A valley ends where a hill since its way down is as high as its rim.
  private mutating func forgetLowWaysDown() {
    guard highest < .infinity else { return waysDown.removeAll() }
    waysDown.removeAll { highest > heights[$0.start] * rest }
    for i in waysDown.indices {
      waysDown[i].highestSince = max(waysDown[i].highestSince, highest)
    }
  }

  private func endOfWayDown(from start: Int) -> Int {
    endOfArea(from: start, isSteep: isSteepDown) { ratios[$0] < 1 }
  }

  private func endOfWayUp(from start: Int) -> Int {
    endOfArea(from: start, isSteep: isSteepUp) { ratios[$0] > 1 }
  }

  /// The last steep point of an area that never turns and rests for at most minSamples points.
  private func endOfArea(
    from start: Int, isSteep: (Int) -> Bool, turns: (Int) -> Bool
  ) -> Int {
    var (end, resting) = (start, 0)
    for i in start..<ratios.count {
      if isSteep(i) {
        (end, resting) = (i, 0)
      } else if turns(i) {
        break
      } else {
        resting += 1
        if resting > minSamples { break }
      }
    }
    return end
  }
}

// MARK: - The clusters

extension SteepClusters {
  /// The cluster between a way down and a way up, if there is one.
  private func cluster(from down: WayDown, to up: ClosedRange<Int>) -> ClosedRange<Int>? {
    let (startHeight, endHeight) = (heights[down.start], heights[up.upperBound + 1])
    guard endHeight * rest >= down.highestSince else { return nil }
    var (start, end) = (down.start, up.upperBound)
    if startHeight * rest >= endHeight {
      while start < down.end, heights[start + 1] > endHeight { start += 1 }
    } else if endHeight * rest >= startHeight {
      while end > up.lowerBound, heights[end - 1] > startHeight { end -= 1 }
    }
    guard let last = lastReachedFromWithin(start, end) else { return nil }
    guard last - start + 1 >= minClusterSize, last >= up.lowerBound else { return nil }
    return start...last
  }

  /// The last point that is lower than the start or was reached from a point since the start.
  private func lastReachedFromWithin(_ start: Int, _ end: Int) -> Int? {
    (start + 1..<max(end, start) + 1).last { last in
      if heights[start] > heights[last] { return true }
      guard let from = visited.predecessors[visited.ordering[last]] else { return false }
      return (start..<last).contains(visit[from])
    }
  }

  /// The innermost clusters, numbered as they were found.
  var labels: [Int] {
    var labels = [Int](repeating: DBSCAN.noise, count: visited.ordering.count)
    var count = 0
    for cluster in clusters {
      let members = visited.ordering[cluster]
      guard members.allSatisfy({ labels[$0] == DBSCAN.noise }) else { continue }
      for point in members { labels[point] = count }
      count += 1
    }
    return labels
  }
}
