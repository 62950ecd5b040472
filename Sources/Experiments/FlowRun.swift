// What the steps of a pipeline leave behind for each other.

import Clustering

struct FlowRun {
  let experiment: Experiment
  let settings: KMeansSettings
  let iterations: Int
  /// How many rows the silhouette may compare.
  let pairedPoints: Int
  /// This week's table as it arrived: all columns, own units.
  let table: Table
  /// All customers of this week in the chosen units, broken rows included.
  let all: Table
  let kinds: [Int]
  /// The same customers next week.
  let nextWeek: Points
  /// How many sound rows break the contract next week.
  let brokenNextWeek: Int
  /// Rows that keep the contract.
  let sound: [Int]

  /// The rows that the pipeline has now.
  var rows: [Int]
  var done: [FlowStep] = []
  var scaler: Scaler?
  /// Broken rows among those that the scaler was fitted on.
  var brokenInScaler = 0
  var model: Model?
  var week: Week?

  /// A clustering, with the circumstances that it was made in.
  struct Model {
    let kMeans: KMeansModel
    let scaler: Scaler?
    /// The group of each row of the table; nil for rows that were dropped before.
    let groups: [Int?]
    let shares: [Double]
  }

  /// What became of the customers next week.
  struct Week {
    /// The model's label of each sound row.
    let groups: [Int]
    let changedShare: Double
    let agreement: Double
    /// Share of the customers in the largest group.
    let largestShare: Double
  }

  init(
    _ experiment: Experiment, runner: Runner, nextWeek week: NextWeek = .ordinary
  ) throws(ExperimentError) {
    guard case .generated(let generator) = experiment.data, generator.kind == .customers else {
      throw .settings([
        SettingFault(
          name: "data", value: experiment.data.name, isNoneOf: [Generator.Kind.customers.rawValue])
      ])
    }
    guard case .kMeans(let settings) = experiment.method else {
      let name = AlgorithmName(experiment.method).rawValue
      throw .settings([
        SettingFault(name: "algorithm", value: name, isNoneOf: [AlgorithmName.kMeans.rawValue])
      ])
    }
    let table = try runner.table(of: experiment)
    self.experiment = experiment
    self.settings = settings
    iterations = runner.budget.iterations
    pairedPoints = runner.budget.pairedPoints
    self.table = table
    all = try experiment.selecting(from: table)
    kinds = table.kinds ?? []
    let later = try Customers.aWeekLater(table, seed: experiment.seed)
      .arriving(week, in: experiment)
    nextWeek = try experiment.selecting(from: later).points
    let sound = Contract.customers.cleanRows(of: table)
    brokenNextWeek =
      sound.count
      - Set(Contract.customers.cleanRows(of: later))
      .intersection(sound).count
    self.sound = sound
    rows = Array(table.points.count > 0 ? 0..<table.points.count : 0..<0)
  }
}

// MARK: - The steps

extension FlowRun {
  mutating func perform(_ step: FlowStep) throws(ExperimentError) -> StepReport {
    switch step {
    case .check:
      let before = rows
      rows = rows.filter(Set(sound).contains)
      return try checkReport(rejected: before.count - rows.count, of: before.count)
    case .scale:
      scaler = try fitted(on: rows)
      brokenInScaler = brokenRows
      return try scaleReport()
    case .cluster:
      model = try clustered()
      return try clusterReport()
    case .evaluate:
      return try evaluateReport()
    case .assign:
      week = try assigned()
      return try assignReport()
    }
  }

  /// The scaler of the experiment; where it names none, the standard one.
  func fitted(on rows: [Int]) throws(ExperimentError) -> Scaler {
    let scaling = experiment.scaling == .none ? Scaling.standard : experiment.scaling
    return try clustering { () throws(ClusteringError) in
      try scaling.fit(all.points.selecting(rows: rows))
    }
  }

  /// Points as the pipeline sees them now.
  func seen(_ points: Points) throws(ExperimentError) -> Points {
    guard let scaler else { return points }
    return try clustering { () throws(ClusteringError) in try scaler.apply(points) }
  }

