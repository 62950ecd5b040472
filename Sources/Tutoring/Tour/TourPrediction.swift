// The tour's one question: twelve points are put into three groups by a real run, and one of
// them loses its letter. The point is chosen so that it lies clearly nearer to one middle than to
// the others, yet not on top of it.

import Charts
import Experiments
import Wording

struct TourPrediction {
  private let trace: Trace
  /// The row whose letter is hidden.
  private let hidden: Int

  init(seed: UInt64, bench: Bench) throws(ExperimentError) {
    trace = try bench.trace(of: Self.settings(seed: seed))
    let trace = trace
    let ratios = trace.labels.indices.map { Self.ratio(Self.distances(from: $0, in: trace)) }
    hidden =
      ratios.indices.min { abs(ratios[$0] - Self.wanted) < abs(ratios[$1] - Self.wanted) } ?? 0
  }

  private static func settings(seed: UInt64) -> [Setting] {
    [
      Setting("data", "blobs"), Setting("rows", "12"), Setting("groups", "3"),
      Setting("spread", "2.5"), Setting("seed", "\(seed)"), Setting("k", "3"),
    ]
  }

  /// The distance to the nearest middle as a share of that to the next: 0 on top of it, 1 halfway.
  private static let wanted = 0.45

  private static func ratio(_ distances: [Double]) -> Double {
    let sorted = distances.sorted()
    guard sorted.count > 1, sorted[1] > 0 else { return 0 }
    return sorted[0] / sorted[1]
  }

  private static func distances(from row: Int, in trace: Trace) -> [Double] {
    let place = trace.place(of: row)
    return trace.centers.map { center in
      let squares = zip(center, place).map { ($0 - $1) * ($0 - $1) }
      return squares.reduce(0, +).squareRoot()
    }
  }
}

extension TourPrediction {
  /// The options, in order.
  var groups: [String] { trace.centers.indices.map(groupName) }

  /// The group that the run put the point in.
  var answer: Int { trace.labels.indices.contains(hidden) ? trace.labels[hidden] : 0 }

  /// The points and the middles of their groups; before the answer without that one letter.
  func chart(revealed: Bool) -> Chart {
    let (first, second) = (trace.column(trace.table.columns[0]), trace.column("y"))
    var chart = ScatterChart(
      points: zip(first.values, second.values).map { PlotPoint($0, $1) }, labels: trace.labels,
      centers: trace.centers(trace.table.columns[0], "y"), xAxis: Axis("x"), yAxis: Axis("y"))
    if !revealed { chart.work = ScatterChart.Work(undecided: [hidden], focus: hidden) }
    return .scatter(chart)
  }

  /// The same in words, so that nobody needs the picture.
  var words: String {
    let middles = trace.centers.enumerated().map { index, center in
      "\(groupName(index)) \(Self.text(center))"
    }
    return "The point @ lies at \(Self.text(trace.place(of: hidden))), the middles of the groups "
      + "at \(middles.joined(separator: ", "))."
  }

  /// Why it is that group, by the distances of the run.
  var reason: String {
    let distances = Self.distances(from: hidden, in: trace)
    let order = distances.indices.sorted { distances[$0] < distances[$1] }
    let parts = order.map { "\(brief(distances[$0])) from the middle of \(groupName($0))" }
    return "The point lies \(parts.joined(separator: ", ")). k-means takes the nearest."
  }

  private static func text(_ place: [Double]) -> String {
    "(\(place.map { brief($0) }.joined(separator: ", ")))"
  }
}

extension Trace {
  /// A row in the units of the group centers.
  fileprivate func place(of row: Int) -> [Double] {
    selected.columns.compactMap { name in
      let values = column(name).values
      return values.indices.contains(row) ? values[row] : nil
    }
  }
}
