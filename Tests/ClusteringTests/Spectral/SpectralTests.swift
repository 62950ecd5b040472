// Spectral clustering: shapes that no center holds together, graphs in parts, and the search for
// eigenvectors beside the plain way.

import Clustering
import Testing

@Suite struct SpectralTests {
  /// Two rings around the same middle.
  private func rings(seed: UInt64, perRing: Int = 60) throws -> Points {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<2 * perRing).map { i in
      let (x, y) = (generator.nextGaussian(), generator.nextGaussian())
      let radius = (i % 2 == 0 ? 1 : 4) + 0.1 * generator.nextGaussian()
      let length = (x * x + y * y).squareRoot()
      return [radius * x / length, radius * y / length]
    }
    return try Points(rows: rows)
  }

  @Test func `a ring within a ring comes apart`() throws {
    for seed in 0..<6 as Range<UInt64> {
      let points = try rings(seed: seed)
      let truth = (0..<points.count).map { $0 % 2 }
      let model = try SpectralClustering(k: 2, affinity: .gaussian(gamma: 2)).fit(points)
      #expect(renumbered(model.labels) == renumbered(truth), "seed \(seed)")
      #expect(model.converged && model.advice.isEmpty, "seed \(seed)")
      #expect(model.eigenvalues[0] < 1e-9, "seed \(seed)")
    }
  }

  @Test(arguments: [
    SpectralClustering.Affinity.gaussian(gamma: 0.05), .gaussian(gamma: 1e-6),
    .nearestNeighbors(6), .nearestNeighbors(2),
  ])
  func `the search finds the eigenvalues that the whole matrix has`(
    _ affinity: SpectralClustering.Affinity
  ) throws {
    for seed in 0..<4 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 35 + Int(seed), spread: 3)
      let graph = try SimilarityGraph(points, affinity: affinity, threads: 1)
      let plain = try EigenvectorSearch(plainly: graph, count: 5).laplacianEigenvalues
      for count in [1, 3, 5] {
        var search = try EigenvectorSearch(
          graph: graph, count: count, maxRounds: 300, threads: 1)
        while try search.advance() {}
        let isConverged = search.isConverged
        #expect(isConverged, "seed \(seed), \(count)")
        let worst = zip(search.laplacianEigenvalues, plain).map { ($0 - $1).magnitude }.max() ?? 1
        #expect(worst < 1e-7, "seed \(seed), \(count)")
      }
    }
  }

  @Test func `a graph in parts has the eigenvalue 0 once for each`() throws {
    // Three chains and a point alone.
    let points = try Points(
      (0..<100).map { Double($0) + 1000 * Double($0 / 33) }, dimensions: 1)
    let method = SpectralClustering(k: 4, affinity: .gaussian(gamma: 1))
    let model = try method.fit(points)
    #expect(renumbered(model.labels) == (0..<100).map { $0 / 33 })
    #expect(model.isolatedPoints == 1)
    let eigenvalues = try method.laplacianEigenvalues(of: points, count: 5)
    #expect(eigenvalues.prefix(4).allSatisfy { $0 < 1e-12 } && eigenvalues[4] > 1e-4)
  }

  @Test func `the last state is the fit, on any number of threads`() throws {
    for seed in 0..<3 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 70, spread: 4)
      for affinity in [
        SpectralClustering.Affinity.gaussian(gamma: 0.1), .nearestNeighbors(7),
      ] {
        let model = try SpectralClustering(k: 3, affinity: affinity).fit(points)
        let method = SpectralClustering(k: 3, affinity: affinity, threads: 3)
        #expect(try method.fit(points) == model, "seed \(seed)")
        let states = Array(try method.states(of: points))
        #expect(states.last?.model == model, "seed \(seed)")
        #expect(states.count == model.rounds + 2, "seed \(seed)")
        #expect(model.eigenvalues == model.eigenvalues.sorted(), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    SpectralClustering.Affinity.gaussian(gamma: 1), .gaussian(gamma: 1e300),
    .nearestNeighbors(1), .nearestNeighbors(3), .nearestNeighbors(1000),
  ])
  func `unkind inputs are answered`(_ affinity: SpectralClustering.Affinity) throws {
    let inputs = [
      try Points([1, 2], dimensions: 2), try Points([7, 7, 7, 7, 7, 7], dimensions: 2),
      try Points([-1e140, 0, 0, 1e140, 1e8, 1e8 + 1], dimensions: 1),
      try Points(Array(repeating: 3, count: 100), dimensions: 1),
      try Points((0..<90).map { Double($0 * $0) * 1e130 }, dimensions: 1),
    ]
    for points in inputs {
      let k = min(2, points.count)
      let model = try SpectralClustering(k: k, affinity: affinity).fit(points)
      #expect(model.labels.allSatisfy { (0..<k).contains($0) })
      #expect(model.embedding.values.allSatisfy { $0.isFinite })
      #expect(model.eigenvalues.allSatisfy { (0...2.000001).contains($0) })
      let most = min(20, points.count)
      let many = try SpectralClustering(k: most, affinity: affinity, restarts: 1).fit(points)
      #expect(many.labels.count == points.count)
    }
  }

  @Test func `parameters out of range are named`() throws {
    let points = try blobs(seed: 1)
    let wrong = [
      SpectralClustering(k: 0), SpectralClustering(k: 61), SpectralClustering(k: 2, restarts: 0),
      SpectralClustering(k: 2, affinity: .gaussian(gamma: 0)),
      SpectralClustering(k: 2, affinity: .gaussian(gamma: .nan)),
      SpectralClustering(k: 2, affinity: .nearestNeighbors(0)),
      SpectralClustering(k: 2, maxRounds: 0), SpectralClustering(k: 2, threads: 0),
    ]
    for method in wrong {
      #expect(throws: ClusteringError.self) { try method.fit(points) }
    }
    #expect(throws: ClusteringError.self) {
      try SpectralClustering(k: 2).laplacianEigenvalues(of: points, count: 61)
    }
    #expect(throws: ClusteringError.cancelled) {
      try SpectralClustering(k: 2).fit(points) { _ in false }
    }
  }
}
