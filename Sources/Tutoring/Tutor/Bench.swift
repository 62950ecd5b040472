// Pictures and figures are runs, and the same scene is drawn many times: the bench remembers
// what it has run. A run is a pure function of its experiment, so remembering changes nothing.

package import Experiments
import Synchronization

package final class Bench: Sendable {
  package let runner: Runner
  private let known = Mutex<[[Setting]: Result<Trace, ExperimentError>]>([:])
  private let films = Mutex<[Take: Film]>([:])
  /// A trace holds a few hundred kilobytes at most; this many are a few screens' worth.
  private static let capacity = 64

  package init(runner: Runner) {
    self.runner = runner
  }

  /// The trace of the experiment that these settings describe, run at most once.
  func trace(of settings: [Setting]) throws(ExperimentError) -> Trace {
    if let result = known.withLock({ $0[settings] }) { return try result.get() }
    let result = Result { () throws(ExperimentError) in
      try runner.run(try Experiment(settings: settings))
    }
    // A slow moment says nothing about the experiment.
    if case .failure(.outOfTime) = result { return try result.get() }
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll() }
      known[settings] = result
    }
    return try result.get()
  }

  /// An experiment on film, its method begun with another seed than its data.
  private struct Take: Hashable {
    let settings: [Setting]
    let start: UInt64?
  }

  /// The film of these settings, made at most once in a while.
  func film(of settings: [Setting], from start: UInt64?) throws(ExperimentError) -> Film {
    let take = Take(settings: settings, start: start)
    if let film = films.withLock({ $0[take] }) { return film }
    var experiment = try Experiment(settings: settings)
    let table = try runner.table(of: experiment)
    experiment.seed = start ?? experiment.seed
    let film = try runner.film(experiment, on: table)
    films.withLock { films in
      // Two runs beside each other, and a few that were just looked at.
      if films.count >= 8 { films.removeAll() }
      films[take] = film
    }
    return film
  }
}
