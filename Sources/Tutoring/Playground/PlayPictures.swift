// The pictures of the playground, one for each way to look, with what it says in words.

import Charts
import Experiments
import Screen
import Wording

extension PlaygroundSession {
  /// The picture of the chosen view, or why there is none.
  func picture(in world: World) -> [Element] {
    let playing = playing(in: world)
    do throws(ExperimentError) {
      switch state.view {
      case .points: return try points(playing)
      case .elbow: return try elbow(playing)
      case .silhouette: return try silhouetteByK(playing)
      case .silhouettePlot: return try silhouettes(playing)
      case .kDistance: return try kDistances(playing)
      case .groups: return try profiles(playing)
      case .shares: return try shares(playing)
      }
    } catch {
      return [.refusal(error)] + offer(after: error, playing)
    }
  }

  /// What helps where a method takes fewer rows than there are.
  private func offer(after error: ExperimentError, _ playing: Playing) -> [Element] {
    guard error.isOfTooManyRows, let rows = try? playing.decided().table.rowCount,
      rows > Self.sampleSize
    else { return [] }
    let size = grouped(Self.sampleSize)
    return [
      .prose([Span("Key r takes a sample of \(size) of the \(counted(rows, "row")).", .bold)])
    ]
  }

  /// The chart of the view, to be saved; nil where it is none.
  func chart(in world: World) -> Chart? {
    for element in picture(in: world) {
      if case .chart(let chart) = element { return chart }
    }
    return nil
  }
}

// MARK: - Points

extension PlaygroundSession {
  /// What is drawn across and up: as it was chosen, where the table has it.
  private func coordinates(_ playing: Playing) throws(ExperimentError) -> (String, String) {
    let usual = try playing.usualCoordinates()
    let known = try playing.coordinates()
    let across = state.across.flatMap { known.contains($0) ? $0 : nil } ?? usual.0
    let up = state.up.flatMap { known.contains($0) ? $0 : nil } ?? usual.1
    return (across, up)
  }

  /// The share of the spread that a picture of components keeps; nil for other pictures.
  func keptShare(_ playing: Playing) -> Double? {
    guard state.view == .points, let (across, up) = try? coordinates(playing),
      [across, up] == Playing.components, let projection = try? playing.projection()
    else { return nil }
    return projection.shares.reduce(0, +)
  }

  private func points(_ playing: Playing) throws(ExperimentError) -> [Element] {
    let (across, up) = try coordinates(playing)
    let cloud = try playing.cloud(across: across, up: up)
    // The points are there before their groups are.
    var trace: Trace?
    var missing: [Element] = []
    do throws(ExperimentError) {
      trace = try playing.trace()
    } catch {
      guard error.isUnfinished || error == .cancelled else { throw error }
      missing = [.refusal(error)]
    }
    var chart = ScatterChart(
      points: cloud.points, labels: trace?.labels,
      centers: try trace.map { (trace) throws(ExperimentError) in
        try playing.centers(of: trace, across: across, up: up)
      }, xAxis: cloud.xAxis, yAxis: cloud.yAxis)
    let refusal = state.showsLinks && trace != nil ? link(&chart, playing) : []
    return [.chart(.scatter(chart))] + refusal + missing
  }

  /// Links the points to their centers, or says why not.
  private func link(_ chart: inout ScatterChart, _ playing: Playing) -> [Element] {
    guard chart.canShowLinks else {
      let most = grouped(ScatterChart.mostLinks)
      return [
        .prose([Span("No links: among more than \(most) points none can be followed.", .muted)])
      ]
    }
    chart.showsLinks = true
    if case .value(let sum)? = try? playing.outcome(of: .inertia) { chart.inertia = sum }
    return []
  }
}

// MARK: - Over k

extension PlaygroundSession {
  private func line(
    _ name: String, _ points: [PlotPoint], _ xAxis: String, marked: Double?
  ) -> Element {
    .chart(
      .line(
        LineChart(
          series: [LineChart.Series(name, points)], xAxis: Axis(xAxis), yAxis: Axis(name),
          markedX: marked)))
  }

  private func sampled(_ size: Int?) -> String {
    size.map { " Of a sample of \(grouped($0)) rows." } ?? ""
  }

  private func elbow(_ playing: Playing) throws(ExperimentError) -> [Element] {
    let curve = try playing.kCurve()
    let points = curve.inertias.enumerated().map { PlotPoint(Double($0.offset + 1), $0.element) }
    let answer =
      curve.elbowK.map { "The elbow is at k = \($0): a further group hardly helps." }
      ?? "There is no elbow: no k stands out, which is an answer too."
    return [
      line("inertia of k-means", points, "k", marked: curve.elbowK.map(Double.init)),
      .prose([Span(answer + sampled(curve.sampleSize))]),
    ]
  }

