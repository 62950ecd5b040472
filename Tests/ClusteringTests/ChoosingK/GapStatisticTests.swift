import Clustering
import Testing

@Suite struct GapStatisticTests {
  @Test(arguments: 1...3)
  func `the gap finds the number of clusters, and 1 when there is one`(groups: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      let points = try clusters(groups, apart: 8, seed: seed)
      for box in GapStatistic.Box.allCases {
        let curve = try GapStatistic(upTo: 6, references: 10, box: box, seed: seed)
          .curve(of: points) { KMeans(k: $0, restarts: 3) }
        #expect(curve.k == groups, "seed \(seed), \(box)")
      }
    }
  }

  @Test func `evenly spread points are one cluster`() throws {
    for seed in 0..<5 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let points = try Points((0..<200).map { _ in generator.nextUnit() }, dimensions: 2)
      let curve = try GapStatistic(upTo: 5, references: 10, seed: seed)
        .curve(of: points) { KMeans(k: $0, restarts: 3) }
      #expect(curve.k == 1, "seed \(seed)")
    }
  }

  @Test func `any method that labels will do`() throws {
    let points = try clusters(3, apart: 8, seed: 1)
    let curve = try GapStatistic(upTo: 5, references: 5).curve(of: points) {
      points, k throws(ClusteringError) in
      try Agglomerative(linkage: .ward).fit(points).labels(clusters: k)
    }
    #expect(curve.k == 3)
  }

  @Test func `the dispersion is that of the paper: pairs over twice the size`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 8)
      var generator = SeededGenerator(seed: seed)
      let labels = (0..<points.count).map { _ in generator.nextIndex(below: 4) - 1 }
      var expected = 0.0
      for label in Set(labels) {
        let members = labels.indices.filter { labels[$0] == label }
        let pairs = members.flatMap { i in
          members.map { Distance.squaredEuclidean.between(i, $0, in: points) }
        }
        expected += pairs.reduce(0, +) / Double(2 * members.count)
      }
      #expect(isClose(try dispersion(points, labels: labels), expected), "seed \(seed)")
    }
    let equal = try Points([0.1, 0.1, 0.1], dimensions: 1)
    #expect(try dispersion(equal, labels: [4, 4, 4]) == 0)
  }

  @Test func `the same seed draws the same references`() throws {
    let points = try clusters(2, apart: 8, seed: 1)
    func curve(seed: UInt64) throws -> GapCurve {
      try GapStatistic(upTo: 3, references: 3, seed: seed)
        .curve(of: points) { KMeans(k: $0, restarts: 2) }
    }
    #expect(try curve(seed: 5) == curve(seed: 5))
    #expect(try curve(seed: 5).gaps != curve(seed: 6).gaps)
  }

  @Test(arguments: GapStatistic.Box.allCases)
  func `equal points are one cluster, and constant features do no harm`(
    box: GapStatistic.Box
  ) throws {
    let equal = try Points(rows: Array(repeating: [0.1, 7], count: 5))
    let curve = try GapStatistic(upTo: 5, box: box).curve(of: equal) { KMeans(k: $0) }
    #expect(curve.k == 1 && curve.gaps.allSatisfy { $0 == 0 })
    let two = try Points(rows: (0..<20).map { [$0 < 10 ? 0 : 5, 3] })
    let split = try GapStatistic(upTo: 4, box: box).curve(of: two) { KMeans(k: $0) }
    #expect(split.k == 2 && split.gaps.allSatisfy(\.isFinite))
  }

  @Test func `it can be stopped within a clustering, and never goes back`() throws {
    let points = try clusters(2, apart: 8, seed: 1)
    #expect(throws: ClusteringError.cancelled) {
      try GapStatistic(upTo: 3).curve(of: points) { progress in
        #expect(progress.completed == 0)
        return false
      } method: {
        KMeans(k: $0)
      }
    }
    var seen: [Int] = []
    _ = try GapStatistic(upTo: 3, references: 2).curve(of: points) { progress in
      seen.append(progress.completed)
      return true
    } method: {
      KMeans(k: $0)
    }
    #expect(seen == seen.sorted() && seen.count > 9 && seen.last == 9)
  }

  @Test func `it can be stopped, and refuses what cannot run`() throws {
    let points = try clusters(2, apart: 8, seed: 1)
    var reached = 0
    #expect(throws: ClusteringError.cancelled) {
      try GapStatistic(upTo: 3).curve(of: points) { progress in
        reached = progress.completed
        return progress.completed < 5
      } method: {
        KMeans(k: $0, restarts: 1)
      }
    }
    #expect(reached == 5)
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: 61, points: 60)) {
      try GapStatistic(upTo: 61).curve(of: points) { KMeans(k: $0) }
    }
    #expect(throws: ClusteringError.self) {
      try GapStatistic(upTo: 2, references: 0).curve(of: points) { KMeans(k: $0) }
    }
    #expect(throws: ClusteringError.labelCountMismatch(labels: 0, expected: 60)) {
      try GapStatistic(upTo: 2).curve(of: points) { _, _ in [] }
    }
  }
}
