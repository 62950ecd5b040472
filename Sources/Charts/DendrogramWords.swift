// A tree in words: how far it has grown, and where the longest stretch without a merge is.

import Wording

extension DendrogramChart {
  var sentences: [String] {
    guard let last = merges.last else {
      return ["No merge yet: \(counted(leaves.count, "point"))."]
    }
    var sentences = [
      "\(counted(merges.count, "merge")) of \(max(0, leaves.count - 1)), the last at a height of "
        + "\(brief(last.height)): \(counted(treeCount, "cluster")) left."
    ]
    if let gap = widestGap {
      sentences.append(
        "The longest stretch without a merge is from \(brief(gap.from)) to \(brief(gap.to)), "
          + "where there are \(counted(gap.clusters, "cluster")).")
    }
    return sentences
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
