// A grid of cells so small that all points of a cell are neighbors.
//
// With a cell width of eps / √d no two points of one cell are farther apart than eps. So a cell
// with enough points needs no distance at all: each of them is a core point, and all are in
// one cluster. The points within eps of a cell lie in the cells up to two steps away.
//
// Only cells that have points are kept, in the order of their keys. A key is the place of the
// cell in the whole grid, column after column, with empty cells around it:
//
//     key = (x + 2) · (height + 4) + (y + 2)
//
// so the neighbors two steps up or down have the next keys, and those in another column are
// the same number of keys away for every cell. Walking over the cells in their order, the
// neighbors in each column move along in theirs: nothing is ever looked up.
//
// Gunawan 2013 (Eindhoven, thesis); Wang, Gu and Shun 2020,
// https://doi.org/10.1145/3318464.3380582

/// The points of a fit, sorted by cells; places are positions in that order.
struct CellGrid: Sendable {
  /// The key of each cell that has points, in ascending order.
  let keys: [Int]

  /// The first place of each cell, and behind the last cell the number of points.
  let starts: [Int]

  /// Which row stands at each place.
  let order: [Int]

  /// The points in the order of the places; features that there are not are 0.
  let values: [SIMD4<Double>]

  /// How many keys away the neighbors in each column of cells are, the nearest column first.
  let strips: [Int]

  /// How many steps away a neighbor's cell can be: √3 and what rounding adds are less than 2.
  static let reach = 2

  /// Sums of more than three squares reach farther, over ever more cells.
  static let mostDimensions = 3

  /// Nil when the points have too many features or spread over too many cells.
  init?(_ points: Points, eps: Double, threads: Int) {
    guard let layout = Layout(points, eps: eps) else { return nil }
    let sorted = sortedByKey(layout.keys(of: points, threads: threads), largest: layout.largestKey)
    order = sorted.rows
    (keys, starts) = Self.cells(of: sorted.keys)
    strips = layout.strips
    values = joined(
      inChunks(sorted.rows.count, threads: threads) { places in
        let (values, d) = (points.values.span, points.dimensions)
        return places.map { place in
          var value = SIMD4<Double>(repeating: 0)
          for j in 0..<d { value[j] = values[sorted.rows[place] * d + j] }
          return value
        }
      })
  }

  /// The number of cells that have points.
  var count: Int { keys.count }

  /// The places of the points of a cell.
  func places(of cell: Int) -> Range<Int> { starts[cell]..<starts[cell + 1] }

  /// Σ (aⱼ - bⱼ)² of two points, to the last digit as `squaredEuclidean` has it: it adds up the
  /// features in the same order, and zeros for those that there are not.
  @inline(__always)
  static func squaredDistance(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> Double {
    let differences = a - b
    let squares = differences * differences
    return squares[0] + squares[1] + squares[2]
  }

  private static func cells(of sortedKeys: [Int]) -> (keys: [Int], starts: [Int]) {
    var keys: [Int] = []
    var starts: [Int] = []
    for (place, key) in sortedKeys.enumerated() where keys.last != key {
      keys.append(key)
      starts.append(place)
    }
    return (keys, starts + [sortedKeys.count])
  }
}

// MARK: - Layout

extension CellGrid {
  /// Where the cells are.
  private struct Layout {
    let origin: [Double]
    let width: Double
    /// How far apart the keys of cells are that differ by one step in this feature.
    let strides: [Int]
    let largestKey: Int

    /// So much narrower than eps / √d is a cell, that points whose quotients were rounded into
    /// the same cell are within eps all the same. The quotients are below 2³⁰, so rounding
    /// moves them by less than 2⁻²¹ of a cell.
    private static let narrowing = 1 - 0x1p-20
    private static let mostSteps = 0x1p30

    /// Squares of distances near eps must neither vanish nor overflow.
    private static let sensibleEps = 1e-140...1e140

    init?(_ points: Points, eps: Double) {
      let d = points.dimensions
      guard d <= CellGrid.mostDimensions, Self.sensibleEps.contains(eps) else { return nil }
      width = eps / Double(d).squareRoot() * Self.narrowing
      let (low, high) = columnRanges(points)
      origin = low
      var strides = [Int](repeating: 1, count: d)
      var cells = 1
      for j in (0..<d).reversed() {
        strides[j] = cells
        let steps = (high[j] - low[j]) / width
        guard steps < Self.mostSteps else { return nil }
        let padded = Int(steps) + 1 + 2 * CellGrid.reach
        let (product, overflow) = cells.multipliedReportingOverflow(by: padded)
        guard !overflow, product < 1 << 62 else { return nil }
        cells = product
      }
      self.strides = strides
      largestKey = cells - 1
    }

    func keys(of points: Points, threads: Int) -> [Int] {
      joined(
        inChunks(points.count, threads: threads) { rows in
          let (values, d) = (points.values.span, points.dimensions)
          return rows.map { row in
            var key = 0
            for j in 0..<d {
              let step = Int((values[row * d + j] - origin[j]) / width)
              key += (step + CellGrid.reach) * strides[j]
            }
            return key
          }
        })
    }

    /// All columns of cells within reach: every combination of steps in the features but the
    /// last.
    var strips: [Int] {
      var strips: [(steps: Int, offset: Int)] = [(0, 0)]
      for stride in strides.dropLast() {
        strips = strips.flatMap { strip in
          (-CellGrid.reach...CellGrid.reach).map { step in
            (strip.steps + step * step, strip.offset + step * stride)
          }
        }
      }
      return strips.sorted { ($0.steps, $0.offset) < ($1.steps, $1.offset) }.map(\.offset)
    }
  }
}

// MARK: - Sorting

/// The keys in ascending order, and the rows they belong to; rows of equal keys ascend too.
///
/// Digit by digit from the lowest (radix sort): each pass counts how often a digit occurs and
/// so knows where each key goes, in O(n).
private func sortedByKey(_ keys: [Int], largest: Int) -> (keys: [Int], rows: [Int]) {
  let bits = 11
  var (keys, rows) = (keys, Array(keys.indices))
  var (nextKeys, nextRows) = (keys, rows)
  for shift in stride(from: 0, to: Int.bitWidth - largest.leadingZeroBitCount, by: bits) {
    func digit(_ key: Int) -> Int { (key >> shift) & (1 << bits - 1) }
    var slots = [Int](repeating: 0, count: 1 << bits)
    for key in keys { slots[digit(key)] += 1 }
    var sum = 0
    for value in slots.indices { (slots[value], sum) = (sum, sum + slots[value]) }
    for i in keys.indices {
      let value = digit(keys[i])
      nextKeys[slots[value]] = keys[i]
      nextRows[slots[value]] = rows[i]
      slots[value] += 1
    }
    swap(&keys, &nextKeys)
    swap(&rows, &nextRows)
  }
  return (keys, rows)
}
