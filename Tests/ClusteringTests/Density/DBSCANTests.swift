import Clustering
import Testing

@Suite struct DBSCANTests {
  @Test func `two groups on a line and a point between them`() throws {
    let points = try Points(rows: [[0], [1], [2], [6], [10], [11], [12]])
    let model = try DBSCAN(eps: 1, minSamples: 3).fit(points)
    #expect(model.labels == [0, 0, 0, -1, 1, 1, 1])
    #expect(model.corePoints == [1, 5])
    #expect(model.clusterCount == 2)
    #expect(model.noiseCount == 1)
  }

  @Test func `a neighbor at exactly eps counts, and so does the point itself`() throws {
    let points = try Points(rows: [[0], [1]])
    #expect(try DBSCAN(eps: 1, minSamples: 2).fit(points).labels == [0, 0])
    #expect(try DBSCAN(eps: 0.999, minSamples: 2).fit(points).labels == [-1, -1])
    #expect(try DBSCAN(eps: 0.5, minSamples: 1).fit(points).labels == [0, 1])
  }

  @Test func `a border point between two clusters goes to the first`() throws {
    // Rows 0 to 3 and 5 to 8 are dense; row 4 is within eps of both, but has few neighbors.
    let points = try Points(
      rows: [[0], [0.1], [0.2], [0.3], [1.25], [2.2], [2.3], [2.4], [2.5]])
    let model = try DBSCAN(eps: 0.95, minSamples: 4).fit(points)
    #expect(model.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1])
    #expect(!model.corePoints.contains(4))
  }

  @Test func `the states grow the clusters, and the last is the fit`() throws {
    let points = try Points(rows: [[0], [1], [2], [6]])
    let dbscan = DBSCAN(eps: 1, minSamples: 3)
    let story = try dbscan.states(of: points).map { "\($0.step) \($0.labels) \($0.frontier)" }
    #expect(
      story == [
        "started [-1, -1, -1, -1] []",
        "passed(point: 0) [-1, -1, -1, -1] []",
        "clusterStarted(core: 1) [0, 0, 0, -1] [2]",
        "passed(point: 2) [0, 0, 0, -1] []",
        "passed(point: 3) [0, 0, 0, -1] []",
      ])
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let last = Array(try DBSCAN(eps: 0.8, minSamples: 4).states(of: points)).last
      let model = try DBSCAN(eps: 0.8, minSamples: 4).fit(points)
      #expect(last?.labels == model.labels, "seed \(seed)")
      #expect(last?.clusterCount == model.clusterCount)
    }
  }

  @Test(arguments: [Distance.euclidean, .manhattan, .cosine])
  func `core points and clusters follow from the distances alone`(distance: Distance) throws {
    // Above 64 points a tree finds the neighbors; here every distance is measured.
    for seed in 0..<12 as Range<UInt64> {
      let d = 1 + Int(seed % 4)
      let points = try blobs(seed: seed, perGroup: 40, dimensions: d)
      let eps = distance == .cosine ? 0.002 : 0.3 * Double(d)
      let model = try DBSCAN(eps: eps, minSamples: 5, distance: distance).fit(points)
      let neighbors = (0..<points.count).map { i in
        (0..<points.count).filter { distance.between(i, $0, in: points) <= eps }
      }
      #expect(
        model.corePoints == neighbors.indices.filter { neighbors[$0].count >= 5 }, "seed \(seed)")
      let isCore = Set(model.corePoints)
      for i in neighbors.indices {
        let cores = neighbors[i].filter(isCore.contains).map { model.labels[$0] }
        if isCore.contains(i) {
          #expect(cores.allSatisfy { $0 == model.labels[i] }, "seed \(seed), point \(i)")
        } else {
          #expect(model.labels[i] == (cores.min() ?? DBSCAN.noise), "seed \(seed), point \(i)")
        }
      }
      let firstCores = (0..<model.clusterCount).map { c in
        model.corePoints.first { model.labels[$0] == c } ?? -1
      }
      #expect(firstCores == firstCores.sorted(), "seed \(seed)")
    }
  }

  @Test func `core points stay together in any order of the points`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 30)
      var generator = SeededGenerator(seed: seed)
      let order = generator.shuffled(Array(0..<points.count))
      let model = try DBSCAN(eps: 0.7, minSamples: 5).fit(points)
      let other = try DBSCAN(eps: 0.7, minSamples: 5).fit(points.selecting(rows: order))
      let cores = order.indices.filter { other.corePoints.contains($0) }
      #expect(cores.map { order[$0] }.sorted() == model.corePoints, "seed \(seed)")
      #expect(
        renumbered(cores.map { other.labels[$0] })
          == renumbered(cores.map { model.labels[order[$0]] }), "seed \(seed)")
    }
  }

  @Test func `many equal points are one cluster`() throws {
    let points = try Points(rows: Array(repeating: [2, 3], count: 200))
    let model = try DBSCAN(eps: 0.1, minSamples: 5).fit(points)
    #expect(model.labels == Array(repeating: 0, count: 200))
    #expect(model.corePoints.count == 200)
  }

  @Test func `parameters are checked, and a fit can be stopped`() throws {
    let points = try Points(rows: [[0], [1]])
    for eps in [0, -1, .nan, .infinity] {
      #expect(throws: ClusteringError.self) { try DBSCAN(eps: eps, minSamples: 2).fit(points) }
    }
    #expect(throws: ClusteringError.self) { try DBSCAN(eps: 1, minSamples: 0).fit(points) }
    #expect(throws: ClusteringError.cancelled) {
      try DBSCAN(eps: 1, minSamples: 1).fit(points) { _ in false }
    }
  }
}
