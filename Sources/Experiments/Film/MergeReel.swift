// Agglomerative clustering on film: the merges, the lowest first. The tree can be cut anywhere,
// and at any moment of the film: until the merges have come to the cut the clusters are those so
// far, from there on the groups that the cut leaves.

import Clustering

struct MergeReel: Reel {
  private let tree: Dendrogram
  /// The chosen columns in the chosen units: they order the groups.
  private let selected: Points
  /// How many groups were asked for.
  private let asked: Int
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
    selected = trace.selected.points
    asked = k
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

  var weight: Int {
    bytes(of: tree.merges) + bytes(of: leaves) + bytes(of: places)
  }

  func frame(at index: Int) -> Frame { frame(at: index, cutInto: asked) }

  func frame(at index: Int, cutInto groups: Int) -> Frame {
    let final = labels(cutInto: groups)
    let cut = cut(into: groups, final)
    let labels = index < cut.merges ? labels(after: index, before: cut, final) : final
    var frame = Frame(step: step(at: index), labels: labels, isDecided: labels.map { $0 >= 0 })
    frame.tree = MergeTree(
      leaves: leaves,
      merges: tree.merges[..<index].map { .init(a: $0.a, b: $0.b, height: $0.height) },
      tallest: tree.merges.last?.height ?? 0, cut: cut)
    return frame
  }

  private func step(at index: Int) -> FilmStep {
    guard index > 0 else { return .started }
    let merge = tree.merges[index - 1]
    return .merged(
      rows: Array(rows(of: merge.a)), with: Array(rows(of: merge.b)), height: merge.height)
  }

  private func rows(of cluster: Int) -> ArraySlice<Int> { leaves[places[cluster]] }
}

// MARK: - The cut

extension MergeReel {
  func groups(cutAt height: Double) -> Int? {
    tree.pointCount - tree.merges.count { $0.height <= height }
  }

  /// As the run with so many groups has them.
  private func labels(cutInto groups: Int) -> [Int] {
    let groups = min(max(1, groups), tree.pointCount)
    // A finished tree has a cut into any number of groups.
    let labels = (try? tree.labels(clusters: groups)) ?? []
    return Groups(labels, of: selected).labels
  }

  private func cut(into groups: Int, _ labels: [Int]) -> TreeCut {
    let merges = tree.pointCount - min(max(1, groups), tree.pointCount)
    let sizes = labels.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return TreeCut(
      height: height(after: merges), sizes: sizes.values.sorted(by: >), merges: merges)
  }

  /// Half way to the next merge, which is seen best; above the last there is none.
  private func height(after merges: Int) -> Double {
    let below = merges > 0 ? tree.merges[merges - 1].height : 0
    return merges < tree.merges.count ? (below + tree.merges[merges].height) / 2 : below
  }
}

// MARK: - On the way there

extension MergeReel {
  /// The letters of the clusters so far; rows that stand alone have none.
  private func labels(after count: Int, before cut: TreeCut, _ final: [Int]) -> [Int] {
    let letters = letters(after: count, before: cut, final)
    var labels = Array(repeating: DBSCAN.noise, count: final.count)
    for merge in (0..<count).reversed() {
      let rows = rows(of: tree.pointCount + merge)
      guard let first = rows.first, labels[first] < 0 else { continue }
      for row in rows { labels[row] = letters[tree.pointCount + merge] ?? DBSCAN.noise }
    }
    return labels
  }

  /// The letter of each cluster of two or more, so that it changes as little as can be: of two
  /// clusters that become one the larger keeps its own, and what grows into one of the groups
  /// has that group's letter from the start.
  private func letters(after count: Int, before cut: TreeCut, _ final: [Int]) -> [Int?] {
    let n = tree.pointCount
    var letters = inherited(before: cut, final)
    var isTaken = Array(repeating: true, count: cut.sizes.count)
    for merge in 0..<count {
      let (heir, other) = halves(of: merge)
      if letters[n + merge] == nil {
        letters[n + merge] = letters[heir] ?? isTaken.takeFirstFree()
      }
      // Where the heir grows into a group, so does the whole: only the other's letter is free.
      if let free = letters[other], free >= cut.sizes.count { isTaken[free] = false }
    }
    return letters
  }

  /// From the groups back: the letter goes to the larger half.
  private func inherited(before cut: TreeCut, _ final: [Int]) -> [Int?] {
    let n = tree.pointCount
    var letters = [Int?](repeating: nil, count: n + cut.merges)
    var isPart = Array(repeating: false, count: n + cut.merges)
    for merge in (0..<cut.merges).reversed() {
      if !isPart[n + merge] { letters[n + merge] = rows(of: n + merge).first.map { final[$0] } }
      let (heir, other) = halves(of: merge)
      (isPart[heir], isPart[other]) = (true, true)
      // A row that stands alone has no letter yet.
      if heir >= n { letters[heir] = letters[n + merge] }
    }
    return letters
  }

  /// The two parts of a merge, the larger first.
  private func halves(of merge: Int) -> (Int, Int) {
    let (a, b) = (tree.merges[merge].a, tree.merges[merge].b)
    return places[a].count < places[b].count ? (b, a) : (a, b)
  }
}

extension [Bool] {
  /// Takes the first place that is free, a new one where none is.
  fileprivate mutating func takeFirstFree() -> Int {
    let free = firstIndex(of: false) ?? endIndex
    if free == endIndex { append(true) } else { self[free] = true }
    return free
  }
}
