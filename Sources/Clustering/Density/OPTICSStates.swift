// The visits of OPTICS, plainly: after each one everybody left is measured and compared.
//
// This is the definition, O(n · d) for a visit. `OPTICS+Tree.swift` makes the same visits and
// looks only where something can change.

/// The ordering between two visits of ``OPTICS``.
public struct OPTICSState: Sendable, Equatable {
  /// What was just done.
  public enum Step: Sendable, Equatable {
    /// Nothing yet.
    case started

    /// This point was visited, and others are reached from it.
    case visited(point: Int)

    /// All are visited, and the clusters were cut out.
    case extracted
  }

  /// What was just done.
  public let step: Step

  /// The rows visited so far.
  public let ordering: [Int]

  /// How far each point was reached from, so far.
  public let reachability: [Double]

  /// The point that each was reached from, so far.
  public let predecessors: [Int?]

  /// The clusters: all noise until the end.
  public let labels: [Int]
}

/// The states of an ordering, a visit at a time.
public struct OPTICSStates: Sequence, Sendable {
  let parameters: OPTICS
  let points: Points
  let coreDistances: [Double]

  /// Starts with no point visited.
  public func makeIterator() -> Iterator {
    Iterator(
      parameters: parameters,
      visits: PlainVisits(points, coreDistances: coreDistances, parameters: parameters))
  }

  /// The visits, and what comes before and after them.
  public struct Iterator: IteratorProtocol {
    let parameters: OPTICS
    private(set) var visits: PlainVisits
    private var step: OPTICSState.Step?

    init(parameters: OPTICS, visits: PlainVisits) {
      self.parameters = parameters
      self.visits = visits
    }

    /// The next state, or nil after the last.
    public mutating func next() -> OPTICSState? {
      guard step != .extracted else { return nil }
      if step == nil {
        step = .started
      } else if visits.advance(), let point = visits.ordered.ordering.last {
        step = .visited(point: point)
      } else {
        step = .extracted
      }
      return state
    }

    private var state: OPTICSState {
      let ordered = visits.ordered
      let noise = Array(repeating: DBSCAN.noise, count: ordered.reachability.count)
      return OPTICSState(
        step: step ?? .started, ordering: ordered.ordering,
        reachability: ordered.reachability, predecessors: ordered.predecessors,
        labels: step == .extracted ? ordered.labels(parameters) : noise)
    }
  }
}

/// The visits so far.
struct PlainVisits {
  private let points: Points
  private let parameters: OPTICS
  private var isVisited: [Bool]
  private(set) var ordered: OPTICSOrdering

  init(_ points: Points, coreDistances: [Double], parameters: OPTICS) {
    self.points = points
    self.parameters = parameters
    isVisited = Array(repeating: false, count: points.count)
    ordered = OPTICSOrdering(coreDistances: coreDistances)
  }

  /// Visits the point reached best so far, the lowest row on a tie; false when none is left.
  mutating func advance() -> Bool {
    let open = isVisited.indices.filter { !isVisited[$0] }
    guard let point = open.min(by: { ordered.reachability[$0] < ordered.reachability[$1] })
    else { return false }
    isVisited[point] = true
    ordered.ordering.append(point)
    guard ordered.coreDistances[point] < .infinity else { return true }
    for other in open where other != point { reach(other, from: point) }
    return true
  }

  private mutating func reach(_ other: Int, from point: Int) {
    let distance = parameters.distance.between(point, other, in: points)
    let reachability = max(ordered.coreDistances[point], distance)
    if distance <= parameters.maxEps, reachability < ordered.reachability[other] {
      ordered.reachability[other] = reachability
      ordered.predecessors[other] = point
    }
  }

  var progress: FitProgress {
    FitProgress(completed: ordered.ordering.count, total: isVisited.count)
  }
}
