// Mini-batch k-means, batch by batch: what a visualization draws, and what `fit` runs through.

/// The centers between two batches of ``MiniBatchKMeans``.
public struct MiniBatchState: Sendable, Equatable {
  /// The batches learned from so far.
  public let batches: Int

  /// The rows of the last batch; empty at the start.
  public let batch: [Int]

  /// The centers, k × d.
  public let centers: Points

  /// How many drawn points each center has had.
  public let counts: [Int]

  /// The mean squared distance of the batch to the centers before they moved; nil at the start.
  public let batchError: Double?

  /// What the fit found; nil before the last state.
  public let model: KMeansModel?
}

/// The batches of ``MiniBatchKMeans``, from the first centers to the labels of all points.
public struct MiniBatchStates: Sequence, Sendable {
  let learner: MiniBatchLearner

  /// Starts from the first centers.
  public func makeIterator() -> Iterator {
    Iterator(learner: learner)
  }

  /// The fit between two batches.
  public struct Iterator: IteratorProtocol {
    private enum Stage { case beforeFirst, learning, over }

    private var learner: MiniBatchLearner
    private var stage = Stage.beforeFirst

    fileprivate init(learner: MiniBatchLearner) { self.learner = learner }

    /// The next state, or nil after the last.
    public mutating func next() -> MiniBatchState? {
      switch stage {
      case .over:
        return nil
      case .beforeFirst:
        stage = .learning
        return learner.state(model: nil)
      case .learning:
        guard !learner.advance() else { return learner.state(model: nil) }
        stage = .over
        return learner.state(model: learner.model)
      }
    }
  }
}

// MARK: - One run

/// The centers and what they have seen.
struct MiniBatchLearner: Sendable {
  let parameters: MiniBatchKMeans
  let points: Points

  private var centers: [Double]
  private var counts: [Int]
  private var generator: SeededGenerator
  private var batches = 0
  private var batch: [Int] = []
  private var batchError: Double?
  private var trend = ErrorTrend()

  init(parameters: MiniBatchKMeans, points: Points) {
    self.parameters = parameters
    self.points = points
    counts = Array(repeating: 0, count: parameters.k)
    generator = SeededGenerator(seed: parameters.seed)
    centers = parameters.firstCenters(of: points, using: &generator)
  }

  /// More points than there are say no more.
  private var batchSize: Int { min(parameters.batchSize, points.count) }

  /// As many batches as fill the epochs.
  private var mostBatches: Int {
    let (drawn, overflow) = points.count.multipliedReportingOverflow(by: parameters.epochs)
    return max(1, (overflow ? Int.max : drawn) / batchSize)
  }

  private var isAtRest: Bool {
    parameters.patience.map { trend.batchesWithoutGain >= $0 } ?? false
  }

  /// Learns from one more batch; false when there is no need.
  mutating func advance() -> Bool {
    guard batches < mostBatches, !isAtRest else { return false }
    batch = (0..<batchSize).map { _ in generator.nextIndex(below: points.count) }
    learn(from: points.selecting(rows: batch))
    batches += 1
    return true
  }

  /// Moves each center to the mean of all the points it ever had.
  private mutating func learn(from drawn: Points) {
    let labels = nearest(of: drawn)
    batchError =
      squaredErrors(drawn, labels: labels, centers: centers) / Double(drawn.count)
    let sums = plainSums(drawn, labels: labels, k: counts.count)
    let members = labels.reduce(into: [Int](repeating: 0, count: counts.count)) { $0[$1] += 1 }
    let d = points.dimensions
    for c in counts.indices where members[c] > 0 {
      counts[c] += members[c]
      for j in c * d..<(c + 1) * d {
        centers[j] += (sums[j] - Double(members[c]) * centers[j]) / Double(counts[c])
      }
    }
    trend.add(batchError ?? 0, weight: 2 * Double(drawn.count) / Double(points.count + 1))
  }

  private func nearest(of points: Points) -> [Int] {
    nearestCenters(of: points, centers: centers, threads: parameters.threads)
  }
}

extension MiniBatchLearner {
  /// The result, once the last batch is learned.
  var model: KMeansModel {
    let labels = nearest(of: points)
    return KMeansModel(
      labels: labels, centers: Points(checked: centers, dimensions: points.dimensions),
      inertia: squaredErrors(points, labels: labels, centers: centers), iterations: batches,
      converged: parameters.patience == nil || isAtRest,
      emptiedClusters: counts.count - Set(labels).count)
  }

  func state(model: KMeansModel?) -> MiniBatchState {
    MiniBatchState(
      batches: batches, batch: batch,
      centers: Points(checked: centers, dimensions: points.dimensions), counts: counts,
      batchError: batchError, model: model)
  }

  var progress: FitProgress {
    FitProgress(completed: batches, total: mostBatches)
  }
}

extension MiniBatchKMeans {
  /// The best of some starts. k-means++ would read all the points for each center, and the error
  /// takes another look at them; a sample tells both well enough.
  fileprivate func firstCenters(
    of points: Points, using generator: inout SeededGenerator
  ) -> [Double] {
    if case .given(let centers) = start { return centers.values }
    let size = max(3 * min(batchSize, points.count), 3 * k)
    let sample = points.selecting(rows: generator.nextIndices(size, below: points.count))
    var best = (error: Double.infinity, centers: [Double]())
    for _ in 0..<restarts {
      let rows =
        start == .random
        ? generator.nextIndices(k, below: sample.count)
        : kMeansPlusPlus(sample, k: k, using: &generator)
      let centers = sample.selecting(rows: rows).values
      let labels = nearestCenters(of: sample, centers: centers)
      let error = squaredErrors(sample, labels: labels, centers: centers)
      if error < best.error || best.centers.isEmpty { best = (error, centers) }
    }
    return best.centers
  }
}

/// The mean error of a batch, smoothed, because each batch is another draw: it weighs twice its
/// share of the points, at most 1.
private struct ErrorTrend: Sendable {
  private var smoothed: Double?
  private var least = Double.infinity
  private(set) var batchesWithoutGain = 0

  mutating func add(_ error: Double, weight: Double) {
    let share = min(1, weight)
    let now = smoothed.map { $0 * (1 - share) + error * share } ?? error
    smoothed = now
    if now < least {
      least = now
      batchesWithoutGain = 0
    } else {
      batchesWithoutGain += 1
    }
  }
}
