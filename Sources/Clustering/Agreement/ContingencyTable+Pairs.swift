// Scores that look at pairs of points: are they together in both labelings, apart in both, or
// together in one only?
//
//                      apart in b     together in b
//     apart in a       neither        b only
//     together in a    a only         both
//
// The Rand index is the share of pairs that the labelings agree on; but pairs that are apart in
// both are many, and it is high even by chance. The adjusted index subtracts what chance gives.

/// How many ordered pairs of different points are together in which of two labelings.
public struct PairConfusion: Sendable, Equatable {
  /// Apart in both.
  public let neither: Int

  /// Together in the second only.
  public let bOnly: Int

  /// Together in the first only.
  public let aOnly: Int

  /// Together in both.
  public let both: Int
}

extension ContingencyTable {
  /// How many ordered pairs of points the two labelings put together; n (n - 1) in all.
  public var pairConfusion: PairConfusion {
    let both = cells.reduce(-count) { $0 + $1.count * $1.count }
    let inA = rowCounts.reduce(-count) { $0 + $1 * $1 }
    let inB = columnCounts.reduce(-count) { $0 + $1 * $1 }
    return PairConfusion(
      neither: count * (count - 1) - inA - inB + both, bOnly: inB - both, aOnly: inA - both,
      both: both)
  }

  /// The share of all pairs on which the labelings agree, from 0 to 1. A single point agrees
  /// with itself.
  ///
  /// Rand 1971, https://doi.org/10.2307/2284239
  public var rand: Double {
    let pairs = pairConfusion
    guard count > 1 else { return 1 }
    return Double(pairs.neither + pairs.both) / Double(count * (count - 1))
  }

  /// The Rand index corrected for chance: 1 for the same partition, about 0 for chance, below
  /// 0 for less than chance.
  ///
  /// Hubert and Arabie 1985, https://doi.org/10.1007/BF01908075
  public var adjustedRand: Double {
    let pairs = pairConfusion
    guard pairs.aOnly != 0 || pairs.bOnly != 0 else { return 1 }
    let (inA, inB) = (Double(pairs.both + pairs.aOnly), Double(pairs.both + pairs.bOnly))
    let expected = inA * inB / Double(count * (count - 1))
    return (Double(pairs.both) - expected) / ((inA + inB) / 2 - expected)
  }

  /// Of the pairs together in one labeling, the share together in the other too: the geometric
  /// mean of both ways to ask, from 0 to 1. 0 where no pair is together in both.
  ///
  /// Fowlkes and Mallows 1983, https://doi.org/10.1080/01621459.1983.10478008
  public var fowlkesMallows: Double {
    let pairs = pairConfusion
    guard pairs.both > 0 else { return 0 }
    let both = Double(pairs.both)
    return (both / Double(pairs.both + pairs.aOnly)).squareRoot()
      * (both / Double(pairs.both + pairs.bOnly)).squareRoot()
  }
}
