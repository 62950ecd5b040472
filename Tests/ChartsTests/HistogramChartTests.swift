import Charts
import Screen
import Testing

@Suite struct HistogramChartTests {
  @Test func `edges are round numbers that hold every value`() {
    #expect(
      HistogramChart([1.3, 2.2, 2.4, 7.9], xAxis: Axis("x")).edges == [0, 2, 4, 6, 8])
    for seed in 1...50 as ClosedRange<UInt64> {
      let numbers = Sample.numbers(40 * Int(seed), seed: seed)
      let values = numbers.map { ($0 - 0.3) * 1e3 * Double(seed) }
      let chart = HistogramChart(values, xAxis: Axis("x"))
      #expect(chart.series[0].counts.reduce(0, +) == values.count, "seed \(seed)")
      #expect((2...41).contains(chart.edges.count - 1), "seed \(seed)")
      for (bin, count) in chart.series[0].counts.enumerated() where bin < chart.edges.count - 2 {
        let inside = values.count { $0 >= chart.edges[bin] && $0 < chart.edges[bin + 1] }
        #expect(count == inside, "seed \(seed), bin \(bin)")
      }
    }
  }

  @Test func `a far value does not put all others into one bin`() {
    let chart = HistogramChart(Sample.numbers(1000) + [20], xAxis: Axis("x"))
    #expect(chart.series[0].counts.count { $0 > 50 } >= 2)
  }

  @Test func `several series share their bins`() {
    let chart = Sample.beforeAndAfter
    #expect(chart.series.map { $0.counts.count } == [1, 1].map { $0 * (chart.edges.count - 1) })
    #expect(chart.series.map { $0.counts.reduce(0, +) } == [120, 80])
  }

  @Test func `what is not finite is counted apart and told`() {
    let chart = HistogramChart([1, 2, .nan, .infinity], xAxis: Axis("x"))
    #expect(chart.series[0].missing == 2)
    #expect(
      sentences(for: .histogram(chart)).last == "2 values are no finite number and are not shown.")
    #expect(
      sentences(for: .histogram(HistogramChart([.nan], xAxis: Axis("x")))) == [
        "There are no values.", "1 value is no finite number and is not shown.",
      ])
  }

  @Test func `the sentence says where most values are`() {
    let chart = HistogramChart([1, 1.2, 1.4, 1.6, 5, 9], xAxis: Axis("hours"))
    #expect(
      sentences(for: .histogram(chart)) == [
        "hours: 6 values from 1 to 9, most often from 0 to 2 (4, 67 %)."
      ])
  }

  @Test func `a bar is seen wherever there is a value`() {
    let chart = HistogramChart(
      Array(repeating: 1, count: 10_000) + [9], xAxis: Axis("x"))
    let rows = draw(.histogram(chart), size: Size(width: 60, height: 14)).rows
    #expect(rows[11].contains("▁"))
    let plain = draw(.histogram(chart), size: Size(width: 60, height: 14), glyphs: .ascii).rows
    #expect(plain[11].contains("_"))
  }

  @Test(arguments: [
    [], [.nan], [3], [3, 3, 3], [1e308, -1e308], [1e300, -1e300], [.leastNonzeroMagnitude, 0],
    [1e15, 1e15 + 1], [-0.0, 0.0],
  ])
  func `odd values neither trap nor spoil the frame`(values: [Double]) {
    let chart = Chart.histogram(
      HistogramChart([("a", values), ("b", values)], xAxis: Axis("x")))
    for width in [0, 1, 20, 30, 80] {
      for height in [0, 1, 6, 8, 24] {
        let size = Size(width: width, height: height)
        #expect(draw(chart, size: size).size == size)
        #expect(isASCII(draw(chart, size: size, glyphs: .ascii).text))
      }
    }
    #expect(!sentences(for: chart).isEmpty)
    #expect(!plainLines(for: chart).isEmpty)
  }
}
