// The condensed tree: a tree of merges, read from the top, with all the small change left out.
//
// At each merge, seen backwards, a cluster comes apart. Where both parts have at least
// minClusterSize points, it splits into two new clusters. Where one is smaller, its points have
// left, and the rest is still the same cluster. Where both are, the cluster is at its end.
//
//                root                  λ = 1 / height grows downwards
//                 │└ ─ point 7 leaves
//             ┌───┴───┐
//          cluster 1  cluster 2
//             │└ ─ 3     │
//
// Campello, Moulavi and Sander 2013, https://doi.org/10.1007/978-3-642-37456-2_14

/// Clusters in clusters, each with the densities (λ = 1 / distance) between which it exists.
public struct CondensedTree: Sendable, Equatable {
  /// A cluster of the tree.
  public struct Cluster: Sendable, Equatable {
    /// The cluster that it split off from; nil for the root.
    public let parent: Int?

    /// The two clusters that it splits into at its death; empty for a leaf.
    public fileprivate(set) var children: Range<Int> = 0..<0

    /// The number of points at its birth.
    public let size: Int

    /// The density at which it split off; 0 for the root.
    public let birth: Double

    /// The density at which it splits, or the last of its points leave. Infinite where points
    /// coincide.
    public fileprivate(set) var death: Double

    /// How much density it outlasts, summed over its points: Σ (λ of leaving - birth).
    public fileprivate(set) var stability = 0.0

    init(parent: Int?, size: Int, birth: Double) {
      self.parent = parent
      self.size = size
      self.birth = birth
      death = birth
    }
  }

  /// The clusters, parents before their children; the root, with all the points, is the first.
  public private(set) var clusters: [Cluster]

  /// For each of the n points the last cluster that it was in.
  public private(set) var lastClusters: [Int] = []

  /// For each of the n points the density at which it left that cluster; infinite for points
  /// that coincide with enough others, and 0 for a point that is alone in the world.
  public private(set) var departures: [Double] = []

  /// Condenses a tree of merges. O(n).
  init(_ tree: Dendrogram, minClusterSize: Int) {
    let n = tree.pointCount
    clusters = [Cluster(parent: nil, size: n, birth: 0)]
    // For each point and each merge the cluster that it was last seen in, and when it left it;
    // 0 while it is still inside.
    var last = [Int](repeating: 0, count: n + tree.merges.count)
    var departures = [Double](repeating: 0, count: last.count)
    for m in tree.merges.indices.reversed() {
      let merge = tree.merges[m]
      let (cluster, departure) = (last[n + m], departures[n + m])
      let sizes = (tree.size(of: merge.a), tree.size(of: merge.b))
      let density = 1 / merge.height
      if departure == 0, min(sizes.0, sizes.1) >= minClusterSize {
        last[merge.a] = split(cluster, into: sizes, at: density)
        last[merge.b] = last[merge.a] + 1
        continue
      }
      for (part, size) in [(merge.a, sizes.0), (merge.b, sizes.1)] {
        last[part] = cluster
        if departure > 0 {
          departures[part] = departure
        } else if size < minClusterSize {
          departures[part] = density
          clusters[cluster].leave(size, at: density)
        }
      }
    }
    lastClusters = Array(last[..<n])
    self.departures = Array(departures[..<n])
  }

  /// Ends a cluster with two new ones, and returns the first of them.
  private mutating func split(_ parent: Int, into sizes: (Int, Int), at density: Double) -> Int {
    clusters[parent].leave(sizes.0 + sizes.1, at: density)
    let first = clusters.count
    clusters[parent].children = first..<first + 2
    clusters.append(Cluster(parent: parent, size: sizes.0, birth: density))
    clusters.append(Cluster(parent: parent, size: sizes.1, birth: density))
    return first
  }
}

extension CondensedTree.Cluster {
  fileprivate mutating func leave(_ count: Int, at density: Double) {
    death = density
    // A cluster of coinciding points is born at infinity, and there is nothing to outlast.
    if birth < .infinity { stability += Double(count) * (density - birth) }
  }
}

extension Dendrogram {
  /// The number of points in a cluster, as numbered in ``Merge``.
  fileprivate func size(of cluster: Int) -> Int {
    cluster < pointCount ? 1 : merges[cluster - pointCount].size
  }
}
