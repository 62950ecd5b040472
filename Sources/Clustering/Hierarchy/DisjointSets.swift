// Disjoint sets: which of n things have been joined so far.
//
// Each set is a small tree of links that ends at its root. Joining hangs one root under the
// other, always the smaller under the larger, so a path is at most log₂ n links long; asking
// for a root halves the path on the way, so later questions find it shorter still.
//
// Tarjan and van Leeuwen 1984, https://doi.org/10.1145/62.2160

/// The numbers 0 ..< n in sets that can be joined.
struct DisjointSets: Sendable {
  /// The next link toward the root; a root links to itself.
  private var next: [Int32]
  private var sizes: [Int32]

  /// Every number alone.
  init(count: Int) {
    next = Array(0..<Int32(count))
    sizes = Array(repeating: 1, count: count)
  }

  /// The number that stands for the set of `x`.
  mutating func root(of x: Int) -> Int {
    var x = x
    while Int(next[x]) != x {
      next[x] = next[Int(next[x])]
      x = Int(next[x])
    }
    return x
  }

  /// How many are in the set that `root` stands for.
  func size(ofRoot root: Int) -> Int { Int(sizes[root]) }

  /// Joins the sets of two roots; the answer stands for both.
  mutating func join(_ a: Int, _ b: Int) -> Int {
    let (kept, gone) = sizes[a] >= sizes[b] ? (a, b) : (b, a)
    next[gone] = Int32(kept)
    sizes[kept] += sizes[gone]
    return kept
  }
}
