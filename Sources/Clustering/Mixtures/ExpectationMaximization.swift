// One run of expectation maximization, iteration by iteration.

/// A run between two iterations.
struct ExpectationMaximization: Sendable {
  let parameters: GaussianMixture
  let points: Points
  let grouped: MixturePoints

  var step = GaussianMixtureState.Step.started
  var iteration = 0
  var mixture: Mixture
  var converged = false

  /// Of a point, on average, under the components before the last iteration.
  var meanLogLikelihood = -Double.infinity

  /// Makes the next iteration; false when there is none.
  mutating func advance() -> Bool {
    switch step {
    case .iterated(let change) where change.magnitude < parameters.tolerance:
      converged = true
      step = .finished
    case .iterated where iteration == parameters.maxIterations:
      step = .finished
    case .started, .iterated:
      iterate()
    case .finished, .collapsed:
      return false
    }
    return true
  }

  /// E step and M step.
  private mutating func iterate() {
    do throws(MixtureDensity.Singular) {
      let density = try MixtureDensity(mixture)
      let statistics = statistics(under: density)
      let mean = statistics.logLikelihood / Double(points.count)
      let change = mean - meanLogLikelihood
      mixture = Mixture(
        statistics, covariance: parameters.covariance, regularization: parameters.regularization)
      // The next density has to exist, too.
      _ = try MixtureDensity(mixture)
      iteration += 1
      meanLogLikelihood = mean
      step = .iterated(change: change)
    } catch {
      step = .collapsed(component: error.component)
    }
  }

  /// What the M step needs, summed up around the present means.
  private func statistics(under density: MixtureDensity) -> MixtureStatistics {
    let statistics = density.statistics(of: grouped, threads: parameters.threads)
    guard statistics.lostDigits else { return statistics }
    // Rare, after a start far off: a second pass around the means that the first has found.
    var again = MixtureStatistics(
      around: statistics.means, dimensions: points.dimensions, isDiagonal: density.isDiagonal)
    density.addRows(0..<points.count, of: grouped.rows, to: &again)
    return again
  }
}
