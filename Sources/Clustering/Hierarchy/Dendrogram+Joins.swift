// From merges in any order to the tree in the order of its heights.
//
// The fast ways to merge do not find the lowest merge first. They write down joins: two points,
// one from either cluster, and a height. Sorted by height and joined again with union-find, the
// joins become merges with the names that the plain algorithm gives.

/// Two clusters become one, each named by any of its points.
package struct Join: Sendable, Equatable {
  package let a: Int
  package let b: Int
  package let height: Double

  package init(_ a: Int, _ b: Int, height: Double) {
    (self.a, self.b, self.height) = (a, b, height)
  }
}

extension Dendrogram {
  /// Sorts joins by height; of equal heights the one that was found first comes first, so that
  /// no cluster is merged before it is formed. The joins are a forest: none of them closes a
  /// circle. O(n log n).
  package init(pointCount n: Int, joins: [Join]) {
    let order = joins.indices.sorted { (joins[$0].height, $0) < (joins[$1].height, $1) }
    self.init(pointCount: n, ascending: order.lazy.map { joins[$0] })
  }

  /// Names the clusters of joins that are in order of their height.
  init(pointCount n: Int, ascending joins: some Collection<Join>) {
    var sets = DisjointSets(count: n)
    // The cluster that each root stands for at present.
    var names = Array(0..<n)
    var merges: [Merge] = []
    merges.reserveCapacity(joins.count)
    for join in joins {
      let (first, second) = (sets.root(of: join.a), sets.root(of: join.b))
      let root = sets.join(first, second)
      merges.append(
        Merge(
          a: min(names[first], names[second]), b: max(names[first], names[second]),
          height: join.height, size: sets.size(ofRoot: root)))
      names[root] = n + merges.count - 1
    }
    self.init(pointCount: n, merges: merges)
  }
}
