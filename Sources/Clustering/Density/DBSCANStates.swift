// DBSCAN, plainly: clusters grow from core point to core point.
//
// This is the definition, one point at a time. `DBSCAN+Grid.swift` finds the same clusters
// without asking most points for their neighbors, and `DBSCAN+Tree.swift` without asking most
// core points for all of them. With a distance that neither serves, this is what `fit` runs.

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

/// A point that was looked at.
package struct DBSCANVisit: Sendable, Equatable {
  package let point: Int
  package let isCore: Bool
  package var startsCluster = false
  /// The points that it took into its cluster; the point itself if it started one.
  package var taken: [Int] = []
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
    let parameters: DBSCAN
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
    /// The last point looked at, and what that led to.
    package private(set) var lastVisit: DBSCANVisit?

    init(parameters: DBSCAN, points: Points) {
      self.parameters = parameters
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
  package mutating func advance() -> Bool {
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
    var visit = DBSCANVisit(point: point, isCore: neighbors.count >= parameters.minSamples)
    defer { lastVisit = visit }
    guard visit.isCore else { return false }
    isCore[point] = true
    if labels[point] == DBSCAN.noise {
      startCluster(with: point)
      visit.startsCluster = true
      visit.taken.append(point)
    }
    for neighbor in neighbors where labels[neighbor] == DBSCAN.noise {
      labels[neighbor] = labels[point]
      visit.taken.append(neighbor)
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

  package var result: DBSCANModel {
    DBSCANModel(
      labels: labels, corePoints: isCore.indices.filter { isCore[$0] },
      clusterCount: clusterCount, points: neighborhoods.points, parameters: parameters)
  }

  var progress: FitProgress {
    FitProgress(completed: visitedCount, total: labels.count)
  }
}
