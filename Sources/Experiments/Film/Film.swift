// An experiment, one step of its method at a time: what a learner watches, forwards and back.
//
// A film keeps what each step decided and not what everything looked like afterwards, so that
// many thousand steps of many thousand points take little room; a frame is worked out when it is
// looked at. Any frame can be asked for at any time, in any order, and is always the same.

package import Clustering

/// The steps of one experiment.
package struct Film: Sendable {
  package let experiment: Experiment
  /// The chosen columns in the chosen units.
  package let selected: Table
  /// What the algorithm saw: scaled, weighted, perhaps reduced.
  package let clustered: Points
  private let reel: any Reel

  init(experiment: Experiment, selected: Table, clustered: Points, reel: any Reel) {
    self.experiment = experiment
    self.selected = selected
    self.clustered = clustered
    self.reel = reel
  }

  /// How many frames there are: the start, and one for each step.
  package var count: Int { reel.count }

  /// What it looked like after so many steps.
  package func frame(at index: Int) -> Frame {
    reel.frame(at: min(max(0, index), count - 1))
  }

  /// The same, a tree cut into so many groups; other methods leave nothing to cut.
  package func frame(at index: Int, cutInto groups: Int) -> Frame {
    reel.frame(at: min(max(0, index), count - 1), cutInto: groups)
  }

  /// How many groups a cut of the tree at this height leaves; nil for methods without a tree.
  package func groups(cutAt height: Double) -> Int? { reel.groups(cutAt: height) }

  /// The room that it takes, in bytes, roughly: the points before and after scaling, and the steps.
  package var weight: Int {
    bytes(of: selected.points.values) + bytes(of: selected.kinds ?? [])
      + bytes(of: clustered.values) + reel.weight
  }

  /// The inertia of every frame up to this one, where the method has one.
  package func inertias(upTo index: Int) -> [(frame: Int, inertia: Double)] {
    (0...min(max(0, index), count - 1)).compactMap { frame in
      reel.inertia(at: frame).map { (frame, $0) }
    }
  }
}

/// What it looks like between two steps. The last frame has the labels of the trace.
package struct Frame: Sendable, Equatable {
  package let step: FilmStep
  /// The group of each row, as in ``Trace/labels``; -1 for rows that are in none so far.
  package let labels: [Int]
  /// The rows of which it is decided what they are. The others may still join a group.
  package let isDecided: [Bool]
  /// The rows that are core points so far; empty for methods without.
  package var cores: Set<Int> = []
  /// Where each center stands, in the units of the chosen columns; empty for methods without.
  package var centers: [[Double]] = []
  /// Where each center stood before, the oldest first.
  package var trails: [[[Double]]] = []
  /// In the units of what was clustered.
  package var inertia: Double?
  /// The tree so far; nil for methods without.
  package var tree: MergeTree?
}

/// A tree of merges while it grows. Clusters 0 ..< n are the rows; merge number m makes cluster
/// n + m.
package struct MergeTree: Sendable, Equatable {
  package struct Merge: Sendable, Equatable {
    package let a: Int
    package let b: Int
    package let height: Double
  }

  /// The rows in an order in which no branches of the whole tree cross.
  package let leaves: [Int]
  /// So far, the lowest first.
  package let merges: [Merge]
  /// The height of the last merge of the whole tree.
  package let tallest: Double
  package var cut: TreeCut

  /// Whether the merges have gone beyond the cut, which undoes those above it.
  package var isBeyondCut: Bool { merges.count > cut.merges }
}

/// Where the whole tree is cut, and into what.
package struct TreeCut: Sendable, Equatable {
  package var height: Double
  /// How many rows each group has, the largest first.
  package let sizes: [Int]
  /// How many merges lie below it.
  package let merges: Int
}

/// What a step did.
package enum FilmStep: Sendable, Equatable {
  case started
  /// k-means: each row took its nearest center.
  case assigned(round: Int, changed: Int)
  /// k-means: each center moved to the mean of its rows; the longest way, in the units of what
  /// was clustered.
  case moved(round: Int, farthest: Double)
  /// k-means: nothing changes any more, or the limit was reached.
  case atRest(rounds: Int, converged: Bool)
  /// DBSCAN: a row was looked at.
  case visited(Visit)
  /// DBSCAN: every row was looked at; this many are noise for good.
  case settled(groups: Int, noise: Int)
  /// Agglomerative: two clusters became one.
  case merged(rows: [Int], with: [Int], height: Double)
}

/// A row that DBSCAN looked at.
package struct Visit: Sendable, Equatable {
  package let row: Int
  /// The rows within eps, the row itself among them.
  package let neighbors: [Int]
  package let isCore: Bool
  /// Whether a new group begins here.
  package let startsGroup: Bool
  /// How many rows it took into its group.
  package let taken: Int
}

/// How a method's steps are kept.
protocol Reel: Sendable {
  var count: Int { get }
  /// In bytes, roughly, without the points.
  var weight: Int { get }
  func frame(at index: Int) -> Frame
  func frame(at index: Int, cutInto groups: Int) -> Frame
  func groups(cutAt height: Double) -> Int?
  func inertia(at index: Int) -> Double?
}

extension Reel {
  func frame(at index: Int, cutInto groups: Int) -> Frame { frame(at: index) }
  func groups(cutAt height: Double) -> Int? { nil }
  func inertia(at index: Int) -> Double? { nil }
}

/// What an array takes, without what its elements hold elsewhere.
func bytes<Element>(of array: [Element]) -> Int {
  32 + array.count * MemoryLayout<Element>.stride
}

// MARK: - Filming

extension Runner {
  /// Runs an experiment and keeps every step.
  ///
  /// - Throws: As ``run(_:observe:)``.
  package func film(
    _ experiment: Experiment, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Film {
    try film(try run(experiment, observe: observe), observe: observe)
  }

  /// The same on another table than the experiment's own, with the same columns.
  package func film(
    _ experiment: Experiment, on table: Table, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Film {
    try film(try run(experiment, on: table, observe: observe), observe: observe)
  }

  /// The steps that led to a trace.
  package func film(
    _ trace: Trace, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Film {
    let watch = watch(observe)
    try watch.enter(.clustering)
    let reel = try trace.experiment.method.reel(of: trace, budget: budget, watch: watch)
    return Film(
      experiment: trace.experiment, selected: trace.selected, clustered: trace.clustered,
      reel: reel)
  }
}

extension Method {
  fileprivate func reel(
    of trace: Trace, budget: Budget, watch: Watch
  ) throws(ExperimentError) -> any Reel {
    switch self {
    case .kMeans(let settings):
      let method = settings.method(seed: trace.experiment.seed, iterations: budget.iterations)
      return try KMeansReel(of: method, trace, watch)
    case .dbscan(let eps, let minSamples):
      return try DBSCANReel(of: DBSCAN(eps: eps, minSamples: minSamples), trace, watch)
    case .agglomerative(let linkage, let k):
      return try MergeReel(of: Agglomerative(linkage: linkage), k: k, trace, watch)
    case .hdbscan, .gaussianMixture, .kMedoids, .meanShift, .bisecting, .spectral, .optics,
      .miniBatch:
      let watchable: [AlgorithmName] = [.kMeans, .dbscan, .agglomerative]
      let names = watchable.map(\.rawValue)
      throw .settings([SettingFault(name: "algorithm", value: name, isNoneOf: names)])
    }
  }
}
