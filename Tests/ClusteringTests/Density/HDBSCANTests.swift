import Clustering
import Testing

@Suite struct HDBSCANTests {
  @Test func `two groups of different density, and a point far from both`() throws {
    let points = try Points(rows: [[0], [1], [2], [3], [500], [50], [60], [70], [80]])
    let model = try HDBSCAN(minClusterSize: 3, minSamples: 1).fit(points)
    #expect(model.labels == [0, 0, 0, 0, -1, 1, 1, 1, 1])
    #expect(model.clusterCount == 2)
    #expect(model.noiseCount == 1)
    #expect(model.probabilities == [1, 1, 1, 1, 0, 1, 1, 1, 1])
    // The loner leaves the root at distance 420, and the densest spot has distance 1.
    #expect(isClose(model.outlierScores[4], 1 - 1.0 / 420))
  }

  @Test func `the condensed tree tells births, deaths and stabilities`() throws {
    let points = try Points(rows: [[0], [1], [2], [3], [500], [50], [60], [70], [80]])
    let tree = try HDBSCAN(minClusterSize: 3, minSamples: 1).fit(points).condensedTree
    let root = tree.clusters[0]
    #expect(root.size == 9 && root.parent == nil && root.birth == 0)
    #expect(root.children == 1..<3 && root.death == 1.0 / 47)
    let (a, b) = (tree.clusters[tree.lastClusters[0]], tree.clusters[tree.lastClusters[5]])
    #expect(a.parent == 0 && b.parent == 0)
    #expect(a.death == 1 && b.death == 0.1)
    #expect(a.birth == root.death && b.birth == root.death)
    #expect(isClose(a.stability, 4 * (1 - 1.0 / 47)))
    #expect(isClose(b.stability, 4 * (0.1 - 1.0 / 47)))
    #expect(tree.departures[0] == 1 && tree.departures[5] == 0.1)
  }

  @Test func `excess of mass prefers what lasts, leaves the finest`() throws {
    // Two pairs of groups: near each other within a pair, the pairs far apart.
    let starts = [0.0, 5, 100, 105]
    let points = try Points(
      rows: starts.flatMap { start in (0..<5).map { [start + 0.9 * Double($0)] } })
    let lasting = try HDBSCAN(minClusterSize: 4, minSamples: 1).fit(points)
    let finest = try HDBSCAN(minClusterSize: 4, minSamples: 1, selection: .leaf).fit(points)
    #expect(lasting.clusterCount == 2)
    #expect(finest.clusterCount == 4)
    for leaf in finest.selectedClusters {
      #expect(finest.condensedTree.clusters[leaf].children.isEmpty)
    }
  }

