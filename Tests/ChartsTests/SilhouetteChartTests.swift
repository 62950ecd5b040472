import Charts
import Screen
import Testing

@Suite struct SilhouetteChartTests {
  @Test func `each group is sorted, and noise is left out`() {
    let chart = SilhouetteChart(
      values: [0.1, 0.9, 0.5, -0.2, .nan], labels: [1, 0, 1, -1, 0])
    #expect(chart.groups.map(\.label) == [0, 1])
    #expect(chart.groups.map(\.values) == [[0.9], [0.5, 0.1]])
  }

  @Test func `the sentence gives the mean, the worst group and what is below zero`() {
    let chart = SilhouetteChart(
      values: [0.8, 0.6, 0.4, -0.2], labels: [0, 0, 1, 1], sampledFrom: 4000)
    #expect(
      sentences(for: .silhouette(chart)) == [
        "The mean silhouette is 0.40, over a sample of 4 points of 4000.",
        "The worst of 2 groups is B: 0.10 on average (2 points).",
        "1 point is below 0: it is nearer to another group than to its own (B 1).",
      ])
    #expect(
      sentences(for: .silhouette(SilhouetteChart(values: [], labels: []))) == [
        "There is no silhouette: no point is in a group."
      ])
  }

  @Test func `of many points in few rows the lowest of each group is still seen`() {
    let values = Array(repeating: 0.8, count: 999) + [-0.5]
    let chart = SilhouetteChart(
      values: values, labels: Array(repeating: 0, count: 1000))
    let surface = draw(.silhouette(chart), size: Size(width: 60, height: 14), glyphs: .ascii)
    let zero = surface.rows[3].firstIndex(of: "|")
    #expect(zero != nil)
    let isLeftOfZero = surface.rows.contains { row in
      row.dropFirst(11).prefix { $0 != "|" }.contains("a")
    }
    #expect(isLeftOfZero)
  }

  @Test func `a group of one row shows its mean, and what is below zero beside it`() {
    let values = [0.9, 0.4, -0.4] + Array(repeating: 0.5, count: 600)
    let chart = SilhouetteChart(
      values: values, labels: values.indices.map { $0 < 3 ? 0 : 1 })
    let surface = draw(.silhouette(chart), size: Size(width: 60, height: 9), glyphs: .ascii)
    let row = surface.rows.first { $0.contains("0.30") } ?? ""
    let sides = row.dropFirst(11).split(separator: "|", omittingEmptySubsequences: false)
    #expect(sides.dropLast().contains { $0.contains("a") } && sides.last?.contains("a") == true)
  }

  @Test func `more groups than rows are said to be more`() {
    let chart = SilhouetteChart(
      values: Sample.numbers(80), labels: (0..<80).map { $0 % 40 })
    let text = draw(.silhouette(chart), size: Size(width: 60, height: 12)).text
    #expect(text.contains("groups more"))
  }

  @Test func `every group has a row and its letter`() {
    var values = Sample.numbers(1000)
    values[999] = 0.1
    let labels = (0..<1000).map { $0 == 999 ? 2 : $0 % 2 }
    let rows = draw(
      .silhouette(SilhouetteChart(values: values, labels: labels)),
      size: Size(width: 60, height: 14)
    ).rows
    for letter in "abc" { #expect(rows.contains { $0.dropFirst(2).prefix(3).contains(letter) }) }
  }

  @Test(arguments: [[], [.nan], [0], [-1, 1], [2, -2], [1e308]])
  func `odd values neither trap nor spoil the frame`(values: [Double]) {
    let chart = Chart.silhouette(
      SilhouetteChart(values: values, labels: values.indices.map { $0 * 40 }))
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