  private func silhouetteByK(_ playing: Playing) throws(ExperimentError) -> [Element] {
    let curve = try playing.kCurve()
    let points = curve.silhouettes.enumerated().compactMap { index, value in
      value.map { PlotPoint(Double(index + 2), $0) }
    }
    let best = curve.bestSilhouette
    // Where it is highest, the chart says itself.
    let answer = best == nil ? "No k has one: there are too few different rows." : ""
    let words = (answer + sampled(curve.sampleSize)).trimmingPrefix(" ")
    return [line("silhouette of k-means", points, "k", marked: best.map { Double($0.k) })]
      + (words.isEmpty ? [] : [.prose([Span(String(words))])])
  }
}

// MARK: - The run from other sides

extension PlaygroundSession {
  private func silhouettes(_ playing: Playing) throws(ExperimentError) -> [Element] {
    guard case .value(let silhouettes) = try playing.silhouettes() else {
      return [.prose([Span("There is no silhouette of these groups.")])]
    }
    let below = silhouettes.values.count { $0 < 0 }
    let rows = try playing.trace().labels.count
    return [
      .chart(
        .silhouette(
          SilhouetteChart(
            values: silhouettes.values, labels: silhouettes.labels,
            sampledFrom: silhouettes.sampleSize == nil ? nil : rows))),
      .prose([
        Span(
          "\(counted(below, "row")) of \(grouped(silhouettes.values.count)) would fit another "
            + "group better." + sampled(silhouettes.sampleSize))
      ]),
    ]
  }

  private func kDistances(_ playing: Playing) throws(ExperimentError) -> [Element] {
    let found = try playing.kDistances()
    let count = found.distances.count
    // As many points as a screen can show, from the first to the last.
    let most = min(count, 200)
    let shown = (0..<most).map { $0 * (count - 1) / max(1, most - 1) }
    let points = shown.map { PlotPoint(100 * Double($0 + 1) / Double(count), found.distances[$0]) }
    var words = "Sorted by distance, from the densest rows to the loneliest."
    if let knee = found.knee, let eps = found.suggestedEps {
      words +=
        " The knee, where it turns upwards, is at \(brief(knee)): \(exact(eps)) is an eps to "
        + "begin with."
    }
    var marked: Double?
    if case .dbscan(_, 1) = playing.trial.experiment.method {
      words = "With min-samples 1 every row is a core point, whatever eps is."
    } else if case .dbscan(let eps, let minSamples) = playing.trial.experiment.method {
      let share = found.share(within: eps)
      words +=
        " At eps \(brief(eps)), \(percentage(share, 1)) of the rows have \(minSamples) points "
        + "around them, themselves among them: core points."
      marked = 100 * share
    }
    return [
      .chart(
        .line(
          LineChart(
            series: [LineChart.Series("distance to neighbor \(found.k)", points)],
            xAxis: Axis("rows", unit: "%"), yAxis: Axis("distance to neighbor \(found.k)"),
            markedX: marked, markedY: found.knee))),
      .prose([Span(words + sampled(found.sampleSize))]),
    ]
  }

  /// As many bars as can be compared.
  private static let mostBars = 15

  private func shares(_ playing: Playing) throws(ExperimentError) -> [Element] {
    let prepared = try playing.prepared()
    // What differs by less than can be seen stands in the order of the table.
    let shares = zip(prepared.selected.columns, prepared.distanceShares).enumerated()
      .map { (bar: BarChart.Bar($1.0, $1.1), rank: (-($1.1 * 1000).rounded(), $0)) }
      .sorted { $0.rank < $1.rank }.map(\.bar)
    let chart = BarChart(
      title: "share of squared distance", bars: Array(shares.prefix(Self.mostBars)),
      format: .percent)
    return [.chart(.bars(chart))] + remarks(about: shares)
  }

  /// That all are alike, and which have no bar.
  private func remarks(about shares: [BarChart.Bar]) -> [Element] {
    guard let most = shares.map(\.value).max(), let least = shares.map(\.value).min() else {
      return []
    }
    var told: [String] = []
    if shares.count > 1, most - least < 0.0005 {
      told.append("All \(shares.count) columns count alike: the scale has made them so.")
    }
    let rest = shares.dropFirst(Self.mostBars)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.value }
      told.append(
        "\(counted(rest.count, "more column")) \(rest.count == 1 ? "has" : "have") no bar here: "
          + "\(percentage(sum, 1)) together.")
    }
    return told.isEmpty ? [] : [.prose([Span(told.joined(separator: " "))])]
  }
}
