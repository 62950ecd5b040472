// What is known about a trial, asked of the bench step by step. Each step is remembered by what it
// depends on: another k scales nothing again, another picture clusters nothing again.

import Charts
package import Experiments

struct Playing {
  let trial: Trial
  let bench: Bench
  /// Tells the learner's file as it is now from what it was; empty for built-in data.
  private let stamp: String

  init(trial: Trial, bench: Bench) {
    self.trial = trial
    self.bench = bench
    stamp = trial.path.map(bench.runner.own.stamp) ?? ""
  }

  private struct Step: Hashable {
    let name: String
    let settings: [Setting]
    let stamp: String
  }

  private func step<Value: Sendable>(
    _ name: String, _ settings: [Setting], weight: (Value) -> Int = { _ in 1024 },
    _ work: (Runner) throws(ExperimentError) -> Value
  ) throws(ExperimentError) -> Value {
    try bench.result(of: Step(name: name, settings: settings, stamp: stamp), weight: weight) {
      (runner) throws(ExperimentError) in
      var runner = runner
      runner.budget = .playground
      return try work(runner)
    }
  }
}

extension Bench {
  /// The learner's own table at a path, read once for as long as the file stays the same: what
  /// looks at a table before the playground is opened leaves it there.
  package func ownTable(_ path: String) throws(ExperimentError) -> OwnTable? {
    try Playing(trial: Trial(Experiment(data: .file(path))), bench: self).ownTable()
  }
}

// MARK: - From the file to the groups

extension Playing {
  /// The learner's own table; nil for built-in data.
  func ownTable() throws(ExperimentError) -> OwnTable? {
    guard let path = trial.path else { return nil }
    return try step("file", [Setting("data", path)], weight: \.weight) {
      (runner) throws(ExperimentError) in try runner.ownTable(path)
    }
  }

  /// The trial with all that it leaves to the table spelled out: the columns that take part at
  /// first, and what is done about gaps until somebody decides. So it runs the same whatever
  /// later versions think of a table.
  func settled() -> Trial {
    guard let table = try? ownTable() else { return trial }
    let taking = table.taking(trial.missing, features: trial.experiment.features)
    var settled = trial
    settled.missing = taking.missing
    settled.experiment.features = taking.columns
    return settled
  }

  /// How many numbers of a column are different.
  func differentNumbers(in column: String) throws(ExperimentError) -> Int {
    guard let own = try ownTable() else { return 0 }
    let key = [Setting("data", own.path), Setting("column", column)]
    return try step("different", key) { (_) throws(ExperimentError) in
      own.differentNumbers(in: column)
    }
  }

  func decided() throws(ExperimentError) -> Decided {
    let own = try ownTable()
    return try step("table", trial.tableSettings, weight: \.weight) {
      (runner) throws(ExperimentError) in
      try runner.decided(trial) { () throws(ExperimentError) in
        guard let own else { throw .cancelled }
        return own
      }
    }
  }

  func prepared() throws(ExperimentError) -> Prepared {
    let decided = try decided()
    return try step("prepared", trial.preparedSettings, weight: \.weight) {
      (runner) throws(ExperimentError) in try runner.prepared(trial, decided)
    }
  }

  func trace() throws(ExperimentError) -> Trace {
    let prepared = try prepared()
    return try step("trace", trial.traceSettings, weight: \.weight) {
      (runner) throws(ExperimentError) in try runner.trace(of: trial.experiment, prepared)
    }
  }
}

// MARK: - What is told about the groups

extension Playing {
  func outcome(of measure: Measure) throws(ExperimentError) -> MeasureOutcome {
    let trace = try trace()
    return try step(measure.rawValue, trial.traceSettings) { (_) throws(ExperimentError) in
      trace.outcome(of: measure)
    }
  }

  func contrasts() throws(ExperimentError) -> [Contrast] {
    let trace = try trace()
    return try step("contrasts", trial.traceSettings, weight: { 64 * $0.count }) {
      (_) throws(ExperimentError) in trace.contrasts
    }
  }

  func silhouettes() throws(ExperimentError) -> Outcome<Silhouettes> {
    let trace = try trace()
    return try step("silhouettes", trial.traceSettings, weight: { _ in 64_000 }) {
      (runner) throws(ExperimentError) in try runner.silhouettes(of: trace)
    }
  }

  /// Far enough beyond the k that is looked at.
  private var largestK: Int {
    let k = trial.experiment.method.groupCount ?? 3
    return k <= 7 ? 10 : k <= 15 ? 20 : Experiment.Allowed.k.upperBound
  }

  func kCurve() throws(ExperimentError) -> KCurve {
    let prepared = try prepared()
    let (last, seed) = (largestK, trial.experiment.seed)
    let key = trial.preparedSettings + [Setting("k", "\(last)"), Setting("seed", "\(seed)")]
    return try step("curve", key) { (runner) throws(ExperimentError) in
      try runner.kCurve(of: prepared, upTo: last, seed: seed)
    }
  }

