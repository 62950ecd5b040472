// A plot of the course is run, and becomes a chart or a table.

import Charts
import Courseware
import Experiments
import Grading
import Screen
import Wording

extension World {
  /// The caption and the picture; where the run is refused, the reason instead.
  func picture(of plot: Plot, in base: [Setting] = []) -> [Element] {
    let caption: [Element] = plot.caption.isEmpty ? [] : [.prose([.init(plot.caption)])]
    do {
      return caption + [try draw(plot, settings: base.overlaid(with: plot.settings))]
    } catch {
      return caption + [.refusal(error)]
    }
  }

  private func draw(_ plot: Plot, settings: [Setting]) throws(ExperimentError) -> Element {
    switch plot.view {
    case .scatter(let x, let y, let showsGroups, let showsLinks):
      try scatter(
        bench.trace(of: settings), x: x, y: y, showsGroups: showsGroups, showsLinks: showsLinks)
    case .sweep(let measure, let setting, let values):
      try sweep(measure, over: setting, values, settings)
    case .distanceShares:
      try shares(bench.trace(of: settings))
    case .profiles:
      try profiles(bench.trace(of: settings))
    case .rows(let count):
      try rows(bench.trace(of: settings), count)
    }
  }
}

extension World {
  private func scatter(
    _ trace: Trace, x: String?, y: String?, showsGroups: Bool, showsLinks: Bool
  ) -> Element {
    let columns = trace.table.columns
    let shown = trace.selected.columns
    let first = x ?? shown.first ?? columns.first ?? ""
    let second = y ?? shown.dropFirst().first ?? columns.dropFirst().first ?? first
    let xs = trace.column(first)
    let ys = trace.column(second)
    var chart = ScatterChart(
      points: zip(xs.values, ys.values).map { PlotPoint($0, $1) },
      labels: showsGroups ? trace.labels : nil,
      centers: showsGroups ? trace.centers(first, second) : nil, showsLinks: showsLinks,
      xAxis: Axis(first, unit: xs.unit), yAxis: Axis(second, unit: ys.unit))
    if chart.canShowLinks { chart.inertia = trace.value(of: .inertia) }
    return .chart(.scatter(chart))
  }

  private func sweep(
    _ measure: Measure, over setting: String, _ values: [String], _ settings: [Setting]
  ) throws(ExperimentError) -> Element {
    var points: [PlotPoint] = []
    for (index, value) in values.enumerated() {
      let trace = try bench.trace(of: settings.overlaid(with: [Setting(setting, value)]))
      guard let y = trace.value(of: measure) else { continue }
      points.append(PlotPoint(Double(value) ?? Double(index), y))
    }
    return .chart(
      .line(
        LineChart(
          series: [LineChart.Series(measure.rawValue, points)],
          xAxis: Axis(setting), yAxis: Axis(measure.rawValue))))
  }

  private func shares(_ trace: Trace) -> Element {
    .chart(
      .bars(
        BarChart(
          title: "share of squared distance",
          bars: zip(trace.selected.columns, trace.distanceShares).map { BarChart.Bar($0, $1) },
          format: .percent)))
  }

  private func profiles(_ trace: Trace) -> Element {
    let columns =
      trace.centers.first.map { first in
        first.indices.map { column in ColumnFormat(trace.centers.map { $0[column] }) }
      } ?? []
    return .table(
      header: ["group", "rows"] + trace.selected.columns,
      rows: trace.profile.map { group in
        [groupName(group.group), "\(group.count)"]
          + zip(columns, group.means).map { $0.text(of: $1) }
      })
  }

  private func rows(_ trace: Trace, _ count: Int) -> Element {
    let table = trace.selected
    let columns = table.columns.map { Array((table.column($0) ?? []).prefix(count)) }
    let formats = columns.map { ColumnFormat($0) }
    return .table(
      header: table.columns,
      rows: (0..<min(count, table.rowCount)).map { row in
        zip(formats, columns).map { $0.text(of: $1[row]) }
      })
  }
}

/// As many decimals as a column's largest number needs, so that the points stand in line.
struct ColumnFormat {
  private let decimals: Int

  init(_ values: [Double]) {
    let largest = values.map(\.magnitude).max() ?? 0
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    decimals = isWhole || largest >= 100 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3
  }

  func text(of value: Double) -> String { fixed(value, decimals) }
}

extension Trace {
  /// A column by name in the units of the run, also one that took no part in it.
  func column(_ name: String) -> (values: [Double], unit: String?) {
    let table = selected.columns.contains(name) ? selected : table
    guard let index = table.columns.firstIndex(of: name) else { return ([], nil) }
    let unit = table.units[index]
    return (table.column(name) ?? [], unit.isEmpty ? nil : unit)
  }

  /// The group centres in two columns; nil where one of them took no part.
  func centers(_ x: String, _ y: String) -> [PlotPoint]? {
    guard let i = selected.columns.firstIndex(of: x), let j = selected.columns.firstIndex(of: y)
    else { return nil }
    return centers.map { PlotPoint($0[i], $0[j]) }
  }
}
