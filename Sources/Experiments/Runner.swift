// Runs an experiment, step by step, and leaves the trace.
//
//     data → features → scale → (reduce) → cluster
//
// The runner touches no disk and no clock: a closure hands out the bytes of the course's files,
// another tells the time. The same experiment gives the same trace everywhere.

import Clustering

package struct Runner: Sendable {
  /// The bytes of a file of the course, by its path inside the course folder.
  package typealias FileReader = @Sendable (String) -> [UInt8]?
  /// Seconds since whenever.
  package typealias Clock = @Sendable () -> Double
  /// Told how far a run is; false stops it.
  package typealias Observer = (RunProgress) -> Bool

  package let read: FileReader
  /// The learner's own files, which no content can name.
  package let own: OwnFiles
  package var budget: Budget
  /// How many threads share one fit; the result is the same for any number.
  package let threads: Int
  /// Without a clock no time is kept.
  package let clock: Clock?
  /// Asked by every run, besides the observer of that run.
  private var onlooker: @Sendable (RunProgress) -> Bool = { _ in true }
  /// What was run before; nil for a runner that runs everything anew.
  var memory: RunMemory?

  package init(
    read: @escaping FileReader = { _ in nil }, own: OwnFiles = OwnFiles(),
    budget: Budget = .course, threads: Int = 1, clock: Clock? = nil
  ) {
    self.read = read
    self.own = own
    self.budget = budget
    self.threads = threads
    self.clock = clock
  }

  /// The same runner, each of whose runs is told to `onlooker`, who stops it by false.
  package func observed(by onlooker: @escaping @Sendable (RunProgress) -> Bool) -> Runner {
    var runner = self
    runner.onlooker = onlooker
    return runner
  }

  func watch(_ observe: @escaping Observer) -> Watch {
    let onlooker = onlooker
    return Watch(budget: budget, clock: clock) { onlooker($0) && observe($0) }
  }

  /// Runs all steps.
  ///
  /// - Throws: ``ExperimentError``, `cancelled` when the observer said false.
  package func run(
    _ experiment: Experiment, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Trace {
    try once("trace", experiment.settings) { () throws(ExperimentError) in
      let watch = watch(observe)
      try watch.enter(.reading)
      return try run(experiment, on: try table(of: experiment), watch)
    }
  }

  /// Runs all steps on another table than the experiment's own, with the same columns.
  package func run(
    _ experiment: Experiment, on table: Table, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Trace {
    try budget.check(rows: table.points.count)
    return try run(
      experiment, on: table, watch(observe))
  }

  private func run(
    _ experiment: Experiment, on table: Table, _ watch: Watch
  ) throws(ExperimentError) -> Trace {
    try trace(of: experiment, try prepared(experiment, table, watch), watch)
  }

  /// The table that an experiment starts from, within the budget.
  package func table(of experiment: Experiment) throws(ExperimentError) -> Table {
    let table: Table
    switch experiment.data {
    case .generated(let generator):
      try budget.check(rows: generator.rows)
      table = try generator.table(seed: experiment.seed)
    case .file(let path):
      guard staysInside(path) else { throw .pathRefused(path) }
      guard let bytes = read(path) else { throw .fileMissing(path) }
      table = try DataFile(bytes: bytes, path: path, TableRequest(textColumns: .skip)).table
    }
    try budget.check(rows: table.points.count)
    return table
  }
}

extension Budget {
  func check(rows: Int) throws(ExperimentError) {
    guard rows <= points else {
      throw .tooManyRows(rows: rows, allowed: points, method: "an experiment")
    }
  }
}

/// Turns the core's errors into the room's.
func clustering<Result>(
  _ body: () throws(ClusteringError) -> Result
) throws(ExperimentError) -> Result {
  do {
    return try body()
  } catch {
    throw .clustering(error)
  }
}
