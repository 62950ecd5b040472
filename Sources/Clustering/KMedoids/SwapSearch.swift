// The hot loop of k-medoids: what would swapping a medoid for a candidate change?
//
// Plainly, for each of the k medoids: every point goes to the nearest of the other medoids and
// the candidate, k looks at the points. `PlainSwapSearch.swift` does that.
//
// FasterPAM looks once. Each point knows its nearest and its second nearest medoid. If its
// medoid is given up, the point falls back on the second: that loss is known before any
// candidate is seen. A candidate can only soften it:
//
//     candidate is nearer than the nearest   the point changes over, whichever medoid goes
//     nearer than the second nearest         the point changes over if its own medoid goes
//     farther                                nothing for this point
//
// So one sum serves all medoids, and one sum for each counts what happens if it goes.

/// What a candidate would change.
package struct Swap: Sendable, Equatable {
  /// The row that becomes a medoid.
  package let candidate: Int
  /// The place among the medoids that it takes.
  package let slot: Int
  /// The change of the loss, below 0 when the swap helps.
  package let change: Double
}

/// A look at candidates, while the medoids stay as they are.
package struct SwapSearch: Sendable {
  let distances: MedoidDistances
  let assignment: MedoidAssignment
  let groups: MedoidGroups

  package init(_ assignment: MedoidAssignment, _ distances: MedoidDistances) {
    self.distances = distances
    self.assignment = assignment
    groups = MedoidGroups(assignment, distances)
  }

  /// For the greedy start, which adds a medoid and gives none up.
  init(addingTo assignment: MedoidAssignment, _ distances: MedoidDistances) {
    self.distances = distances
    self.assignment = assignment
    groups = MedoidGroups(assignment, distances, forAdding: true)
  }

  /// The best medoid to swap for `candidate`: the one whose loss changes least; the lowest slot
  /// on a tie. O(n · d + k) at most.
  package func bestSwap(for candidate: Int) -> Swap {
    // With a single medoid there is no second to fall back on.
    guard assignment.medoids.count > 1 else {
      return plainSwap(of: 0, for: candidate)
    }
    var best = (slot: 0, change: Double.infinity)
    var forAll = 0.0
    for slot in assignment.medoids.indices {
      let saved = savings(of: candidate, in: slot)
      forAll += saved.whicheverGoes
      let change = groups.removalLosses[slot] + saved.ifOwnGoes
      if change < best.change { best = (slot, change) }
    }
    return Swap(candidate: candidate, slot: best.slot, change: best.change + forAll)
  }

  /// What the loss changes if `candidate` becomes a further medoid; not above 0.
  func additionChange(of candidate: Int) -> Double {
    assignment.medoids.indices.reduce(0) { $0 + savings(of: candidate, in: $1).whicheverGoes }
  }
}

extension SwapSearch {
  /// What the points of a medoid save, if theirs goes and if it stays; not above 0.
  private struct Savings {
    var ifOwnGoes = 0.0
    var whicheverGoes = 0.0
  }

  private func savings(of candidate: Int, in slot: Int) -> Savings {
    let direct = assignment.distance(fromMedoidAt: slot, to: candidate)
    guard direct < groups.reaches[slot] else { return Savings() }
    guard let points = distances.euclideanPoints else {
      return savings(in: slot, from: direct) { b in
        var lanes = Lanes()
        for lane in 0..<8 {
          lanes[lane] = distances.between(candidate, Int(groups.rows[b][lane]))
        }
        return lanes
      }
    }
    let d = points.dimensions
    let point = points.values.span.extracting(candidate * d..<(candidate + 1) * d)
    let (vectors, limits) = (groups.vectors.span, groups.secondSquares.span)
    return savings(in: slot, from: direct) { b in
      let block = vectors.extracting(b * d..<(b + 1) * d)
      var sums = Lanes()
      for j in 0..<d {
        let differences = block[j] - point[j]
        sums += differences * differences
      }
      // Most roots need not be taken.
      return isAnyLane(of: sums, below: limits[b]) ? sums.squareRoot() : nil
    }
  }

  /// Adds up the blocks of a medoid that a candidate at the distance `direct` from it may reach.
  /// `measure` gives the distances from the candidate to a block; nil when none is less than
  /// the second.
  @inline(__always)
  private func savings(
    in slot: Int, from direct: Double, measure: (Int) -> Lanes?
  ) -> Savings {
    let (nearest, second) = (groups.nearest.span, groups.second.span)
    let reaches = groups.blockReaches.span
    var own = Lanes()
    var all = Lanes()
    for b in groups.blocks[slot] where direct < reaches[b] {
      guard let distances = measure(b) else { continue }
      // min(max(distance, nearest), second) - second
      let reached = distances.replacing(with: nearest[b], where: distances .< nearest[b])
      own += reached.replacing(with: second[b], where: second[b] .< reached) - second[b]
      all += (distances - nearest[b]).replacing(with: 0, where: distances .> nearest[b])
    }
    return Savings(ifOwnGoes: laneSum(own), whicheverGoes: laneSum(all))
  }
}

/// Whether a < b in any lane, for numbers that are finite: whether any difference has a sign.
/// (The standard library's `any` of a mask is a call and eight comparisons.)
private func isAnyLane(of a: Lanes, below b: Lanes) -> Bool {
  let signs = unsafeBitCast(a - b, to: SIMD8<Int64>.self)
  let four = signs.lowHalf | signs.highHalf
  let two = four.lowHalf | four.highHalf
  return two.x | two.y < 0
}
