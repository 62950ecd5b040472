import Clustering
import Testing

/// A fit on a grid or a tree against the plain growth, which asks every point for its neighbors.
@Suite struct DBSCANFastTests {
  @Test(arguments: Distance.common)
  func `every fit is what the growth finds`(distance: Distance) throws {
    for seed in 0..<60 as Range<UInt64> {
      let points = try sample(seed: seed)
      let eps = distance.between(0, 1, in: points) * [0.3, 1, 0.5][Int(seed % 3)]
      guard eps > 0 else { continue }
      let dbscan = DBSCAN(
        eps: eps, minSamples: [1, 2, 4, 9][Int(seed % 4)], distance: distance,
        threads: 1 + Int(seed % 3))
      #expect(try dbscan.fit(points) == grown(dbscan, points), "seed \(seed)")
    }
  }

  @Test func `points exactly at eps are neighbors on a grid, too`() throws {
    for d in 1...4 {
      for (scale, offset) in [(1, 0), (0.1, 0), (1e-12, 0), (1e12, 0), (1, 1e8), (0.1, -1e8)] {
        for minSamples in [2, 2 * d + 1, 3 * d] {
          var generator = SeededGenerator(seed: UInt64(d))
          let points = try Points(
            (0..<300 * d).map { _ in
              scale * Double(generator.nextIndex(below: d == 1 ? 200 : 12)) + offset
            }, dimensions: d)
          let dbscan = DBSCAN(eps: scale, minSamples: minSamples)
          #expect(try dbscan.fit(points) == grown(dbscan, points), "d \(d), scale \(scale)")
        }
      }
    }
  }

  @Test func `full cells on both sides of a gap`() throws {
    // Thousands of points in two cells: at a distance of just eps, and of a little more.
    var generator = SeededGenerator(seed: 1)
    for (gap, clusters) in [(1.0, 1), (1.0.nextUp, 2)] {
      var rows = (0..<2500).map { _ in [-0.2 * generator.nextUnit(), 0.1 * generator.nextUnit()] }
      rows += (0..<2500).map { _ in [gap + 0.2 * generator.nextUnit(), 0.1 * generator.nextUnit()] }
      rows += [[0, 0.05], [gap, 0.05]]
      let model = try DBSCAN(eps: 1, minSamples: 5).fit(Points(rows: rows))
      #expect(model.clusterCount == clusters, "gap \(gap)")
    }
  }

  @Test func `eps of any size, on points of any size`() throws {
    let rows = [[0, 0], [1e-300, 0], [1e-160, 1e-160], [1, 1], [1e140, -1e140], [1e140, 0]]
    let points = try Points(rows: rows)
    for eps in [1e-300, 1e-170, 1e-150, 1e-9, 1, 1e100, 1e139, 1e140, 1e160, 1e300] {
      let dbscan = DBSCAN(eps: eps, minSamples: 2)
      #expect(try dbscan.fit(points) == grown(dbscan, points), "eps \(eps)")
    }
  }

  @Test func `new points go to the nearest core point within eps`() throws {
    let points = try Points(rows: [[0], [1], [2], [6], [10], [11], [12]])
    let model = try DBSCAN(eps: 1, minSamples: 3).fit(points)
    let new = try Points(rows: [[1.4], [2.1], [10.5], [-3], [11]])
    #expect(try model.predict(new) == [0, -1, 1, -1, 1])
    #expect(throws: ClusteringError.dimensionMismatch(expected: 1, found: 2)) {
      try model.predict(Points(rows: [[1, 2]]))
    }
    let noise = try DBSCAN(eps: 0.1, minSamples: 3).fit(points)
    #expect(try noise.predict(points) == noise.labels)
    for seed in 0..<5 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let model = try DBSCAN(eps: 0.8, minSamples: 4).fit(points)
      let predicted = try model.predict(points)
      #expect(model.corePoints.allSatisfy { predicted[$0] == model.labels[$0] }, "seed \(seed)")
      #expect(predicted.map { $0 < 0 } == model.labels.map { $0 < 0 }, "seed \(seed)")
    }
  }

  @Test func `a large fit can be stopped on the way`() throws {
    let points = try blobs(seed: 1, perGroup: 200)
    for dimensions in [[0], [0, 1], [0, 1, 0, 1]] {
      var steps = 0
      #expect(throws: ClusteringError.cancelled) {
        try DBSCAN(eps: 0.1, minSamples: 5).fit(points.selecting(columns: dimensions)) { progress in
          steps += 1
          return progress.fraction < 0.5
        }
      }
      #expect(steps == 2)
    }
  }

  private func grown(_ dbscan: DBSCAN, _ points: Points) throws -> DBSCANModel {
    var growth = try dbscan.states(of: points).makeIterator()
    while growth.advance() {}
    return growth.result
  }

  /// Blobs or a coarse grid with ties and duplicates, in one to five features.
  private func sample(seed: UInt64) throws -> Points {
    let d = 1 + Int(seed % 5)
    guard seed.isMultiple(of: 2) else {
      return try blobs(seed: seed, perGroup: 30 + Int(seed), dimensions: d)
    }
    var generator = SeededGenerator(seed: seed)
    return try Points(
      (0..<(40 + Int(seed)) * d).map { _ in 0.1 * Double(1 + generator.nextIndex(below: 7)) },
      dimensions: d)
  }
}
