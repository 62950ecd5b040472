// k-means: k centers, each the mean of the points that are nearest to it.
//
//     place k centers
//     repeat
//       assign   each point takes the label of its nearest center
//       update   each center moves to the mean of its points
//     until an assignment changes no label
//
// It minimizes the inertia, the sum of squared distances from the points to their centers.
// Neither step can raise it: a point only changes to a center that is nearer, or as near and
// earlier, and the mean is the spot with the least sum of squares. So no labeling comes twice
// (but for rounding, where `maxIterations` sees to the end), and as there are finitely many the
// loop ends. But it ends in a local minimum that depends on where the centers were placed. Hence
// the careful start (k-means++) and the restarts, of which the one with the lowest inertia is
// kept.
//
// The time goes into the assignment. `NearestCenter.swift` is its plain loop. Small data take
// the one for eight points at a time (`NearestOfEight.swift`). Points of the plane are assigned
// by whole cells of a grid (`PlaneAssignment.swift`); in more dimensions bounds spare most of the
// distances, and most others are taken in 16 bits (`BoundedAssignment.swift`). `Assignment.swift`
// chooses. All give the same labels. What is added up for the means is only what has changed its
// cluster (`ExactSums.swift`).
//
// Lloyd 1982, https://doi.org/10.1109/TIT.1982.1056489

/// Lloyd's k-means with the Euclidean distance.
///
///     let model = try KMeans(k: 3, seed: 7).fit(points)
///     model.labels    // one of 0, 1, 2 for each point
///     model.centers   // 3 × d
///
/// The same parameters give the same result on every platform and for every number of threads.
public struct KMeans: ClusteringMethod, Equatable {
  /// Where the centers are at first.
  public enum Start: Sendable, Equatable {
    /// Points far from the centers already chosen are likelier (Arthur and Vassilvitskii 2007).
    case kMeansPlusPlus

    /// k different points, each equally likely.
    case random

    /// These centers, k × d. There is nothing to draw, so there is one run, without restarts.
    case given(Points)
  }

  /// The number of clusters.
  public let k: Int

  /// Where the centers are at first.
  public let start: Start

  /// How many runs are made from different starts; the one with the lowest inertia is kept.
  public let restarts: Int

  /// The most times that one run may assign and update.
  public let maxIterations: Int

  /// A run also stops when an update moves the centers by little: when the sum of their
  /// squared shifts is at most `tolerance` times the mean variance of the features. With 0
  /// it stops only when no label changes.
  public let tolerance: Double

  /// The seed of the starts.
  public let seed: UInt64

  /// How many threads share a large assignment.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    k: Int, start: Start = .kMeansPlusPlus, restarts: Int = 10, maxIterations: Int = 300,
    tolerance: Double = 0, seed: UInt64 = 0, threads: Int = 1
  ) {
    self.k = k
    self.start = start
    self.restarts = restarts
    self.maxIterations = maxIterations
    self.tolerance = tolerance
    self.seed = seed
    self.threads = threads
  }

  /// Finds k clusters in n × d points, in O(n · d · k) for each iteration.
  ///
  /// - Parameter shouldContinue: Asked after every step; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when k exceeds the number
  ///   of points, when given centers are not k × d, or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> KMeansModel {
    var search = try states(of: points).makeIterator()
    while search.advance() {
      guard shouldContinue(search.progress) else { throw .cancelled }
    }
    return search.result
  }

  /// The same search, one step at a time; its last state is the result of ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> KMeansStates {
    try check(points)
    return KMeansStates(parameters: self, points: points)
  }
}

/// A clustering with k centers.
public struct KMeansModel: LabeledModel, Encodable {
  /// For each of the n points the index of its nearest center; the lowest on a tie.
  public let labels: [Int]

  /// The centers, k × d.
  public let centers: Points

  /// The sum of squared distances from the points to their centers.
  public let inertia: Double

  /// The assignments made, the one included that changed nothing. After a stop by `tolerance` or
  /// `maxIterations` a last one lets the labels follow the centers, and is not counted. Of
  /// ``MiniBatchKMeans``, the batches.
  public let iterations: Int

  /// Whether the run came to rest before `maxIterations`. A ``MiniBatchKMeans`` without patience
  /// looks for no rest; its model always says true.
  public let converged: Bool

  /// How many clusters lost all their points on the way. Such a cluster keeps its center where
  /// it was; more than 0 suggests another start or a smaller k.
  public let emptiedClusters: Int

  enum CodingKeys: CodingKey {
    case labels, centers, inertia, iterations, converged, emptiedClusters
  }

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] {
    var advice: [Advice] = []
    // Without any distance left, the points lie on as many spots as there are labels in use.
    if inertia == 0 {
      let distinct = Set(labels).count
      if distinct < centers.count {
        advice.append(.fewerDistinctPoints(clusters: centers.count, distinct: distinct))
      }
    }
    if emptiedClusters > 0 { advice.append(.emptiedClusters(emptiedClusters)) }
    if !converged { advice.append(.notConverged(iterations: iterations)) }
    return advice
  }

  /// The nearest center of each new point, in O(m · d · k) for m points.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func predict(_ points: Points) throws(ClusteringError) -> [Int] {
    try points.require(dimensions: centers.dimensions)
    return nearestCenters(of: points, centers: centers.values, threads: 1)
  }
}

// MARK: - One run

/// One run of Lloyd's algorithm, between two steps.
struct Lloyd {
  let points: Points
  let maxIterations: Int
  let toleratedShift: Double  // Negative when only unchanged labels end the run.
  let threads: Int

  var step = KMeansState.Step.started
  var iteration = 0
  var centers: [Double]
  var members: ExactSums
  var emptied: [Bool]
  var converged = false
  var assignment: Assignment

  /// Makes the next step; false when there is none.
  mutating func advance() -> Bool {
    switch step {
    case .assigned(changed: 0):
      converged = true
      step = .finished
    case .assigned:
      step = .updated(shift: update())
    case .updated(let shift) where shift <= toleratedShift || iteration == maxIterations:
      // The labels have yet to follow the last move of the centers.
      converged = assign() == 0 || shift <= toleratedShift
      for c in emptied.indices where members.count(c) == 0 { emptied[c] = true }
      step = .finished
    case .started, .updated:
      iteration += 1
      step = .assigned(changed: assign())
    case .finished:
      return false
    }
    return true
  }

  /// Gives each point the label of its nearest center, and counts the labels that changed.
  mutating func assign() -> Int {
    let moves = assignment.assign(points, centers: centers, threads: threads)
    for part in moves { members.add(part) }
    return moves.reduce(0) { $0 + $1.moves }
  }

  /// Moves each center to the mean of its points, and sums the squared shifts. A center without
  /// points stays where it is.
  mutating func update() -> Double {
    let d = points.dimensions
    let sums = assignment.sumsIfInexact(points)
    var shift = 0.0
    for c in emptied.indices {
      guard members.count(c) > 0 else {
        emptied[c] = true
        continue
      }
      for j in 0..<d {
        let mean = members.mean(c, j, orOf: sums)
        let move = mean - centers[c * d + j]
        shift += move * move
        centers[c * d + j] = mean
      }
    }
    return shift
  }
}
