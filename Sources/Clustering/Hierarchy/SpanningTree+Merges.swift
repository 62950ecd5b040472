// From a spanning tree to the tree of merges: take the edges in order, the lightest first, and
// each joins two clusters (Kruskal 1956; Gower and Ross 1969,
// https://doi.org/10.2307/2346439). What is joined so far is kept as disjoint sets.

extension SpanningTree {
  /// The single-linkage tree under the distance of this tree: its merges in order of height,
  /// clusters numbered as in ``Dendrogram/Merge``. O(n log n).
  public var dendrogram: Dendrogram {
    var sets = DisjointSets(count: edges.count + 1)
    // The cluster that each root stands for at present.
    var names = Array(0...edges.count)
    var merges: [Dendrogram.Merge] = []
    merges.reserveCapacity(edges.count)
    for edge in edges {
      let (first, second) = (sets.root(of: edge.a), sets.root(of: edge.b))
      let root = sets.join(first, second)
      merges.append(
        Dendrogram.Merge(
          a: min(names[first], names[second]), b: max(names[first], names[second]),
          height: edge.weight, size: sets.size(ofRoot: root)))
      names[root] = edges.count + merges.count
    }
    return Dendrogram(pointCount: edges.count + 1, merges: merges)
  }
}
