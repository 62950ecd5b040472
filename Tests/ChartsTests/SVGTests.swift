import Charts
import Foundation
import Screen
import Testing

@Suite struct SVGTests {
  /// The page on which the cells of a surface of 60 by 14 are those of the picture.
  static let size = Size(width: 60, height: 14)
  static let margin = 14.0
  static let page = (width: 2 * 14 + 60 * 8, height: 2 * 14 + 14 * 16)

  static func picture(_ chart: Chart, _ background: Background = .light) throws -> SVGPicture {
    try #require(
      SVGPicture(chart.svg(width: page.width, height: page.height, background: background)))
  }

  @Test(arguments: Sample.all.map(\.name))
  func `every word of the screen stands at the same place in the picture`(name: String) throws {
    let chart = try #require(Sample.all.first { $0.name == name }?.chart)
    let picture = try Self.picture(chart)
    let words = words(of: draw(chart, size: Self.size))
    #expect(words.count > 3)
    for word in words {
      let x = Self.margin + Double(word.column) * 8
      let y = Self.margin + Double(word.row) * 16 + 8
      let found = picture.words.contains { run in
        run.text.contains(word.text) && abs(run.y - y) < 16 && run.x < x + 8
          && x < run.x + (run.width ?? 8) + 8
      }
      #expect(found, "\(word.text) at \(word.column), \(word.row)")
    }
  }

  /// Numbers, captions, labels and legends: whatever is written and no mark of the plot.
  private func words(of surface: Surface) -> [(text: String, column: Int, row: Int)] {
    var words: [(text: String, column: Int, row: Int)] = []
    for row in 0..<surface.height {
      var isOpen = false
      for column in 0..<surface.width {
        guard let cell = surface[column, row], let character = cell.character else { continue }
        // In the picture no points have to share a place or a bar, and no legend says so.
        if row == surface.height - 1, "*▬".contains(character) { break }
        let isMark =
          if case .cluster = cell.style.foreground { row < surface.height - 1 } else { false }
        let isRead = character.isLetter || character.isNumber || ".-%→".contains(character)
        guard isRead, !isMark, character != "x" || cell.style.foreground != .muted else {
          isOpen = false
          continue
        }
        if isOpen {
          words[words.count - 1].text.append(character)
        } else {
          words.append((String(character), column, row))
          isOpen = true
        }
      }
    }
    return words
  }

  @Test(arguments: ["scatter", "links", "trails"])
  func `every letter of a scatter plot has a mark of its group at its place`(
    name: String
  ) throws {
    let chart = try #require(Sample.all.first { $0.name == name }?.chart)
    let picture = try Self.picture(chart)
    let surface = draw(chart, size: Self.size)
    var letters = 0
    for row in 1..<surface.height - 2 {
      for column in 3..<surface.width {
        guard let cell = surface[column, row], let letter = cell.character,
          case .cluster = cell.style.foreground, letter.isLetter
        else { continue }
        letters += 1
        let kind = letter.isUppercase ? "center-\(letter)" : "group-\(letter)"
        let (x, y) = (
          Self.margin + (Double(column) + 0.5) * 8, Self.margin + (Double(row) + 0.5) * 16
        )
        #expect(
          picture.marks[kind]?.contains { abs($0.x - x) < 8 && abs($0.y - y) < 16 } == true,
          "\(letter) at \(column), \(row)")
      }
    }
    #expect(letters > 8)
  }

  @Test func `groups differ by shape, by colour and by letter`() throws {
    let svg = Chart.scatter(Sample.customers).svg()
    let looks = svg.split(separator: "\n").filter { $0.contains("class=\"group-") }.map { line in
      let shape = line.drop { $0 != "m" }.prefix { $0 != "z" }
      let colour = line.drop { $0 != "#" }.prefix(7)
      return [String(shape), String(colour)]
    }
    #expect(Set(looks.map { $0[0] }).count == 3)
    #expect(Set(looks.map { $0[1] }).count == 3)
  }

  @Test func `a picture has a title and is told in sentences`() throws {
    let picture = try Self.picture(.scatter(Sample.customers))
    #expect(picture.title == "Scatter plot: visits against spend")
    #expect(picture.about == sentences(for: .scatter(Sample.customers)).joined(separator: " "))
    let named = try #require(SVGPicture(Chart.bars(Sample.shares).svg(title: "Who is loud?")))
    #expect(named.title == "Who is loud?")
  }

  @Test func `light and dark pictures have the colours of their backgrounds`() {
    for background in Background.allCases {
      let svg = Chart.scatter(Sample.customers).svg(background: background)
      #expect(
        svg.contains("<rect width=\"100%\" height=\"100%\" fill=\"\(background.colour.hex)\"/>"))
      for group in 0..<3 { #expect(svg.contains(Ink.cluster(group).colour(on: background).hex)) }
    }
  }

  @Test func `links lead from each point to its center`() throws {
    let picture = try Self.picture(.scatter(Sample.links))
    #expect(["link-A", "link-B", "link-C"].map { picture.marks[$0]?.count } == [4, 4, 4])
    var hidden = Sample.links
    hidden.showsLinks = false
    #expect(try Self.picture(.scatter(hidden)).marks["link-A"] == nil)
  }

  @Test(arguments: [
    "a<b>&\"c'd", "]]>", "<\u{338}a>", "\u{1B}[31mred\u{7}", "\u{0}\u{FFFE}\u{FFFF}", "群 é 👩‍👩‍👧",
    "--><!--",
  ])
  func `hostile names stay words`(name: String) throws {
    let axis = Axis(name, unit: name)
    let charts: [Chart] = [
      .scatter(ScatterChart(points: [PlotPoint(1, 2)], labels: [0], xAxis: axis, yAxis: axis)),
      .line(
        LineChart(
          series: [.init(name, [PlotPoint(1, 2)]), .init(name, [])], xAxis: axis, yAxis: axis)),
      .bars(BarChart(title: name, bars: [.init(name, 1)])),
      .histogram(HistogramChart([(name, [1, 2]), (name, [3])], xAxis: axis)),
    ]
    for chart in charts {
      let svg = chart.svg(title: name)
      let picture = try #require(SVGPicture(svg))
      #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(picture.title == TextWidth.sanitised(name))
    }
  }

  @Test func `odd values leave a picture with finite numbers only`() throws {
    let odd: [[Double]] = [
      [], [.nan], [.infinity, -.infinity], [1e308, -1e308], [1e300, -1e300], [5],
      [.leastNonzeroMagnitude, 0], [1e15, 1e15 + 1], Array(repeating: 2, count: 30),
    ]
    for values in odd {
      let points = values.map { PlotPoint($0, $0) }
      var scatter = ScatterChart(
        points: points, labels: values.indices.map { $0 }, centers: points, showsLinks: true,
        xAxis: Axis(""), yAxis: Axis(""))
      scatter.trails = [points]
      let charts: [Chart] = [
        .scatter(scatter),
        .line(
          LineChart(
            series: [.init("s", points)], xAxis: Axis(""), yAxis: Axis(""), markedX: values.first,
            markedY: values.first)),
        .bars(BarChart(title: "", bars: values.map { .init("v", $0) })),
        .histogram(HistogramChart(values, xAxis: Axis(""))),
        .silhouette(SilhouetteChart(values: values, labels: Array(values.indices))),
        .dendrogram(
          DendrogramChart(
            leaves: Array(values.indices), merges: [], labels: values.map { _ in 0 }, tallest: 0,
            yAxis: Axis(""))),
      ]
      for chart in charts {
        for (width, height) in [(720, 420), (200, 120), (1, 1), (-5, 100_000)] {
          let picture = try #require(
            SVGPicture(chart.svg(width: width, height: height)), "\(values) \(chart)")
          #expect(picture.numbers.allSatisfy { $0.isFinite && $0.magnitude < 1e5 })
        }
      }
    }
  }

  @Test func `a hundred groups are drawn, each under its own name`() throws {
    let points = (0..<100).map { PlotPoint(Double($0 % 10), Double($0 / 10)) }
    let chart = ScatterChart(
      points: points, labels: Array(0..<100), xAxis: Axis("x"), yAxis: Axis("y"))
    let picture = try #require(SVGPicture(Chart.scatter(chart).svg()))
    #expect(picture.marks.keys.count { $0.hasPrefix("group-") } == 100)
    #expect(picture.marks["group-cv"]?.count == 1)
  }

  @Test func `very many points stay a small file, and that they share marks is said`() throws {
    let (xs, ys) = (Sample.numbers(60_000), Sample.numbers(60_000, seed: 2))
    let chart = ScatterChart(
      points: zip(xs, ys).map { PlotPoint($0, $1) }, labels: xs.map { Int($0 * 4) },
      xAxis: Axis("x"), yAxis: Axis("y"))
    let svg = Chart.scatter(chart).svg(width: 1600, height: 1000)
    #expect(svg.utf8.count < 1_000_000)
    let picture = try #require(SVGPicture(svg))
    #expect(picture.about.hasSuffix("Points that lie within a few pixels are drawn as one mark."))
    let marks = picture.marks.filter { $0.key.hasPrefix("group-") }
    #expect(marks.count == 4)
    #expect(marks.values.allSatisfy { $0.count > 500 })
  }
}
