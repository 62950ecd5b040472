// Ward's linkage without a distance matrix.
//
// The distance of two clusters follows from their means and sizes alone, so the n²/2 distances
// need never be stored, nor most of them computed: each round asks a tree of the means for the
// nearest cluster of those that have lost theirs (Müllner 2013, section 3, for the vector form,
// https://doi.org/10.18637/jss.v053.i09; Yu, Wang, Gu and Shun 2021 for trees and rounds,
// https://arxiv.org/abs/2106.04727).
//
// A merged cluster stays in the tree at the slot of one of its halves, with the boxes above it
// widened; when an eighth of the slots are empty the tree is built anew.

/// Ward's merging between two rounds. A cluster goes by the number of one of its points.
struct WardMerging {
  private let dimensions: Int
  private let threads: Int

  /// For each cluster its mean (d values), its size and the height it was made at.
  private var centers: [Double]
  private var sizes: [Double]
  private var heights: [Double]

  private var living: [Int]
  private var isGone: [Bool]
  private var tree: CenterTree
  private var nearest: [Nearest]
  /// The clusters whose nearest is to be found before the next merges.
  private var unsearched: ArraySlice<Int>
  private(set) var joins: [Join] = []

  /// How many searches make a chunk of work for a thread, and how many a step.
  private static let searchesOfChunk = 64
  private static let searchesOfStep = 2048

  init(_ points: Points, threads: Int) {
    dimensions = points.dimensions
    self.threads = threads
    centers = shiftedToOrigin(points)
    sizes = Array(repeating: 1, count: points.count)
    heights = Array(repeating: 0, count: points.count)
    isGone = Array(repeating: false, count: points.count)
    tree = CenterTree(
      Array(0..<points.count), centers: centers, sizes: sizes, dimensions: points.dimensions)
    living = tree.clusters
    nearest = Array(repeating: Nearest(), count: points.count)
    unsearched = living[...]
  }

  /// Takes one step of a round: when nothing is left to search, every reciprocal pair is merged
  /// and the next searches are chosen; then some of them are done. False when a single cluster
  /// is left.
  mutating func advance() -> Bool {
    guard living.count > 1 else { return false }
    if unsearched.isEmpty {
      mergeAll(reciprocalPairs(among: living, nearest: nearest))
      unsearched = clustersToSearch()[...]
    }
    search(unsearched.prefix(Self.searchesOfStep))
    unsearched = unsearched.dropFirst(Self.searchesOfStep)
    return true
  }

  private mutating func mergeAll(_ pairs: [(kept: Int, gone: Int)]) {
    var hasChanged = [Bool](repeating: false, count: sizes.count)
    for (kept, gone) in pairs {
      merge(kept, gone)
      (hasChanged[kept], hasChanged[gone]) = (true, true)
      isGone[gone] = true
    }
    living.removeAll { isGone[$0] }
    for cluster in living {
      guard let other = nearest[cluster].cluster else { continue }
      if hasChanged[cluster] || hasChanged[other] { nearest[cluster] = Nearest() }
    }
    if living.count * 8 < tree.clusters.count * 7 { rebuildTree() }
  }

  /// Of the clusters that have lost their nearest those that are the nearest of another: it
  /// waits for them to answer. The rest can wait themselves, since by then there will be fewer
  /// clusters to search; only when nobody waits it is their turn.
  private func clustersToSearch() -> [Int] {
    var isAwaited = [Bool](repeating: false, count: sizes.count)
    for cluster in living {
      if let other = nearest[cluster].cluster { isAwaited[other] = true }
    }
    let lost = living.filter { nearest[$0].cluster == nil }
    let awaited = lost.filter { isAwaited[$0] }
    return awaited.isEmpty ? lost : awaited
  }

  /// Finds the nearest cluster of each of these.
  private mutating func search(_ clusters: ArraySlice<Int>) {
    let clusters = Array(clusters)
    let tree = tree
    let found = inChunks(clusters.count, size: Self.searchesOfChunk, threads: threads) { chunk in
      clusters[chunk].map { tree.nearest(to: $0) }
    }
    for (cluster, found) in zip(clusters, found.joined()) { nearest[cluster] = found }
  }

  private mutating func merge(_ kept: Int, _ gone: Int) {
    let height = (2 * nearest[kept].distance).squareRoot()
    // Rounding in the last digits must not put a cluster below its halves.
    heights[kept] = max(height, heights[kept], heights[gone])
    joins.append(Join(kept, gone, height: heights[kept]))
    sizes[kept] += sizes[gone]
    let share = sizes[gone] / sizes[kept]
    let d = dimensions
    for j in 0..<d {
      centers[kept * d + j] += (centers[gone * d + j] - centers[kept * d + j]) * share
    }
    tree.remove(gone)
    tree.place(kept, at: Array(centers[kept * d..<(kept + 1) * d]), size: sizes[kept])
  }

  private mutating func rebuildTree() {
    tree = CenterTree(living, centers: centers, sizes: sizes, dimensions: dimensions)
    living = tree.clusters
  }
}

/// The values, with features that lie far from the origin moved there. A mean is rounded in
/// proportion to its magnitude, which would cost digits of the distances. Values from half to
/// twice the one that is taken off lose nothing in the subtraction (Sterbenz 1974).
private func shiftedToOrigin(_ points: Points) -> [Double] {
  var values = points.values
  let d = points.dimensions
  for j in 0..<d {
    let column = stride(from: j, to: values.count, by: d)
    let origin = values[j]
    guard column.allSatisfy({ (values[$0] / origin - 1).magnitude <= 0.5 }) else { continue }
    for index in column { values[index] -= origin }
  }
  return values
}
