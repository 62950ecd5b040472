// Mini-batch k-means: near the result of k-means, and the same on every number of threads.

import Clustering
import Testing

@Suite struct MiniBatchKMeansTests {
  @Test func `well separated groups are found`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try Points(
        (0..<300).map { Double($0 % 3) * 100 + Double($0 % 7) }, dimensions: 1)
      let model = try MiniBatchKMeans(k: 3, batchSize: 50, seed: seed).fit(points)
      #expect(renumbered(model.labels) == (0..<300).map { $0 % 3 }, "seed \(seed)")
      #expect(model.converged, "seed \(seed)")
      try expectNearestLabels(model, points)
    }
  }

  @Test func `the inertia comes close to that of k-means from the same start`() throws {
    for seed in 0..<8 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 5, perGroup: 200, dimensions: 4, spread: 3)
      var generator = SeededGenerator(seed: seed)
      let start = points.selecting(rows: generator.nextIndices(5, below: points.count))
      let full = try KMeans(k: 5, start: .given(start)).fit(points)
      let small = try MiniBatchKMeans(
        k: 5, start: .given(start), batchSize: 100, epochs: 20, patience: nil, seed: seed
      ).fit(points)
      #expect(small.inertia <= 1.5 * full.inertia, "seed \(seed)")
      #expect(small.iterations == 200)
    }
  }

  @Test func `a center is the mean of all the points it ever had`() throws {
    let points = try blobs(seed: 3, perGroup: 50, spread: 5)
    let start = points.selecting(rows: [0, 1, 2])
    let method = MiniBatchKMeans(k: 3, start: .given(start), batchSize: 20, epochs: 2, seed: 5)
    var sums = [[Double]](repeating: [0, 0], count: 3)
    var centers = start
    for state in try method.states(of: points) where state.model == nil && !state.batch.isEmpty {
      for row in state.batch {
        let distances = (0..<3).map { c in
          (0..<2).reduce(0) {
            $0 + (points[row, $1] - centers[c, $1]) * (points[row, $1] - centers[c, $1])
          }
        }
        let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
        for j in 0..<2 { sums[nearest][j] += points[row, j] }
      }
      centers = state.centers
      for c in 0..<3 where state.counts[c] > 0 {
        for j in 0..<2 {
          let mean = sums[c][j] / Double(state.counts[c])
          #expect(isClose(centers[c, j], mean, tolerance: 1e-9), "batch \(state.batches)")
        }
      }
    }
  }

  @Test func `the last state is the fit, on any number of threads`() throws {
    for seed in 0..<5 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 2000, dimensions: 3)
      for start in [KMeans.Start.kMeansPlusPlus, .random] {
        let one = try MiniBatchKMeans(k: 4, start: start, batchSize: 64, seed: seed).fit(points)
        let method = MiniBatchKMeans(k: 4, start: start, batchSize: 64, seed: seed, threads: 3)
        #expect(try method.fit(points) == one, "seed \(seed)")
        let states = Array(try method.states(of: points))
        #expect(states.last?.model == one && states.count == one.iterations + 2, "seed \(seed)")
      }
    }
  }

  @Test func `a batch has no more points than there are`() throws {
    let points = try blobs(seed: 2, perGroup: 20)
    let most = try MiniBatchKMeans(k: 3, batchSize: 60, seed: 5).fit(points)
    #expect(try MiniBatchKMeans(k: 3, batchSize: 1_000_000_000, seed: 5).fit(points) == most)
  }

  @Test func `unkind inputs are answered, and wrong parameters named`() throws {
    let equal = try Points(Array(repeating: 1e140, count: 8), dimensions: 2)
    let model = try MiniBatchKMeans(k: 4).fit(equal)
    #expect(model.inertia == 0 && !model.advice.isEmpty)
    #expect(try MiniBatchKMeans(k: 1).fit(try Points([3], dimensions: 1)).labels == [0])
    let wrong = [
      MiniBatchKMeans(k: 0), MiniBatchKMeans(k: 9), MiniBatchKMeans(k: 2, batchSize: 0),
      MiniBatchKMeans(k: 2, epochs: 0), MiniBatchKMeans(k: 2, patience: 0),
      MiniBatchKMeans(k: 2, threads: 0), MiniBatchKMeans(k: 2, start: .given(equal)),
    ]
    for method in wrong {
      #expect(throws: ClusteringError.self) { try method.fit(equal) }
    }
    #expect(throws: ClusteringError.cancelled) {
      try MiniBatchKMeans(k: 2).fit(equal) { _ in false }
    }
  }
}
