// Scores that ask how much knowing one label tells about the other, in nats.
//
//     H(a)       the entropy: how much there is to know about label a
//     I(a, b)    how much of it label b tells, and the other way round
//
// I over some mean of the two entropies lies between 0 and 1. It is 1 for the same partition,
// but it is not 0 for chance: the more clusters, the more they tell by accident. The adjusted
// score subtracts what they would tell on average if the points were dealt out at random into
// clusters of the same sizes.

extension ContingencyTable {
  /// Σ p(i, j) log (p(i, j) / (p(i) p(j))), in nats.
  public var mutualInformation: Double {
    let n = Double(count)
    let sum = cells.reduce(0) { sum, cell in
      let joint = Double(cell.count)
      let independent = Double(rowCounts[cell.row]) * Double(columnCounts[cell.column]) / n
      return sum + joint / n * naturalLog(joint / independent)
    }
    // Less than rounding: labelings that tell nothing about each other.
    return sum > Double.ulpOfOne ? sum : 0
  }

  /// The mutual information over the entropies, from 0 to 1. When both labelings have a single
  /// cluster, it is 1.
  ///
  /// Strehl and Ghosh 2002, https://www.jmlr.org/papers/v3/strehl02a.html
  public func normalizedMutualInformation(
    _ normalization: Agreement.Normalization = .arithmetic
  ) -> Double {
    if rowCounts.count == 1, columnCounts.count == 1 { return 1 }
    let information = mutualInformation
    guard information > 0 else { return 0 }
    return min(1, information / normalization.mean(entropy(rowCounts), entropy(columnCounts)))
  }

  /// The mutual information corrected for chance: 1 for the same partition, about 0 for chance,
  /// below 0 for less. 0 when one of the labelings has a single cluster and the other has not.
  /// For each pair of different cluster sizes about √n steps (`ExpectedInformation.swift`).
  ///
  /// Vinh, Epps and Bailey 2010, https://www.jmlr.org/papers/v11/vinh10a.html
  public func adjustedMutualInformation(
    _ normalization: Agreement.Normalization = .arithmetic
  ) -> Double {
    if rowCounts.count == 1 || columnCounts.count == 1 {
      return rowCounts.count == columnCounts.count ? 1 : 0
    }
    let information = mutualInformation
    let most = normalization.mean(entropy(rowCounts), entropy(columnCounts))
    let expected = expectedMutualInformation
    // Where every point is alone, chance tells as much as there is to know: 0 / 0, but for
    // rounding. Full agreement counts 1 all the same, and what any deal would give 0.
    let rounding = 1e-12 * max(1, most)
    if (most - information).magnitude <= rounding { return 1 }
    if (information - expected).magnitude <= rounding { return 0 }
    return (information - expected) / (most - expected)
  }

  /// How far each cluster of the second labeling holds a single label of the first: the share
  /// of the entropy of the first that the second explains, from 0 to 1.
  ///
  /// Rosenberg and Hirschberg 2007, https://aclanthology.org/D07-1043/
  public var homogeneity: Double { explained(of: rowCounts) }

  /// How far all points with a label of the first are in one cluster of the second, from 0 to 1.
  public var completeness: Double { explained(of: columnCounts) }

  /// The harmonic mean of ``homogeneity`` and ``completeness``, from 0 to 1.
  ///
  /// - Parameter beta: How much completeness counts beside homogeneity; 1 is equally much.
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)`` when it is negative.
  public func vMeasure(beta: Double = 1) throws(ClusteringError) -> Double {
    try require(notNegative: beta, named: "beta")
    let (h, c) = (homogeneity, completeness)
    guard h > 0, c > 0 else { return 0 }
    return (1 + beta) * h * c / (beta * h + c)
  }

  private func explained(of counts: [Int]) -> Double {
    guard counts.count > 1 else { return 1 }
    return min(1, mutualInformation / entropy(counts))
  }
}

extension Agreement.Normalization {
  /// The mean of two entropies that the information is divided by.
  fileprivate func mean(_ h: Double, _ g: Double) -> Double {
    switch self {
    case .min: Swift.min(h, g)
    case .geometric: (h * g).squareRoot()
    case .arithmetic: (h + g) / 2
    case .max: Swift.max(h, g)
    }
  }
}

/// The entropy of a labeling in nats, from the sizes of its clusters.
private func entropy(_ counts: [Int]) -> Double {
  let n = Double(counts.reduce(0, +))
  return counts.reduce(0) { sum, count in
    let share = Double(count) / n
    return sum - share * naturalLog(share)
  }
}
