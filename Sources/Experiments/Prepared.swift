// What lies between the table and the clustering. It stays the same while only the method is
// changed, so whoever changes a method again and again prepares once.

package import Clustering

package struct Prepared: Sendable {
  /// The data as it came: all columns, own units.
  package let table: Table
  /// The chosen columns in the chosen units, before scaling.
  package let selected: Table
  /// What the algorithm sees: scaled, weighted, perhaps reduced.
  package let clustered: Points
  /// Share of the total squared distance that each selected feature has, before a reduction.
  package let distanceShares: [Double]
  /// The share of the spread that a reduction has kept; 1 without one.
  package let keptShare: Double

  /// The room that it takes besides the table, in bytes, roughly.
  package var weight: Int { 8 * (selected.points.values.count + clustered.values.count) }
}

extension Runner {
  /// The steps before the clustering.
  package func prepared(
    _ experiment: Experiment, _ table: Table, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Prepared {
    try budget.check(rows: table.points.count)
    return try prepared(experiment, table, watch(observe))
  }

  /// The clustering of what was prepared, by the method and the seed of the experiment.
  package func trace(
    of experiment: Experiment, _ prepared: Prepared, observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> Trace {
    try trace(of: experiment, prepared, watch(observe))
  }

  func prepared(
    _ experiment: Experiment, _ table: Table, _ watch: Watch
  ) throws(ExperimentError) -> Prepared {
    try watch.enter(.scaling)
    let selected = try experiment.selecting(from: table)
    let scaled = try experiment.scaled(selected)
    let shares = try clustering { () throws(ClusteringError) in
      try Quality.distanceShare(scaled)
    }
    let reduced = try experiment.reduced(scaled)
    let whole = experiment.components == nil ? 0 : scaled.spread
    let kept = whole == 0 ? 1 : reduced.spread / whole
    return Prepared(
      table: table, selected: selected, clustered: reduced, distanceShares: shares,
      keptShare: min(1, kept))
  }

  func trace(
    of experiment: Experiment, _ prepared: Prepared, _ watch: Watch
  ) throws(ExperimentError) -> Trace {
    try watch.enter(.clustering)
    let found = try experiment.method.groups(
      of: prepared.clustered,
      Fitting(seed: experiment.seed, budget: budget, threads: threads, watch: watch))
    let ordered = Groups(found.labels, of: prepared.selected.points)
    try watch.enter(.measuring)
    return Trace(
      experiment: experiment, table: prepared.table, selected: prepared.selected,
      clustered: prepared.clustered, labels: ordered.labels, groupCount: ordered.centers.count,
      centers: ordered.centers, iterations: found.iterations,
      distanceShares: prepared.distanceShares, advice: found.advice.map(\.description))
  }
}

extension Points {
  /// The sum of squared differences from the means of the features.
  fileprivate var spread: Double {
    var means = Array(repeating: 0.0, count: dimensions)
    for i in 0..<count {
      for j in 0..<dimensions { means[j] += values[i * dimensions + j] / Double(count) }
    }
    return values.indices.reduce(0.0) { sum, index in
      let step = values[index] - means[index % dimensions]
      return sum + step * step
    }
  }
}
