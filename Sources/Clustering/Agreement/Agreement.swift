// How far two labelings of the same points agree, whatever the labels are called.
//
// The adjusted Rand index looks at pairs of points: are they together in both, apart in both,
// or together in one only? The mutual information asks how much knowing one label tells about
// the other. Both are 1 for the same partition; the adjusted index is 0 on average for
// partitions drawn at random, the mutual information is not, and grows with their number of
// clusters.

/// Scores of two labelings against each other. Both are symmetric; labels may be any integers,
/// and noise counts as a label like any other.
public enum Agreement {
  /// By what the mutual information is divided, to lie between 0 and 1.
  public enum Normalization: String, CaseIterable, Codable, Sendable {
    /// The smaller of the two entropies.
    case min

    /// The square root of their product.
    case geometric

    /// Their mean, as is usual.
    case arithmetic

    /// The larger of the two.
    case max
  }

  /// The Rand index corrected for chance: 1 for the same partition, about 0 for chance, below
  /// 0 for less than chance. O(n log n).
  ///
  /// Hubert and Arabie 1985, https://doi.org/10.1007/BF01908075
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func adjustedRand(_ a: [Int], _ b: [Int]) throws(ClusteringError) -> Double {
    let table = try ContingencyTable(a, b)
    let n = Double(table.count)
    // Ordered pairs of different points, by where they are together.
    let both = table.cells.reduce(-n) { $0 + Double($1.count) * Double($1.count) }
    let inA = table.a.reduce(-n) { $0 + Double($1) * Double($1) }
    let inB = table.b.reduce(-n) { $0 + Double($1) * Double($1) }
    let all = n * (n - 1)
    guard both != inA || both != inB else { return 1 }
    let expected = inA * inB / all
    return (both - expected) / ((inA + inB) / 2 - expected)
  }

  /// The mutual information over the entropies, from 0 to 1. When both labelings have a single
  /// cluster, it is 1. O(n log n).
  ///
  /// Strehl and Ghosh 2002, https://www.jmlr.org/papers/v3/strehl02a.html
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func normalizedMutualInformation(
    _ a: [Int], _ b: [Int], normalization: Normalization = .arithmetic
  ) throws(ClusteringError) -> Double {
    let table = try ContingencyTable(a, b)
    if table.a.count == 1, table.b.count == 1 { return 1 }
    let information = table.mutualInformation
    // Less than rounding: labelings that tell nothing about each other.
    guard information > Double.ulpOfOne else { return 0 }
    let (h, g) = (entropy(table.a), entropy(table.b))
    let divisor =
      switch normalization {
      case .min: Swift.min(h, g)
      case .geometric: (h * g).squareRoot()
      case .arithmetic: (h + g) / 2
      case .max: Swift.max(h, g)
      }
    return Swift.min(1, information / divisor)
  }
}

/// The entropy of a labelling in nats, from the sizes of its clusters.
private func entropy(_ counts: [Int]) -> Double {
  let n = Double(counts.reduce(0, +))
  return counts.reduce(0) { sum, count in
    let share = Double(count) / n
    return sum - share * naturalLog(share)
  }
}

/// How many points carry label i in one labelling and label j in the other. Only the cells
/// that are not empty: two labelings of n points fill at most n.
private struct ContingencyTable {
  struct Cell {
    let row: Int
    let column: Int
    var count: Int
  }

  /// The number of points.
  let count: Int
  /// The sizes of the clusters of either labelling.
  let a: [Int]
  let b: [Int]
  let cells: [Cell]

  init(_ a: [Int], _ b: [Int]) throws(ClusteringError) {
    guard a.count == b.count else {
      throw .labelCountMismatch(labels: b.count, expected: a.count)
    }
    guard !a.isEmpty else { throw .noPoints }
    let (first, second) = (Grouping(a, noise: nil), Grouping(b, noise: nil))
    let columns = second.counts.count
    // Sorted, equal pairs stand side by side.
    let pairs = zip(first.groups, second.groups).map { ($0 ?? 0) * columns + ($1 ?? 0) }.sorted()
    var cells: [Cell] = []
    var previous: Int?
    for pair in pairs {
      if pair == previous {
        cells[cells.count - 1].count += 1
      } else {
        cells.append(Cell(row: pair / columns, column: pair % columns, count: 1))
        previous = pair
      }
    }
    (count, self.a, self.b, self.cells) = (a.count, first.counts, second.counts, cells)
  }

  /// Σ p(i, j) log (p(i, j) / (p(i) p(j))), in nats.
  var mutualInformation: Double {
    let n = Double(count)
    return cells.reduce(0) { sum, cell in
      let joint = Double(cell.count)
      let independent = Double(a[cell.row]) * Double(b[cell.column]) / n
      return sum + joint / n * naturalLog(joint / independent)
    }
  }
}
