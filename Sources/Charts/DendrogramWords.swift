// A tree in words: how far it has grown, and where the longest stretch without a merge is.

import Wording

extension DendrogramChart {
  var sentences: [String] {
    guard let last = merges.last else {
      return ["No merge yet: \(counted(leaves.count, "point"))."]
    }
    let done =
      "\(counted(merges.count, "merge")) of \(max(0, leaves.count - 1)), the last at a height of "
      + brief(last.height)
    var sentences = [done + (isBeyondCut ? ", above the cut." : ": \(clusterWords).")]
    if let gap = widestGap {
      sentences.append(
        "The longest stretch without a merge is from \(brief(gap.from)) to \(brief(gap.to)), "
          + "where there are \(counted(gap.clusters, "cluster")).")
    }
    return sentences
  }

  private var singleCount: Int { labels.count { $0 < 0 } }

  /// Whether the cut undoes merges: then there are more groups than trees.
  private var isBeyondCut: Bool {
    cut != nil && Set(labels.filter { $0 >= 0 }).count + singleCount > treeCount
  }

  private var clusterWords: String {
    let all = "\(counted(treeCount, "cluster")) left"
    guard singleCount > 0, treeCount > 1 else { return all }
    return "\(all), \(singleCount) of them \(singleCount == 1 ? "a single point" : "single points")"
  }

  /// Between two merges of a finished tree.
  private var widestGap: (from: Double, to: Double, clusters: Int)? {
    guard treeCount == 1, merges.count > 1 else { return nil }
    let gaps = merges.indices.dropFirst().map { m in
      (from: merges[m - 1].height, to: merges[m].height, clusters: leaves.count - m)
    }
    return gaps.max { $0.to - $0.from < $1.to - $1.from }
  }

  /// The last merges, the highest first.
  var plainLines: [String] {
    guard !merges.isEmpty else { return sentences }
    let sizes = merges.reduce(into: Array(repeating: 1, count: leaves.count)) { sizes, merge in
      sizes.append(sizes[merge.a] + sizes[merge.b])
    }
    return merges.suffix(10).reversed().map { merge in
      "height \(brief(merge.height)): \(counted(sizes[merge.a], "point")) "
        + "and \(counted(sizes[merge.b], "point"))"
    }
  }
}
