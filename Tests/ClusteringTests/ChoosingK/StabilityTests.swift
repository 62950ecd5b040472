import Clustering
import Testing

@Suite struct StabilityTests {
  @Test(arguments: 2...4)
  func `the clusters that are there are found again, others are not`(groups: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      let points = try clusters(groups, apart: 10, seed: seed)
      let scores = try Stability(pairs: 10, seed: seed).curve(of: points, k: 2...6) {
        KMeans(k: $0, restarts: 3)
      }
      #expect(scores[groups - 2].mean > 0.99, "seed \(seed)")
      for k in groups + 1...6 {
        #expect(scores[k - 2].mean < 0.95, "seed \(seed), k = \(k)")
      }
    }
  }

  @Test func `labels that follow the place in the sample are found again by chance only`() throws {
    let points = try clusters(3, apart: 10, seed: 4)
    var generator = SeededGenerator(seed: 1)
    let score = try Stability(pairs: 40).score(of: points) { sample in
      (0..<sample.count).map { _ in generator.nextIndex(below: 3) }
    }
    #expect(score.mean.magnitude < 0.02)
    #expect(score.agreements.count == 40)
  }

  @Test func `one cluster, or all of the points, always come back`() throws {
    let points = try clusters(3, apart: 10, seed: 4)
    #expect(try Stability().score(of: points) { Array(repeating: 0, count: $0.count) }.mean == 1)
    let whole = try Stability(pairs: 3, share: 1).curve(of: points, k: 7...7) { KMeans(k: $0) }
    #expect(whole[0].mean == 1)
    let single = try Points(rows: [[1, 2]])
    #expect(try Stability().score(of: single) { _ in [0] }.mean == 1)
  }

  @Test func `it can be stopped within a clustering, and never goes back`() throws {
    let points = try clusters(2, apart: 8, seed: 1)
    #expect(throws: ClusteringError.cancelled) {
      try Stability(pairs: 4).curve(of: points, k: 2...3) { progress in
        #expect(progress == FitProgress(completed: 0, total: 8))
        return false
      } method: {
        KMeans(k: $0)
      }
    }
    var seen: [Int] = []
    _ = try Stability(pairs: 4).curve(of: points, k: 2...3) { progress in
      seen.append(progress.completed)
      return true
    } method: {
      KMeans(k: $0)
    }
    #expect(seen == seen.sorted() && seen.count > 8 && seen.last == 8)
  }

  @Test func `it can be stopped, and refuses what cannot run`() throws {
    let points = try clusters(2, apart: 8, seed: 1)
    #expect(throws: ClusteringError.cancelled) {
      try Stability(pairs: 4).curve(of: points, k: 2...3) {
        $0.completed < 6
      } method: {
        KMeans(k: $0, restarts: 1)
      }
    }
    for share in [0.5, 0, 1.1, .nan] {
      #expect(throws: ClusteringError.self) {
        try Stability(share: share).score(of: points) { _ in [] }
      }
    }
    // 48 of the points are in a sample.
    for (range, k) in [(1...Int.max, Int.max), (-5...8, -5), (2...49, 49)] {
      #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: k, points: 48)) {
        try Stability().curve(of: points, k: range) { k in
          Issue.record("clustered into \(k)")
          return KMeans(k: k)
        }
      }
    }
    #expect(throws: ClusteringError.self) { try Stability(pairs: 0).score(of: points) { _ in [] } }
    #expect(throws: ClusteringError.labelCountMismatch(labels: 0, expected: 48)) {
      try Stability().score(of: points) { _ in [] }
    }
  }
}
