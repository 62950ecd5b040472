import Charts

// One chart of each kind, for everything that has to hold for all of them.

enum Sample {
  static let all: [(name: String, chart: Chart)] = [
    ("scatter", .scatter(customers)), ("links", .scatter(links)), ("trails", .scatter(trails)),
    ("line", .line(silhouetteByK)), ("lines", .line(twoLines)), ("curve", .line(curve)),
    ("bars", .bars(shares)), ("histogram", .histogram(spend)),
    ("histograms", .histogram(beforeAndAfter)), ("silhouette", .silhouette(silhouette)),
    ("dendrogram", .dendrogram(tree)),
  ]

  /// Numbers from 0 to 1 that are the same everywhere.
  static func numbers(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
  }

  /// Customers of three kinds, and one that fits nowhere.
  static let customers = ScatterChart(
    points: [
      (180, 24), (200, 27), (215, 22), (240, 25), (260, 28), (230, 20), (850, 20), (880, 22),
      (905, 19), (930, 23), (870, 17), (120, 5), (150, 8), (165, 3), (190, 6), (210, 9), (600, 2),
    ].map { PlotPoint($0.0, $0.1) },
    labels: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, -1],
    centers: [PlotPoint(220.83, 24.333), PlotPoint(887, 20.2), PlotPoint(167, 6.2)],
    xAxis: Axis("spend"), yAxis: Axis("visits"))

  /// Twelve points and three fixed centers.
  static let links = ScatterChart(
    points: [
      (1, 1), (2, 2.2), (1.2, 3), (3, 1.5), (7, 2), (8, 3), (9, 1.6), (8.4, 2.4), (4, 7), (5, 8),
      (6, 7.4), (5.2, 6.2),
    ].map { PlotPoint($0.0, $0.1) },
    labels: [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2],
    centers: [PlotPoint(2, 2), PlotPoint(8, 2), PlotPoint(5, 7)], showsLinks: true,
    xAxis: Axis("x"), yAxis: Axis("y"))

  static let trails: ScatterChart = {
    var chart = links
    chart.showsLinks = false
    chart.trails = [
      [PlotPoint(4, 4), PlotPoint(3, 2.5), PlotPoint(2, 2)], [PlotPoint(5, 3), PlotPoint(8, 2)],
    ]
    return chart
  }()

  static let silhouetteByK = LineChart(
    series: [
      .init(
        "silhouette",
        [(2, 0.41), (3, 0.62), (4, 0.55), (5, 0.5), (6, 0.42), (7, 0.35), (8, 0.31)].map {
          PlotPoint($0.0, $0.1)
        })
    ], xAxis: Axis("k"), yAxis: Axis("silhouette"), markedX: 3)

  static let twoLines = LineChart(
    series: silhouetteByK.series
      + [.init("share unexplained", [PlotPoint(2, 0.9), PlotPoint(8, 0.1)])],
    xAxis: Axis("k"), yAxis: Axis("value"))

  /// Sorted distances to the fourth neighbor, with the radius that was chosen.
  static let curve = LineChart(
    series: [
      .init(
        "distance",
        (0..<500).map { row in
          let share = Double(row) / 499
          return PlotPoint(Double(row), 0.1 + 0.15 * share + 1.6 * pow8(share))
        })
    ], xAxis: Axis("point"), yAxis: Axis("distance"), markedY: 0.4)

  private static func pow8(_ x: Double) -> Double {
    let (square, fourth) = (x * x, x * x * x * x)
    return fourth * fourth * square * square
  }

  static let shares = BarChart(
    title: "share of squared distance",
    bars: [
      .init("spend", 0.9991), .init("visits", 0.0009), .init("return_rate", 0),
    ], format: .percent)

  /// Two kinds of customers.
  static let spend = HistogramChart(
    numbers(300).enumerated().map { $0 % 3 == 0 ? 100 + 300 * $1 : 600 + 150 * ($1 + $1 * $1) },
    xAxis: Axis("spend", unit: "euro"))

  static let beforeAndAfter = HistogramChart(
    [
      ("last week", numbers(120, seed: 3).map { 10 * $0 * $0 }),
      ("this week", numbers(80, seed: 4).map { 10 - 8 * $0 * $0 }),
    ], xAxis: Axis("visits"))

  static let silhouette = SilhouetteChart(
    values: numbers(40, seed: 5).enumerated().map { 0.75 - ($0 % 3 == 2 ? 1.1 : 0.5) * $1 * $1 },
    labels: (0..<40).map { $0 % 3 })

  static let tree = DendrogramChart(
    leaves: [0, 3, 1, 4, 2, 5],
    merges: [
      .init(0, 3, height: 0.4), .init(1, 4, height: 0.7), .init(2, 5, height: 1.1),
      .init(6, 7, height: 2.2), .init(9, 8, height: 4.1),
    ],
    labels: [0, 0, 1, 0, 0, 1], cut: 3, tallest: 4.1, yAxis: Axis("height"))
}