  private func clustered() throws(ExperimentError) -> Model {
    let points = try seen(all.points.selecting(rows: rows))
    let method = settings.method(seed: experiment.seed, iterations: iterations)
    return try clustering { () throws(ClusteringError) in
      let found = try method.fit(points)
      var groups = [Int?](repeating: nil, count: all.points.count)
      for (row, label) in zip(rows, found.labels) { groups[row] = label }
      return Model(
        kMeans: found, scaler: scaler, groups: groups,
        shares: try Quality.distanceShare(points))
    }
  }

  /// Next week's customers, each by the nearest center of the model there is.
  private func assigned() throws(ExperimentError) -> Week? {
    guard let model else { return nil }
    let batch = try seen(nextWeek.selecting(rows: sound))
    return try clustering { () throws(ClusteringError) in
      let groups = try model.kMeans.predict(batch)
      let changed = zip(sound, groups).count { model.groups[$0.0] != $0.1 }
      let largest = (0..<settings.k).map { group in groups.count { $0 == group } }.max() ?? 0
      let customers = Double(max(1, sound.count))
      return Week(
        groups: groups,
        changedShare: Double(changed) / customers,
        agreement: try Agreement.adjustedRand(groups, sound.map { kinds[$0] }),
        largestShare: Double(largest) / customers)
    }
  }

  /// Agreement of the model's groups with the planted kinds over some rows.
  func agreement(over rows: [Int]) throws(ExperimentError) -> Double? {
    guard let model else { return nil }
    let grouped = rows.filter { model.groups[$0] != nil }
    return try clustering { () throws(ClusteringError) in
      try Agreement.adjustedRand(
        grouped.compactMap { model.groups[$0] }, grouped.map { kinds[$0] })
    }
  }

  func trace(
    order: [FlowStep], reports: [StepReport]
  ) throws(ExperimentError) -> FlowTrace {
    FlowTrace(
      order: order, reports: reports, agreement: try agreement(over: sound),
      changedShare: week?.changedShare, batchAgreement: week?.agreement,
      table: Table(
        columns: all.columns, units: all.units, points: all.points.selecting(rows: sound),
        kinds: sound.map { kinds[$0] }, kindNames: all.kindNames),
      labels: sound.map { model?.groups[$0] })
  }
}

// MARK: - A week later

extension Customers {
  /// The same customers after a week: a kind is kept, its figures move a little.
  static func aWeekLater(_ table: Table, seed: UInt64) throws(ExperimentError) -> Table {
    var random = SeededGenerator(seed: seed, stream: Stream.nextWeek)
    var values: [Double] = []
    values.reserveCapacity(table.points.values.count)
    for row in 0..<table.points.count {
      let customer = table.points.row(row)
      let spend = customer[0] * (1 + 0.6 * (random.nextUnit() - 0.5))
      values += [
        (spend * 100).rounded() / 100,
        max(1, customer[1] + Double(random.nextIndex(below: 5)) - 2),
        max(1, customer[2] + (random.nextIndex(below: 5) == 0 ? 1 : 0)),
        min(1, max(0, customer[3] + 0.02 * (random.nextUnit() - 0.5))),
      ]
    }
    return try Table(
      columns: table.columns, units: table.units, values: values, kinds: table.kinds,
      kindNames: table.kindNames)
  }
}

extension Table {
  /// What arrives of it. A pipeline that counts in cents is given euros, any other one cents.
  fileprivate func arriving(
    _ week: NextWeek, in experiment: Experiment
  ) throws(ExperimentError) -> Table {
    guard week == .otherUnit else { return self }
    let countsInCents = experiment.multipliers.contains {
      $0.feature == "spend" && $0.factor == 100
    }
    let factors = columns.map { $0 == "spend" ? (countsInCents ? 0.01 : 100) : 1 }
    return Table(
      columns: columns, units: units, points: try points.multiplied(by: factors), kinds: kinds,
      kindNames: kindNames)
  }
}
