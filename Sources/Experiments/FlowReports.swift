// What each step has to say, from the figures of this very run.

import Clustering
import Wording

/// Above this agreement the groups are the planted kinds; below, they mislead.
private let goodAgreement = 0.9
/// More customers than this changing their group from one week to the next is not their doing.
let tolerableChange = 0.1

// MARK: - Check

extension FlowRun {
  func checkReport(rejected: Int, of count: Int) throws(ExperimentError) -> StepReport {
    let figures = [Figure("rows", Double(count)), Figure("rejected", Double(rejected))]
    guard rejected > 0, let spoilt = spoiltStep else {
      return StepReport(.check, .good, "\(count) rows, \(rejected) rejected", figures)
    }
    let consequence =
      switch spoilt {
      case .cluster: groupOfBrokenRows()
      default: try bentScale()
      }
    return StepReport(
      .check, .bad,
      "too late: the \(rejected) broken rows were in step \(number(of: spoilt)); "
        + consequence, figures)
  }

  /// The worst step that already took the broken rows in.
  private var spoiltStep: FlowStep? {
    [FlowStep.cluster, .scale].first(where: done.contains)
  }

  /// The group in which broken rows are the largest part.
  private func groupOfBrokenRows() -> String {
    guard let model else { return "" }
    let isSound = soundness
    let found = (0..<settings.k).map { group -> (broken: Int, count: Int) in
      let members = model.groups.indices.filter { model.groups[$0] == group }
      return (members.count { !isSound[$0] }, members.count)
    }
    let worst = found.max { a, b in a.broken * max(1, b.count) < b.broken * max(1, a.count) }
    guard let worst else { return "" }
    return "\(worst.broken) of the \(worst.count) customers of one group are such rows"
  }

  private var soundness: [Bool] {
    var isSound = [Bool](repeating: false, count: all.points.count)
    for row in sound { isSound[row] = true }
    return isSound
  }

  /// The feature whose scale the broken rows changed most.
  private func bentScale() throws(ExperimentError) -> String {
    guard let bent = scaler?.scales else { return "" }
    let right = try fitted(on: sound).scales
    let worst = bent.indices.max { a, b in bent[a] / right[a] < bent[b] / right[b] }
    guard let worst else { return "" }
    return "\(all.columns[worst]) was divided by \(brief(bent[worst])), "
      + "on sound rows by \(brief(right[worst]))"
  }

  func number(of step: FlowStep) -> Int {
    (done.firstIndex(of: step) ?? done.count) + 1
  }

  var brokenRows: Int { rows.count - rows.count(where: Set(sound).contains) }
}

// MARK: - Scale

extension FlowRun {
  func scaleReport() throws(ExperimentError) -> StepReport {
    if let model {
      return StepReport(
        .scale, .bad,
        "too late: the distances of step \(number(of: .cluster)) were \(loudest(model.shares))",
        [Figure("loudest share", model.shares.max() ?? 0)])
    }
    guard brokenRows == 0 else {
      return StepReport(
        .scale, .weak, "fitted on \(brokenRows) broken rows too; \(try bentScale())",
        [Figure("broken rows", Double(brokenRows))])
    }
    return StepReport(.scale, .good, "\(all.columns.count) features on one scale")
  }

  private func loudest(_ shares: [Double]) -> String {
    let loudest = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    return "\(shareOfWhole(shares[loudest])) \(all.columns[loudest])"
  }
}

// MARK: - Cluster

extension FlowRun {
  func clusterReport() throws(ExperimentError) -> StepReport {
    guard let model else { return StepReport(.cluster, .idle, "nothing was clustered") }
    let sizes = (0..<settings.k).map { group in model.groups.count { $0 == group } }
      .sorted(by: >)
    let figures =
      [Figure("groups", Double(settings.k)), Figure("loudest share", model.shares.max() ?? 0)]
    let groups = "\(settings.k) groups of \(sizes.map(String.init).joined(separator: ", "))"
    if model.scaler == nil {
      let sentence = "\(groups), by distances that are \(loudest(model.shares))"
      return StepReport(.cluster, .weak, sentence, figures)
    }
    if brokenRows > 0 {
      let sentence = "\(groups), with \(brokenRows) broken rows among them"
      return StepReport(.cluster, .weak, sentence, figures)
    }
    if brokenInScaler > 0 {
      let sentence = "\(groups), on a scale that \(brokenInScaler) broken rows have bent"
      return StepReport(.cluster, .weak, sentence, figures)
    }
    return StepReport(.cluster, .good, groups, figures)
  }
}

// MARK: - Evaluate

extension FlowRun {
  func evaluateReport() throws(ExperimentError) -> StepReport {
    guard let agreement = try agreement(over: rows) else {
      return StepReport(.evaluate, .idle, "nothing to evaluate: nothing is clustered yet")
    }
    var figures = [Figure("agreement", agreement)]
    var sentence = "agreement \(fixed(agreement, 2))"
    if let silhouette = try silhouette() {
      figures.append(Figure("silhouette", silhouette))
      sentence += ", silhouette \(fixed(silhouette, 2))"
    }
    let isGood = agreement >= goodAgreement
    guard !done.contains(.assign) else {
      return StepReport(
        .evaluate, isGood ? .weak : .bad,
        "too late: the customers are assigned already; \(sentence)", figures)
    }
    return StepReport(.evaluate, isGood ? .good : .bad, sentence, figures)
  }

  /// The silhouette of the rows there are now, as the pipeline sees them now; nil where there is
  /// only one group left, and where the pairs are more than may be compared.
  private func silhouette() throws(ExperimentError) -> Double? {
    guard let model else { return nil }
    let grouped = rows.filter { model.groups[$0] != nil }
    let labels = grouped.compactMap { model.groups[$0] }
    guard Set(labels).count > 1, labels.count <= pairedPoints else { return nil }
    let points = try seen(all.points.selecting(rows: grouped))
    return try clustering { () throws(ClusteringError) in
      try Quality.silhouette(points, labels: labels)
    }
  }
}

// MARK: - Assign

extension FlowRun {
  func assignReport() throws(ExperimentError) -> StepReport {
    guard let model, let week, let agreement = try agreement(over: rows) else {
      return StepReport(.assign, .idle, "nobody to assign to: there are no centers yet")
    }
    let figures = [
      Figure("changed", week.changedShare), Figure("agreement next week", week.agreement),
    ]
    let sentence = change(week)
    if model.scaler != scaler {
      return StepReport(
        .assign, .bad,
        "\(sentence): they are scaled, the centers of step \(number(of: .cluster)) are not", figures
      )
    }
    let isGood = week.changedShare <= tolerableChange && week.agreement >= goodAgreement
    guard done.contains(.evaluate) && lookedAtModel else {
      return StepReport(
        .assign, isGood ? .weak : .bad,
        "\(sentence); nobody had looked: evaluation would have shown agreement "
          + fixed(agreement, 2), figures)
    }
    let meaning = isGood ? "" : "; their groups agree \(fixed(week.agreement, 2)) with the kinds"
    return StepReport(.assign, isGood ? .good : .bad, sentence + meaning, figures)
  }

  private func change(_ week: Week) -> String {
    let change = "\(percentage(week.changedShare)) change group next week"
    guard week.largestShare > 0.9 else { return change }
    return change + ", when \(percentage(week.largestShare)) are in one group"
  }

  /// An evaluation before there was a model looked at nothing.
  private var lookedAtModel: Bool {
    number(of: .cluster) < number(of: .evaluate)
  }
}
