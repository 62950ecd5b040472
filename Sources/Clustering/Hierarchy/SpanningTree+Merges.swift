// From a spanning tree to the tree of merges: take the edges in order, the lightest first, and
// each joins two clusters (Kruskal 1956; Gower and Ross 1969,
// https://doi.org/10.2307/2346439). What is joined so far is kept as disjoint sets.

extension SpanningTree {
  /// The single-linkage tree under the distance of this tree: its merges in order of height,
  /// clusters numbered as in ``Dendrogram/Merge``. O(n log n).
  public var dendrogram: Dendrogram {
    Dendrogram(
      pointCount: edges.count + 1,
      ascending: edges.lazy.map { Join($0.a, $0.b, height: $0.weight) })
  }
}
