// Trees of merges: heights, the merges row by row, and the cuts.

import Clustering
import Testing

extension Oracle {
  @Test(arguments: try cases.get(), Agglomerative.Linkage.allCases)
  func `trees of merges`(_ loaded: LoadedCase, _ linkage: Agglomerative.Linkage) throws {
    guard let section = loaded.record.linkage, let record = section[linkage] else { return }
    let method = Agglomerative(linkage: linkage)
    try expect(method.fit(loaded.points), section, record, "\(linkage)", loaded)
    try expect(method.fitFast(loaded.points), section, record, "\(linkage), fast", loaded)
  }

  private func expect(
    _ tree: Dendrogram, _ section: OracleCase.LinkageSection, _ record: OracleCase.LinkageRecord,
    _ linkage: String, _ loaded: LoadedCase
  ) throws {
    #expect(tree.merges.count == loaded.points.count - 1)
    if !section.distanceTies || record.heightsUniqueDespiteTies == true {
      loaded.expect(tree.merges.map(\.height), record.heightsSorted, "\(linkage) heights")
    }
    if !section.distanceTies {
      // Merges whose heights differ by no more than rounding may stand in either order.
      for (merge, row) in zip(tree.merges, record.z) where record.standsAlone(row[2]) {
        #expect([merge.a, merge.b, merge.size] == [Int(row[0]), Int(row[1]), Int(row[3])])
      }
    }
    // Tied distances allow several trees; with single linkage they are cut alike all the same.
    guard !section.distanceTies || linkage.hasPrefix("single") else { return }
    for (clusters, cut) in record.cuts where cut.relativeGap > 1e-9 {
      let k = try #require(Int(clusters))
      #expect(
        renumbered(try tree.labels(clusters: k)) == renumbered(cut.labels),
        "\(linkage), \(k) clusters")
    }
  }
}

extension OracleCase.LinkageSection {
  subscript(_ linkage: Agglomerative.Linkage) -> OracleCase.LinkageRecord? {
    switch linkage {
    case .single: single
    case .complete: complete
    case .average: average
    case .ward: ward
    }
  }
}

extension OracleCase.LinkageRecord {
  /// Whether no other merge is about as high.
  fileprivate func standsAlone(_ height: Double) -> Bool {
    let allowed = 1e-9 * (heightsSorted.last ?? 0)
    return heightsSorted.count { ($0 - height).magnitude <= allowed } == 1
  }
}
