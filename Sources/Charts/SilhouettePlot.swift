import Screen
import Wording

// A silhouette plot at a size: a row for each point, or for several where there are more points
// than rows; the last row of a group is then that of its lowest point, so that none below zero
// can hide. A group of one row has the bar of its mean, and to the left that of its lowest point
// where this is below zero. Each row has the letter of its group, and a rule marks the mean of all.
//
//     group mean
//       a   0.62 │████████████┊████
//       a        │████████████┊█
//       a        │████████    ┊
//       b   0.31 │████████████┊
//       b      ██│            ┊
//                ┼────────────────

struct SilhouettePlot: Plot {
  let chart: SilhouetteChart
  let size: Size
  let glyphs: GlyphSet
  let frame: PlotFrame
  let legend: Legend
  private let shares: [RowShare]

  /// The rows of a group.
  private struct RowShare {
    let group: SilhouetteChart.Group
    let rows: Range<Int>
  }

  private static let caption = "group mean"
  /// In a picture, where a bar may be two pixels thin.
  private static let barsInRow = 8

  init(_ chart: SilhouetteChart, size: Size, glyphs: GlyphSet, for medium: Medium) {
    self.chart = chart
    self.size = size
    self.glyphs = glyphs
    var extents = Extents(x: Extent([0, 1]), y: Extent())
    for group in chart.groups { extents.x.include(group.values.last ?? 0) }
    frame = PlotFrame(
      extents, xAxis: Axis("silhouette"), yAxis: Axis(Self.caption),
      in: Rect(size).cutBottom(1).rest, glyphs: glyphs, numbers: (.any, .none),
      gutter: Self.caption.count)
    let shares = Self.shares(chart.groups, in: frame.area)
    self.shares = shares
    legend = Legend(
      Self.items(chart, shares, glyphs, barsInRow: medium == .screen ? 1 : Self.barsInRow),
      row: size.height - 1, left: frame.area.x,
      width: size.width, ellipsis: glyphs.ellipsis)
  }

  private static func items(
    _ chart: SilhouetteChart, _ shares: [RowShare], _ glyphs: GlyphSet, barsInRow: Int
  ) -> [Legend.Item] {
    guard !chart.groups.isEmpty else { return [] }
    func item(_ mark: Character, _ text: String, _ shape: Shape = .stroke) -> Legend.Item {
      Legend.Item(mark: mark, style: .plain, shape: shape, text: text)
    }
    var items = [item(glyphs.pick("┊", ascii: ":"), "mean \(fixed(chart.mean, 2))", .rule)]
    let drawn = shares.reduce(0) { $0 + $1.group.values.count }
    let rows = shares.reduce(0) { $0 + $1.rows.count } * barsInRow
    if drawn > rows {
      let each = grouped(Int((Double(drawn) / Double(max(1, rows))).rounded()))
      items.append(item(glyphs.pick("▬", ascii: "="), "about \(each) points"))
    }
    let rest = chart.groups.count - shares.count
    if rest > 0 { items.append(item("+", "\(counted(rest, "group")) more")) }
    return items
  }

  /// The rows are divided by the size of the groups, each at least one; free rows stand between
  /// groups where there are enough.
  private static func shares(
    _ groups: [SilhouetteChart.Group], in area: Rect
  ) -> [RowShare] {
    let room = area.height - 1
    let shown = groups.prefix(max(0, room))
    let gap = room >= 4 * shown.count ? 1 : 0
    let rows = divided(
      room - gap * max(0, shown.count - 1), by: shown.map(\.values.count))
    var row = area.y
    return zip(shown, rows).map { group, count in
      defer { row += count + gap }
      return RowShare(group: group, rows: row..<(row + count))
    }
  }

  private static func divided(_ rows: Int, by sizes: [Int]) -> [Int] {
    let total = Double(max(1, sizes.reduce(0, +)))
    var counts = sizes.map { size in
      min(size, max(1, Int(Double(rows) * Double(size) / total)))
    }
    while counts.reduce(0, +) > rows,
      let largest = counts.indices.max(by: { counts[$0] < counts[$1] }),
      counts[largest] > 1
    { counts[largest] -= 1 }
    while counts.reduce(0, +) < rows,
      let next = counts.indices.filter({ counts[$0] < sizes[$0] }).max(by: {
        Double(sizes[$0]) / Double(counts[$0]) < Double(sizes[$1]) / Double(counts[$1])
      })
    { counts[next] += 1 }
    return counts
  }

