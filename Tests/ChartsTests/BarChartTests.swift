import Charts
import Screen
import Testing

@Suite struct BarChartTests {
  static let shares = BarChart(
    title: "share of squared distance",
    bars: [.init("spend", 0.9991), .init("visits", 0.0009), .init("return_rate", 0)],
    format: .percent)

  @Test func `the smallest share still shows a sliver, and nothing shows nothing`() {
    #expect(
      draw(.bars(Self.shares), size: Size(width: 50, height: 5)).text == """
        share of squared distance
        spend        99.9 %  █████████████████████████████
        visits        0.1 %  ▏
        return_rate   0.0 %
        """)
  }

  @Test func `the same bars in ASCII at 30 by 8`() {
    #expect(
      draw(.bars(Self.shares), size: Size(width: 30, height: 8), glyphs: .ascii).text == """
        share of squared distance
        spend       99.9 %  ##########
        visits       0.1 %  |
        return_ra~   0.0 %
        """)
  }

  @Test func `values below zero hang to the left`() {
    let chart = BarChart(
      title: "silhouette by group", bars: [.init("A", 0.7), .init("B", -0.2), .init("C", 0.41)],
      format: .number(decimals: 2))
    #expect(
      draw(.bars(chart), size: Size(width: 40, height: 4)).text == """
        silhouette by group
        A   0.70         ███████████████████████
        B  -0.20  ███████
        C   0.41         █████████████▌
        """)
  }

  @Test func `bars that find no row are counted`() {
    let chart = BarChart(
      title: "", bars: (1...9).map { .init("feature \($0)", Double($0)) }, format: .short)
    #expect(
      draw(.bars(chart), size: Size(width: 30, height: 3)).text == """
        feature 1  1  ████████
        feature 2  2  ████████████████
        and 7 more
        """)
  }

  @Test func `the sentence and the lines give the figures`() {
    #expect(
      sentences(for: .bars(Self.shares)) == [
        "share of squared distance: spend 99.9 %, visits 0.1 %, return_rate 0.0 %."
      ])
    #expect(
      plainLines(for: .bars(Self.shares)) == [
        "share of squared distance", "spend: 99.9 %", "visits: 0.1 %", "return_rate: 0.0 %",
      ])
  }

  @Test(arguments: [
    [], [.nan], [.infinity, 1], [0, 0], [-1, -2], [1e308, -1e308], [.leastNonzeroMagnitude],
  ])
  func `odd values neither trap nor spoil the frame`(values: [Double]) {
    let chart = Chart.bars(BarChart(title: "t", bars: values.map { .init("v", $0) }))
    for width in [0, 1, 20, 30, 80] {
      for height in [0, 1, 2, 8] {
        let size = Size(width: width, height: height)
        #expect(draw(chart, size: size).size == size)
        #expect(isASCII(draw(chart, size: size, glyphs: .ascii).text))
      }
    }
    #expect(!sentences(for: chart).isEmpty)
  }
}
