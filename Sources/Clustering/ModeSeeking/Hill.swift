// The hot loop of mean shift: the mean of the points around a place.
//
// A hill is the density of the points as a walker sees it: all that it can ask is where the mean
// of what is near lies.
//
// Points are sorted into a grid over the (at most three) features in which they spread widest.
// Those within a bandwidth of a place lie in the cells around it, and the cells of a row follow
// one another, so each row is a run of points. The other features are left to the distance.
// Runs are read in blocks of eight points, one instruction for several of them.

/// Points that can be asked for the mean around a place.
package struct Hill: Sendable {
  /// When a walker rests: the square of its shortest step.
  let squaredRest: Double

  private let dimensions: Int
  private let bandwidth: Double
  private let squaredReach: Double
  private let axes: [Axis]
  /// Where the points of each cell begin in the sorted order, and where the last ends.
  private let cellStarts: [Int]
  /// d vectors for each block of eight points in the sorted order; infinity after the last.
  private let vectors: [Lanes]

  /// Sorts the points into the grid, O(n · d).
  package init(_ points: Points, bandwidth: Double) {
    let rest = MeanShift.restingShare * bandwidth
    squaredRest = rest * rest
    dimensions = points.dimensions
    self.bandwidth = bandwidth
    squaredReach = min(bandwidth * bandwidth, .greatestFiniteMagnitude)
    axes = Axis.widest(points, cellWidth: bandwidth / 4)
    let sorted = Self.sorted(points, axes)
    cellStarts = sorted.cellStarts
    vectors = points.inBlocksOfEight(rows: sorted.rows)
  }

  /// The mean of the points at most a bandwidth from `place`, and their number.
  package func mean(around place: [Double]) -> (mean: [Double], count: Int) {
    var sums = [Lanes](repeating: Lanes(), count: dimensions)
    let count = addUp(around: place.span, into: &sums)
    return (sums.map { laneSum($0) / Double(max(count, 1)) }, count)
  }

  private func addUp(around place: Span<Double>, into sums: inout [Lanes]) -> Int {
    let cells = axes.map { $0.cells(around: place[$0.feature], within: bandwidth) }
    var sums = sums.mutableSpan
    var counts = Lanes()
    // A block may hold the end of one run and the start of the next: it is read once.
    var next = 0
    for first in cells[0] {
      for second in cells[1] {
        let row = (first * axes[1].count + second) * axes[2].count
        let from = cellStarts[row + cells[2].lowerBound]
        let to = cellStarts[row + cells[2].upperBound + 1]
        guard from < to else { continue }
        for block in max(next, from / 8)..<max(next, (to + 7) / 8) {
          counts += add(block, around: place, to: &sums)
        }
        next = max(next, (to + 7) / 8)
      }
    }
    return Int(laneSum(counts))
  }

  /// Adds the points of a block that are near; 1 in the lanes of those.
  @inline(__always)
  private func add(
    _ block: Int, around place: Span<Double>, to sums: inout MutableSpan<Lanes>
  ) -> Lanes {
    let d = dimensions
    let features = vectors.span.extracting(block * d..<(block + 1) * d)
    var squares = Lanes()
    for j in 0..<d {
      let differences = features[j] - place[j]
      squares += differences * differences
    }
    let isNear = squares .<= squaredReach
    for j in 0..<d {
      sums[j] += Lanes().replacing(with: features[j], where: isNear)
    }
    return Lanes().replacing(with: 1, where: isNear)
  }
}

// MARK: - The grid

extension Hill {
  /// The rows sorted by cell; within a cell they stay in order.
  private static func sorted(
    _ points: Points, _ axes: [Axis]
  ) -> (rows: [Int], cellStarts: [Int]) {
    let cells = (0..<points.count).map { i in
      axes.reduce(0) { $0 * $1.count + $1.cell(of: points[i, $1.feature]) }
    }
    var starts = [Int](repeating: 0, count: axes.reduce(1) { $0 * $1.count } + 1)
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var rows = [Int](repeating: 0, count: points.count)
    var next = starts
    for (row, cell) in cells.enumerated() {
      rows[next[cell]] = row
      next[cell] += 1
    }
    return (rows, starts)
  }
}

/// A feature cut into cells of equal width.
private struct Axis: Sendable {
  let feature: Int
  let least: Double
  let width: Double
  let count: Int

  /// Three axes; those that are not needed have a single cell.
  static func widest(_ points: Points, cellWidth: Double) -> [Axis] {
    let ranges = (0..<points.dimensions).map { j in
      let column = points.column(j)
      return (feature: j, least: column.min() ?? 0, largest: column.max() ?? 0)
    }
    let widest = ranges.sorted {
      ($0.largest - $0.least, $1.feature) > ($1.largest - $1.least, $0.feature)
    }.prefix(3)
    let most = Double(cellsPerAxis(points.count, axes: widest.count))
    let axes = widest.map { feature, least, largest in
      // The least width only matters where the bandwidth nearly vanishes.
      let width = max(cellWidth, (largest - least) / most, .leastNormalMagnitude)
      let count = 1 + Int((largest - least) / width)
      return Axis(feature: feature, least: least, width: width, count: count)
    }
    let single = Axis(feature: 0, least: 0, width: .infinity, count: 1)
    return Array(repeating: single, count: 3 - axes.count) + axes
  }

  /// About four cells a point in all.
  private static func cellsPerAxis(_ points: Int, axes: Int) -> Int {
    func isTooMany(_ cells: Int) -> Bool {
      (0..<axes).reduce(1) { product, _ in product * cells } > 4 * points
    }
    var cells = 1
    while !isTooMany(2 * cells) { cells *= 2 }
    while !isTooMany(cells + cells / 8 + 1) { cells += cells / 8 + 1 }
    return cells
  }

  /// The cell of a value; values outside belong to the outermost cells.
  func cell(of value: Double) -> Int {
    Int(max(0, min(Double(count - 1), (value - least) / width)))
  }

  /// The cells of all values that differ from `value` by at most `radius`. Rounding is monotone,
  /// so it leaves none out.
  func cells(around value: Double, within radius: Double) -> ClosedRange<Int> {
    cell(of: value - radius)...cell(of: value + radius)
  }
}