  @Test func `the states measure, join, condense and select, and the last is the fit`() throws {
    for seed in 0..<6 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let hdbscan = HDBSCAN(minClusterSize: 5, minSamples: 3)
      let states = Array(try hdbscan.states(of: points))
      let model = try hdbscan.fit(points)
      #expect(states.first?.step == .measured)
      #expect(states.first?.labels == Array(repeating: DBSCAN.noise, count: points.count))
      #expect(states.dropLast(2).last?.labels == Array(repeating: 0, count: points.count))
      #expect(states.dropLast().last?.step == .condensed(model.condensedTree))
      #expect(states.last?.step == .selected(model), "seed \(seed)")
      #expect(states.last?.labels == model.labels)
      let weights = states.compactMap { state in
        if case .joined(let edge) = state.step { edge.weight } else { nil }
      }
      #expect(weights.count == points.count - 1)
      #expect(weights == weights.sorted())
    }
  }

  @Test func `figures stay in their ranges, and noise has probability 0`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 4, dimensions: 1 + Int(seed % 4), spread: 2)
      let selection = HDBSCAN.Selection.allCases[Int(seed % 2)]
      let model = try HDBSCAN(
        minClusterSize: 2 + Int(seed % 9), minSamples: 1 + Int(seed % 5), selection: selection
      ).fit(points)
      expectInvariants(model, "seed \(seed)")
    }
  }

  @Test func `clusters are the same partition in any order of the points`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 30)
      var generator = SeededGenerator(seed: seed)
      let order = generator.shuffled(Array(0..<points.count))
      // With minSamples 1 no two edges have the same weight.
      let hdbscan = HDBSCAN(minClusterSize: 6, minSamples: 1)
      let model = try hdbscan.fit(points)
      let other = try hdbscan.fit(points.selecting(rows: order))
      #expect(
        renumbered(other.labels) == renumbered(order.map { model.labels[$0] }), "seed \(seed)")
      for (row, origin) in order.enumerated() {
        #expect(isClose(other.probabilities[row], model.probabilities[origin]), "seed \(seed)")
      }
    }
  }

  @Test func `another unit changes nothing`() throws {
    for seed in 0..<6 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let model = try HDBSCAN(minClusterSize: 5).fit(points)
      for scale in [0x1p-40, 0x1p+40] {
        let scaled = try Points(points.values.map { $0 * scale }, dimensions: 2)
        let other = try HDBSCAN(minClusterSize: 5).fit(scaled)
        #expect(other.labels == model.labels, "seed \(seed)")
        #expect(other.probabilities == model.probabilities, "seed \(seed)")
      }
    }
  }

  @Test func `coinciding points are answered without a NaN`() throws {
    let pile = Array(repeating: [1.0, 2], count: 30)
    let all = try HDBSCAN(minClusterSize: 5).fit(Points(rows: pile))
    #expect(all.advice == [.allNoise])
    expectInvariants(all, "one pile")
    let piles = pile + Array(repeating: [8.0, 2], count: 30) + [[1, 100]]
    let two = try HDBSCAN(minClusterSize: 5).fit(Points(rows: piles))
    #expect(two.labels == Array(repeating: 0, count: 30) + Array(repeating: 1, count: 30) + [-1])
    #expect(two.persistence == [1, 1])
    #expect(two.outlierScores[60] == 1)
    expectInvariants(two, "two piles")
    for count in 1...4 {
      let few = try HDBSCAN(minClusterSize: 2).fit(Points(rows: Array(pile.prefix(count))))
      #expect(few.labels == Array(repeating: DBSCAN.noise, count: count))
      expectInvariants(few, "\(count) points")
    }
  }

  @Test func `parameters are checked, and a fit can be stopped`() throws {
    let points = try Points(rows: [[0], [1]])
    for hdbscan in [
      HDBSCAN(minClusterSize: 1), HDBSCAN(minClusterSize: 2, minSamples: 0),
      HDBSCAN(minClusterSize: 2, threads: 0),
    ] {
      #expect(throws: ClusteringError.self) { try hdbscan.fit(points) }
      #expect(throws: ClusteringError.self) { try hdbscan.states(of: points) }
    }
    #expect(throws: ClusteringError.noPoints) {
      try HDBSCAN(minClusterSize: 2).fit(Points([], dimensions: 1))
    }
    #expect(throws: ClusteringError.cancelled) {
      try HDBSCAN(minClusterSize: 2).fit(points) { _ in false }
    }
  }

  private func expectInvariants(_ model: HDBSCANModel, _ what: Comment) {
    #expect(model.probabilities.allSatisfy { (0...1).contains($0) }, what)
    #expect(model.outlierScores.allSatisfy { (0...1).contains($0) }, what)
    #expect(model.persistence.allSatisfy { (0...1).contains($0) }, what)
    #expect(model.condensedTree.clusters.allSatisfy { $0.stability >= 0 }, what)
    for (label, probability) in zip(model.labels, model.probabilities)
    where label == DBSCAN.noise {
      #expect(probability == 0, what)
    }
    for (label, cluster) in model.selectedClusters.enumerated() {
      #expect(cluster != 0, "the root is never selected")
      #expect(model.labels.count { $0 == label } == model.condensedTree.clusters[cluster].size)
    }
    #expect(model.labels.allSatisfy { (-1..<model.clusterCount).contains($0) }, what)
  }
}
