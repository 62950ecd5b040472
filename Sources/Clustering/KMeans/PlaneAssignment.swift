// The assignments of k-means in the plane, a cell at a time (the filter of Kanungo et al. 2002,
// https://doi.org/10.1109/TPAMI.2002.1017616, on a grid instead of a tree).
//
// Let c be the center nearest to the middle of a cell, and z another one. How much farther z is,
//
//     ‖p - z‖² - ‖p - c‖²,
//
// is linear in p: over the box of the cell it is least at one corner, the farthest one in the
// direction from c to z. When it is positive there, no point of the box belongs to z. When that
// holds for all others, the whole cell belongs to c and its points need not be looked at:
//
//     owned      all its points have one label; to change it moves their sum
//     divided    its points are compared with the centers that are left, mostly two or three
//
// The labels are those of the plain loop, ties included: what is ruled out at the corner is
// ruled out by more than any rounding.

/// Who has which points of a plane.
struct PlaneAssignment: Sendable {
  private let plane: PlaneCells

  /// The label of all points of a cell, or `divided`.
  private var owners: [Int32]

  /// The labels of the points of divided cells, in the order of the cells.
  private var pointLabels: [Int32]

  /// Of a cell whose points have labels of their own.
  fileprivate static let divided: Int32 = -2

  /// An assignment of fewer points takes less time than to wake a second thread.
  private static let worthwhileCount = 32_768

  init(_ plane: PlaneCells) {
    self.plane = plane
    owners = Array(repeating: Int32(KMeansState.unassigned), count: plane.cells.count)
    pointLabels = Array(repeating: 0, count: plane.x.count)
  }

  /// The label of each row.
  var labels: [Int] {
    var sorted = pointLabels
    for (cell, owner) in zip(plane.cells, owners) where owner != Self.divided {
      for place in cell.places { sorted[place] = owner }
    }
    let source = sorted.span
    return plane.places.map { Int(source[Int($0)]) }
  }

  /// Labels all points, and tells what moved.
  mutating func assign(centers: [Double], units: FeatureUnits, threads: Int) -> [ExactSums] {
    let cells = plane.cells
    let pass = PlanePass(plane: plane, units: units, centers: centers)
    let threads = plane.x.count < Self.worthwhileCount ? 1 : threads
    return mapChunks(
      of: &pointLabels, and: &owners, size: 64, threads: threads,
      elements: { numbers in
        cells[numbers.lowerBound].places
          .lowerBound..<cells[numbers.upperBound - 1].places.upperBound
      }
    ) { numbers, labels, owners in
      pass.label(numbers, &labels, &owners)
    }
  }
}

/// One assignment: all that a chunk of cells reads.
private struct PlanePass: Sendable {
  let plane: PlaneCells
  let units: FeatureUnits
  let centers: [SIMD2<Double>]

  init(plane: PlaneCells, units: FeatureUnits, centers: [Double]) {
    (self.plane, self.units) = (plane, units)
    self.centers = stride(from: 0, to: centers.count, by: 2).map {
      SIMD2(centers[$0], centers[$0 + 1])
    }
  }

  func label(
    _ numbers: Range<Int>, _ labels: inout MutableSpan<Int32>, _ owners: inout MutableSpan<Int32>
  ) -> ExactSums {
    let start = plane.cells[numbers.lowerBound].places.lowerBound
    var moves = ExactSums(units, k: centers.count)
    var left = [Int32](repeating: 0, count: centers.count)
    for number in numbers {
      let cell = plane.cells[number]
      let slots = cell.places.lowerBound - start..<cell.places.upperBound - start
      let owner = owners[number - numbers.lowerBound]
      // Mostly the owner of the cell is still the only one that it can belong to.
      if owner >= 0, keep(&left, besides: Int(owner), for: cell) == 1 { continue }
      let count = keep(&left, besides: nearest(to: cell), for: cell)
      if count > 1 {
        if owner != PlaneAssignment.divided {
          for slot in slots { labels[slot] = owner }
          owners[number - numbers.lowerBound] = PlaneAssignment.divided
        }
      } else {
        owners[number - numbers.lowerBound] = left[0]
      }
      if count > 1 || owner == PlaneAssignment.divided {
        compare(slots, from: start, with: left.span.extracting(first: count), &labels, &moves)
      } else if owner != left[0] {
        moves.move(cell.sum, count: slots.count, from: Int(owner), to: Int(left[0]))
      }
    }
    return moves
  }

