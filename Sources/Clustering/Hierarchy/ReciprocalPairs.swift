// Merging in rounds: every two clusters that are each other's nearest become one, all at once.
//
// The plain algorithm merges the nearest pair of all, then looks again. It need not go one by
// one. For the four linkages here a merge never brings a third cluster nearer: the distance to
// the union is at least the smaller of the two distances before ("reducible"). So when A is
// nearest to B and B to A, no merge elsewhere can come between them: they will be merged with
// each other at this height sooner or later, and it may as well be now (Murtagh 1983,
// https://doi.org/10.1093/comjnl/26.4.354). Sorted by height, the merges are those of the plain
// algorithm.
//
// Usually a good part of the clusters has a partner, so a few dozen rounds suffice, and within
// a round the work can be shared out among threads. Where distances are tied, a fixed shuffle of
// the pairs decides: "the first one" would have all of many equal points look at the same
// partner, and only one pair a round would find each other.

/// The nearest other cluster that one cluster has found.
package struct Nearest: Sendable {
  /// Nil before the search.
  package private(set) var cluster: Int?

  /// How far it is, or anything that grows with it. Before the search it is farther than any
  /// two points: coordinates are at most 1e140.
  package private(set) var distance = 1e300

  /// Looks at one more cluster, as seen from `own`.
  mutating func consider(_ other: Int, at distance: Double, from own: Int) {
    guard distance <= self.distance else { return }
    if distance == self.distance, let cluster, pairRank(own, other) > pairRank(own, cluster) {
      return
    }
    self.distance = distance
    cluster = other
  }
}

/// A number for each pair, the same from either side, in no order that data would have.
private func pairRank(_ a: Int, _ b: Int) -> UInt64 {
  scrambled(a) ^ scrambled(b)
}

/// The scrambling step of SplitMix64 (Steele, Lea and Flood 2014).
private func scrambled(_ number: Int) -> UInt64 {
  var bits = UInt64(truncatingIfNeeded: number) &+ 0x9E37_79B9_7F4A_7C15
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}

/// The pairs of living clusters that are each other's nearest; `nearest` is indexed by cluster.
///
/// When the nearest of all is known there always is one, the nearest pair, but for rounding: a
/// distance may come out one bit smaller from one side than from the other. Then the nearest
/// pair of all it is.
func reciprocalPairs(among living: [Int], nearest: [Nearest]) -> [(kept: Int, gone: Int)] {
  var pairs: [(kept: Int, gone: Int)] = []
  var least: (distance: Double, pair: (kept: Int, gone: Int))?
  var isComplete = true
  for cluster in living {
    guard let other = nearest[cluster].cluster else {
      isComplete = false
      continue
    }
    if cluster < other, nearest[other].cluster == cluster { pairs.append((cluster, other)) }
    if nearest[cluster].distance < least?.distance ?? .infinity {
      least = (nearest[cluster].distance, (min(cluster, other), max(cluster, other)))
    }
  }
  guard pairs.isEmpty, isComplete, let least else { return pairs }
  return [least.pair]
}
