import Clustering
import Testing

@Suite struct DBCVTests {
  @Test func `two groups of three on a line, worked by hand`() throws {
    let points = try Points(rows: [[0], [1], [2], [10], [11], [12]])
    // Core distances: of an end 1 / mean(1, 1/2) = 4/3, of a middle 1. Every tree is a path with
    // the middle inside and no inner edge, so both edges count: 4/3. The middles are 10 apart.
    let expected = (10 - 4.0 / 3) / 10
    let labels = [0, 0, 0, 1, 1, 1]
    for validity in try Quality.clusterValidities(points, labels: labels) {
      #expect(isClose(validity, expected))
    }
    #expect(isClose(try Quality.dbcv(points, labels: labels), expected))
  }

  @Test func `noise counts among the points and in no cluster`() throws {
    let points = try Points(rows: [[0], [1], [2], [10], [11], [12], [100], [-50]])
    let labels = [0, 0, 0, 1, 1, 1, -1, -1]
    let expected = (10 - 4.0 / 3) / 10
    #expect(isClose(try Quality.dbcv(points, labels: labels), expected * 6 / 8))
    #expect(throws: Never.self) { try Quality.dbcv(points, labels: labels, noise: nil) }
  }

  @Test func `half-moons score well, and cut across they score badly`() throws {
    let arc = (0..<40).map { Double($0) / 39 }
    // Two parabolas, one inside the other's opening.
    let rows =
      arc.map { [2 * $0, 2 * $0 * (1 - $0)] }
      + arc.map { [2 * $0 + 1, 2 * $0 * ($0 - 1) + 0.1] }
    let points = try Points(rows: rows)
    let byShape = rows.indices.map { $0 / 40 }
    let across = rows.map { $0[0] < 1.5 ? 0 : 1 }
    #expect(try Quality.dbcv(points, labels: byShape) > 0.3)
    #expect(try Quality.dbcv(points, labels: across) < 0)
  }

  @Test func `the score depends on neither unit nor the names of labels`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, dimensions: 1 + Int(seed % 3))
      let labels = (0..<points.count).map { $0 % 10 == 0 ? -1 : (points[$0, 0] < 10 ? 3 : 8) }
      guard Set(labels).count == 3, labels.count(where: { $0 == 3 }) > 2,
        labels.count(where: { $0 == 8 }) > 2
      else { continue }
      let score = try Quality.dbcv(points, labels: labels)
      #expect((-1...1).contains(score), "seed \(seed)")
      for scale in [1e-12, 1e12] {
        let scaled = try Points(points.values.map { $0 * scale }, dimensions: points.dimensions)
        #expect(
          isClose(try Quality.dbcv(scaled, labels: labels), score, tolerance: 1e-9),
          "seed \(seed)")
      }
      let renamed = labels.map { $0 == -1 ? -1 : -$0 }
      let other = try Quality.dbcv(points, labels: renamed)
      #expect(isClose(other, score), "seed \(seed)")
    }
  }

  @Test func `values as those of the hdbscan package`() throws {
    // hdbscan.validity.validity_index of version 0.8.44, for 3 blobs with features at
    // frac(k · golden ratio), labels by blob and every ninth row noise. With more features there
    // are tied edges, and other trees.
    for (dimensions, expected) in Self.peerScores {
      let rows = (0..<90).map { row in
        (0..<dimensions).map { j in
          let position = Double((row + 1) * (j + 2)) * 0.6180339887498949
          return 4 * Double(row % 3) * (j == 0 ? 1 : 0.5) + position - position.rounded(.down)
        }
      }
      let labels = (0..<90).map { $0 % 9 == 4 ? -1 : $0 % 3 }
      let score = try Quality.dbcv(Points(rows: rows), labels: labels)
      #expect(isClose(score, expected, tolerance: 1e-9), "\(dimensions) features")
    }
  }

  @Test func `where there is no density there is an error`() throws {
    let points = try Points(rows: [[0], [1], [2], [3], [9]])
    #expect(throws: ClusteringError.loneClusterPoint(label: 7)) {
      try Quality.dbcv(points, labels: [0, 0, 0, 0, 7])
    }
    #expect(throws: ClusteringError.scoreUndefined(clusters: 1, points: 4)) {
      try Quality.dbcv(points, labels: [0, 0, 0, 0, -1])
    }
    #expect(throws: ClusteringError.self) { try Quality.dbcv(points, labels: [0, 1]) }
  }

  @Test func `coinciding points are infinitely dense, and a pair has no inside`() throws {
    let points = try Points(rows: [[0, 0], [0, 0], [0, 0], [3, 4], [3, 4]])
    #expect(try Quality.dbcv(points, labels: [0, 0, 0, 1, 1]) == 1)
    let pairs = try Points(rows: [[0], [1], [5], [6]])
    // Both points of a pair count: 4 apart, with one edge of length 1 each.
    #expect(isClose(try Quality.dbcv(pairs, labels: [0, 0, 1, 1]), 0.75))
    let same = try Points(rows: Array(repeating: [2, 2], count: 6))
    #expect(try Quality.dbcv(same, labels: [0, 0, 0, 1, 1, 1]) == 0)
  }
}

extension DBCVTests {
  static let peerScores: [(dimensions: Int, score: Double)] = [
    (1, 0.8404137295671049), (2, 0.811202273147722), (3, 0.7799803421519155),
  ]
}
