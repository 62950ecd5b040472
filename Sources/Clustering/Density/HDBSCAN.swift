// HDBSCAN: DBSCAN at every eps at once, and of all those clusters the ones that last.
//
//     1  core distance of each point: how far to its minSamples-th other point
//     2  spanning tree under the mutual reachability distance      SpanningTree.swift
//     3  its edges in order of weight merge the points into one    SpanningTree+Merges.swift
//     4  read from the top, splits into two parts of at least      CondensedTree.swift
//        minClusterSize are kept, and smaller parts fall out
//     5  the clusters that last over most densities are selected   HDBSCAN+Selection.swift
//
// Step 3 is what DBSCAN would find for every eps, a tree of clusters in clusters. Density is
// written λ = 1 / distance. A cluster is born at the λ where it splits off, and its points leave
// it at larger ones; what lies between, summed over the points, is its stability. So there is
// no eps to choose, and clusters of different densities are found side by side.
//
// Campello, Moulavi and Sander 2013, https://doi.org/10.1007/978-3-642-37456-2_14
// McInnes and Healy 2017, https://doi.org/10.1109/ICDMW.2017.12

/// Density-based clustering at all densities.
///
///     let model = try HDBSCAN(minClusterSize: 15).fit(points)
///     model.labels          // 0, 1, … for clusters, DBSCAN.noise for noise
///     model.probabilities   // how deep in its cluster each point is
///     model.outlierScores   // how far out of its surroundings
///
/// Clusters are numbered by their lowest row. There is no prediction for new points: a new point
/// changes the densities around it and with them the tree, so labels are defined only for the
/// points that took part.
public struct HDBSCAN: ClusteringMethod, Equatable {
  /// Which clusters of the tree become the answer. Clusters inside one another never do, and
  /// neither does the root, that is, all points in one.
  public enum Selection: String, CaseIterable, Codable, Sendable {
    /// Those whose stability is the greatest in sum.
    case excessOfMass

    /// The leaves: the smallest and most homogeneous ones.
    case leaf
  }

  /// The least number of points that make a cluster.
  public let minClusterSize: Int

  /// The core distance of a point is that to its `minSamples`-th other point, or to the farthest
  /// when there are fewer. Unlike in ``DBSCAN`` and ``OPTICS`` the point itself does not count:
  /// `minSamples` here does what one more does there.
  public let minSamples: Int

  /// Which clusters of the tree become the answer.
  public let selection: Selection

  /// How many threads take part. The result is the same for any number.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  ///
  /// - Parameter minSamples: As large as `minClusterSize` when left out.
  public init(
    minClusterSize: Int, minSamples: Int? = nil, selection: Selection = .excessOfMass,
    threads: Int = 1
  ) {
    self.minClusterSize = minClusterSize
    self.minSamples = minSamples ?? minClusterSize
    self.selection = selection
    self.threads = threads
  }

  /// Finds the clusters of n × d points: the spanning tree takes about O(n log n) in few
  /// dimensions and O(n² · d) at worst, all that follows O(n log n).
  ///
  /// - Parameter shouldContinue: Asked every few thousand points; false stops the fit.
  /// - Throws: ``ClusteringError`` when there are no points, when a parameter is out of range, or
  ///   when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> HDBSCANModel {
    HDBSCANModel(try spanningTree(points, while: shouldContinue), self)
  }

  /// The stages of a fit, and among them every merge; the last holds the result of
  /// ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> HDBSCANStates {
    HDBSCANStates(parameters: self, tree: try spanningTree(points) { _ in true })
  }

  private func spanningTree(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> SpanningTree {
    try points.requireSome()
    try require(
      minClusterSize, named: "minClusterSize", in: 2...1_000_000_000,
      allowed: "from 2 to a billion")
    try require(count: minSamples, named: "minSamples")
    return try SpanningTree(
      points, minSamples: minSamples, threads: threads, while: shouldContinue)
  }
}

/// The clusters that last, how firmly each point belongs, and the tree that they stand in.
public struct HDBSCANModel: LabeledModel {
  /// For each of the n points its cluster, from 0, or ``DBSCAN/noise``.
  public let labels: [Int]

  /// For each point how deep in its cluster it is: the density at which it leaves beside that at
  /// which the cluster ends (its last point leaves, or it splits), from 0 to 1. Noise has 0.
  public let probabilities: [Double]

  /// For each point how far out of its surroundings it is (GLOSH), from 0 to 1: 1 less the density
  /// at which it leaves beside the greatest one in the cluster that it leaves last.
  public let outlierScores: [Double]

  /// For each cluster how long it lasts, from 0 to 1: its stability by point, beside the
  /// greatest density of all. 1 where that is infinite, because points coincide.
  ///
  /// As in McInnes, Healy and Astels 2017, https://doi.org/10.21105/joss.00205
  public let persistence: [Double]

  /// For each cluster its place in the condensed tree.
  public let selectedClusters: [Int]

  /// All the clusters that could have been selected.
  public let condensedTree: CondensedTree

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] { Advice.on(labels: labels) }
}
