// Everyone within a radius, by a walk down the tree.
//
// Distances are compared in their reduced form, with the bound that stands for the radius
// (`ReducedDistance.bound(for:)`). No order is promised where none is needed; a walk always
// takes the same one.

extension KDTree {
  /// The rows at most `radius` from a point, the nearest first; of equally near the lowest.
  func neighbors(
    within radius: Double, of point: Span<Double>, excluding excluded: Int?
  ) -> Neighbors {
    var near: [(distance: Double, row: Int)] = []
    visitBlocks(within: reduced.bound(for: radius), of: point) { first, distances, isWithin in
      for lane in 0..<Lanes.scalarCount where isWithin[lane] {
        near.append((distances[lane], order[first + lane]))
      }
      return true
    }
    near = near.filter { $0.row != excluded }.sorted(by: <)
    return Neighbors(
      rows: near.map(\.row), distances: near.map { reduced.distance(from: $0.distance) })
  }

  /// The places within the bound of a point, in no particular order but always in the same.
  func places(within bound: Double, of point: Span<Double>) -> [Int] {
    var places: [Int] = []
    visitBlocks(within: bound, of: point) { first, _, isWithin in
      for lane in 0..<Lanes.scalarCount where isWithin[lane] { places.append(first + lane) }
      return true
    }
    return places
  }

  /// Whether at least `limit` points lie within the bound of a point.
  func hasAtLeast(_ limit: Int, within bound: Double, of point: Span<Double>) -> Bool {
    var count = 0
    visitBlocks(within: bound, of: point) { _, _, isWithin in
      let ones = SIMD8<Int64>(repeating: 0).replacing(with: 1, where: isWithin)
      count += Int(ones.wrappedSum())
      return count < limit
    }
    return count >= limit
  }

  /// Calls `body` with the first place of each block that has points within the bound, their
  /// distances, and which of the lanes they are, until it returns false.
  @inline(__always)
  private func visitBlocks(
    within bound: Double, of point: Span<Double>,
    _ body: (Int, SIMD8<Double>, SIMDMask<SIMD8<Int64>>) -> Bool
  ) {
    let d = dimensions
    let (nodes, boxes) = (nodes.span, boxes.span)
    let width = Lanes.scalarCount
    // A bound that overflowed still does not reach the empty lanes.
    let bound = min(bound, .greatestFiniteMagnitude)
    var open = [0]
    while let node = open.popLast() {
      let box = boxes.extracting(node * 2 * d..<(node + 1) * 2 * d)
      guard reduced.between(point, box: box) <= bound else { continue }
      guard nodes[node].isLeaf else {
        open.append(nodes[node].upper)
        open.append(node + 1)
        continue
      }
      let places = nodes[node].places
      for first in stride(from: places.lowerBound, to: places.upperBound, by: width) {
        let distances = distances(from: point, toBlock: first / width)
        let isWithin = distances .<= bound
        if any(isWithin), !body(first, distances, isWithin) { return }
      }
    }
  }
}
