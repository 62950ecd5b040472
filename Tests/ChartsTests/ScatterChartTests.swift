import Charts
import Screen
import Testing

@Suite struct ScatterChartTests {
  /// Spend and visits of customers of three kinds, and one that fits nowhere.
  static let customers = ScatterChart(
    points: [
      (180, 24), (200, 27), (215, 22), (240, 25), (260, 28), (230, 20), (850, 20), (880, 22),
      (905, 19), (930, 23), (870, 17), (120, 5), (150, 8), (165, 3), (190, 6), (210, 9), (600, 2),
    ].map { PlotPoint($0.0, $0.1) },
    labels: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, -1],
    centers: [PlotPoint(220.83, 24.333), PlotPoint(887, 20.2), PlotPoint(167, 6.2)],
    xAxis: Axis("spend"), yAxis: Axis("visits"))

  @Test func `groups are letters, centers capitals, noise x`() {
    let surface = draw(.scatter(Self.customers), size: Size(width: 60, height: 14))
    #expect(
      surface.text == """
        visits
           │      a   a
           │     a  Aa
           │       a                                          b  b
        20 ┤        a                                       b Bb
           │                                                 b
           │
        10 ┤
           │   c   c
           │ c  C c
           │    c                           x
           ┼──────┬────────────┬────────────┬───────────┬───────────
                 200          400          600         800     spend
           a 6  b 5  c 5  x noise 1  A … centers
        """)
  }

  @Test func `the same picture in ASCII at 30 by 8`() {
    let surface = draw(.scatter(Self.customers), size: Size(width: 30, height: 8), glyphs: .ascii)
    #expect(
      surface.text == """
        visits                spend ->
           |   aa
        20 +  aA                bBb
           | cCc
         0 +  c          x
           +-----------+------------+-
                      500         1000
           a 6  b 5  c 5  x 1
        """)
    #expect(isASCII(surface.text))
  }

  @Test func `a cell that holds two groups shows the mixed mark, and the legend says so`() {
    let chart = ScatterChart(
      points: [PlotPoint(0, 0), PlotPoint(10, 10), PlotPoint(10, 10)], labels: [0, 0, 1],
      xAxis: Axis("x"), yAxis: Axis("y"))
    #expect(
      draw(.scatter(chart), size: Size(width: 30, height: 8)).text == """
        y                          x →
        10 ┤                        *
         5 ┤
           │
         0 ┤a
           ┼┬───────────┬───────────┬─
            0           5          10
           a 2  b 1  * more than one
        """)
  }

  @Test func `no point lies on an axis, and no axis hides a point`() {
    let corners = ScatterChart(
      points: [(0, 0), (10, 0), (0, 10), (10, 10)].map { PlotPoint($0.0, $0.1) },
      labels: [0, 0, 0, 0], xAxis: Axis("x"), yAxis: Axis("y"))
    for size in [Size(width: 30, height: 8), Size(width: 80, height: 20)] {
      let rows = draw(.scatter(corners), size: size).text.split(separator: "\n").map(String.init)
      let axis = rows.firstIndex { $0.contains("┼") } ?? 0
      #expect(!rows[axis].contains("a"))
      #expect(rows[1..<axis].joined().count { $0 == "a" } == 4)
      #expect(rows[1..<axis].allSatisfy { $0.contains("│") || $0.contains("┤") })
    }
  }

  @Test func `every group keeps its count, whatever else has to make room`() {
    for width in stride(from: 60, through: 20, by: -1) {
      let legend =
        draw(.scatter(Self.customers), size: Size(width: width, height: 8)).text
        .split(separator: "\n").last ?? ""
      #expect(["a 6", "b 5", "c 5"].allSatisfy(legend.contains), "\(width): \(legend)")
      #expect(legend.contains("x noise 1") || legend.contains("x 1"), "\(width): \(legend)")
    }
  }

  @Test func `a legend that is too long for a line has two`() {
    var chart = Self.customers
    chart.points = (0..<120).map { PlotPoint(Double($0 % 12), Double($0 / 12)) }
    chart.labels = (0..<120).map { $0 % 12 - 1 }
    chart.centers = nil
    let rows = draw(.scatter(chart), size: Size(width: 60, height: 14)).text
      .split(separator: "\n").suffix(2).joined(separator: " ")
    for group in "abcdefghijk" { #expect(rows.contains("\(group) 10"), "\(rows)") }
    #expect(rows.contains("x noise 10"))
  }

  @Test func `letters and colour say the same`() {
    let chart = ScatterChart(
      points: [PlotPoint(0, 0), PlotPoint(1, 1), PlotPoint(2, 0)], labels: [0, 1, -1],
      xAxis: Axis("x"), yAxis: Axis("y"))
    let markup = draw(.scatter(chart), size: Size(width: 30, height: 7)).markup
    #expect(markup.contains("⟨cluster1:b⟩"))
    #expect(markup.contains("⟨cluster0:a⟩ 1  ⟨cluster1:b⟩ 1  ⟨muted:x⟩ noise 1"))
  }

  @Test func `points that nobody has grouped are dots without a legend`() {
    let chart = ScatterChart(
      points: [PlotPoint(1, 1), PlotPoint(2, 3), PlotPoint(3, 2)], xAxis: Axis("x"),
      yAxis: Axis("y"))
    #expect(
      draw(.scatter(chart), size: Size(width: 30, height: 8)).text == """
        y                          x →
        3 ┤             ·
          │
        2 ┤                         ·
          │
        1 ┤·
          ┼┬────────────┬───────────┬─
           1            2           3
        """)
  }

  @Test func `no points is said, not drawn`() {
    let chart = ScatterChart(points: [], xAxis: Axis("spend", unit: "cents"), yAxis: Axis("visits"))
    #expect(
      draw(.scatter(chart), size: Size(width: 34, height: 7)).text == """
        visits              spend, cents →
        1.0 ┤
        0.5 ┤
            │         no points
        0.0 ┤
            ┼┬─────────────┬────────────┬─
            0.0           0.5          1.0
        """)
    #expect(sentences(for: .scatter(chart)) == ["There are no points."])
  }

  @Test func `the sentence counts each group and says where it is`() {
    #expect(
      sentences(for: .scatter(Self.customers)) == [
        "3 groups, spend across and visits up: A 6 points around (221, 24.3), "
          + "B 5 points around (887, 20.2), C 5 points around (167, 6.2).",
        "1 point is noise, marked x.",
      ])
  }

  @Test func `centers that have not arrived are told apart from the groups`() {
    var chart = Self.customers
    chart.centers = [PlotPoint(100, 20), PlotPoint(500, 20), PlotPoint(500, 0)]
    #expect(
      sentences(for: .scatter(chart)).last == "Centers: A (100, 20), B (500, 20), C (500, 0).")
  }

  @Test func `the plain lines give the extent of each group`() {
    #expect(
      plainLines(for: .scatter(Self.customers)) == [
        "A: 6 points, spend from 180 to 260, visits from 20 to 28",
        "B: 5 points, spend from 850 to 930, visits from 17 to 23",
        "C: 5 points, spend from 120 to 210, visits from 3 to 9",
        "noise: 1 point, spend always 600, visits always 2",
        "center A: (221, 24.3)", "center B: (887, 20.2)", "center C: (167, 6.2)",
      ])
  }

  @Test func `in too little room the chart is told in words`() {
    let text = draw(.scatter(Self.customers), size: Size(width: 18, height: 4)).text
    #expect(text == "3 groups, spend\nacross and visits\nup: A 6 points\naround (221,")
  }

  @Test(arguments: [
    [PlotPoint(.nan, 1), PlotPoint(2, .infinity)], [PlotPoint(3, 3)],
    [PlotPoint(1e308, -1e308), PlotPoint(-1e308, 1e308)],
    [PlotPoint(1e299, 0), PlotPoint(-1e299, 0)],
    [PlotPoint(1, 1), PlotPoint(1.0000000000000002, 1)],
    [PlotPoint(.leastNonzeroMagnitude, 0), PlotPoint(0, 0)],
    [PlotPoint(1e15, 1e15), PlotPoint(1e15 + 1, 1e15)], [PlotPoint(-1e-7, 2e-7), PlotPoint(0, 0)],
  ])
  func `odd points neither trap nor spoil the frame`(points: [PlotPoint]) {
    for width in [0, 1, 19, 20, 30, 80] {
      for height in [0, 1, 5, 6, 8, 24] {
        let chart = Chart.scatter(
          ScatterChart(
            points: points, labels: points.map { _ in 99 }, centers: points, xAxis: Axis("x"),
            yAxis: Axis("y")))
        let surface = draw(chart, size: Size(width: width, height: height))
        #expect(surface.size == Size(width: width, height: height))
      }
    }
    let chart = Chart.scatter(ScatterChart(points: points, xAxis: Axis("x"), yAxis: Axis("y")))
    #expect(!sentences(for: chart).isEmpty)
    #expect(!plainLines(for: chart).isEmpty)
  }

  @Test func `labels that do not match the points are survived`() {
    let chart = ScatterChart(
      points: [PlotPoint(0, 0), PlotPoint(1, 1)], labels: [.min, .max, 3], xAxis: Axis("x"),
      yAxis: Axis("y"))
    #expect(draw(.scatter(chart), size: Size(width: 40, height: 10)).text.contains("x noise 1"))
  }

  @Test func `of very many groups the first are told, how many more there are, and the noise`() {
    let labels = (0..<3000).map { $0 % 1500 } + [-1, -1]
    let points = labels.indices.map { PlotPoint(Double($0 % 77), Double($0 % 31)) }
    let chart = Chart.scatter(
      ScatterChart(points: points, labels: labels, xAxis: Axis("x"), yAxis: Axis("y")))
    let lines = plainLines(for: chart)
    #expect(lines.count == 26)
    #expect(lines[24] == "and 1476 more")
    #expect(lines[25].contains("2 points"))
    #expect(sentences(for: chart).first?.hasSuffix("and 1488 more.") == true)
  }
}
