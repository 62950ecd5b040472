// Agglomerative clustering on film: the merges, the lowest first. Each frame is the tree cut
// right above one of them, so to move through the film is to move the cut.

import Clustering

struct MergeReel: Reel {
  private let tree: Dendrogram
  /// The group of each row where the tree is cut into the groups that were asked for.
  private let letters: [Int]
  /// The frame with those groups.
  private let cut: Int
  /// The rows in an order in which those of each cluster stand side by side.
  private let leaves: [Int]
  /// Where the rows of each cluster stand: of the points, and then of each merge.
  private let places: [Range<Int>]

  init(
    of method: Agglomerative, k: Int, _ trace: Trace, _ watch: Watch
  ) throws(ExperimentError) {
    let points = trace.clustered
    let tree = try watch.fitting { (go) throws(ClusteringError) in
      try method.fit(points, while: go)
    }
    self.tree = tree
    letters = trace.labels
    cut = points.count - k
    leaves = tree.leafOrder
    var places = Array(repeating: 0..<0, count: points.count)
    for (place, leaf) in leaves.enumerated() { places[leaf] = place..<place + 1 }
    for merge in tree.merges {
      let (a, b) = (places[merge.a], places[merge.b])
      places.append(min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound))
    }
    self.places = places
  }

  var count: Int { tree.merges.count + 1 }
  var result: Int { max(0, cut) }

  func frame(at index: Int) -> Frame {
    let labels = index < cut ? labelsOnTheWay(to: index) : labelsBeyond(index)
    var frame = Frame(step: step(at: index), labels: labels, isDecided: labels.map { $0 >= 0 })
    frame.tree = MergeTree(
      leaves: leaves,
      merges: tree.merges[..<index].map { .init(a: $0.a, b: $0.b, height: $0.height) },
      tallest: tree.merges.last?.height ?? 0)
    return frame
  }

  /// Before the groups that were asked for: a row has the letter of its group as soon as it is
  /// merged with another.
  private func labelsOnTheWay(to index: Int) -> [Int] {
    var labels = Array(repeating: DBSCAN.noise, count: letters.count)
    for merge in (0..<index).reversed() {
      let rows = rows(of: letters.count + merge)
      guard let first = rows.first, labels[first] < 0 else { continue }
      for row in rows { labels[row] = letters[row] }
    }
    return labels
  }

  /// With those groups or fewer: of groups that became one, the first letter.
  private func labelsBeyond(_ index: Int) -> [Int] {
    var labels = letters
    for merge in min(cut, index)..<index {
      let rows = rows(of: letters.count + merge)
      let letter = rows.map { labels[$0] }.min() ?? 0
      for row in rows { labels[row] = letter }
    }
    return labels
  }

  private func step(at index: Int) -> FilmStep {
    guard index > 0 else { return .started }
    let merge = tree.merges[index - 1]
    return .merged(
      rows: Array(rows(of: merge.a)), with: Array(rows(of: merge.b)), height: merge.height)
  }

  private func rows(of cluster: Int) -> ArraySlice<Int> { leaves[places[cluster]] }
}
