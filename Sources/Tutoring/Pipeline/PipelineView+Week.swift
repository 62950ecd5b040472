// Assign and decide, as they are seen: the week after, what is watched, and what errors cost.

import Charts
import Experiments
import Screen
import Wording

extension PipelineView {
  // MARK: Assign

  var movedCustomers: [Element] {
    guard let week = walk.week else { return [.heading("In: next week's customers")] }
    let means = week.table.columns.indices.map { column in
      [named(week.table.columns[column], week.table.units[column])]
        + aligned([
          mean(walk.scale.before[column], over: week.rows),
          mean(week.table.column(week.table.columns[column]) ?? []),
        ])
    }
    let heading = "In: \(counted(week.rows.count, "customer")), a week later"
    return [.heading(heading), .table(header: ["mean of", "this week", "next"], rows: means)]
  }

  /// Customers whose group changes are the ones worth looking at.
  private func moves(in week: AssignedWeek) -> [Element] {
    let changed = week.rows.indices.filter { week.groupsBefore[$0] != week.groupsAfter[$0] }
    guard !changed.isEmpty else { return [] }
    let table = Element.table(
      header: ["customer", "was", "is", "distance"],
      rows: changed.prefix(6).map { index in
        [
          "row \(week.rows[index] + 1)", groupName(week.groupsBefore[index]),
          groupName(week.groupsAfter[index]), brief(week.distancesAfter[index]),
        ]
      })
    return [.gap, table]
  }

  private func mean(_ column: Distribution, over rows: [Int]) -> Double {
    let places = Dictionary(uniqueKeysWithValues: walk.check.kept.enumerated().map { ($1, $0) })
    return mean(rows.compactMap { places[$0].map { column.values[$0] } })
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  var assignment: [Element] {
    guard let week = walk.week else { return nothing("There is no center to assign anybody to.") }
    let (before, after) = (week.sizesBefore, week.sizesAfter)
    let sizes = before.indices.map { ["in \(groupName($0))", "\(before[$0])", "\(after[$0])"] }
    let distance = [
      "to center", brief(week.meanDistanceBefore), brief(week.meanDistanceAfter),
    ]
    let heading = "Out: \(week.changed) of \(week.rows.count) change group"
    let figures: [Element] = [
      .heading(heading),
      .table(header: ["customers", "this week", "next"], rows: sizes + [distance]),
    ]
    return figures + ringing + watches + moves(in: week)
  }

  /// The three things that are watched without rest, each with where its alarm begins.
  private var watches: [Element] {
    FlowAlarm.Watch.Concern.allCases.flatMap { concern -> [Element] in
      let alarms = walk.alarms.filter { $0.watch.concern == concern }
      guard !alarms.isEmpty else { return [] }
      let rows = alarms.map { alarm in
        [alarm.watch.words, alarm.text(alarm.value), alarm.bound, alarm.rings ? "ALARM" : "ok"]
      }
      return [.gap, .table(header: [concern.words, "now", "alarm", ""], rows: rows)]
    }
  }

  private var ringing: [Element] {
    let ringing = walk.alarms.filter(\.rings)
    guard !ringing.isEmpty else { return [] }
    let told = ringing.map { "\($0.watch.words) \($0.text($0.value))" }.joined(separator: ", ")
    return [
      .prose([Span("\(counted(ringing.count, "alarm")): \(told). Somebody has to look.", .warning)])
    ]
  }

  // MARK: Decide

  var groupsToDecideOn: [Element] {
    guard let week = walk.week, let decisions = walk.decisions else {
      return [.heading("In: no groups"), .prose([Span("Nobody was assigned to any.")])]
    }
    return [
      .heading("In: next week's groups"),
      .table(
        header: ["group", "customers", "stands out in"],
        rows: decisions.decisions.enumerated().map { group, decision in
          [
            groupName(group), "\(week.sizesAfter[group])",
            decision.column.map { "\($0), +\(fixed(decision.deviations, 1)) spreads" }
              ?? "nothing",
          ]
        }),
    ]
  }

  var decisions: [Element] {
    guard let decisions = walk.decisions else {
      return nothing("There is nobody to decide about.")
    }
    let actions = decisions.decisions.enumerated().map { group, decision in
      Element.item(
        mark: groupName(group) + ":",
        [
          Span(Self.action(for: decision.column), .bold),
          Span(
            ": \(counted(decision.count, "customer")), of whom \(decision.meant) are "
              + "\(decision.kind)"),
        ])
    }
    let heading: [Element] = [.heading("Out: one action a group")]
    return heading + actions
      + [.gap, cost(decisions), .gap, .prose([Span(Self.threeWatches, .muted)])]
  }

  /// What the errors mean, in customers.
  private func cost(_ decisions: FlowDecisions) -> Element {
    let complete = isWhole ? "" : "; with every stage in place \(whole.decisions?.wrong ?? 0)"
    let words =
      "\(decisions.wrong) of \(decisions.count) customers (\(percentage(decisions.wrongShare))) "
      + "get what is meant for another kind\(complete)."
    return .prose([Span(words, decisions.wrongShare > 0.1 ? .warning : .plain)])
  }

  /// A policy has to be written by somebody; this one goes by what a group stands out in.
  private static func action(for column: String?) -> String {
    switch column {
    case "spend": "a personal offer"
    case "visits": "stamps for coming often"
    case "categories": "a mixed bundle"
    case "return_rate": "help with choosing"
    default: "nothing special"
    }
  }

  private static let threeWatches =
    "Watch three things without rest: whether the data keep their contract, whether the "
    + "evaluation still holds, and what the errors mean for those whom they meet."
}

extension FlowAlarm {
  /// Where the alarm begins.
  fileprivate var bound: String { (isFloor ? "< " : "> ") + text(limit) }

  fileprivate func text(_ value: Double) -> String {
    switch watch {
    case .silhouette, .stability: fixed(value, 2)
    default: percentage(value)
    }
  }
}

extension FlowAlarm.Watch {
  fileprivate var words: String {
    switch self {
    case .rejected: "sent back"
    case .brokenRows: "broken, let in"
    case .brokenNextWeek: "broken, next"
    case .loudestShare: "loudest column"
    case .silhouette: "silhouette"
    case .stability: "stability"
    case .changed: "change group"
    case .outOfReach: "far from center"
    case .largestGroup: "largest group"
    }
  }
}

extension FlowAlarm.Watch.Concern {
  fileprivate var words: String {
    switch self {
    case .data: "data contract"
    case .evaluation: "evaluation"
    case .operation: "in operation"
    }
  }
}
