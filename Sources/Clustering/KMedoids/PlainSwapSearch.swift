// What a swap would change, plainly: every point goes to the nearest of the other medoids and
// the candidate.
//
// O(n · k) for one swap, O(n · k²) for the best swap of a candidate. `SwapSearch.swift` finds
// the same in one look at the points near the candidate.

extension SwapSearch {
  /// The swap of the medoid at `slot` for `candidate`.
  package func plainSwap(of slot: Int, for candidate: Int) -> Swap {
    var change = 0.0
    for i in 0..<distances.count {
      var after = distances.between(candidate, i)
      for other in assignment.medoids.indices where other != slot {
        after = min(after, distances.between(assignment.medoids[other], i))
      }
      change += after - assignment.nearest[i]
    }
    return Swap(candidate: candidate, slot: slot, change: change)
  }

  /// The best of the swaps for `candidate`, the lowest slot on a tie.
  package func plainBestSwap(for candidate: Int) -> Swap {
    assignment.medoids.indices
      .map { plainSwap(of: $0, for: candidate) }
      .reduce(Swap(candidate: candidate, slot: 0, change: .infinity)) {
        $1.change < $0.change ? $1 : $0
      }
  }
}
