// Cluster and evaluate, as they are seen.

import Charts
import Experiments
import Screen
import Wording

extension PipelineView {
  // MARK: Cluster

  var ungroupedRows: [Element] {
    let count = walk.scale.before.first?.values.count ?? 0
    let isScaled = !walk.leftOut.contains(.scale)
    let columns = counted(walk.scale.after.count, "column")
    let heading =
      "In: \(counted(count, "row")), \(columns) \(isScaled ? "on one scale" : "in their own units")"
    return [.heading(heading)] + picture(labels: nil)
  }

  var groups: [Element] {
    guard let found = walk.groups else { return nothing("Nothing was clustered.") }
    let means = found.table.columns.indices.map { column in
      [named(found.table.columns[column], found.table.units[column])]
        + aligned(found.groups.map { $0.center[column] })
    }
    let sizes = ["customers"] + found.groups.map { "\($0.count)" }
    let heading =
      "Out: \(counted(found.groups.count, "group")) after \(counted(found.iterations, "round"))"
    let figures: [Element] = [
      .heading(heading),
      .table(header: ["mean of"] + found.groups.indices.map(groupName), rows: [sizes] + means),
      .gap,
    ]
    return figures + picture(labels: found.labels)
  }

  /// The first two columns; with one there is nothing to draw.
  private func picture(labels: [Int]?) -> [Element] {
    let columns = labels == nil ? walk.scale.after : walk.scale.before
    guard columns.count > 1 else { return [] }
    let (x, y) = (columns[0], columns[1])
    return [
      .chart(
        .scatter(
          ScatterChart(
            points: zip(x.values, y.values).map { PlotPoint($0, $1) }, labels: labels,
            xAxis: Axis(x.column, unit: x.unit.isEmpty ? nil : x.unit),
            yAxis: Axis(y.column, unit: y.unit.isEmpty ? nil : y.unit))))
    ]
  }

  // MARK: Evaluate

  var groupSizes: [Element] {
    guard let found = walk.groups else {
      return [.heading("In: no groups"), .prose([Span("Clustering was left out.")])]
    }
    return [
      .heading("In: \(counted(found.groups.count, "group"))"),
      .chart(
        .bars(
          BarChart(
            title: "customers in each",
            bars: found.groups.enumerated().map {
              BarChart.Bar(groupName($0.offset), Double($0.element.count))
            }, format: .number(decimals: 0)))),
    ]
  }

  var evaluation: [Element] {
    guard let evaluation = walk.evaluation else {
      return nothing("There are no groups to evaluate.")
    }
    return [
      .heading("Out: what the groups are worth"), compared(measures(walk), measures(whole)), .gap,
      kinds(evaluation),
    ]
  }

  private func measures(_ walk: FlowWalk) -> [(name: String, value: String)] {
    guard let evaluation = walk.evaluation else { return [] }
    let groups = evaluation.silhouettes.enumerated().map { group, value in
      ("  of \(groupName(group))", fixed(value, 2))
    }
    let silhouette = evaluation.silhouette.map { fixed($0, 2) } ?? "not defined"
    let stability = evaluation.stability.map { fixed($0, 2) } ?? "not defined"
    return [("silhouette", silhouette)] + groups
      + [("stability", stability), ("agreement", fixed(evaluation.agreement, 2))]
  }

  /// Agreement is known here because somebody planted the kinds; production has no such table.
  private func kinds(_ evaluation: FlowEvaluation) -> Element {
    .table(
      header: ["planted kind"] + evaluation.kinds.indices.map(groupName),
      rows: evaluation.kindNames.indices.map { kind in
        [evaluation.kindNames[kind]] + evaluation.kinds.map { "\($0[kind])" }
      })
  }

  /// Figures of this run, beside those with every stage in place where they are others.
  func compared(
    _ now: [(name: String, value: String)], _ before: [(name: String, value: String)]
  ) -> Element {
    guard !isWhole else {
      return .table(header: ["measure", "value"], rows: now.map { [$0.name, $0.value] })
    }
    return .table(
      header: ["measure", "now", "whole"],
      rows: now.map { figure in
        [figure.name, figure.value, before.first { $0.name == figure.name }?.value ?? "–"]
      })
  }
}
