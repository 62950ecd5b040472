// A mixture, iteration by iteration: what a visualization draws, and what `fit` runs through.
//
//     for state in try GaussianMixture(k: 3).states(of: points) {
//       draw(state.means, state.covariances)   // started, iterated, iterated, …, finished
//     }

/// The components of a ``GaussianMixture`` between two iterations.
public struct GaussianMixtureState: Sendable, Equatable {
  /// What was just done.
  public enum Step: Sendable, Equatable {
    /// The first components stand.
    case started

    /// An expectation and a maximization were made. The mean log-likelihood of a point, before
    /// the maximization, is higher by `change` than in the iteration before.
    case iterated(change: Double)

    /// A component lost its volume beyond what the regularization holds; the run is given up.
    case collapsed(component: Int)

    /// The run has ended. The last state of all is the best run's.
    case finished
  }

  /// Which run this is, from 0.
  public let restart: Int

  /// What was just done.
  public let step: Step

  /// The iterations made so far in this run.
  public let iteration: Int

  /// Whether the run came to rest.
  public let converged: Bool

  /// The mean log-likelihood of a point in the last expectation; minus infinity before any.
  public let meanLogLikelihood: Double

  let mixture: Mixture
  let points: Points

  /// The share of each component in all points, with the sum 1.
  public var weights: [Double] { mixture.weights }

  /// The means, k × d.
  public var means: Points { Points(checked: mixture.means, dimensions: mixture.dimensions) }

  /// The covariance matrix of component `c`, d × d row after row.
  public func covarianceMatrix(of c: Int) -> [Double] { mixture.covarianceMatrix(of: c) }

  /// The responsibilities under these components, n × k, computed when they are asked for; nil
  /// after a collapse.
  public var responsibilities: Points? {
    (try? MixtureDensity(mixture))?.assess(points, threads: 1).responsibilities
  }
}

/// The states of a search, run after run. The last is the end of the run with the highest
/// likelihood, the result of ``GaussianMixture/fit(_:while:)``.
public struct GaussianMixtureStates: Sequence, Sendable {
  let first: ExpectationMaximization

  /// Finds the first components of the first run.
  init(
    parameters: GaussianMixture, points: Points, while shouldContinue: () -> Bool
  ) throws(ClusteringError) {
    first = try parameters.run(0, of: points, while: shouldContinue)
  }

  /// Starts the search from its beginning.
  public func makeIterator() -> Iterator {
    Iterator(run: first)
  }

  /// The search between two iterations.
  public struct Iterator: IteratorProtocol {
    private var restart = 0
    private var run: ExpectationMaximization
    private var best: (restart: Int, run: ExpectationMaximization)?
    private var stage = Stage.beforeFirst

    private enum Stage { case beforeFirst, running, over }

    init(run: ExpectationMaximization) {
      self.run = run
    }

    /// The next state, or nil after the last.
    public mutating func next() -> GaussianMixtureState? {
      guard stage != .beforeFirst else {
        stage = .running
        return run.state(restart: restart)
      }
      let isThereMore = try? advance { true }
      return isThereMore == true ? run.state(restart: restart) : nil
    }
  }
}

extension GaussianMixtureStates.Iterator {
  /// Makes one step of the search; false when it is over. The steps of `fit` are these, but
  /// nobody asks for the states between them.
  ///
  /// - Parameter shouldContinue: Asked while the first components of a further run are sought.
  mutating func advance(while shouldContinue: () -> Bool) throws(ClusteringError) -> Bool {
    guard stage != .over else { return false }
    stage = .running
    if run.advance() {
      if run.step == .finished { keepIfLikelier() }
      return true
    }
    if restart + 1 < run.parameters.runs {
      run = try run.parameters.run(
        restart + 1, of: run.points, grouped: run.grouped, while: shouldContinue)
      restart += 1
      return true
    }
    stage = .over
    return returnToBest()
  }

  private mutating func keepIfLikelier() {
    if let best, best.run.meanLogLikelihood >= run.meanLogLikelihood { return }
    best = (restart, run)
  }

  /// Ends with the best run; false when that is the last one, whose end was just shown.
  private mutating func returnToBest() -> Bool {
    guard let best, best.restart != restart else { return false }
    (restart, run) = (best.restart, best.run)
    return true
  }

  var progress: FitProgress {
    let (runs, length) = (run.parameters.runs, run.parameters.maxIterations)
    return FitProgress(
      completed: stage == .over ? runs * length : restart * length + run.iteration,
      total: runs * length)
  }

  /// What the search found, once it is over.
  ///
  /// - Throws: ``ClusteringError/collapsedComponent(component:)`` when no run came to its end.
  func result() throws(ClusteringError) -> GaussianMixtureModel {
    if case .collapsed(let component) = run.step {
      throw .collapsedComponent(component: component)
    }
    do throws(MixtureDensity.Singular) {
      return try GaussianMixtureModel(run)
    } catch {
      throw .collapsedComponent(component: error.component)
    }
  }
}

extension ExpectationMaximization {
  func state(restart: Int) -> GaussianMixtureState {
    GaussianMixtureState(
      restart: restart, step: step, iteration: iteration, converged: converged,
      meanLogLikelihood: meanLogLikelihood, mixture: mixture, points: points)
  }
}
