// DBSCAN on a k-d tree, where a grid would have too many cells.
//
// The same steps as on a grid, point by point: who is a core point, which core points are
// within eps of each other, and what lies around them. The plain growth (`DBSCANStates`) asks
// every point once and needs all its neighbors at once; here a point that has found
// `minSamples` neighbors looks no further, and the points are asked in the order of the tree,
// side by side, on as many threads as asked for.

/// The clusters of points in a tree; places are those of the tree.
struct TreeClusters {
  let points: Points
  let parameters: DBSCAN
  let tree: KDTree
  /// The largest reduced distance of neighbors.
  let bound: Double

  private var isCore: [Bool] = []
  /// The cluster of each place; ``DBSCAN/noise`` where there is no core point.
  private var clusters: [Int] = []

  /// Nil when a tree does not suit the distance.
  init?(_ points: Points, _ parameters: DBSCAN) {
    guard let tree = KDTree(points, distance: parameters.distance) else { return nil }
    self.points = points
    self.parameters = parameters
    self.tree = tree
    bound = tree.reduced.bound(for: parameters.eps)
  }

  /// Runs the steps one after the other.
  mutating func fit(
    while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> DBSCANModel {
    let (n, threads) = (tree.count, parameters.threads)
    // Every chunk remembers something about every place, so there are not too many of them.
    let size = max(512, n / 256)
    func isToGoOn(_ step: Int, _ done: Int) -> Bool {
      shouldContinue(FitProgress(completed: step * n + done, total: 3 * n))
    }
    isCore = try joined(
      inChunks(
        n, size: size, threads: threads, while: { isToGoOn(0, $0) }, coreFlags
      ))
    var sets = DisjointSets(count: n)
    for joints in try inChunks(
      n, size: size, threads: threads, while: { isToGoOn(1, $0) }, joints)
    {
      for (a, b) in joints { sets.joinSets(of: a, b) }
    }
    let lowestRow = (0..<n).map { isCore[$0] ? tree.order[$0] : Int.max }
    let numbered = numberClusters(&sets, lowestRow: lowestRow)
    clusters = numbered.clusters
    let labels = try joined(
      inChunks(
        n, size: size, threads: threads, while: { isToGoOn(2, $0) }, labels
      ))
    return DBSCANModel(
      labels: labels, isCore: isCore, order: tree.order, clusterCount: numbered.count,
      points: points, parameters: parameters)
  }
}

// MARK: - The steps

extension TreeClusters {
  private func coreFlags(of places: Range<Int>) -> [Bool] {
    places.map { place in
      tree.withPoint(at: place) {
        tree.hasAtLeast(parameters.minSamples, within: bound, of: $0)
      }
    }
  }

  /// Pairs of core points, within eps or joined by others, that join the clusters among
  /// `places` and those with earlier ones. An earlier point that several reach joins them all,
  /// so it is in one pair with these places at most, and no list outgrows the points.
  private func joints(of places: Range<Int>) -> [(Int, Int)] {
    var joints: [(Int, Int)] = []
    var sets = DisjointSets(count: places.count)
    var partner = [Int](repeating: -1, count: places.lowerBound)
    for place in places where isCore[place] {
      let near = tree.withPoint(at: place) { tree.places(within: bound, of: $0) }
      for other in near where other < place && isCore[other] {
        if other < places.lowerBound, partner[other] < 0 {
          partner[other] = place
          joints.append((place, other))
          continue
        }
        let known = other < places.lowerBound ? partner[other] : other
        let (a, b) = (place - places.lowerBound, known - places.lowerBound)
        let (rootA, rootB) = (sets.root(of: a), sets.root(of: b))
        guard rootA != rootB else { continue }
        _ = sets.join(rootA, rootB)
        joints.append((place, known))
      }
    }
    return joints
  }

  /// A border point takes the lowest cluster that has a core point within eps.
  private func labels(of places: Range<Int>) -> [Int] {
    places.map { place in
      guard !isCore[place] else { return clusters[place] }
      let near = tree.withPoint(at: place) { tree.places(within: bound, of: $0) }
      let reached = near.filter { isCore[$0] }.map { clusters[$0] }
      return reached.min() ?? DBSCAN.noise
    }
  }
}
