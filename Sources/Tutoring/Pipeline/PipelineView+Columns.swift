// Check and scale, as they are seen.

import Charts
import Experiments
import Screen
import Wording

extension PipelineView {
  // MARK: Check

  /// Three rows as they arrived, one of them broken if there is one.
  var arrivedRows: [Element] {
    let table = walk.check.table
    let broken = walk.check.broken.first?.row
    let sound = (0..<table.rowCount).filter { row in !walk.check.broken.contains { $0.row == row } }
    let shown = (sound.prefix(broken == nil ? 3 : 2) + (broken.map { [$0] } ?? [])).sorted()
    return [
      .heading("In: \(counted(table.rowCount, "row")) as they arrived"),
      .table(
        header: ["column"] + shown.map { "row \($0 + 1):" },
        rows: table.columns.indices.map { column in
          [named(table.columns[column], table.units[column])]
            + shown.map { exact(table.row($0)[column]) }
        }),
      .prose([Span("Nobody has looked at them yet.", .muted)]),
    ]
  }

  var rejectedRows: [Element] {
    let check = walk.check
    let clauses = Contract.customers.rules.map { rule in
      let count = check.broken.count { row in row.violations.contains { $0.rule == rule } }
      return [rule.column, allowed(rule), counted(count, "row")]
    }
    let kept: [Element] = [
      .heading("Out: \(counted(check.kept.count, "row")), \(check.rejected) sent back"),
      .table(header: ["contract", "allowed", "broken by"], rows: clauses),
    ]
    return check.broken.isEmpty ? kept : kept + [.gap, rejections]
  }

  /// Every row that was sent back, with what it broke.
  private var rejections: Element {
    .table(
      header: ["sent back", "column", "value"],
      rows: walk.check.broken.flatMap { row in
        row.violations.map { ["row \($0.row + 1)", $0.rule.column, exact($0.value)] }
      })
  }

  private func allowed(_ rule: Contract.Rule) -> String {
    "\(grouped(exact(rule.allowed.lowerBound)))–\(grouped(exact(rule.allowed.upperBound)))"
  }

  // MARK: Scale

  var unscaledColumns: [Element] {
    [.heading("In: \(counted(walk.check.kept.count, "row")), own units")]
      + figures(walk.scale.before) + conversions
  }

  /// A column that the flow counts in another unit than it arrived in, with one of its values.
  private var conversions: [Element] {
    let (table, kept) = (walk.check.table, walk.check.kept)
    let told = walk.scale.before.compactMap { column -> String? in
      guard let index = table.columns.firstIndex(of: column.column),
        table.units[index] != column.unit, let row = kept.first, let value = column.values.first
      else { return nil }
      return "\(column.column) is counted in \(column.unit) from here on: \(table.units[index]) "
        + "\(exact(table.row(row)[index])) in row \(row + 1) are \(brief(value))."
    }
    return told.isEmpty ? [] : [.prose([Span(told.joined(separator: " "))])]
  }

  var scaledColumns: [Element] {
    [.heading("Out: the same rows on one scale")] + figures(walk.scale.after)
      + pictures(walk.scale.after, walk.scale.sharesAfter)
  }

  private func figures(_ columns: [Distribution]) -> [Element] {
    [
      .table(
        header: ["column", "mean", "spread", "most"],
        rows: columns.map { column in
          [named(column.column, column.unit)]
            + aligned([column.mean, column.spread, column.most])
        })
    ]
  }

  /// What each column has of the distances, and how the values of the chosen one lie.
  func pictures(_ columns: [Distribution], _ shares: [Double]) -> [Element] {
    let bars = BarChart(
      title: "share of squared distance",
      bars: zip(columns, shares).map { BarChart.Bar($0.column, $1) }, format: .percent)
    guard columns.indices.contains(column) else { return [.gap, .chart(.bars(bars))] }
    let chosen = columns[column]
    let axis = Axis(chosen.column, unit: chosen.unit.isEmpty ? nil : chosen.unit)
    let values = HistogramChart(chosen.values, xAxis: axis)
    return [.gap, .chart(.bars(bars)), .gap, .chart(.histogram(values))]
  }

  /// Figures of one column with as many decimals as the largest needs.
  func aligned(_ values: [Double]) -> [String] {
    let format = ColumnFormat(values)
    return values.map { grouped(format.text(of: $0)) }
  }

  func named(_ column: String, _ unit: String) -> String {
    unit.isEmpty || unit == "per year" ? column : "\(column), \(unit)"
  }
}