  /// Which neighbor is asked for: the one that makes a core point.
  var neighbor: Int { max(1, (trial.experiment.method.minSamples ?? 5) - 1) }

  func kDistances() throws(ExperimentError) -> KDistances {
    let prepared = try prepared()
    let key = trial.preparedSettings + [Setting("neighbor", "\(neighbor)")]
    return try step("distances", key, weight: { 8 * $0.distances.count }) {
      (runner) throws(ExperimentError) in try runner.kDistances(of: prepared, neighbor)
    }
  }

  /// The eps that these data suggest; nil where no distance stands out.
  func suitedEps() throws(ExperimentError) -> Double? {
    guard case .dbscan(_, let minSamples) = trial.experiment.method else { return nil }
    let prepared = try prepared()
    let key = trial.preparedSettings + [Setting("min-samples", "\(minSamples)")]
    return try step("eps", key) { (runner) throws(ExperimentError) in
      try runner.suitedEps(for: trial.experiment, prepared)
    }
  }
}

// MARK: - Where points are drawn

/// The places of all rows in a picture.
struct Cloud: Sendable {
  let points: [PlotPoint]
  let xAxis: Axis
  let yAxis: Axis

  fileprivate func means(of labels: [Int], groups: Int) -> [PlotPoint] {
    var sums = Array(repeating: (x: 0.0, y: 0.0, count: 0.0), count: groups)
    for (point, label) in zip(points, labels) where sums.indices.contains(label) {
      sums[label].x += point.x
      sums[label].y += point.y
      sums[label].count += 1
    }
    return sums.map { PlotPoint($0.x / max(1, $0.count), $0.y / max(1, $0.count)) }
  }
}

extension Playing {
  static let components = ["component 1", "component 2"]
  /// Where the row stands in the table: what one column is drawn against.
  static let order = "row number"

  /// What can be drawn across or up.
  func coordinates() throws(ExperimentError) -> [String] {
    let columns = try decided().table.columns
    return columns + (columns.count > 1 ? Self.components : [])
  }

  /// What is drawn where nobody chose: two columns as they are, more by their components.
  func usualCoordinates() throws(ExperimentError) -> (String, String) {
    let columns = try prepared().selected.columns
    if columns.count > 2 { return (Self.components[0], Self.components[1]) }
    return (columns.first ?? "", columns.count > 1 ? columns[1] : Self.order)
  }

  func cloud(across: String, up: String) throws(ExperimentError) -> Cloud {
    let prepared = try prepared()
    let names = [Setting("across", across), Setting("up", up)]
    let hasComponents = Self.components.contains(across) || Self.components.contains(up)
    let projection = hasComponents ? try projection() : nil
    // Columns are drawn in their own units, whatever the scale.
    let unscaled = trial.preparedSettings.filter { setting in
      setting.name != "scale" && setting.name != "components" && !setting.name.hasPrefix("weight.")
    }
    return try step(
      "cloud", (hasComponents ? trial.preparedSettings : unscaled) + names,
      weight: { 16 * $0.points.count }
    ) { (_) throws(ExperimentError) in
      let (x, y) = (prepared.axis(across, projection), prepared.axis(up, projection))
      return Cloud(
        points: zip(x.values, y.values).map { PlotPoint($0, $1) }, xAxis: x.axis, yAxis: y.axis)
    }
  }

  /// The centers of the groups in the picture: a mean stays a mean in any direction that one looks.
  func centers(
    of trace: Trace, across: String, up: String
  ) throws(ExperimentError) -> [PlotPoint] {
    if let known = trace.centers(across, up) { return known }
    let cloud = try cloud(across: across, up: up)
    let names = [Setting("across", across), Setting("up", up)]
    return try step("centers", trial.traceSettings + names) { (_) throws(ExperimentError) in
      cloud.means(of: trace.labels, groups: trace.groupCount)
    }
  }

  func projection() throws(ExperimentError) -> Projection {
    let prepared = try prepared()
    return try step("projection", trial.preparedSettings, weight: \.weight) {
      (runner) throws(ExperimentError) in try runner.projection(of: prepared)
    }
  }
}

extension Prepared {
  fileprivate func axis(_ name: String, _ projection: Projection?) -> (values: [Double], axis: Axis)
  {
    if let index = Playing.components.firstIndex(of: name), let projection,
      !table.columns.contains(name)
    {
      let column = min(index, projection.shares.count - 1)
      return (
        projection.column(column),
        Axis(Playing.components[column], unit: projection.words(for: column))
      )
    }
    if name == Playing.order, !table.columns.contains(name) {
      return ((0..<table.rowCount).map { Double($0 + 1) }, Axis(name))
    }
    let source = selected.columns.contains(name) ? selected : table
    guard let index = source.columns.firstIndex(of: name) else {
      return (Array(repeating: 0, count: table.rowCount), Axis(name))
    }
    let unit = source.units[index]
    return (source.column(name) ?? [], Axis(name, unit: unit.isEmpty ? nil : unit))
  }
}
