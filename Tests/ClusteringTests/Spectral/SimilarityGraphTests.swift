// The graph beside the plain way: its weights, and what the matrix makes of a vector.

import Clustering
import Testing

@Suite struct SimilarityGraphTests {
  /// M, entry by entry.
  private func plainMatrix(_ points: Points, gamma: Double) -> [[Double]] {
    let n = points.count
    let weights = (0..<n).map { i in
      (0..<n).map { gaussianWeight(i, $0, of: points, gamma: gamma) }
    }
    let degrees = weights.map { $0.reduce(0, +) }
    return (0..<n).map { i in
      guard degrees[i] >= 1e-100 else { return (0..<n).map { $0 == i ? 1 : 0 } }
      return (0..<n).map { j in
        degrees[j] < 1e-100 ? 0 : weights[i][j] / (degrees[i] * degrees[j]).squareRoot()
      }
    }
  }

  @Test(arguments: [0.01, 3, 1e3, 1e300])
  func `products in tiles, and in short numbers, are those of the plain way`(
    gamma: Double
  ) throws {
    for seed in 0..<12 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let points = try blobs(
        seed: seed, perGroup: 1 + generator.nextIndex(below: 70),
        dimensions: 1 + generator.nextIndex(below: 5))
      let n = points.count
      let plain = plainMatrix(points, gamma: gamma)
      let vector = (0..<n).map { _ in generator.nextUnit() - 0.5 }
      let expected = plain.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
      for threads in [1, 3] {
        let graph = try SimilarityGraph(
          points, affinity: .gaussian(gamma: gamma), threads: threads)
        let (full, rough) = (
          graph.product(with: vector, isRough: false), graph.product(with: vector, isRough: true)
        )
        #expect(zip(full, expected).allSatisfy { ($0 - $1).magnitude < 1e-14 }, "seed \(seed)")
        #expect(zip(rough, expected).allSatisfy { ($0 - $1).magnitude < 2e-6 }, "seed \(seed)")
      }
    }
  }

  @Test func `a large matrix can be left at any time`() throws {
    let points = try blobs(seed: 1, perGroup: 150)
    // More vectors than half the points: the whole matrix is turned.
    for (k, affinity) in [
      (300, SpectralClustering.Affinity.gaussian(gamma: 1)), (300, .nearestNeighbors(5)),
      (3, .gaussian(gamma: 1)),
    ] {
      for patience in [0, 1, 2] {
        var asked = 0
        #expect(throws: ClusteringError.cancelled, "k \(k), after \(patience)") {
          try SpectralClustering(k: k, affinity: affinity).fit(points) { _ in
            asked += 1
            return asked <= patience
          }
        }
      }
    }
  }
}
