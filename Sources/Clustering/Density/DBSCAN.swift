// DBSCAN: clusters are dense regions; what lies between them is noise.
//
// A point is a core point when at least `minSamples` points, itself included, lie within
// `eps` of it. Core points within `eps` of each other belong to one cluster. A border point
// has too few neighbors itself but lies within `eps` of a core point. All others are noise.
//
//     for each point in order, not yet visited
//       if it is a core point
//         start a new cluster with it
//         take all points within eps into the cluster, and go on from each that is core
//
// So there is no number of clusters to choose, clusters have any shape, and outliers are left
// out. The price: one density, set by eps, has to suit all of them.
//
// Ester, Kriegel, Sander and Xu 1996, https://dl.acm.org/doi/10.5555/3001460.3001507

/// Density-based clustering.
///
///     let model = try DBSCAN(eps: 0.5, minSamples: 5).fit(points)
///     model.labels         // 0, 1, … for clusters, DBSCAN.noise for noise
///     model.clusterCount
///
/// Clusters are numbered by their lowest-index core point. A border point within `eps` of two
/// clusters belongs to the one with the lower number; all else is the same in any order of
/// the points.
public struct DBSCAN: ClusteringMethod, Equatable {
  /// The label of points in no cluster.
  public static let noise = -1

  /// How far neighbors may be, in the unit of the distance; a point exactly at `eps` counts.
  public let eps: Double

  /// How many points, the point itself included, make a core point.
  public let minSamples: Int

  /// What is near.
  public let distance: Distance

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(eps: Double, minSamples: Int, distance: Distance = .euclidean) {
    self.eps = eps
    self.minSamples = minSamples
    self.distance = distance
  }

  /// Finds the dense regions of n × d points: n neighbor queries, in low dimensions about
  /// O(n log n) and the number of neighbors found; in the worst case O(n² · d).
  ///
  /// - Parameter shouldContinue: Asked after every expanded point; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range or the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> DBSCANModel {
    var growth = try states(of: points).makeIterator()
    while growth.advance() {
      guard shouldContinue(growth.progress) else { throw .cancelled }
    }
    return growth.result
  }

  /// The same growth, one point at a time; the labels of its last state are the result of
  /// ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> DBSCANStates {
    try points.requireSome()
    try require(positive: eps, named: "eps")
    try require(count: minSamples, named: "minSamples")
    return DBSCANStates(parameters: self, points: points)
  }
}

/// A clustering into dense regions.
public struct DBSCANModel: LabelledModel {
  /// For each of the n points its cluster, from 0, or ``DBSCAN/noise``.
  public let labels: [Int]

  /// The core points, as ascending rows.
  public let corePoints: [Int]

  /// The number of clusters.
  public let clusterCount: Int

  /// The number of points in no cluster.
  public var noiseCount: Int { labels.count { $0 == DBSCAN.noise } }

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] { Advice.on(labels: labels) }
}

/// The labels between two steps of ``DBSCAN``.
public struct DBSCANState: Sendable, Equatable {
  /// What was just done.
  public enum Step: Sendable, Equatable {
    /// Nothing yet: every point is noise.
    case started

    /// This core point, in no cluster so far, started a new one.
    case clusterStarted(core: Int)

    /// This core point took its neighbors into its cluster.
    case expanded(core: Int)

    /// This point was visited and is not a core point.
    case passed(point: Int)
  }

  /// What was just done.
  public let step: Step

  /// The labels so far: a point is noise until a core point takes it in.
  public let labels: [Int]

  /// The points taken in but not yet visited, the next one first.
  public let frontier: [Int]

  /// The number of clusters so far.
  public let clusterCount: Int
}

/// The states of a growth, a point at a time.
public struct DBSCANStates: Sequence, Sendable {
  let parameters: DBSCAN
  let points: Points

  /// Starts with every point as noise.
  public func makeIterator() -> Iterator {
    Iterator(parameters: parameters, points: points)
  }

  /// The growth between two steps.
  public struct Iterator: IteratorProtocol {
    let minSamples: Int
    let neighborhoods: Neighborhoods
    var labels: [Int]
    var isVisited: [Bool]
    var isCore: [Bool]
    var clusterCount = 0
    var queue: [Int] = []
    var nextInQueue = 0
    var nextPoint = 0
    var visitedCount = 0
    var step: DBSCANState.Step?

    init(parameters: DBSCAN, points: Points) {
      minSamples = parameters.minSamples
      neighborhoods = Neighborhoods(
        points, within: parameters.eps, distance: parameters.distance)
      labels = Array(repeating: DBSCAN.noise, count: points.count)
      isVisited = Array(repeating: false, count: points.count)
      isCore = isVisited
    }

    /// The next state, or nil after the last.
    public mutating func next() -> DBSCANState? {
      if step == nil {
        step = .started
      } else if !advance() {
        return nil
      }
      return DBSCANState(
        step: step ?? .started, labels: labels, frontier: Array(queue[nextInQueue...]),
        clusterCount: clusterCount)
    }
  }
}

// MARK: - The growth

extension DBSCANStates.Iterator {
  /// Visits one point; false when all are visited.
  mutating func advance() -> Bool {
    if nextInQueue < queue.count {
      let point = queue[nextInQueue]
      nextInQueue += 1
      step = visit(point) ? .expanded(core: point) : .passed(point: point)
      return true
    }
    while nextPoint < labels.count, isVisited[nextPoint] { nextPoint += 1 }
    guard nextPoint < labels.count else { return false }
    step = visit(nextPoint) ? .clusterStarted(core: nextPoint) : .passed(point: nextPoint)
    return true
  }

  /// Looks around a point. A core point takes its neighbors into its cluster.
  private mutating func visit(_ point: Int) -> Bool {
    isVisited[point] = true
    visitedCount += 1
    let neighbors = neighborhoods.neighbors(of: point)
    guard neighbors.count >= minSamples else { return false }
    isCore[point] = true
    if labels[point] == DBSCAN.noise { startCluster(with: point) }
    for neighbor in neighbors where labels[neighbor] == DBSCAN.noise {
      labels[neighbor] = labels[point]
      if !isVisited[neighbor] { queue.append(neighbor) }
    }
    return true
  }

  private mutating func startCluster(with point: Int) {
    labels[point] = clusterCount
    clusterCount += 1
    queue.removeAll(keepingCapacity: true)
    nextInQueue = 0
  }

  var result: DBSCANModel {
    DBSCANModel(
      labels: labels, corePoints: isCore.indices.filter { isCore[$0] },
      clusterCount: clusterCount)
  }

  var progress: FitProgress {
    FitProgress(completed: visitedCount, total: labels.count)
  }
}
