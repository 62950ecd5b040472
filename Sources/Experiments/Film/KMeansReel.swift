// k-means on film: where the centers stood after each step. Labels follow from the centers.

import Clustering

struct KMeansReel: Reel {
  fileprivate struct Shot {
    let step: FilmStep
    let inertia: Double?
    /// k × d, in the units of what was clustered.
    let centers: [Double]
    /// The same in the units of the chosen columns.
    let shown: [[Double]]
    /// The shot whose centers gave the labels; nil before the first assignment.
    let labeled: Int?
    /// The first shot of the same start.
    let start: Int
  }

  private let points: Points
  private var shots: [Shot] = []
  /// The letter of each cluster.
  private let ranks: [Int]

  init(of method: KMeans, _ trace: Trace, _ watch: Watch) throws(ExperimentError) {
    points = trace.clustered
    let points = points
    let states = try clustering { () throws(ClusteringError) in try method.states(of: points) }
    var shots: [Shot] = []
    var lastLabels: [Int] = []
    for state in states {
      try watch.goOn(at: FitProgress(completed: shots.count, total: 2 * method.maxIterations))
      shots.append(Shot(state, after: shots, of: trace))
      lastLabels = state.labels
    }
    self.shots = shots
    ranks = Self.ranks(lastLabels, of: trace, k: method.k)
  }

  var count: Int { shots.count }

  var weight: Int {
    shots.reduce(bytes(of: shots) + bytes(of: ranks)) { sum, shot in
      sum + bytes(of: shot.centers) + bytes(of: shot.shown)
        + shot.shown.reduce(0) { $0 + bytes(of: $1) }
    }
  }

  func inertia(at index: Int) -> Double? { shots[index].inertia }

  func frame(at index: Int) -> Frame {
    let shot = shots[index]
    let labels = shot.labeled.map { self.labels(nearestTo: shots[$0].centers) }
    var frame = Frame(
      step: shot.step, labels: labels ?? Array(repeating: DBSCAN.noise, count: points.count),
      isDecided: Array(repeating: labels != nil, count: points.count))
    frame.centers = inOrder(shot.shown)
    frame.trails = inOrder(
      shot.shown.indices.map { c in shots[shot.start...index].map { $0.shown[c] }.deduplicated })
    frame.inertia = shot.inertia
    return frame
  }

  private func labels(nearestTo centers: [Double]) -> [Int] {
    nearestCenters(of: points, centers: centers, threads: 1).map { ranks[$0] }
  }

  /// One entry for each cluster, by its letter.
  private func inOrder<Value>(_ values: [Value]) -> [Value] {
    values.indices.sorted { ranks[$0] < ranks[$1] }.map { values[$0] }
  }

  /// The letters that the clusters have in the trace; those that lost all their rows come last.
  private static func ranks(_ labels: [Int], of trace: Trace, k: Int) -> [Int] {
    var ranks = [Int?](repeating: nil, count: k)
    for (label, letter) in zip(labels, trace.labels) { ranks[label] = letter }
    var next = trace.groupCount
    return ranks.map { rank in
      defer { if rank == nil { next += 1 } }
      return rank ?? next
    }
  }
}

extension KMeansReel.Shot {
  /// - Parameter before: The shots so far.
  fileprivate init(_ state: KMeansState, after before: [KMeansReel.Shot], of trace: Trace) {
    let last = state.step == .started ? nil : before.last
    // The end may be that of an earlier start, which was better.
    let best =
      state.step == .finished ? before.last { $0.centers == state.centers.values } : nil
    start = (best ?? last)?.start ?? before.count
    centers = state.centers.values
    inertia = state.inertia
    switch state.step {
    case .started:
      step = .started
      labeled = nil
      shown = state.centers.rowsAmong(trace.clustered).map { trace.selected.points.row($0) }
    case .assigned(let changed):
      step = .assigned(round: state.iteration, changed: changed)
      labeled = before.count
      shown = last?.shown ?? []
    case .updated:
      step = .moved(
        round: state.iteration, farthest: state.centers.farthestMove(from: last?.centers ?? []))
      labeled = last?.labeled
      let means = groupMeans(
        trace.selected.points, labels: state.labels, groups: state.centers.count)
      // A center without rows stays where it was.
      shown = zip(means, last?.shown ?? []).map { $0.isEmpty ? $1 : $0 }
    case .finished:
      step = .atRest(rounds: state.iteration, converged: state.converged)
      labeled = before.count
      shown = (best ?? last)?.shown ?? []
    }
  }
}

extension Points {
  /// For each point the first row of `table` that equals it.
  fileprivate func rowsAmong(_ table: Points) -> [Int] {
    (0..<count).map { i in
      let point = row(i)
      return (0..<table.count).first { table.row($0) == point } ?? 0
    }
  }

  /// The longest way that a point went.
  fileprivate func farthestMove(from old: [Double]) -> Double {
    guard old.count == values.count else { return 0 }
    let squares = (0..<count).map { c in
      (0..<dimensions).reduce(0.0) { sum, j in
        let difference = self[c, j] - old[c * dimensions + j]
        return sum + difference * difference
      }
    }
    return (squares.max() ?? 0).squareRoot()
  }
}

extension [[Double]] {
  /// Places where something stayed for more than one shot count once.
  fileprivate var deduplicated: [[Double]] {
    reduce(into: []) { places, place in
      if places.last != place { places.append(place) }
    }
  }
}
