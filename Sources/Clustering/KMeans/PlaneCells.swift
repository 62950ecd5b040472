// Points of the plane, sorted into the cells of a grid.
//
// Nearby points mostly have the same nearest center. So what can be said about a point is said
// about a whole cell at once: its bounding box and the exact sum of its points are kept.
// `PlaneAssignment.swift` tells how.
//
// The cells are of equal size but for those at the rim, which take whatever lies outside the
// middle of the data. So a few points far away do not make all others share one cell.

/// The points of a plane, cell by cell.
struct PlaneCells: Sendable {
  /// The points of a cell, which has some.
  struct Cell: Sendable {
    /// Where they stand in `x` and `y`.
    let places: Range<Int>

    /// The corners of their bounding box.
    let low: SIMD2<Double>
    let high: SIMD2<Double>

    /// Their exact sum.
    let sum: ExactPair
  }

  let cells: [Cell]

  /// The first and the second feature of the points, cell by cell.
  let x: [Double]
  let y: [Double]

  /// Where each row stands in `x` and `y`.
  let places: [Int32]

  /// Below this many points it is faster to look at each.
  private static let worthwhileCount = 2_000

  /// Nil when cells are of no use: in more than two dimensions, or with few points for each
  /// center.
  init?(_ points: Points, k: Int, units: FeatureUnits, threads: Int) {
    guard points.dimensions == 2, points.count >= Self.worthwhileCount,
      points.count <= Int(Int32.max), k <= points.count / 16
    else { return nil }
    let raster = Raster(around: points, k: k)
    let sorted = sortedIntoCells(points, raster, threads: threads)
    (x, y, places) = (sorted.x, sorted.y, sorted.places)
    let starts = sorted.starts
    let (x, y) = (x, y)
    cells = joined(
      inChunks(raster.count, size: 256, threads: threads) { numbers in
        numbers.compactMap { number in
          let places = Int(starts[number])..<Int(starts[number + 1])
          return places.isEmpty ? nil : Cell(places, x.span, y.span, units)
        }
      })
  }
}

extension PlaneCells.Cell {
  fileprivate init(
    _ places: Range<Int>, _ x: Span<Double>, _ y: Span<Double>, _ units: FeatureUnits
  ) {
    var low = SIMD2(repeating: Double.infinity)
    var high = -low
    var sum = ExactPair()
    for place in places {
      let point = SIMD2(x[place], y[place])
      low.replace(with: point, where: point .< low)
      high.replace(with: point, where: point .> high)
      sum += units.pair(0, point)
    }
    (self.places, self.low, self.high, self.sum) = (places, low, high, sum)
  }
}

// MARK: - Sorting

/// A grid of equal cells around the middle of the data.
private struct Raster: Sendable {
  private let side: Int
  private let origin: SIMD2<Double>
  private let scale: SIMD2<Double>

  var count: Int { side * side }

  init(around points: Points, k: Int) {
    side = Self.side(points.count, k: k)
    let rows = Array(stride(from: 0, to: points.count, by: max(1, points.count / 1000)))
    let sample = points.selecting(rows: rows)
    let (x, y) = (middleRange(sample.column(0)), middleRange(sample.column(1)))
    origin = SIMD2(x.lowerBound, y.lowerBound)
    scale = Double(side) / SIMD2(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
  }

  /// In each round a cell costs a look at k centers, and a point in a cell between two clusters
  /// a look at those. With s cells a side that is about s²k + 5n/s, which is least at s³ = 5n/k
  /// or so. With many centers there should still be a cell for each and more.
  static func side(_ n: Int, k: Int) -> Int {
    var side = 8
    while side * side * side < 5 * n / k || side * side < 2 * k { side += 1 }
    return side
  }

  /// The number of the cell that a point is in.
  @inline(__always)
  func cell(_ point: SIMD2<Double>) -> Int {
    let place = (point - origin) * scale
    // Compared in this order, what is not a number counts as 0.
    let last = Double(side - 1)
    let x = place.x > 0 ? (place.x < last ? place.x : last) : 0
    let y = place.y > 0 ? (place.y < last ? place.y : last) : 0
    return Int(x) * side + Int(y)
  }
}

/// From the lowest to the highest value but for a hundredth on either side.
private func middleRange(_ values: [Double]) -> ClosedRange<Double> {
  let sorted = values.sorted()
  let rim = sorted.count / 100
  return sorted[rim]...sorted[sorted.count - 1 - rim]
}

/// The points in the order of their cells, and within a cell in the order of their rows.
private struct SortedPoints {
  var x: [Double]
  var y: [Double]
  var places: [Int32]

  /// Where each cell begins in `x` and `y`, and where the last one ends.
  var starts: [Int32]
}

/// Counts the points of each cell, chunk by chunk of rows, and then puts them in place.
private func sortedIntoCells(_ points: Points, _ raster: Raster, threads: Int) -> SortedPoints {
  let n = points.count
  let size = max(chunkSize, (n + 15) / 16)
  let counts = inChunks(n, size: size, threads: threads) { rows in
    let values = points.values.span
    var counts = [Int32](repeating: 0, count: raster.count)
    var list = counts.mutableSpan
    for i in rows { list[raster.cell(SIMD2(values[2 * i], values[2 * i + 1]))] += 1 }
    return counts
  }
  let (starts, firsts) = placesOfCells(counts)
  var (x, y) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
  var places = [Int32](repeating: 0, count: n)
  x.withUnsafeMutableBufferPointer { x in
    y.withUnsafeMutableBufferPointer { y in
      nonisolated(unsafe) let (x, y) = (x, y)
      _ = mapChunks(of: &places, size: size, threads: threads) { rows, places in
        let values = points.values.span
        var next = firsts[rows.lowerBound / size]
        var list = next.mutableSpan
        for i in rows {
          let point = SIMD2(values[2 * i], values[2 * i + 1])
          let cell = raster.cell(point)
          let place = list[cell]
          // A place of its own for every point, so no two threads write to the same one.
          (x[Int(place)], y[Int(place)]) = (point.x, point.y)
          places[i - rows.lowerBound] = place
          list[cell] = place + 1
        }
      }
    }
  }
  return SortedPoints(x: x, y: y, places: places, starts: starts)
}

/// Where each cell begins, and where each chunk begins in each cell.
private func placesOfCells(_ counts: [[Int32]]) -> (starts: [Int32], firsts: [[Int32]]) {
  var (starts, firsts) = ([Int32](), counts)
  var place: Int32 = 0
  for cell in counts[0].indices {
    starts.append(place)
    for chunk in counts.indices {
      firsts[chunk][cell] = place
      place += counts[chunk][cell]
    }
  }
  return (starts + [place], firsts)
}
