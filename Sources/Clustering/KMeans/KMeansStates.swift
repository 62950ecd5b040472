// k-means, step by step: what a visualization draws, and what `fit` runs through.
//
//     for state in try KMeans(k: 3, restarts: 1).states(of: points) {
//       draw(state.labels, state.centers)   // started, assigned, updated, assigned, …
//     }

/// The centers and labels between two steps of ``KMeans``.
public struct KMeansState: Sendable, Equatable {
  /// What was just done.
  public enum Step: Sendable, Equatable {
    /// The first centers stand; no point has a label.
    case started

    /// Each point took its nearest center; this many labels changed.
    case assigned(changed: Int)

    /// Each center moved to the mean of its points; `shift` is the sum of the squared shifts.
    case updated(shift: Double)

    /// The run has ended. The last state of all is the best run's.
    case finished
  }

  /// Which run this is, from 0.
  public let restart: Int

  /// What was just done.
  public let step: Step

  /// The assignments made so far in this run.
  public let iteration: Int

  /// The label of each point; ``unassigned`` before the first assignment.
  public let labels: [Int]

  /// The centers, k × d.
  public let centers: Points

  /// How many clusters have lost all their points so far.
  public let emptiedClusters: Int

  /// Whether the run came to rest.
  public let converged: Bool

  let points: Points

  /// The label of a point before the first assignment.
  public static let unassigned = -1

  /// The sum of squared distances from the points to their centers, computed when it is asked
  /// for; nil before the first assignment.
  public var inertia: Double? {
    step == .started ? nil : squaredErrors(points, labels: labels, centers: centers.values)
  }
}

/// The states of a search, run after run. The last is the end of the run with the lowest
/// inertia, the result of ``KMeans/fit(_:while:)``.
public struct KMeansStates: Sequence, Sendable {
  let parameters: KMeans
  let points: Points

  /// Starts the search from its beginning.
  public func makeIterator() -> Iterator {
    Iterator(parameters: parameters, points: points)
  }

  /// The search between two steps.
  public struct Iterator: IteratorProtocol {
    private let parameters: KMeans
    private let prepared: PreparedPoints
    private var restart = 0
    private var run: Lloyd
    private var best: (restart: Int, inertia: Double, labels: [Int], run: Lloyd)?
    private var stage = Stage.beforeFirst

    private enum Stage { case beforeFirst, running, over }

    init(parameters: KMeans, points: Points) {
      self.parameters = parameters
      prepared = PreparedPoints(points, k: parameters.k, threads: parameters.threads)
      run = parameters.run(0, of: prepared)
    }

    /// The next state, or nil after the last.
    public mutating func next() -> KMeansState? {
      guard stage != .beforeFirst else {
        stage = .running
        return run.state(restart: restart)
      }
      return advance() ? run.state(restart: restart) : nil
    }
  }
}

extension KMeansStates.Iterator {
  /// Makes one step of the search; false when it is over. The steps of `fit` are these, but
  /// nobody asks for the states between them.
  mutating func advance() -> Bool {
    guard stage != .over else { return false }
    stage = .running
    if run.advance() {
      if run.step == .finished { keepIfBest() }
    } else if restart + 1 < parameters.runs {
      restart += 1
      run = parameters.run(restart, of: prepared)
    } else {
      stage = .over
      return returnToBest()
    }
    return true
  }

  private mutating func keepIfBest() {
    let labels = run.assignment.labels
    let inertia = squaredErrors(run.points, labels: labels, centers: run.centers)
    if let best, best.inertia <= inertia { return }
    best = (restart, inertia, labels, run)
  }

  /// Ends with the best run; false when that is the last one, whose end was just shown.
  private mutating func returnToBest() -> Bool {
    guard let best, best.restart != restart else { return false }
    (restart, run) = (best.restart, best.run)
    return true
  }

  /// What the search found, once it is over.
  var result: KMeansModel {
    KMeansModel(
      labels: best?.labels ?? [],
      centers: Points(checked: run.centers, dimensions: run.points.dimensions),
      inertia: best?.inertia ?? 0,
      iterations: run.iteration,
      converged: run.converged,
      emptiedClusters: run.emptiedClusters)
  }

  var progress: FitProgress {
    let length = parameters.maxIterations
    return FitProgress(
      completed: stage == .over ? parameters.runs * length : restart * length + run.iteration,
      total: parameters.runs * length)
  }
}

extension Lloyd {
  var emptiedClusters: Int { emptied.count { $0 } }

  func state(restart: Int) -> KMeansState {
    KMeansState(
      restart: restart, step: step, iteration: iteration, labels: assignment.labels,
      centers: Points(checked: centers, dimensions: points.dimensions),
      emptiedClusters: emptiedClusters, converged: converged, points: points)
  }
}
