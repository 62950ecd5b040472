// How often values of some size occur: the values are counted into bins of equal width, whose
// edges are round numbers. Only the counts are kept, so a million values cost no more than ten.
//
// The width is that of Freedman and Diaconis (1981, doi:10.1007/BF01025868), twice the middle
// half of the values over the cube root of their count, which a few far values do not spoil; or
// that of Sturges (1926), a bin for each doubling of the count, where that is narrower.

package struct HistogramChart: Sendable, Equatable {
  package struct Series: Sendable, Equatable {
    package let name: String
    /// How many values lie in each bin.
    package fileprivate(set) var counts: [Int]
    /// Values that no bin can hold.
    package fileprivate(set) var missing = 0
    var extent = Extent()

    var total: Int { counts.reduce(0, +) }
  }

  /// The edges of the bins, one more than there are bins; empty without values. A value on an
  /// edge counts to the right, the last edge to the left.
  package let edges: [Double]
  package let series: [Series]
  package var xAxis: Axis

  /// Several series are counted into the same bins.
  package init(_ series: [(name: String, values: [Double])], xAxis: Axis) {
    var extent = Extent()
    for one in series { for value in one.values { extent.include(value) } }
    let bins = Bins(of: series.map(\.values), extent)
    edges = bins.edges
    self.series = series.map { bins.count($0.values, name: $0.name) }
    self.xAxis = xAxis
  }

  package init(_ values: [Double], xAxis: Axis) {
    self.init([(xAxis.title, values)], xAxis: xAxis)
  }
}

/// Bins of one width, by the number of their first edge.
private struct Bins {
  private static let most = 40
  /// So many values tell where the middle half lies.
  private static let sample = 10_000

  private let step: Step
  private let first: Double
  private let binCount: Int

  init(of series: [[Double]], _ extent: Extent) {
    guard !extent.isEmpty else {
      (step, first, binCount) = (Step(covering: 1, in: 1, whole: false), 0, 0)
      return
    }
    let (low, high) = Scale.widened(extent.low, extent.high)
    let wanted = Self.wantedCount(series, span: high - low)
    step = Step(covering: high - low, in: wanted, whole: false)
    first = (low / step.size + 1e-9).rounded(.down)
    let last = max(first + 1, (high / step.size - 1e-9).rounded(.up))
    binCount = Int(min(last - first, Double(4 * Self.most)))
  }

  /// In how many bins the span is divided, before the width becomes a round number.
  private static func wantedCount(_ series: [[Double]], span: Double) -> Int {
    let total = series.reduce(0) { $0 + $1.count }
    let stride = max(1, total / sample)
    let values = series.flatMap { values in
      Swift.stride(from: 0, to: values.count, by: stride).map { values[$0] }
    }.filter { $0.magnitude <= Scale.largest }.sorted()
    guard values.count > 3 else { return max(1, values.count) }
    let middle = values[values.count * 3 / 4] - values[values.count / 4]
    let sturges = Double(Int.bitWidth - total.leadingZeroBitCount) + 1
    let bins = middle > 0 ? span / (2 * middle) * cubeRoot(Double(total)) : sturges
    return Int(min(Double(most), max(bins, sturges).rounded(.up)))
  }

  var edges: [Double] {
    guard binCount > 0 else { return [] }
    return (0...binCount).map { bin in
      min(Scale.largest, max(-Scale.largest, step.multiple(first + Double(bin))))
    }
  }

  func count(_ values: [Double], name: String) -> HistogramChart.Series {
    var series = HistogramChart.Series(
      name: name, counts: Array(repeating: 0, count: binCount))
    for value in values {
      guard value.magnitude <= Scale.largest, binCount > 0 else {
        series.missing += 1
        continue
      }
      series.extent.include(value)
      let bin = (value / step.size + 1e-9).rounded(.down) - first
      series.counts[min(binCount - 1, max(0, Int(bin)))] += 1
    }
    return series
  }

  /// By Newton's method: there is no library below this room.
  private static func cubeRoot(_ x: Double) -> Double {
    var root = max(1, x.squareRoot())
    for _ in 0..<40 { root -= (root * root * root - x) / (3 * root * root) }
    return root
  }
}
