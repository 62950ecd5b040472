// Bisecting k-means: every cut lowers the inertia, and the tree says where points belong.

import Clustering
import Testing

@Suite struct BisectingKMeansTests {
  @Test func `the widest cluster is cut first`() throws {
    let points = try Points([0, 1, 10, 11, 100, 101], dimensions: 1)
    let states = Array(try BisectingKMeans(k: 3, restarts: 5).states(of: points))
    #expect(
      states.map { renumbered($0.labels) } == [
        [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1], [0, 0, 1, 1, 2, 2],
      ])
    #expect(states.last?.inertia == 1.5)
  }

  @Test func `each cut lowers the inertia, and the last state is the fit`() throws {
    for seed in 0..<15 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 4, perGroup: 60, dimensions: 3, spread: 3)
      let method = BisectingKMeans(k: 8, seed: seed)
      let states = Array(try method.states(of: points))
      for (before, after) in zip(states, states.dropFirst()) {
        #expect(after.inertia < before.inertia, "seed \(seed)")
        #expect(after.centers.count == before.centers.count + 1, "seed \(seed)")
      }
      let model = try method.fit(points)
      #expect(states.last == model && states.count == 8, "seed \(seed)")
      #expect(try model.predict(points) == model.labels, "seed \(seed)")
      let inertia = try Quality.inertia(points, labels: model.labels, centers: model.centers)
      #expect(isClose(inertia, model.inertia), "seed \(seed)")
      #expect(try BisectingKMeans(k: 8, seed: seed, threads: 3).fit(points) == model)
    }
  }

  @Test func `no more clusters than distinct points`() throws {
    let points = try Points([5, 5, 5, 7, 7, 1e8], dimensions: 1)
    let model = try BisectingKMeans(k: 5).fit(points)
    #expect(renumbered(model.labels) == [0, 0, 0, 1, 1, 2])
    #expect(model.advice == [.fewerDistinctPoints(clusters: 5, distinct: 3)])
    let equal = try Points(Array(repeating: 1e140, count: 6), dimensions: 2)
    #expect(try BisectingKMeans(k: 3).fit(equal).labels == [0, 0, 0])
    let all = try BisectingKMeans(k: 4).fit(try Points([1, 2, 4, 8], dimensions: 1))
    #expect(Set(all.labels).count == 4 && all.advice.isEmpty)
  }

  @Test func `parameters out of range are named`() throws {
    let points = try blobs(seed: 1)
    let wrong = [
      BisectingKMeans(k: 0), BisectingKMeans(k: 61), BisectingKMeans(k: 2, restarts: 0),
      BisectingKMeans(k: 2, maxIterations: 0), BisectingKMeans(k: 2, tolerance: -1),
      BisectingKMeans(k: 2, threads: 0),
    ]
    for method in wrong {
      #expect(throws: ClusteringError.self) { try method.fit(points) }
    }
    #expect(throws: ClusteringError.cancelled) {
      try BisectingKMeans(k: 2).fit(points) { _ in false }
    }
  }
}
