import Screen

// A tree at a size. A leaf stands at the bottom, two branches are joined by a bar at the height
// of their merge. Where there are more leaves than columns, several share one: the low merges
// are then drawn over each other, and the high ones, which tell the groups, stay clear.
//
//     height
//     4 ┤      ┌────────┴───┐
//       │   ┌──┴───┐        │
//     2 ┤╌╌╌│╌╌╌╌╌╌│╌╌╌╌╌╌╌╌│╌╌  cut
//       │ ┌─┴┐   ┌─┴─┐    ┌─┴┐
//     0 ┼─a──a───b───b────c──c

struct DendrogramPlot: Plot {
  let chart: DendrogramChart
  let size: Size
  let glyphs: GlyphSet
  let frame: PlotFrame
  let legend: Legend
  private let medium: Medium
  private let leafMarks: [(column: Int, mark: Mark)]

  init(_ chart: DendrogramChart, size: Size, glyphs: GlyphSet, for medium: Medium) {
    self.chart = chart
    self.medium = medium
    self.size = size
    self.glyphs = glyphs
    frame = PlotFrame(
      Extents(x: Extent(), y: Extent([0, chart.tallest > 0 ? chart.tallest : 1])),
      xAxis: Axis(""), yAxis: chart.yAxis, in: Rect(size), glyphs: glyphs,
      numbers: (.none, .any))
    leafMarks = chart.leafMarks(in: frame)
    let isMixed = leafMarks.contains { $0.mark == .mixed }
    let mixed = Legend.Item(
      mark: Mark.mixed.character(glyphs), style: Mark.mixed.style, shape: Mark.mixed.shape,
      text: "more than one")
    legend = Legend(
      isMixed ? [mixed] : [], row: size.height - 1, left: frame.area.x, width: size.width)
  }

  func drawWords(on surface: inout Surface) {
    frame.drawWords(on: &surface, emptyNotice: chart.leaves.isEmpty ? "no points" : nil)
    if let cutRow {
      surface.write("cut", at: frame.area.endX - 3, Int(cutRow.rounded()), .accent)
    }
    // In a picture they stand below the axis, and not on it.
    for (column, mark) in medium == .screen ? leafMarks : [] {
      surface.write(
        String(mark.character(glyphs)), at: column, frame.area.endY - 1, mark.style)
    }
  }

  private var cutRow: Double? {
    chart.cut.map { Double(frame.row(of: min($0, chart.tallest))) }
  }
}

extension DendrogramChart {
  /// Where a leaf stands by its place from left to right: all share the whole width; a single
  /// one stands in the middle.
  fileprivate func across(_ place: Double, in frame: PlotFrame) -> Double {
    let share = leaves.count > 1 ? place / Double(leaves.count - 1) : 0.5
    return Double(frame.area.x + 1) + share * Double(frame.area.width - 2)
  }

  /// The letter of the group at each column of the bottom line; mixed where there are several.
  fileprivate func leafMarks(in frame: PlotFrame) -> [(column: Int, mark: Mark)] {
    var marks: [Int: Mark] = [:]
    for (place, leaf) in leaves.enumerated() {
      let mark: Mark = labels[leaf] < 0 ? .point : .group(labels[leaf])
      let column = Int(across(Double(place), in: frame).rounded())
      marks[column] = marks[column].map { $0 == mark ? mark : .mixed } ?? mark
    }
    return marks.keys.sorted().map { ($0, marks[$0] ?? .mixed) }
  }

  /// Where the two branches of a merge stand, and where they are joined.
  fileprivate struct Fork {
    let left: Place
    let right: Place
    let top: Double
    let style: Style
  }

  /// - Parameter lift: How far above the leaves the lowest merge stands at least.
  fileprivate func forks(in frame: PlotFrame, lift: Double = 0) -> [Fork] {
    func row(_ height: Double) -> Double { min(frame.down(height), frame.down(0) - lift) }
    func foot(of cluster: Int, _ height: Double) -> Double {
      cluster < leaves.count ? frame.down(0) : row(height)
    }
    // Where each cluster stands: its place among the leaves, and its height.
    var stands = Array(repeating: (place: 0.0, height: 0.0, label: -1), count: leaves.count)
    for (place, leaf) in leaves.enumerated() { stands[leaf] = (Double(place), 0, labels[leaf]) }
    return merges.map { merge in
      let (a, b) = (stands[merge.a], stands[merge.b])
      let label = a.label == b.label ? a.label : -1
      stands.append(((a.place + b.place) / 2, merge.height, label))
      return Fork(
        left: Place(across(a.place, in: frame), foot(of: merge.a, a.height)),
        right: Place(across(b.place, in: frame), foot(of: merge.b, b.height)),
        top: row(merge.height), style: label < 0 ? .plain : .cluster(label))
    }
  }
}

// MARK: - Drawing

extension DendrogramPlot {
  func drawCells(on surface: inout Surface) {
    frame.drawLines(on: &surface)
    // Below the branches, so that they cross it.
    if let cutRow {
      surface.fill(
        Rect(x: frame.area.x + 1, y: Int(cutRow), width: frame.area.width - 1, height: 1),
        with: glyphs.pick("╌", ascii: "-"), .accent)
    }
    if glyphs == .braille { drawDots(on: &surface) } else { drawBranches(on: &surface) }
  }

  private func drawDots(on surface: inout Surface) {
    var dots = Dots(size)
    for fork in chart.forks(in: frame) {
      let corners = [Place(fork.left.x, fork.top), Place(fork.right.x, fork.top)]
      dots.line(from: fork.left, to: corners[0], fork.style)
      dots.line(from: fork.right, to: corners[1], fork.style)
      dots.line(from: corners[0], to: corners[1], fork.style)
    }
    dots.draw(on: &surface)
  }

  private func drawBranches(on surface: inout Surface) {
    var branches = Branches(size)
    // The letters of the leaves hide what stands in their row: a bar there would have no feet. Where
    // the cut is as low it must be seen, and bars below it must not stand on it.
    let isCutLow = cutRow.map { $0 >= frame.down(0) - 1 } ?? false
    for fork in chart.forks(in: frame, lift: isCutLow ? 0 : 1) {
      branches.join(
        cell(fork.left), cell(fork.right), atRow: Int(fork.top.rounded()), style: fork.style)
    }
    branches.draw(on: &surface, glyphs: glyphs)
  }

  private func cell(_ place: Place) -> (column: Int, row: Int) {
    (Int(place.x.rounded()), Int(place.y.rounded()))
  }

  func drawShapes(on page: inout SVGPage) {
    frame.drawLines(on: &page)
    if let cut = chart.cut {
      let row = frame.down(min(cut, chart.tallest))
      page.line(
        [Place(Double(frame.area.x), row), Place(Double(frame.area.endX - 1), row)], .accent,
        isDashed: true)
    }
    for fork in chart.forks(in: frame) {
      page.line(
        [fork.left, Place(fork.left.x, fork.top), Place(fork.right.x, fork.top), fork.right],
        fork.style.foreground, width: chart.leaves.count > 500 ? 0.7 : 1.3)
    }
    for (column, mark) in leafMarks {
      page.words(
        String(mark.character(glyphs)), at: Place(Double(column), Double(frame.area.endY) - 0.4),
        mark.style)
    }
  }
}
