// The points grouped by their nearest medoid, in blocks of eight.
//
// What a candidate would change is asked for every point, again and again. Two things make it
// quick. The points of a block have the same medoid, so its eight answers belong to one sum.
// And most blocks need no look: a point changes over only if the candidate is nearer than its
// second medoid, and by the triangle inequality
//
//     d(candidate, point) ≥ d(candidate, medoid) - d(point, medoid)
//
// it is not when d(candidate, medoid) is at least d(point, medoid) + d(point, second): the
// reach of the point. The distances from candidates to medoids are known already.

/// The points in blocks of eight with the same medoid.
package struct MedoidGroups: Sendable {
  /// The blocks of each medoid.
  let blocks: [Range<Int>]

  /// What giving up each medoid would add to the loss if nothing came instead.
  let removalLosses: [Double]

  /// No candidate at this distance from a medoid, or farther, matters to any point of its group.
  let reaches: [Double]

  /// The same for each block.
  let blockReaches: [Double]

  /// For each block the distances to the nearest and the second nearest medoid. Lanes without a
  /// point hold 0, so that nothing is nearer.
  let nearest: [Lanes]
  let second: [Lanes]

  /// The square of `second`, and a little more: a filter before the square root is taken.
  let secondSquares: [Lanes]

  /// The row of each lane; 0 where there is no point.
  let rows: [SIMD8<Int32>]

  /// d vectors a block; empty unless distances are Euclidean.
  let vectors: [Lanes]

  /// Groups the points in O(n · d). To add a medoid and not to swap one, `forAdding`: only what
  /// is nearer than the nearest medoid matters then.
  package init(
    _ assignment: MedoidAssignment, _ distances: MedoidDistances, forAdding: Bool = false
  ) {
    let second = forAdding ? assignment.nearest : assignment.second
    let layout = GroupLayout(
      slots: assignment.slots, groups: assignment.medoids.count,
      reaches: zip(assignment.nearest, second).map { $0 + $1 })
    blocks = layout.blocks
    rows = layout.rows
    nearest = layout.lanes(of: assignment.nearest)
    self.second = layout.lanes(of: second)
    secondSquares = self.second.map { $0 * $0 * (1 + 0x1p-50) }
    vectors = distances.euclideanPoints.map(layout.vectors) ?? []
    let margin = distances.detourMargin
    // Without one any candidate may matter. (Infinity as the factor would make a NaN of 0.)
    let blockReaches = zip(nearest, self.second).map { nearest, second in
      margin.map { (nearest + second).max() * $0 } ?? .infinity
    }
    let losses = zip(nearest, self.second).map { laneSum($1 - $0) }
    self.blockReaches = blockReaches
    reaches = blocks.map { blockReaches[$0].max() ?? 0 }
    removalLosses = blocks.map { losses[$0].reduce(0, +) }
  }
}

/// The place of each row when the rows are sorted by group and each group fills whole blocks.
/// Within a group those that reach farthest come first: then the points of a block reach about
/// equally far, and more blocks as a whole are out of a candidate's reach.
private struct GroupLayout {
  let blocks: [Range<Int>]
  let rows: [SIMD8<Int32>]
  /// How many lanes of each block hold a point.
  let filled: [Int]

  /// This many steps of the reach are told apart.
  private static let levels = 16

  init(slots: [Int32], groups: Int, reaches: [Double]) {
    let keys = Self.keys(slots: slots, groups: groups, reaches: reaches)
    var counts = [Int](repeating: 0, count: groups * Self.levels)
    for key in keys { counts[key] += 1 }
    // The lane in which the next row of each level goes.
    var next = counts
    var blocks: [Range<Int>] = []
    for group in 0..<groups {
      let first = blocks.last?.upperBound ?? 0
      var place = first * 8
      for key in group * Self.levels..<(group + 1) * Self.levels {
        next[key] = place
        place += counts[key]
      }
      blocks.append(first..<(place + 7) / 8)
    }
    var rows = [SIMD8<Int32>](repeating: SIMD8(), count: blocks.last?.upperBound ?? 0)
    var filled = [Int](repeating: 0, count: rows.count)
    for (row, key) in keys.enumerated() {
      let (block, lane) = next[key].quotientAndRemainder(dividingBy: 8)
      rows[block][lane] = Int32(row)
      filled[block] += 1
      next[key] += 1
    }
    (self.blocks, self.rows, self.filled) = (blocks, rows, filled)
  }

  /// The group and the level of each row as one number, the farthest reach first.
  private static func keys(slots: [Int32], groups: Int, reaches: [Double]) -> [Int] {
    var farthest = [Double](repeating: 0, count: groups)
    for (slot, reach) in zip(slots, reaches) {
      farthest[Int(slot)] = max(farthest[Int(slot)], reach)
    }
    return zip(slots, reaches).map { slot, reach in
      // NaN where all are 0, or infinite as with a single medoid: one level then.
      let share = reach / farthest[Int(slot)]
      let level = share < 1 ? Int(share * Double(levels)) : levels - 1
      return (Int(slot) + 1) * levels - 1 - level
    }
  }

  /// A value of each point, block by block, and 0 where there is none.
  func lanes(of values: [Double]) -> [Lanes] {
    rows.indices.map { b in
      var lanes = Lanes()
      for lane in 0..<filled[b] { lanes[lane] = values[Int(rows[b][lane])] }
      return lanes
    }
  }

  /// The points, block by block, feature by feature.
  func vectors(of points: Points) -> [Lanes] {
    let (values, d) = (points.values.span, points.dimensions)
    var vectors = [Lanes](repeating: Lanes(), count: rows.count * d)
    for b in rows.indices {
      for lane in 0..<8 {
        let first = Int(rows[b][lane]) * d
        for j in 0..<d { vectors[b * d + j][lane] = values[first + j] }
      }
    }
    return vectors
  }
}
