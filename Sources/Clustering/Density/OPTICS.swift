// OPTICS: the points in an order in which clusters are valleys.
//
// DBSCAN has to be told one eps. OPTICS visits the points so that, whatever eps is chosen
// afterwards, the points of a cluster come one after the other. Each point remembers how far it
// had to be reached from what was visited before:
//
//     core distance      of p: to its minSamples-th neighbor, itself included
//     reachability       of q from p: the distance, but at least the core distance of p
//
//     visit the point that is reached best so far (at first, and where none is: the lowest row)
//       each point not visited that it reaches better than all before
//         takes the new reachability, and p as its predecessor
//
// Drawn in this order the reachabilities are a landscape: dense regions are valleys, what
// separates them are hills, and valleys within valleys are clusters within clusters. They are
// cut out at one height, which gives DBSCAN's clusters (`OPTICS+Eps.swift`), or by their steep
// sides, which finds clusters of different densities (`OPTICS+Xi.swift`).
//
// Ankerst, Breunig, Kriegel and Sander 1999, https://doi.org/10.1145/304182.304187

/// Density-based ordering of points, and the clusters to be seen in it.
///
///     let model = try OPTICS(minSamples: 5).fit(points)
///     model.ordering.map { model.reachability[$0] }   // the landscape, to draw
///     model.labels                                    // the valleys with steep sides
///     try model.labels(eps: 0.3)                      // the valleys below a height
public struct OPTICS: ClusteringMethod, Equatable {
  /// How clusters are cut out of the ordering.
  public enum Extraction: Sendable, Equatable {
    /// By their steep sides: from one point to the next the reachability falls, or rises, by
    /// at least the share `xi`. Clusters have at least `minClusterSize` points; `minSamples`
    /// when it is nil.
    case xi(Double, minClusterSize: Int? = nil)

    /// Below one height, like ``DBSCAN`` with that `eps`.
    case eps(Double)
  }

  /// How many points, the point itself included, make a core point. The larger, the smoother
  /// the landscape.
  public let minSamples: Int

  /// The farthest that a point is reached from, in the unit of the distance; a smaller limit
  /// costs less time and sees no sparser clusters.
  public let maxEps: Double

  /// What is near.
  public let distance: Distance

  /// How clusters are cut out of the ordering.
  public let extraction: Extraction

  /// How many threads share the search for core distances.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    minSamples: Int, maxEps: Double = .infinity, distance: Distance = .euclidean,
    extraction: Extraction = .xi(0.05), threads: Int = 1
  ) {
    self.minSamples = minSamples
    self.maxEps = maxEps
    self.distance = distance
    self.extraction = extraction
    self.threads = threads
  }

  /// Orders n × d points: in low dimensions about O(n log n) for most data, in the worst case
  /// O(n² · d).
  ///
  /// - Parameter shouldContinue: Asked now and then while the core distances are found, and every
  ///   few hundred visits; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range or the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> OPTICSModel {
    // No visit is done before all core distances are known.
    let atTheStart = FitProgress(completed: 0, total: points.count)
    let states = try states(of: points) { _ in shouldContinue(atTheStart) }
    guard let tree = KDTree(points, distance: distance) else {
      var visits = states.makeIterator().visits
      while visits.advance() {
        guard shouldContinue(visits.progress) else { throw .cancelled }
      }
      return OPTICSModel(visits.ordered, parameters: self)
    }
    var visits = TreeVisits(tree, coreDistances: states.coreDistances, maxEps: maxEps)
    let ordered = try visits.visitAll(tree, while: shouldContinue)
    return OPTICSModel(ordered, parameters: self)
  }

  /// The same visits, one point at a time; the last state has the labels of
  /// ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> OPTICSStates {
    try states(of: points) { _ in true }
  }

  private func states(
    of points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> OPTICSStates {
    try points.requireSome()
    try check()
    return OPTICSStates(
      parameters: self, points: points,
      coreDistances: try coreDistances(of: points, while: shouldContinue))
  }

  private func check() throws(ClusteringError) {
    try require(count: minSamples, named: "minSamples")
    try require(count: threads, named: "threads")
    guard maxEps > 0 else {
      throw .invalidParameter(name: "maxEps", value: "\(maxEps)", allowed: "above 0")
    }
    switch extraction {
    case .xi(let xi, let minClusterSize):
      try require(xi: xi)
      try require(count: minClusterSize ?? minSamples, named: "minClusterSize")
    case .eps(let eps):
      try require(eps: eps, atMost: maxEps)
    }
  }

  /// The distance to the minSamples-th neighbor, the point itself counted; infinite beyond
  /// `maxEps`, and where there are fewer than minSamples points.
  private func coreDistances(
    of points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> [Double] {
    let others = minSamples - 1
    guard others > 0 else { return Array(repeating: 0, count: points.count) }
    guard others < points.count else { return Array(repeating: .infinity, count: points.count) }
    return try NearestNeighbors(points, distance: distance)
      .kthDistances(others, threads: threads, while: shouldContinue)
      .map { $0 <= maxEps ? $0 : .infinity }
  }
}

/// An ordering of points, and the clusters found in it.
public struct OPTICSModel: LabeledModel {
  /// For each of the n points its cluster, from 0, or ``DBSCAN/noise``.
  public let labels: [Int]

  /// The rows in the order of the visits.
  public let ordering: [Int]

  /// For each point (not each visit) how far it was reached from; infinite where a new start
  /// was made.
  public let reachability: [Double]

  /// For each point the distance to its minSamples-th neighbor; infinite where that is beyond
  /// `maxEps`.
  public let coreDistances: [Double]

  /// For each point the one that it was reached from; nil where a new start was made.
  public let predecessors: [Int?]

  let minSamples: Int
  let maxEps: Double

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] { Advice.on(labels: labels) }

  init(_ visited: OPTICSOrdering, parameters: OPTICS) {
    ordering = visited.ordering
    reachability = visited.reachability
    coreDistances = visited.coreDistances
    predecessors = visited.predecessors
    minSamples = parameters.minSamples
    maxEps = parameters.maxEps
    labels = visited.labels(parameters)
  }
}

/// What the visits find, before clusters are cut out.
struct OPTICSOrdering: Sendable, Equatable {
  var ordering: [Int] = []
  var reachability: [Double]
  var predecessors: [Int?]
  let coreDistances: [Double]

  /// Before the first visit.
  init(coreDistances: [Double]) {
    self.coreDistances = coreDistances
    reachability = Array(repeating: .infinity, count: coreDistances.count)
    predecessors = Array(repeating: nil, count: coreDistances.count)
  }

  /// The clusters that these parameters cut out.
  func labels(_ parameters: OPTICS) -> [Int] {
    switch parameters.extraction {
    case .xi(let xi, let minClusterSize):
      steepClusters(
        xi: xi, minSamples: parameters.minSamples,
        minClusterSize: minClusterSize ?? parameters.minSamples
      ).labels
    case .eps(let eps):
      labels(eps: eps)
    }
  }
}
