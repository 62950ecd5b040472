// The section `hdbscan` of the reference cases. Tied distances leave open which side of a split
// some points go to; those are listed as unstable.

import Clustering
import Testing

extension OracleCase {
  struct HDBSCANRecord: Decodable, Sendable {
    let minClusterSize, minSamples: Int
    let coreDistances, mstWeightsSorted: [Double]
    let labelsEom, labelsLeaf: [Int]
    let nClustersSeenEom, nClustersSeenLeaf: [Int]
    let unstablePointsEom, unstablePointsLeaf: [Int]
    let probabilitiesEom, probabilitiesLeaf: [Double?]
    let probabilitiesStableEom, probabilitiesStableLeaf: Bool
    let persistenceEom: [Double?]
    let outlierScores: [Double?]
  }
}

extension Oracle {
  @Test(arguments: try cases.get())
  func `clusters that last over densities`(_ loaded: LoadedCase) throws {
    for record in loaded.record.hdbscan ?? [] {
      let tree = try SpanningTree(loaded.points, minSamples: record.minSamples)
      loaded.expect(tree.coreDistances, record.coreDistances, "core distances")
      loaded.expect(tree.edges.map(\.weight), record.mstWeightsSorted, "spanning tree")
      for selection in HDBSCAN.Selection.allCases {
        let model = try HDBSCAN(
          minClusterSize: record.minClusterSize, minSamples: record.minSamples,
          selection: selection
        ).fit(loaded.points)
        expect(model, record[selection], loaded)
        // Beyond one sample whole groups of edges are tied, and with them which cluster a point
        // leaves last.
        if selection == .excessOfMass, record.minSamples == 1 {
          loaded.expect(model.outlierScores, record.outlierScores, "outlier scores", scale: 1)
          // The record has an order of its own.
          loaded.expect(
            model.persistence.sorted(), record.persistenceEom.compactMap { $0 }.sorted(),
            "persistence", scale: 1)
        }
      }
    }
  }

  private func expect(
    _ model: HDBSCANModel, _ record: OracleCase.HDBSCANRecord.Selected, _ loaded: LoadedCase
  ) {
    guard record.clusterCounts.count == 1 else { return }
    let unstable = Set(record.unstable)
    let stable = model.labels.indices.filter { !unstable.contains($0) }
    #expect(
      renumbered(stable.map { model.labels[$0] }) == renumbered(stable.map { record.labels[$0] }))
    #expect([model.clusterCount] == record.clusterCounts)
    guard record.areProbabilitiesStable else { return }
    loaded.expect(model.probabilities, record.probabilities, "probabilities", scale: 1)
  }
}

extension OracleCase.HDBSCANRecord {
  /// What belongs to one way of selecting.
  struct Selected {
    let labels, clusterCounts, unstable: [Int]
    let probabilities: [Double?]
    let areProbabilitiesStable: Bool
  }

  subscript(_ selection: HDBSCAN.Selection) -> Selected {
    switch selection {
    case .excessOfMass:
      Selected(
        labels: labelsEom, clusterCounts: nClustersSeenEom, unstable: unstablePointsEom,
        probabilities: probabilitiesEom, areProbabilitiesStable: probabilitiesStableEom)
    case .leaf:
      Selected(
        labels: labelsLeaf, clusterCounts: nClustersSeenLeaf, unstable: unstablePointsLeaf,
        probabilities: probabilitiesLeaf, areProbabilitiesStable: probabilitiesStableLeaf)
    }
  }
}
