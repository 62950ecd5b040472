import Charts
import Screen
import Testing

@Suite struct LineChartTests {
  static let silhouette = LineChart.Series(
    "silhouette",
    [(2, 0.41), (3, 0.62), (4, 0.55), (5, 0.5), (6, 0.42), (7, 0.35), (8, 0.31)].map {
      PlotPoint($0.0, $0.1)
    })

  static let chart = LineChart(
    series: [silhouette], xAxis: Axis("k"), yAxis: Axis("silhouette"), markedX: 3)

  @Test func `a line has a mark at each value and a rule at the marked one`() {
    #expect(
      draw(.line(Self.chart), size: Size(width: 50, height: 12)).text == """
        silhouette                                     k →
            │        ┊
        0.6 ┤        ●···
            │      ··┊   ···●···
            │    ··  ┊          ···●·
            │  ··    ┊               ···
        0.4 ┤ ●      ┊                  ·●···
            │        ┊                       ···●···
            │        ┊                              ···●
            ┼─┬──────┬──────┬──────┬─────┬──────┬──────┬──
              2      3      4      5     6      7      8
            ┊ k = 3
        """)
  }

  @Test func `what a rule stands for is said below it`() {
    var chart = Self.chart
    chart.markedY = 0.5
    let size = Size(width: 50, height: 12)
    let legend = draw(.line(chart), size: size).text.split(separator: "\n").last ?? ""
    #expect(legend.contains("┊ k = 3"))
    #expect(legend.contains("╌ silhouette = 0.5"))
    chart.markedX = 99
    #expect(!draw(.line(chart), size: size).text.contains("k = 99"), "it is not drawn")
  }

  @Test func `figures are told with their units`() {
    let chart = LineChart(
      series: [.init("distance", [PlotPoint(10, 3), PlotPoint(50, 8), PlotPoint(100, 5)])],
      xAxis: Axis("rows", unit: "%"), yAxis: Axis("distance", unit: "km"), markedX: 46.3,
      markedY: 4)
    #expect(
      sentences(for: .line(chart)) == [
        "distance is highest at rows = 50 % (8 km) and lowest at rows = 10 % (3 km).",
        "Marked: rows = 46.3 %.", "Marked: distance = 4 km.",
      ])
    #expect(plainLines(for: .line(chart)).first == "rows 10 %: 3 km")
  }

  @Test func `the same line in ASCII at 30 by 8`() {
    let surface = draw(.line(Self.chart), size: Size(width: 30, height: 8), glyphs: .ascii)
    #expect(
      surface.text == """
        silhouette                k ->
        0.6 +    .o.
            |  .. : .o...o.
        0.4 + o   :        .o.
            |     :           ..o..o
            +-+------+------+------+--
              2      4      6      8
            : k = 3
        """)
  }

  @Test func `several series have marks of different shape and a legend`() {
    let falling = LineChart.Series("share unexplained", [PlotPoint(2, 0.9), PlotPoint(8, 0.1)])
    let chart = LineChart(
      series: [Self.silhouette, falling], xAxis: Axis("k"), yAxis: Axis("value"))
    #expect(
      draw(.line(chart), size: Size(width: 50, height: 11)).text == """
        value                                          k →
        1.0 ┤
            │ ○·····
            │       ·●········
        0.5 ┤   ····     ···●······●·····●···
            │ ●·                        ········●······●
            │                                     ·····○
        0.0 ┤
            ┼─┬──────┬──────┬──────┬─────┬──────┬──────┬──
              2      3      4      5     6      7      8
            ● silhouette  ○ share unexplained
        """)
  }

  @Test func `the sentence names the highest and the lowest value`() {
    #expect(
      sentences(for: .line(Self.chart)) == [
        "silhouette is highest at k = 3 (0.62) and lowest at k = 8 (0.31).", "Marked: k = 3.",
      ])
  }

  @Test func `a series that only falls is said to fall`() {
    let inertia = LineChart.Series(
      "inertia", [PlotPoint(1, 1200), PlotPoint(2, 400), PlotPoint(3, 90)])
    let chart = LineChart(series: [inertia], xAxis: Axis("k"), yAxis: Axis("inertia"))
    #expect(
      sentences(for: .line(chart)) == [
        "inertia falls at every step, from 1200 at k = 1 to 90 at k = 3."
      ])
  }

  @Test func `the first of equal values is named, and that it stays there`() {
    let flat = LineChart.Series(
      "s", [PlotPoint(2, 1), PlotPoint(3, 1), PlotPoint(4, 0), PlotPoint(5, 0)])
    let chart = LineChart(series: [flat], xAxis: Axis("k"), yAxis: Axis(""))
    #expect(
      sentences(for: .line(chart)) == ["s is highest at k = 2 (1) and lowest from k = 4 on (0)."])
  }

  @Test func `the plain lines are one for each x`() {
    #expect(
      plainLines(for: .line(Self.chart)) == [
        "k 2: 0.41", "k 3: 0.62", "k 4: 0.55", "k 5: 0.5", "k 6: 0.42", "k 7: 0.35",
        "k 8: 0.31",
      ])
  }

  @Test func `no values, one value and no finite value are said`() {
    func chart(_ points: [PlotPoint]) -> Chart {
      .line(LineChart(series: [.init("s", points)], xAxis: Axis("k"), yAxis: Axis("s")))
    }
    #expect(sentences(for: chart([])) == ["There are no values."])
    #expect(sentences(for: chart([PlotPoint(2, 0.4)])) == ["s is 0.4 at k = 2."])
    #expect(sentences(for: chart([PlotPoint(2, .nan)])) == ["There are no values."])
    for points in [[], [PlotPoint(2, 0.4)], [PlotPoint(.nan, 2), PlotPoint(1e308, -1e308)]] {
      #expect(draw(chart(points), size: Size(width: 30, height: 8)).height == 8)
    }
  }
}
