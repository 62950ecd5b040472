import Clustering
import Testing

@Suite struct OPTICSTests {
  @Test func `two valleys on a line`() throws {
    let points = try Points(rows: [[0], [1], [3], [20], [21], [22]])
    let model = try OPTICS(minSamples: 2, extraction: .eps(2)).fit(points)
    #expect(model.ordering == [0, 1, 2, 3, 4, 5])
    #expect(model.reachability == [.infinity, 1, 2, 17, 1, 1])
    #expect(model.coreDistances == [1, 1, 2, 1, 1, 1])
    #expect(model.predecessors == [nil, 0, 1, 2, 3, 4])
    #expect(model.labels == [0, 0, 0, 1, 1, 1])
    #expect(try model.labels(eps: 1) == [0, 0, -1, 1, 1, 1])
    #expect(try model.labels(xi: 0.5) == [0, 0, 0, 1, 1, 1])
    #expect(try model.clusters(xi: 0.5) == [0...2, 3...5, 0...5])
  }

  @Test func `the states visit point after point, and the last has the labels`() throws {
    let points = try Points(rows: [[0], [9], [1]])
    let states = Array(try OPTICS(minSamples: 2, extraction: .eps(1)).states(of: points))
    #expect(
      states.map(\.step) == [
        .started, .visited(point: 0), .visited(point: 2), .visited(point: 1), .extracted,
      ])
    #expect(states[1].reachability == [.infinity, 9, 1])
    #expect(states[2].reachability == [.infinity, 8, 1])
    #expect(states[4].labels == [0, -1, 0])
  }

  @Test(arguments: Distance.common)
  func `the fit makes the plain visits`(distance: Distance) throws {
    for seed in 0..<40 as Range<UInt64> {
      let points = try sample(seed: seed)
      let maxEps = seed.isMultiple(of: 4) ? distance.between(0, 1, in: points) : .infinity
      guard maxEps > 0 else { continue }
      let optics = OPTICS(
        minSamples: 1 + Int(seed % 6), maxEps: maxEps, distance: distance,
        threads: 1 + Int(seed % 2))
      let model = try optics.fit(points)
      let last = try #require(Array(optics.states(of: points)).last)
      #expect(model.ordering == last.ordering, "seed \(seed)")
      #expect(model.reachability == last.reachability, "seed \(seed)")
      #expect(model.predecessors == last.predecessors, "seed \(seed)")
      #expect(model.labels == last.labels, "seed \(seed)")
    }
  }

  @Test func `cut at a height, core points are grouped as by DBSCAN`() throws {
    for seed in 0..<20 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 60)
      let model = try OPTICS(minSamples: 5).fit(points)
      for eps in [0.3, 0.6, 1.2] {
        let dense = try DBSCAN(eps: eps, minSamples: 5).fit(points)
        let labels = try model.labels(eps: eps)
        let cores = dense.corePoints
        #expect(
          renumbered(cores.map { labels[$0] }) == renumbered(cores.map { dense.labels[$0] }),
          "seed \(seed), eps \(eps)")
      }
    }
  }

  @Test func `clusters of different densities, and clusters within clusters`() throws {
    // Two tight groups side by side, and a loose one far away: no one height shows all three.
    var generator = SeededGenerator(seed: 4)
    func group(at center: Double, spread: Double) -> [[Double]] {
      (0..<60).map { _ in
        [center + spread * generator.nextGaussian(), spread * generator.nextGaussian()]
      }
    }
    let rows = group(at: 0, spread: 0.1) + group(at: 2, spread: 0.1) + group(at: 60, spread: 3)
    let model = try OPTICS(minSamples: 8, extraction: .xi(0.1, minClusterSize: 30))
      .fit(Points(rows: rows))
    let clusters = try model.clusters(xi: 0.1, minClusterSize: 30)
    func contains(_ wanted: Range<Int>) -> Bool {
      clusters.contains { cluster in
        let members = Set(model.ordering[cluster])
        return members.count <= wanted.count + 3
          && wanted.count(where: members.contains) >= wanted.count - 6
      }
    }
    #expect(contains(0..<60))
    #expect(contains(60..<120))
    #expect(contains(0..<120))
    let truth = (0..<120).map { $0 / 60 }
    #expect(try Agreement.adjustedRand(Array(model.labels[..<120]), truth) > 0.9)
  }

  @Test func `one point, equal points, and fewer points than a core needs`() throws {
    let one = try OPTICS(minSamples: 3).fit(Points(rows: [[5]]))
    #expect(one.ordering == [0])
    #expect(one.labels == [-1])
    let equal = try OPTICS(minSamples: 3, extraction: .eps(1))
      .fit(Points(rows: Array(repeating: [1, 2], count: 50)))
    #expect(equal.labels == Array(repeating: 0, count: 50))
    #expect(equal.ordering == Array(0..<50))
    let few = try OPTICS(minSamples: 9).fit(Points(rows: [[0], [1], [2]]))
    #expect(few.coreDistances == [.infinity, .infinity, .infinity])
    #expect(few.advice == [.allNoise])
  }

  @Test func `parameters are checked, and a fit can be stopped`() throws {
    let points = try Points(rows: [[0], [1]])
    for wrong in [
      OPTICS(minSamples: 0), OPTICS(minSamples: 2, maxEps: 0), OPTICS(minSamples: 2, maxEps: .nan),
      OPTICS(minSamples: 2, extraction: .xi(0)), OPTICS(minSamples: 2, extraction: .xi(1)),
      OPTICS(minSamples: 2, extraction: .xi(0.1, minClusterSize: 0)),
      OPTICS(minSamples: 2, maxEps: 1, extraction: .eps(2)),
    ] {
      #expect(throws: ClusteringError.self) { try wrong.fit(points) }
    }
    let model = try OPTICS(minSamples: 2, maxEps: 1).fit(points)
    #expect(throws: ClusteringError.self) { try model.labels(eps: 2) }
    #expect(throws: ClusteringError.self) { try model.clusters(xi: 1) }
    #expect(throws: ClusteringError.cancelled) {
      try OPTICS(minSamples: 2).fit(points) { _ in false }
    }
  }

  /// Blobs, or a coarse grid with ties and duplicates, in one to five features.
  private func sample(seed: UInt64) throws -> Points {
    let d = 1 + Int(seed % 5)
    guard seed.isMultiple(of: 2) else {
      return try blobs(seed: seed, perGroup: 10 + Int(seed), dimensions: d)
    }
    var generator = SeededGenerator(seed: seed)
    return try Points(
      (0..<(30 + 2 * Int(seed)) * d).map { _ in 0.1 * Double(1 + generator.nextIndex(below: 7)) },
      dimensions: d)
  }
}
