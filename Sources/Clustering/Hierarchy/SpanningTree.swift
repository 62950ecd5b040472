// The minimum spanning tree: all the points, joined by n - 1 edges of least total weight.
//
// It is the skeleton of everything that merges nearest first. Single linkage is this tree with
// its edges taken in order of weight; HDBSCAN is the same with another weight.
//
//     weight of (a, b)          with cores of 0        the Euclidean distance
//     max(core a, core b, d)    with core distances    the mutual reachability distance
//
// The core distance of a point is the distance to its minSamples-th other point: large where
// points are few. With it a sparse point is far from everyone, so that a thin chain of points
// between two dense regions no longer joins them (Campello, Moulavi and Sander 2013,
// https://doi.org/10.1007/978-3-642-37456-2_14).
//
// Edges of equal weight are told apart by their rows, the lower first. So all the weights count
// as different and there is exactly one tree: every way to find it, on any number of threads,
// gives the same edges.
//
//     SpanningTree+Prim.swift       the plain way: grow one tree, O(n²)
//     SpanningTree+Blocks.swift     the same, eight points at a time: for many features
//     SpanningTree+Boruvka.swift    grow all trees at once, with a k-d tree: for few features
//     SpanningTree+Sorting.swift    the edges in order
//
// Graham and Hell 1985 tell where the two ways come from (Borůvka 1926, Jarník 1930, Prim 1957),
// https://doi.org/10.1109/MAHC.1985.10011

/// A minimum spanning tree of points under the Euclidean or the mutual reachability distance.
///
///     let tree = try SpanningTree(points)
///     tree.edges          // n - 1, the lightest first
///     tree.dendrogram     // the single-linkage tree of merges
public struct SpanningTree: Sendable, Equatable {
  /// Two points and how far apart they are.
  public struct Edge: Sendable, Equatable {
    /// The lower of the two rows.
    public let a: Int

    /// The higher of the two rows.
    public let b: Int

    /// The distance that the tree is about, in the unit of the features.
    public let weight: Double
  }

  /// For each of the n points the distance to its minSamples-th other point; 0 where
  /// `minSamples` is 0.
  public let coreDistances: [Double]

  /// The n - 1 edges, ordered by weight, then by `a`, then by `b`.
  public let edges: [Edge]

  /// Finds the tree of n × d points: in few dimensions about O(n log n), at worst O(n² · d).
  ///
  /// - Parameters:
  ///   - minSamples: 0 for the Euclidean distance. Otherwise the weights are mutual reachability
  ///     distances, and the core distance of a point is that to its `minSamples`-th other point,
  ///     or to the farthest when there are fewer.
  ///   - threads: How many threads take part. The tree is the same for any number.
  ///   - shouldContinue: Asked every few thousand points; false stops the search.
  /// - Throws: ``ClusteringError`` when there are no points, when a parameter is out of range, or
  ///   when the search was stopped.
  public init(
    _ points: Points, minSamples: Int = 0, threads: Int = 1,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) {
    try points.requireSome()
    try require(minSamples, named: "minSamples", in: 0...1_000_000_000, allowed: "0 or more")
    try require(count: threads, named: "threads")
    let findTree =
      points.dimensions <= Self.fewDimensions ? Self.boruvka : Self.primInBlocks
    self = try findTree(points, minSamples, threads, shouldContinue)
  }

  /// With more features than this, boxes keep hardly anyone out.
  private static let fewDimensions = 20
}

// MARK: - Squares

// While a tree is sought everything is squared: comparing squares needs no roots.

extension SpanningTree {
  /// Two points and the square of their distance, in the one order in which all edges differ.
  struct SquaredEdge: Comparable {
    var square: Double
    var a: Int32
    var b: Int32

    /// Worse than every edge.
    static let none = SquaredEdge(square: .infinity, a: .max, b: .max)

    init(square: Double, a: Int32, b: Int32) {
      self.square = square
      self.a = min(a, b)
      self.b = max(a, b)
    }

    static func < (e: Self, f: Self) -> Bool {
      guard e.square == f.square else { return e.square < f.square }
      return e.a == f.a ? e.b < f.b : e.a < f.a
    }
  }

  /// The tree of these edges, given in any order.
  init(squaredCores: [Double], squaredEdges: [SquaredEdge]) {
    coreDistances = squaredCores.map { $0.squareRoot() }
    // Roots of different squares may be equal, so the roots are what is sorted.
    let weighted = squaredEdges.map {
      SquaredEdge(square: $0.square.squareRoot(), a: $0.a, b: $0.b)
    }
    edges = Self.sorted(weighted).map { Edge(a: Int($0.a), b: Int($0.b), weight: $0.square) }
  }
}