  /// What the rows of a group show.
  private func values(of share: RowShare, inRows rows: Int) -> [Double] {
    let values = share.group.values
    guard rows < values.count else { return values }
    if rows == 1 { return [share.group.mean] }
    return (0..<rows).map { row in
      if row == rows - 1 { return values[values.count - 1] }
      return values[(2 * row + 1) * values.count / (2 * rows)]
    }
  }

  private func letter(of group: SilhouetteChart.Group) -> String {
    String(Mark.group(group.label).character(glyphs))
  }

  func drawWords(on surface: inout Surface) {
    frame.drawWords(on: &surface, emptyNotice: chart.groups.isEmpty ? "no groups" : nil)
    for share in shares {
      for row in share.rows {
        surface.write(
          letter(of: share.group), at: frame.area.x - 8, row, .cluster(share.group.label))
      }
      let mean = fixed(share.group.mean, 2)
      surface.write(mean, at: frame.area.x - 1 - mean.count, share.rows.lowerBound)
    }
  }
}

// MARK: - In cells

extension SilhouettePlot {
  private var zero: Int { frame.column(of: 0) }

  func drawCells(on surface: inout Surface) {
    frame.drawLines(on: &surface)
    let height = frame.area.height - 1
    surface.fill(
      Rect(x: zero, y: frame.area.y, width: 1, height: height),
      with: glyphs.pick("│", ascii: "|"), .muted)
    guard !chart.groups.isEmpty else { return }
    for share in shares {
      let values = values(of: share, inRows: share.rows.count)
      for (row, value) in zip(share.rows, values) { draw(value, share.group, row, on: &surface) }
      // What is below zero stands on the other side, so that one row can show both.
      if values.count == 1, let lowest = share.group.values.last, lowest < 0 {
        draw(lowest, share.group, share.rows.lowerBound, on: &surface)
      }
    }
    drawMean(on: &surface)
  }

  private func draw(
    _ value: Double, _ group: SilhouetteChart.Group, _ row: Int, on surface: inout Surface
  ) {
    let eighths = Blocks.eighths((frame.across(value) - frame.across(0)).magnitude)
    guard eighths > 0 else { return }
    let cells = max(1, (eighths + 4) / 8)
    let style = Style.cluster(group.label)
    let letters = String(repeating: letter(of: group), count: cells)
    if value > 0 {
      let bar = glyphs == .ascii ? letters : Blocks.across(eighths: eighths, glyphs)
      surface.write(bar, at: zero + 1, row, style)
    } else {
      let bar = glyphs == .ascii ? letters : String(repeating: "█", count: cells)
      surface.write(bar, at: zero - cells, row, style)
    }
  }

  /// The rule is seen through the bars.
  private func drawMean(on surface: inout Surface) {
    let column = frame.column(of: chart.mean)
    guard column > frame.area.x else { return }
    for row in frame.area.y..<frame.area.endY - 1 {
      let below = surface[column, row]
      let isBar = below?.character != " "
      let ink = isBar ? below?.style.foreground : nil
      surface.write(
        String(glyphs.pick("┊", ascii: ":")), at: column, row, Style(.plain, on: ink))
    }
  }
}

// MARK: - As shapes

extension SilhouettePlot {
  func drawShapes(on page: inout SVGPage) {
    frame.drawLines(on: &page)
    guard !chart.groups.isEmpty else { return }
    let zero = frame.across(0)
    for share in shares {
      // Two bars to a row of cells and more, down to two pixels each.
      let values = values(of: share, inRows: share.rows.count * Self.barsInRow)
      let height = Double(share.rows.count) / Double(values.count)
      for (index, value) in values.enumerated() where value != 0 {
        let top = Double(share.rows.lowerBound) - 0.5 + height * Double(index)
        let end = frame.across(value)
        page.box(
          from: Place(zero, top), to: Place(end, top + height * (height > 0.3 ? 0.9 : 1)),
          .cluster(share.group.label))
      }
    }
    let (top, bottom) = (Double(frame.area.y) - 0.5, Double(frame.area.endY - 1))
    page.line([Place(zero, top), Place(zero, bottom)], .muted)
    let mean = frame.across(chart.mean)
    page.line([Place(mean, top), Place(mean, bottom)], .plain, width: 1.5, isDashed: true)
  }
}
