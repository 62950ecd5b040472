import Clustering
import Testing

@Suite struct KMeansTests {
  @Test func `two pairs of points on a line`() throws {
    let points = try Points(rows: [[0], [1], [10], [11]])
    let start = try Points(rows: [[0], [1]])
    let model = try KMeans(k: 2, start: .given(start)).fit(points)
    #expect(model.labels == [0, 0, 1, 1])
    #expect(model.centers.values == [0.5, 10.5])
    #expect(model.inertia == 1)
    #expect(model.iterations == 3)
    #expect(model.converged)
    #expect(model.emptiedClusters == 0)
    #expect(try model.predict(Points(rows: [[5.5], [5.6]])) == [0, 1])
  }

  @Test func `the states tell the story of a run`() throws {
    let points = try Points(rows: [[0], [1], [10], [11]])
    let start = try Points(rows: [[0], [1]])
    let states = Array(try KMeans(k: 2, start: .given(start)).states(of: points))
    let story = states.map { "\($0.step) \($0.labels) \($0.centers.values)" }
    #expect(
      story == [
        "started [-1, -1, -1, -1] [0.0, 1.0]",
        "assigned(changed: 4) [0, 1, 1, 1] [0.0, 1.0]",
        "updated(shift: 40.11111111111111) [0, 1, 1, 1] [0.0, 7.333333333333333]",
        "assigned(changed: 1) [0, 0, 1, 1] [0.0, 7.333333333333333]",
        "updated(shift: 10.27777777777778) [0, 0, 1, 1] [0.5, 10.5]",
        "assigned(changed: 0) [0, 0, 1, 1] [0.5, 10.5]",
        "finished [0, 0, 1, 1] [0.5, 10.5]",
      ])
  }

  @Test(arguments: [KMeans.Start.kMeansPlusPlus, .random])
  func `no step of a run raises the inertia`(start: KMeans.Start) throws {
    for seed in 0..<20 as Range<UInt64> {
      let points = try blobs(seed: seed, dimensions: 3, spread: 4)
      var previous = (restart: 0, inertia: Double.infinity)
      for state in try KMeans(k: 4, start: start, restarts: 3, seed: seed).states(of: points) {
        guard let inertia = state.inertia, state.restart >= previous.restart else { continue }
        if state.restart == previous.restart {
          #expect(inertia <= previous.inertia * (1 + 1e-12), "seed \(seed)")
        }
        previous = (state.restart, inertia)
      }
    }
  }

  @Test func `the last state is the fit, and the best of all runs`() throws {
    for seed in 0..<20 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 5, perGroup: 12, spread: 3)
      let kMeans = KMeans(k: 5, start: .random, restarts: 4, seed: seed)
      let states = Array(try kMeans.states(of: points))
      let model = try kMeans.fit(points)
      let last = try #require(states.last)
      let ends = states.filter { $0.step == .finished }.compactMap(\.inertia)
      #expect(last.step == .finished)
      #expect(last.labels == model.labels && last.centers == model.centers, "seed \(seed)")
      #expect(last.iteration == model.iterations && last.inertia == model.inertia)
      #expect(ends.min() == model.inertia, "seed \(seed)")
      #expect(states.map(\.restart).max() == 3)
    }
  }

  @Test func `labels are those of the nearest centers, however the run ended`() throws {
    for seed in 0..<20 as Range<UInt64> {
      let points = try blobs(seed: seed, spread: 5)
      try expectNearestLabels(KMeans(k: 4, seed: seed).fit(points), points)
      let cut = try KMeans(k: 4, restarts: 1, maxIterations: 1, seed: seed).fit(points)
      try expectNearestLabels(cut, points)
      #expect(cut.iterations == 1)
      let tolerant = try KMeans(k: 4, restarts: 1, tolerance: 0.1, seed: seed).fit(points)
      try expectNearestLabels(tolerant, points)
      #expect(tolerant.converged)
    }
  }

  @Test func `the order of the points does not matter to a given start`() throws {
    for seed in 0..<20 as Range<UInt64> {
      let points = try blobs(seed: seed)
      var generator = SeededGenerator(seed: seed)
      let order = generator.shuffled(Array(0..<points.count))
      let start = KMeans.Start.given(points.selecting(rows: [0, 1, 2]))
      let model = try KMeans(k: 3, start: start).fit(points)
      let other = try KMeans(k: 3, start: start).fit(points.selecting(rows: order))
      #expect(order.map { model.labels[$0] } == other.labels, "seed \(seed)")
      #expect(isClose(model.inertia, other.inertia))
    }
  }

  @Test func `points twice as far apart have four times the inertia`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let doubled = try Points(points.values.map { 2 * $0 }, dimensions: 2)
      let model = try KMeans(k: 3, seed: seed).fit(points)
      let other = try KMeans(k: 3, seed: seed).fit(doubled)
      #expect(model.labels == other.labels)
      #expect(other.inertia == 4 * model.inertia, "seed \(seed)")
    }
  }

  @Test func `any number of threads, and blocks of eight, give the plain result`() throws {
    // Large enough for several chunks and for the blocks; predict is the plain loop.
    let points = try blobs(seed: 5, groups: 3, perGroup: 3001, dimensions: 2, spread: 3)
    let reference = try KMeans(k: 4, restarts: 1, maxIterations: 6, seed: 1).fit(points)
    try expectNearestLabels(reference, points)
    for threads in [2, 3, 64] {
      let kMeans = KMeans(k: 4, restarts: 1, maxIterations: 6, seed: 1, threads: threads)
      #expect(try kMeans.fit(points) == reference, "\(threads) threads")
    }
  }

  @Test func `an empty cluster keeps its center and is reported`() throws {
    let points = try Points(rows: [[0], [1], [2]])
    let start = try Points(rows: [[1], [50]])
    let model = try KMeans(k: 2, start: .given(start)).fit(points)
    #expect(model.labels == [0, 0, 0])
    #expect(model.centers.values == [1, 50])
    #expect(model.emptiedClusters == 1)
  }

  @Test func `on a tie the lowest center wins`() throws {
    let points = try Points(rows: [[0], [1], [2]])
    let start = try Points(rows: [[0], [2]])
    let states = try KMeans(k: 2, start: .given(start)).states(of: points)
    #expect(Array(states)[1].labels == [0, 0, 1])
  }

  @Test func `blocks of eight break ties as the plain loop does`() throws {
    let points = try Points((0..<20_003).map { Double($0 % 5) }, dimensions: 1)
    let start = try Points(rows: [[0], [2], [4]])
    let states = try KMeans(k: 3, start: .given(start)).states(of: points).prefix(2)
    let expected = (0..<20_003).map { [0, 0, 1, 1, 2][$0 % 5] }
    #expect(states.map(\.labels).last == expected)
  }

  @Test func `more clusters than distinct points leave some empty`() throws {
    let points = try Points(rows: [[1, 1], [1, 1], [2, 2], [2, 2]])
    for start in [KMeans.Start.kMeansPlusPlus, .random] {
      let model = try KMeans(k: 4, start: start).fit(points)
      #expect(model.inertia == 0)
      #expect(model.emptiedClusters >= 1)
      #expect(model.advice.first == .fewerDistinctPoints(clusters: 4, distinct: 2))
      #expect(renumbered(model.labels) == [0, 0, 1, 1])
    }
  }

  @Test func `one point, and as many clusters as points`() throws {
    let one = try Points(rows: [[3, 4]])
    let alone = try KMeans(k: 1).fit(one)
    #expect(alone.labels == [0] && alone.centers == one && alone.inertia == 0)
    let points = try Points(rows: [[0], [1], [4], [9]])
    let model = try KMeans(k: 4).fit(points)
    #expect(Set(model.labels).count == 4)
    #expect(model.inertia == 0)
  }

  @Test func `points far from the origin are told apart all the same`() throws {
    let points = try Points(rows: [[1e8], [1e8 + 1], [1e8 + 10], [1e8 + 11]])
    let model = try KMeans(k: 2).fit(points)
    #expect(renumbered(model.labels) == [0, 0, 1, 1])
    #expect(model.inertia == 1)
  }

  @Test func `the largest values allowed do not overflow`() throws {
    let points = try Points(rows: [[1e140, -1e140], [-1e140, 1e140], [0, 0]])
    let model = try KMeans(k: 2).fit(points)
    #expect(model.inertia.isFinite)
    #expect(model.converged)
  }

  @Test func `parameters are checked before anything runs`() throws {
    let points = try Points(rows: [[0], [1], [2]])
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: 4, points: 3)) {
      try KMeans(k: 4).fit(points)
    }
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: 0, points: 3)) {
      try KMeans(k: 0).states(of: points)
    }
    let start = try Points(rows: [[0, 0], [1, 1]])
    #expect(throws: ClusteringError.dimensionMismatch(expected: 1, found: 2)) {
      try KMeans(k: 2, start: .given(start)).fit(points)
    }
    for broken in [
      KMeans(k: 2, restarts: 0), KMeans(k: 2, maxIterations: 0), KMeans(k: 2, tolerance: .nan),
      KMeans(k: 2, threads: 0), KMeans(k: 2, start: .given(points)),
    ] {
      #expect(throws: ClusteringError.self) { try broken.fit(points) }
    }
    let model = try KMeans(k: 2).fit(points)
    #expect(throws: ClusteringError.dimensionMismatch(expected: 1, found: 2)) {
      try model.predict(start)
    }
  }

  @Test func `a fit reports its progress and can be stopped`() throws {
    let points = try blobs(seed: 1, spread: 5)
    var fractions: [Double] = []
    _ = try KMeans(k: 3, restarts: 2, maxIterations: 10).fit(points) { progress in
      fractions.append(progress.fraction)
      return true
    }
    #expect(fractions == fractions.sorted())
    #expect(fractions.allSatisfy { (0...1).contains($0) })
    #expect(throws: ClusteringError.cancelled) {
      try KMeans(k: 3).fit(points) { _ in false }
    }
  }

  @Test func `k-means++ spreads its centers better than chance`() throws {
    let points = try blobs(seed: 8, groups: 8, perGroup: 15, spread: 0.3)
    func inertia(_ start: KMeans.Start) throws -> Double {
      try (0..<20).reduce(0.0) { sum, seed in
        let model = try KMeans(k: 8, start: start, restarts: 1, seed: UInt64(seed)).fit(points)
        return sum + model.inertia
      }
    }
    #expect(try inertia(.kMeansPlusPlus) < inertia(.random) / 2)
  }
}
