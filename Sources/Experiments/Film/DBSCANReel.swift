// DBSCAN on film: which row was looked at when, and which rows it took into its group; and at the
// end, with every row looked at, what has become of them.

import Clustering

struct DBSCANReel: Reel {
  private struct Shot {
    let row: Int
    let isCore: Bool
    let startsGroup: Bool
    let taken: Range<Int>
  }

  private let points: Points
  private let eps: Double
  private var shots: [Shot] = []
  /// The rows in the order in which they were taken into a group.
  private var taken: [Int] = []
  /// The group of each row in the end.
  private let labels: [Int]

  init(of method: DBSCAN, _ trace: Trace, _ watch: Watch) throws(ExperimentError) {
    points = trace.clustered
    eps = method.eps
    labels = trace.labels
    let points = points
    var growth = try clustering { () throws(ClusteringError) in
      try method.states(of: points).makeIterator()
    }
    while growth.advance() {
      if shots.count.isMultiple(of: 256) {
        try watch.goOn(at: FitProgress(completed: shots.count, total: points.count))
      }
      guard let visit = growth.lastVisit else { continue }
      let first = taken.count
      taken += visit.taken
      shots.append(
        Shot(
          row: visit.point, isCore: visit.isCore, startsGroup: visit.startsCluster,
          taken: first..<taken.count))
    }
  }

  /// The start, a frame for each row, and the end, where nothing can change any more.
  var count: Int { shots.count + 2 }

  var weight: Int { bytes(of: shots) + bytes(of: taken) + bytes(of: labels) }

  func frame(at index: Int) -> Frame {
    if index > shots.count { return end }
    var shown = Array(repeating: DBSCAN.noise, count: labels.count)
    for row in taken[..<(index == 0 ? 0 : shots[index - 1].taken.upperBound)] {
      shown[row] = labels[row]
    }
    var isDecided = shown.map { $0 >= 0 }
    var cores: Set<Int> = []
    for shot in shots[..<index] {
      isDecided[shot.row] = true
      if shot.isCore { cores.insert(shot.row) }
    }
    var frame = Frame(step: step(at: index), labels: shown, isDecided: isDecided)
    frame.cores = cores
    return frame
  }

  private var end: Frame {
    let groups = Set(labels.filter { $0 >= 0 }).count
    let noise = labels.count { $0 < 0 }
    var frame = Frame(
      step: .settled(groups: groups, noise: noise), labels: labels,
      isDecided: labels.map { _ in true })
    frame.cores = Set(shots.lazy.filter(\.isCore).map(\.row))
    return frame
  }

  private func step(at index: Int) -> FilmStep {
    guard index > 0 else { return .started }
    let shot = shots[index - 1]
    let near = (0..<points.count).filter { other in
      Distance.euclidean.between(shot.row, other, in: points) <= eps
    }
    return .visited(
      Visit(
        row: shot.row, neighbors: near, isCore: shot.isCore, startsGroup: shot.startsGroup,
        taken: shot.taken.count))
  }
}
