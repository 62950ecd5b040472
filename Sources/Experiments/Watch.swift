// Keeps the time of one run and asks its observer, between any two steps, whether to go on.

import Clustering

final class Watch {
  private let budget: Budget
  private let clock: Runner.Clock?
  private let observe: Runner.Observer
  private let start: Double
  /// Why the run has to stop, once it has to.
  private var reason: ExperimentError?

  init(budget: Budget, clock: Runner.Clock?, observe: @escaping Runner.Observer) {
    self.budget = budget
    self.clock = clock
    self.observe = observe
    start = clock?() ?? 0
  }

  /// Begins a stage.
  func enter(_ stage: RunProgress.Stage) throws(ExperimentError) {
    goesOn(RunProgress(stage: stage, fraction: 0))
    if let reason { throw reason }
  }

  /// Asks between two steps of the method.
  func goOn(at progress: FitProgress) throws(ExperimentError) {
    goesOn(RunProgress(stage: .clustering, fraction: min(1, progress.fraction)))
    if let reason { throw reason }
  }

  /// Runs a fit of the core that asks between its steps whether to go on.
  func fitting<Model>(
    _ fit: ((FitProgress) -> Bool) throws(ClusteringError) -> Model
  ) throws(ExperimentError) -> Model {
    do throws(ClusteringError) {
      return try fit { [self] progress in
        goesOn(RunProgress(stage: .clustering, fraction: progress.fraction))
      }
    } catch {
      throw reason ?? .clustering(error)
    }
  }

  /// Whether the run is still wanted, for work that stops by itself where it is not.
  func isAwaited(at progress: RunProgress) -> Bool { goesOn(progress) }

  @discardableResult
  private func goesOn(_ progress: RunProgress) -> Bool {
    if let seconds = budget.seconds, let clock, clock() - start > seconds {
      reason = .outOfTime(seconds: seconds)
    } else if !observe(progress) {
      reason = .cancelled
    }
    return reason == nil
  }
}
