// A frame as a scatter plot of the first two columns, the tree, and the curve of the inertia.

import Charts
import Experiments

extension Film {
  func picture(of frame: Frame) -> Element {
    let (x, y) = (0, min(1, selected.columns.count - 1))
    let (xs, ys) = (values(of: x), values(of: y))
    var chart = ScatterChart(
      points: zip(xs, ys).map { PlotPoint($0, $1) }, labels: frame.labels,
      centers: frame.centers.isEmpty ? nil : frame.centers.map { PlotPoint($0[x], $0[y]) },
      xAxis: axis(x), yAxis: axis(y))
    chart.trails = frame.trails.map { trail in trail.map { PlotPoint($0[x], $0[y]) } }
    chart.work = work(frame)
    chart.inertia = frame.inertia
    return .chart(.scatter(chart))
  }

  private func values(of column: Int) -> [Double] {
    selected.column(selected.columns[column]) ?? []
  }

  private func axis(_ column: Int) -> Axis {
    let unit = selected.units[column]
    return Axis(selected.columns[column], unit: unit.isEmpty ? nil : unit)
  }

  private func work(_ frame: Frame) -> ScatterChart.Work? {
    let undecided = Set(frame.isDecided.indices.filter { !frame.isDecided[$0] })
    var work = ScatterChart.Work(undecided: undecided, cores: frame.cores)
    if frame.tree != nil {
      work.kind = .merging
      work.undecidedWords = "not merged yet"
    }
    if case .dbscan = experiment.method {
      work.kind = .density
      // Who was taken in may turn out to be a core point, once it is looked at.
      if !frame.step.isSettled { work.membersWord = "joined" }
    }
    if !frame.centers.isEmpty { work.undecidedWords = "in no group yet" }
    switch frame.step {
    case .visited(let visit):
      work.focus = visit.row
      work.near = Set(visit.neighbors)
    // Above the cut nothing changes its group.
    case .merged where frame.tree?.isBeyondCut == true: break
    case .merged(let rows, let others, _):
      // Of the two the smaller: the larger one keeps its letters, so that both are seen.
      work.near = Set(rows.count < others.count ? rows : others)
      work.nearWords = "merged now"
    case .started, .assigned, .moved, .atRest, .settled: break
    }
    return work
  }

  /// The tree of this moment, with the axis of the whole one; nil for methods without.
  func tree(of frame: Frame) -> Chart? {
    guard let tree = frame.tree else { return nil }
    return .dendrogram(
      DendrogramChart(
        leaves: tree.leaves,
        merges: tree.merges.map { .init($0.a, $0.b, height: $0.height) },
        labels: frame.labels, cut: tree.cut.height,
        tallest: tree.tallest, yAxis: Axis("height")))
  }

  /// The inertia so far; nil for methods without.
  func curve(upTo position: Int) -> Chart? {
    let values = inertias(upTo: count - 1)
    let points = values.map { PlotPoint(Double($0.frame), $0.inertia) }
    let shown = points.filter { $0.x <= Double(position) }
    guard !shown.isEmpty else { return nil }
    var chart = LineChart(
      series: [LineChart.Series("inertia", shown)], xAxis: Axis("step"), yAxis: Axis("inertia"))
    chart.reach = points
    return .line(chart)
  }
}

extension FilmStep {
  fileprivate var isSettled: Bool { if case .settled = self { true } else { false } }
}
