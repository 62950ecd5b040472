// Runs a trial of the playground, in steps that can be asked for one by one.

extension Runner {
  /// The learner's own table as it is; all of its bytes are read.
  package func ownTable(
    _ path: String, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> OwnTable {
    let watch = watch(observe)
    try watch.enter(.reading)
    return try OwnTable(
      bytes: try own.bytes(of: path), path: fileName(of: path), observe: watch.isAwaited(at:))
  }

  /// The table of a trial.
  ///
  /// - Parameter own: the table at the trial's path, where it has one.
  package func decided(
    _ trial: Trial, own: () throws(ExperimentError) -> OwnTable
  ) throws(ExperimentError) -> Decided {
    let experiment = trial.experiment
    if trial.path != nil {
      return try own().deciding(
        trial.missing, features: experiment.features,
        sample: trial.sample.map { (size: $0, seed: experiment.seed) })
    }
    let decided = Decided(builtIn: try table(of: experiment))
    guard let sample = trial.sample else { return decided }
    return try decided.sampled(sample, seed: experiment.seed)
  }

  /// All steps before the clustering. Where nobody chose, the columns of `decided` take part.
  package func prepared(
    _ trial: Trial, _ decided: Decided, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Prepared {
    var experiment = trial.experiment
    if experiment.features.isEmpty, decided.taking.columns != decided.table.columns {
      experiment.features = decided.taking.columns
    }
    return try prepared(experiment, decided.table, observe: observe)
  }
}

/// A trial that was run to its end, as a command replays it.
package struct Replay: Sendable {
  package let trace: Trace
  package let decided: Decided
  /// By what the data is known now; nil for built-in data.
  package let digest: DataDigest?
  fileprivate let own: OwnTable?

  /// Each row and its group.
  package func groupList(_ name: (Int) -> String) -> String {
    GroupList.csv(of: trace, decided, own: own, name: name)
  }
}

extension Runner {
  package func replay(
    _ trial: Trial, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Replay {
    let table: OwnTable? =
      if let path = trial.path { try ownTable(path, observe: observe) } else { nil }
    let decided = try decided(trial) { () throws(ExperimentError) in
      guard let table else { throw .cancelled }
      return table
    }
    let prepared = try prepared(trial, decided, observe: observe)
    return Replay(
      trace: try trace(of: trial.experiment, prepared, observe: observe), decided: decided,
      digest: table?.digest, own: table)
  }
}
