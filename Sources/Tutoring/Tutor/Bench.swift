// Pictures and figures are runs. The bench runs them, remembers them, and can be asked in two
// ways: to work out what it does not know, which may take a while, or to show at a glance what
// it knows. So a face can draw a scene at once, let it be worked out beside the input, and draw
// it again.

package import Courseware
package import Experiments
package import Grading

package struct Bench: Sendable {
  private let ownRunner: Runner
  /// Reads what interview answers of a topic are marked for besides their content.
  package let structure: @Sendable (_ topic: String) -> Structure?
  /// The folder of the course, where it was named; nil for the one beside the program.
  package let courseFolder: String?
  /// Who marks written answers.
  package let markers: Markers
  /// Who can be asked for a second opinion on them, where the learner has named somebody.
  package let secondOpinion: SecondOpinion?
  private let memory = Memory(capacity: 512 << 20)
  private var manner = Manner.working(Errand())

  private enum Manner {
    case working(Errand)
    case glancing(Glance)
  }

  package init(
    runner: Runner, structure: @escaping @Sendable (_ topic: String) -> Structure? = { _ in nil },
    markers: Markers = .none, secondOpinion: SecondOpinion? = nil, courseFolder: String? = nil
  ) {
    ownRunner = runner
    self.structure = structure
    self.markers = markers
    self.secondOpinion = secondOpinion
    self.courseFolder = courseFolder
  }

  /// The same bench with the same memory, that works for an errand.
  func working(for errand: Errand) -> Bench {
    var bench = self
    bench.manner = .working(errand)
    return bench
  }

  /// The same bench with the same memory, that only shows what it knows.
  func seen(at glance: Glance) -> Bench {
    var bench = self
    bench.manner = .glancing(glance)
    return bench
  }

  /// Runs whatever is not remembered; at a glance it refuses every run.
  package var runner: Runner {
    switch manner {
    case .working(let errand): ownRunner.observed { errand.goesOn(at: $0) }
    case .glancing: ownRunner.observed { _ in false }
    }
  }

  /// Whether what is worked out here is still waited for.
  var isWanted: Bool {
    switch manner {
    case .working(let errand): !errand.isCancelled
    case .glancing: false
    }
  }

  /// The result of some work, which is done at most once while there is room.
  ///
  /// - Parameters:
  ///   - key: All that the result depends on, and what kind of result it is.
  ///   - weight: The size of a result in bytes, roughly.
  ///   - work: Asks this runner, which knows whether the result is still wanted.
  /// - Throws: `unfinished` at a glance at what is not known yet.
  package func result<Value: Sendable>(
    of key: some Hashable & Sendable, weight: (Value) -> Int = { _ in 1024 },
    _ work: (Runner) throws(ExperimentError) -> Value
  ) throws(ExperimentError) -> Value {
    let key = Memory.Key(key)
    if let known = memory.result(of: key), let value = try known.get() as? Value { return value }
    switch manner {
    case .glancing(let glance): throw glance.miss(key)
    case .working(let errand):
      errand.begin(key)
      let result = Result { () throws(ExperimentError) in try work(runner) }
      // A slow moment says nothing about the work.
      if result.isFinal {
        memory.keep(result.map { $0 as any Sendable }, of: key, weight: result.weight(weight))
        errand.hasWorkedOut()
      }
      return try result.get()
    }
  }
}

extension Result where Failure == ExperimentError {
  fileprivate var isFinal: Bool {
    switch self {
    case .failure(.outOfTime), .failure(.cancelled), .failure(.unfinished): false
    default: true
    }
  }

  fileprivate func weight(_ weight: (Success) -> Int) -> Int {
    (try? get()).map(weight) ?? 1024
  }
}

// MARK: - What is asked for most

extension Bench {
  private struct Run: Hashable {
    let settings: [Setting]
  }

  /// The trace of the experiment that these settings describe.
  package func trace(of settings: [Setting]) throws(ExperimentError) -> Trace {
    try result(of: Run(settings: settings), weight: \.weight) {
      (runner) throws(ExperimentError) in try runner.run(try Experiment(settings: settings))
    }
  }

  /// The same, for those who show something else where there is no trace.
  func outcome(of settings: [Setting]) -> Result<Trace, ExperimentError> {
    Result { () throws(ExperimentError) in try trace(of: settings) }
  }

  /// An experiment on film, its method begun with another seed than its data.
  private struct Take: Hashable {
    let settings: [Setting]
    let start: UInt64?
  }

  /// The film of these settings.
  package func film(of settings: [Setting], from start: UInt64?) throws(ExperimentError) -> Film {
    try result(of: Take(settings: settings, start: start), weight: \.weight) {
      (runner) throws(ExperimentError) in
      var experiment = try Experiment(settings: settings)
      let table = try runner.table(of: experiment)
      experiment.seed = start ?? experiment.seed
      return try runner.film(experiment, on: table)
    }
  }
}