  /// The center nearest to the middle of a cell.
  private func nearest(to cell: PlaneCells.Cell) -> Int {
    let centers = centers.span
    let middle = 0.5 * cell.low + 0.5 * cell.high
    var (nearest, least) = (0, Double.infinity)
    for c in 0..<centers.count {
      let distance = squaredLength(middle - centers[c])
      if distance < least { (nearest, least) = (c, distance) }
    }
    return nearest
  }

  /// Lists the centers that some point of the cell may be nearest to, `own` among them, in their
  /// order; returns how many they are.
  private func keep(
    _ left: inout [Int32], besides own: Int, for cell: PlaneCells.Cell
  ) -> Int {
    let centers = centers.span
    let diagonal = squaredLength(cell.high - cell.low)
    let center = centers[own]
    var list = left.mutableSpan
    var count = 0
    for c in 0..<centers.count {
      let corner = cell.low.replacing(with: cell.high, where: centers[c] .> center)
      let (near, far) = (squaredLength(corner - center), squaredLength(corner - centers[c]))
      // No squared distance in the box is wrong by more than some 2⁻⁵⁰ of these.
      let rounding = 0x1p-44 * (near + far + diagonal)
      list[count] = Int32(truncatingIfNeeded: c)
      if c == own || !(far - near > rounding) { count += 1 }
    }
    return count
  }

  /// Gives each point the nearest of the centers that are left; the lowest on a tie.
  private func compare(
    _ slots: Range<Int>, from start: Int, with left: Span<Int32>,
    _ labels: inout MutableSpan<Int32>, _ moves: inout ExactSums
  ) {
    let (x, y, centers) = (plane.x.span, plane.y.span, centers.span)
    for first in stride(from: slots.lowerBound, to: slots.upperBound, by: 4) {
      let last = slots.upperBound - 1
      let (pointsX, pointsY) = (
        four(x, at: start + first, last: start + last),
        four(y, at: start + first, last: start + last)
      )
      var nearest = SIMD4<Int64>(repeating: 0)
      var least = SIMD4<Double>(repeating: .infinity)
      for place in 0..<left.count {
        let c = left[place]
        let center = centers[Int(c)]
        let (dx, dy) = (pointsX - center.x, pointsY - center.y)
        let distances = dx * dx + dy * dy
        let nearer = distances .< least
        least.replace(with: distances, where: nearer)
        nearest.replace(with: SIMD4(repeating: Int64(c)), where: nearer)
      }
      for lane in 0..<min(4, slots.upperBound - first) {
        let (old, new) = (labels[first + lane], Int32(truncatingIfNeeded: nearest[lane]))
        guard old != new else { continue }
        labels[first + lane] = new
        let point = SIMD2(pointsX[lane], pointsY[lane])
        moves.move(units.pair(0, point), count: 1, from: Int(old), to: Int(new))
      }
    }
  }
}

@inline(__always)
private func squaredLength(_ v: SIMD2<Double>) -> Double { v.x * v.x + v.y * v.y }

/// Four values from `place` on, the last one again and again where there are no more.
@inline(__always)
private func four(_ values: Span<Double>, at place: Int, last: Int) -> SIMD4<Double> {
  guard place + 3 > last else {
    return SIMD4(values[place], values[place + 1], values[place + 2], values[place + 3])
  }
  return SIMD4(
    values[place], values[min(place + 1, last)], values[min(place + 2, last)], values[last])
}
