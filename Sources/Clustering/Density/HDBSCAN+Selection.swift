// The last step of HDBSCAN: which clusters of the condensed tree to keep, and what that says
// about each point.
//
// Excess of mass goes from the leaves up. A cluster is better than all that could be selected
// inside it when its stability is at least their sum; then it takes their place. (Campello,
// Moulavi, Zimek and Sander 2015, https://doi.org/10.1145/2733381, with the outlier scores.)

extension HDBSCANModel {
  /// Condenses the tree, selects from it, and labels the points. O(n log n).
  init(_ tree: SpanningTree, _ parameters: HDBSCAN) {
    let condensed = CondensedTree(tree.dendrogram, minClusterSize: parameters.minClusterSize)
    let homes = condensed.homes(selected: condensed.selected(parameters.selection))
    let (labels, selected) = condensed.labels(homes: homes)
    condensedTree = condensed
    self.labels = labels
    selectedClusters = selected
    probabilities = labels.indices.map { point in
      guard labels[point] != DBSCAN.noise else { return 0 }
      return share(
        condensed.departures[point], of: condensed.clusters[selected[labels[point]]].death)
    }
    outlierScores = condensed.outlierScores
    persistence = condensed.persistence(of: selected)
  }
}

/// How large a part of `whole` a density is, at most 1. Both may be infinite, and are equal then.
private func share(_ density: Double, of whole: Double) -> Double {
  density >= whole ? 1 : density / whole
}

extension CondensedTree {
  /// For each cluster whether it would be selected, if none that it lies in is. Never the root.
  fileprivate func selected(_ selection: HDBSCAN.Selection) -> [Bool] {
    var isSelected = [Bool](repeating: false, count: clusters.count)
    // The most stability that can be had from a cluster and what is inside it.
    var best = clusters.map(\.stability)
    for c in clusters.indices.dropFirst().reversed() {
      let inside = clusters[c].children.reduce(0) { $0 + best[$1] }
      switch selection {
      case .excessOfMass: isSelected[c] = best[c] >= inside
      case .leaf: isSelected[c] = clusters[c].children.isEmpty
      }
      best[c] = max(best[c], inside)
    }
    return isSelected
  }

  /// For each cluster the selected one that it is or lies in, nil where there is none.
  fileprivate func homes(selected isSelected: [Bool]) -> [Int?] {
    var homes = [Int?](repeating: nil, count: clusters.count)
    for c in clusters.indices {
      let outer = clusters[c].parent.flatMap { homes[$0] }
      homes[c] = outer ?? (isSelected[c] ? c : nil)
    }
    return homes
  }

  /// The labels of the points, numbered by their lowest row, and the cluster of each label.
  fileprivate func labels(homes: [Int?]) -> (labels: [Int], selected: [Int]) {
    var numbers = [Int](repeating: DBSCAN.noise, count: clusters.count)
    var selected: [Int] = []
    let labels = lastClusters.map { cluster in
      guard let home = homes[cluster] else { return DBSCAN.noise }
      if numbers[home] == DBSCAN.noise {
        numbers[home] = selected.count
        selected.append(home)
      }
      return numbers[home]
    }
    return (labels, selected)
  }

  /// Global-local outlier scores from hierarchies: how much denser it gets where a point was last
  /// seen, after it left.
  fileprivate var outlierScores: [Double] {
    var densest = clusters.map(\.death)
    for c in clusters.indices.reversed() {
      if let parent = clusters[c].parent { densest[parent] = max(densest[parent], densest[c]) }
    }
    return lastClusters.indices.map { point in
      1 - share(departures[point], of: densest[lastClusters[point]])
    }
  }

  /// The stability of each label's cluster by point, beside the greatest density in the tree.
  fileprivate func persistence(of selected: [Int]) -> [Double] {
    let densest = clusters.map(\.death).max() ?? 0
    return selected.map { cluster in
      let (stability, size) = (clusters[cluster].stability, Double(clusters[cluster].size))
      return densest < .infinity ? share(stability / size, of: densest) : 1
    }
  }
}
