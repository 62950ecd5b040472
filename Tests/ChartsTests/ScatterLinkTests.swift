// Links in words: where they lead, whether that is near, and how long they are.

import Charts
import Screen
import Testing

@Suite struct `Links from points to their centers` {
  private func told(_ change: (inout ScatterChart) -> Void) -> [String] {
    var chart = Sample.links
    change(&chart)
    return sentences(for: .scatter(chart)).filter { $0.contains("line") || $0.contains("other") }
  }

  @Test func `where each point has its nearest center, that is said`() {
    #expect(
      told { _ in } == [
        "A line leads from each point to the center of its group, its nearest center."
      ])
  }

  @Test func `points that have another center nearer are counted`() {
    #expect(
      told { $0.labels = [1, 1, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2] } == [
        "A line leads from each point to the center of its group. "
          + "In the units of the axes 2 of 12 points have another center nearer."
      ])
    #expect(told { $0.centers?[2] = PlotPoint(5, 7.0001) }.count == 1)
  }

  @Test func `a tie is not nearer`() {
    #expect(
      told {
        $0.points = [PlotPoint(0, 0), PlotPoint(1, 0)]
        $0.labels = [1, 1]
        $0.centers = [PlotPoint(2, 0), PlotPoint(-2, 0)]
      } == [
        "A line leads from each point to the center of its group. "
          + "In the units of the axes 1 of 2 points has another center nearer."
      ])
  }

  @Test func `their squared lengths are told where they add up to the inertia`() {
    let points = Sample.links.points
    let centers = Sample.links.centers ?? []
    let sum = zip(points, Sample.links.labels ?? []).reduce(0.0) { sum, pair in
      let (x, y) = (pair.0.x - centers[pair.1].x, pair.0.y - centers[pair.1].y)
      return sum + x * x + y * y
    }
    #expect(
      told { $0.inertia = sum }.last
        == "The squared lengths of the lines add up to 12.3, the inertia.")
    #expect(told { $0.inertia = sum * 1.01 }.count == 1, "measured in another scale")
  }

  @Test func `what is hidden, or has no center, is not told`() {
    #expect(told { $0.showsLinks = false } == [])
    #expect(told { $0.centers = nil } == [])
    #expect(told { $0.labels = nil } == [])
    #expect(
      told { $0.work = .init(undecided: Set($0.points.indices)) } == [], "nothing has a group yet")
  }

  @Test func `one center is the nearest of course`() {
    #expect(
      told {
        $0.labels = $0.points.map { _ in 0 }
        $0.centers = [PlotPoint(5, 4)]
      } == ["A line leads from each point to the center of its group."])
  }

  @Test func `more points than can be followed are not linked`() {
    let chart = ScatterChart(
      points: (0..<2001).map { PlotPoint(Double($0), 0) }, labels: (0..<2001).map { _ in 0 },
      centers: [PlotPoint(1000, 0)], showsLinks: true, xAxis: Axis("x"), yAxis: Axis("y"))
    #expect(!chart.canShowLinks)
    #expect(
      sentences(for: .scatter(chart)).last
        == "There are too many points for lines to their centers."
    )
  }
}

@Suite struct `A method at work` {
  private func chart(_ work: ScatterChart.Work) -> ScatterChart {
    var chart = Sample.links
    chart.showsLinks = false
    chart.work = work
    return chart
  }

  @Test func `the mark of a point that is not decided is explained`() {
    let shown = chart(.init(undecided: [8, 9, 10, 11]))
    #expect(
      draw(.scatter(shown), size: Size(width: 60, height: 12)).text.contains("· not decided yet"))
    #expect(
      sentences(for: .scatter(shown))
        == ["2 groups: A 4, B 4; 4 points not decided yet, marked ·."])
  }

  @Test func `a mark that is not there is not explained`() {
    for work in [
      ScatterChart.Work(undecided: [8], focus: 8), .init(undecided: [8], near: [8]), .init(),
    ] {
      let text = draw(.scatter(chart(work)), size: Size(width: 60, height: 12)).text
      #expect(!text.contains("·"), "\(text)")
      #expect(!sentences(for: .scatter(chart(work))).joined().contains("marked ·"))
    }
  }
}
