// The nearest others of every point: they give the core distances, and the first edges that a
// spanning tree may take.
//
// Points of a leaf of the k-d tree have nearly the same neighbors, so one walk through the tree
// serves all of them (SpanningTree+LaneSearch.swift; with many features, where that is not so
// any more, SpanningTree+LeafSearch.swift).

/// For every point its core distance and the others that are nearest to it.
struct NearestOthers: Sendable {
  /// What is known of a point besides who is near.
  struct Reach: Sendable {
    /// The square of its core distance.
    var squaredCore = 0.0

    /// A square that nobody is below but those who are kept.
    var horizon = Double.infinity
  }

  let tree: KDTree

  /// Which of the nearest others the core distance is that to; 0 for core distances of 0.
  let rank: Int

  /// How many of the nearest others are kept for each point.
  let kept: Int

  /// For each place the places of the `kept` nearest others, in no particular order. Where
  /// others are tied some may be missing; the place itself stands for them.
  private(set) var places: [Int32]

  /// For each place how far it knows about others.
  private(set) var reaches: [Reach]

  /// Whether there are points of core distance 0 with another at the same spot.
  let someCoincide: Bool

  /// Fewer kept means looking around again later; more is a longer search now.
  private static let keptAtLeast = 4

  /// More would take more memory than it saves time.
  private static let keptAtMost = 64

  /// Enough points to make a thread's trip worthwhile.
  private static let chunkSize = 512

  /// - Parameter givenCores: For each row the squared core distance; nil to find them.
  init(
    _ points: Points, minSamples: Int, givenCores: [Double]? = nil, threads: Int,
    while goesOn: (_ completed: Int) -> Bool
  ) throws(ClusteringError) {
    let others = points.count - 1
    let rank = min(minSamples, others)
    let kept = min(others, max(Self.keptAtLeast, min(rank, Self.keptAtMost)))
    let tree = KDTree(
      points, leafSize: Self.leafSize(dimensions: points.dimensions), cut: .halfway,
      threads: threads)
    var places = [Int32](repeating: 0, count: points.count * kept)
    var reaches = [Reach](repeating: Reach(), count: points.count)
    guard goesOn(0) else { throw .cancelled }
    let someCoincide = try mapChunks(
      of: &places, and: &reaches, width: kept, size: Self.chunkSize, threads: threads,
      while: goesOn
    ) { run, places, reaches in
      guard tree.dimensions > LaneSearch.fewDimensions else {
        var search = LaneSearch(kept: kept, rank: rank, others: others)
        return search.search(run, of: tree, places: &places, reaches: &reaches)
      }
      var search = LeafSearch(kept: kept, rank: rank, others: others)
      return search.search(run, of: tree, places: &places, reaches: &reaches)
    }
    if let givenCores {
      for place in reaches.indices { reaches[place].squaredCore = givenCores[tree.order[place]] }
    }
    self.tree = tree
    self.rank = givenCores == nil ? rank : 0
    self.kept = kept
    self.places = places
    self.reaches = reaches
    self.someCoincide = someCoincide.contains(true)
  }

  /// The more features, the more leaves a walk looks into, and the less each one tells apart.
  private static func leafSize(dimensions: Int) -> Int {
    switch dimensions {
    case ...LaneSearch.fewDimensions: LaneSearch.leafSize
    case ...5: 16
    default: 32
    }
  }
}
