// Two labelings of the same points: every score of their agreement.

import Clustering
import Testing

extension Oracle {
  @Test(arguments: try cases.get())
  func `agreement of two labelings`(_ loaded: LoadedCase) throws {
    for record in loaded.record.pairs ?? [] {
      let table = try ContingencyTable(record.a, record.b)
      let what = "\(record.aName), \(record.bName)"
      func expect(_ found: Double, _ expected: Double?, _ score: String) {
        loaded.expect([found], expected.map { [$0] }, "\(score) of \(what)", scale: 1)
      }
      expect(table.adjustedRand, record.ari, "ARI")
      expect(table.rand, record.rand, "Rand index")
      expect(table.mutualInformation, record.miNats, "mutual information")
      expect(table.homogeneity, record.homogeneity, "homogeneity")
      expect(table.completeness, record.completeness, "completeness")
      expect(try table.vMeasure(), record.vMeasure, "V-measure")
      expect(table.fowlkesMallows, record.fowlkesMallows, "Fowlkes–Mallows")
      for (normalization, information, adjusted) in record.normalized {
        let (nmi, ami) = (
          table.normalizedMutualInformation(normalization),
          table.adjustedMutualInformation(normalization)
        )
        expect(nmi, information, "NMI \(normalization)")
        if normalization == .min, record.isZeroOverZero(table) {
          // What rounding left of 0 / 0 in the reference is about 1.
          #expect(ami == 1 && (adjusted ?? 1) > 0.98, "AMI \(normalization) of \(what)")
        } else {
          expect(ami, adjusted, "AMI \(normalization)")
        }
      }
      let pairs = table.pairConfusion
      #expect(
        [[pairs.neither, pairs.bOnly], [pairs.aOnly, pairs.both]] == record.pairConfusion, "\(what)"
      )
      if let contingency = record.contingency { #expect(table.matrix == contingency, "\(what)") }
    }
  }
}

extension OracleCase.PairRecord {
  fileprivate var normalized: [(Agreement.Normalization, nmi: Double?, ami: Double?)] {
    [
      (.min, nmiMin, amiMin), (.geometric, nmiGeometric, amiGeometric),
      (.arithmetic, nmiArithmetic, amiArithmetic), (.max, nmiMax, amiMax),
    ]
  }

  /// When every point is alone in one labeling, it tells by chance all there is to know of the
  /// other.
  fileprivate func isZeroOverZero(_ table: ContingencyTable) -> Bool {
    table.columnCounts.count == table.count && table.rowCounts.count > 1
  }
}
