// What is watched while a pipeline serves, and when it rings. Three things fail in production
// without an error message: the shape of the data, the evaluation, and what the errors cost.
// Every limit here is a choice, made by looking at ordinary weeks of these tables; what counts
// is that somebody made one and that something looks at it.

package struct FlowAlarm: Sendable, Equatable {
  package enum Watch: String, Sendable, CaseIterable {
    /// Share of the rows of this week's table that were sent back.
    case rejected
    /// Share of the rows that the model was made of and that break the contract.
    case brokenRows = "broken rows"
    /// Share of next week's rows that break the contract.
    case brokenNextWeek = "broken next week"
    /// Share of squared distance of the loudest column.
    case loudestShare = "loudest share"
    /// Mean silhouette of the groups.
    case silhouette
    /// Agreement of clusterings of samples with each other.
    case stability
    /// Share of the customers that change their group within a week.
    case changed
    /// Share of the customers farther out than nearly all were when the model was made.
    case outOfReach = "out of reach"
    /// Share of the customers in the largest group.
    case largestGroup = "largest group"

    /// The three things that are to be watched without rest.
    package enum Concern: Sendable, CaseIterable {
      /// Whether the data keep their contract.
      case data
      /// Whether the evaluation still holds.
      case evaluation
      /// What the errors mean for those whom they meet.
      case operation
    }

    package var concern: Concern {
      switch self {
      case .rejected, .brokenRows, .brokenNextWeek: .data
      case .loudestShare, .silhouette, .stability: .evaluation
      case .changed, .outOfReach, .largestGroup: .operation
      }
    }
  }

  package let watch: Watch
  package let value: Double
  package let limit: Double
  /// Rings below the limit instead of above it.
  package let isFloor: Bool

  package var rings: Bool { isFloor ? value < limit : value > limit }

  init(_ watch: Watch, _ value: Double, above limit: Double) {
    self.init(watch: watch, value: value, limit: limit, isFloor: false)
  }

  init(_ watch: Watch, _ value: Double, below limit: Double) {
    self.init(watch: watch, value: value, limit: limit, isFloor: true)
  }

  private init(watch: Watch, value: Double, limit: Double, isFloor: Bool) {
    self.watch = watch
    self.value = value
    self.limit = limit
    self.isFloor = isFloor
  }
}

extension FlowRun {
  /// Only what this run has figures for.
  func alarms(_ evaluation: FlowEvaluation?, _ week: AssignedWeek?) -> [FlowAlarm] {
    dataAlarms(week) + evaluationAlarms(evaluation) + (week.map(operationAlarms) ?? [])
  }

  private func dataAlarms(_ week: AssignedWeek?) -> [FlowAlarm] {
    let all = Double(max(1, table.rowCount))
    let used = Double(max(1, rows.count))
    let here = [
      FlowAlarm(.rejected, Double(table.rowCount - rows.count) / all, above: 0.05),
      FlowAlarm(.brokenRows, Double(brokenRows) / used, above: 0),
    ]
    guard let week else { return here }
    let share = Double(week.broken) / Double(max(1, week.rows.count))
    return here + [FlowAlarm(.brokenNextWeek, share, above: 0.05)]
  }

  private func evaluationAlarms(_ evaluation: FlowEvaluation?) -> [FlowAlarm] {
    // Of a single column nothing else can be said than that it decides alone.
    let loudest = all.columns.count > 1 ? model?.shares.max() : nil
    return [
      loudest.map { FlowAlarm(.loudestShare, $0, above: 0.5) },
      evaluation?.silhouette.map { FlowAlarm(.silhouette, $0, below: 0.25) },
      evaluation?.stability.map { FlowAlarm(.stability, $0, below: 0.8) },
    ].compactMap(\.self)
  }

  private func operationAlarms(_ week: AssignedWeek) -> [FlowAlarm] {
    let largest = Double(week.sizesAfter.max() ?? 0) / Double(max(1, week.rows.count))
    return [
      FlowAlarm(.changed, week.changedShare, above: tolerableChange),
      FlowAlarm(.outOfReach, week.outOfReach, above: 0.05),
      FlowAlarm(.largestGroup, largest, above: 0.9),
    ]
  }
}
