// Small inputs of the unkind sort, through every method: equal points, huge and tiny values,
// constant features, more features than points. There has to be an answer, and no NaN in it.

import Clustering
import Testing

@Suite struct HardInputTests {
  @Test func `no input makes a method trap or answer with NaN`() throws {
    for seed in 0..<400 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 99)
      let points = try unkindPoints(using: &generator)
      let n = points.count
      let k = 1 + generator.nextIndex(below: n)
      let model = try KMeans(k: k, restarts: 2, maxIterations: 20, seed: seed).fit(points)
      #expect(model.inertia >= 0 && model.labels.allSatisfy { (0..<k).contains($0) })
      for distance in Distance.common {
        let eps = max(distance.between(0, n - 1, in: points), 1e-3)
        let dense = try DBSCAN(eps: eps, minSamples: 2, distance: distance).fit(points)
        #expect(dense.labels.allSatisfy { (-1..<dense.clusterCount).contains($0) })
      }
      for linkage in Agglomerative.Linkage.allCases {
        let tree = try Agglomerative(linkage: linkage).fit(points)
        #expect(tree.merges.allSatisfy { $0.height >= 0 }, "seed \(seed), \(linkage)")
        #expect(Set(try tree.labels(clusters: k)).count == k, "seed \(seed), \(linkage)")
      }
      for scaling in Scaling.allCases {
        #expect(try scaling.fit(points).scales.allSatisfy { $0 > 0 }, "seed \(seed), \(scaling)")
      }
      let pca = try PCA(components: points.dimensions).fit(points)
      #expect(pca.explainedVariance.allSatisfy { $0 >= 0 }, "seed \(seed)")
      #expect(pca.components.values.allSatisfy { $0.magnitude <= 1 + 1e-9 }, "seed \(seed)")
      expectScores(points, model.labels, seed: seed)
    }
  }

  private func expectScores(_ points: Points, _ labels: [Int], seed: UInt64) {
    // Below two clusters there is no score, and the error says so.
    let clusters = Set(labels).count
    guard clusters >= 2, clusters < points.count else { return }
    #expect(throws: Never.self, "seed \(seed)") {
      let silhouette = try Quality.silhouette(points, labels: labels)
      #expect((-1...1).contains(silhouette), "seed \(seed)")
      #expect(try Quality.daviesBouldin(points, labels: labels) >= 0, "seed \(seed)")
      #expect(try Quality.calinskiHarabasz(points, labels: labels) >= 0, "seed \(seed)")
    }
  }

  private func unkindPoints(using generator: inout SeededGenerator) throws -> Points {
    let n = 1 + generator.nextIndex(below: 12)
    let d = 1 + generator.nextIndex(below: 6)
    let scales = [0, 1e-300, 1e-12, 1, 1e12, 1e140]
    let scale = (0..<d).map { _ in scales[generator.nextIndex(below: scales.count)] }
    let offset = generator.nextIndex(below: 3) == 0 ? 1e8 : 0
    return try Points(
      (0..<n * d).map { index in
        let step = Double(generator.nextIndex(below: 5)) / 4
        return min(step * scale[index % d] + offset, Points.largestMagnitude)
      }, dimensions: d)
  }
}
