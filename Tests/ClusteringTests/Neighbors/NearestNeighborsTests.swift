import Clustering
import Testing

@Suite struct NearestNeighborsTests {
  @Test func `the nearest first, and of equally near ones the lowest row`() throws {
    let neighbors = try NearestNeighbors(Points(rows: [[0], [3], [1], [-1], [7]]))
    #expect(try neighbors.nearest(3, of: 0).rows == [2, 3, 1])
    #expect(try neighbors.nearest(3, of: 0).distances == [1, 1, 3])
    #expect(try neighbors.nearest(2, of: [6.5]).rows == [4, 1])
    #expect(try neighbors.nearest(9, of: 4).rows == [1, 2, 0, 3])
    #expect(try neighbors.within(1, of: 0).rows == [2, 3])
    #expect(try neighbors.within(1, of: 0).distances == [1, 1])
    #expect(try neighbors.within(1, of: [0]).rows == [0, 2, 3])
    #expect(try neighbors.nearestOfAll(1).map(\.rows) == [[2], [2], [0], [0], [1]])
  }

  @Test(arguments: Distance.common)
  func `every search agrees with measuring everyone`(distance: Distance) throws {
    for seed in 0..<24 as Range<UInt64> {
      let points = try sample(seed: seed)
      let plain = BruteForce(points: points, distance: distance)
      let neighbors = try NearestNeighbors(points, distance: distance)
      let k = 1 + Int(seed % 5) * 4
      let all = try neighbors.nearestOfAll(k, threads: 1 + Int(seed % 3))
      let radius = all[0].distances.last ?? 0
      for row in 0..<points.count {
        let point = points.row(row)
        #expect(
          all[row] == plain.nearest(k, of: point.span, excluding: row), "seed \(seed), \(row)")
        #expect(
          try neighbors.within(radius, of: row)
            == plain.within(radius, of: point.span, excluding: row), "seed \(seed), \(row)")
        let new = point.map { $0 + 0.25 }
        #expect(try neighbors.nearest(k, of: new) == plain.nearest(k, of: new.span))
        #expect(try neighbors.within(radius, of: new) == plain.within(radius, of: new.span))
      }
    }
  }

  @Test func `the curve holds the distance to the k-th other point in ascending order`() throws {
    let points = try Points(rows: [[0], [1], [3], [7]])
    #expect(try kDistanceCurve(points, k: 1) == [1, 1, 2, 4])
    #expect(try kDistanceCurve(points, k: 3) == [4, 6, 7, 7])
    let many = try blobs(seed: 3, perGroup: 100)
    let neighbors = try NearestNeighbors(many)
    let expected = try (0..<many.count).map { try neighbors.nearest(4, of: $0).distances[3] }
    #expect(try kDistanceCurve(many, k: 4) == expected.sorted())
    #expect(try kDistanceCurve(many, k: 4, threads: 3) == expected.sorted())
  }

  @Test func `what cannot be asked is an error`() throws {
    let points = try Points(rows: [[0, 0], [1, 1]])
    let neighbors = try NearestNeighbors(points)
    #expect(throws: ClusteringError.self) { try neighbors.nearest(0, of: 0) }
    #expect(throws: ClusteringError.self) { try neighbors.nearest(1, of: 2) }
    #expect(throws: ClusteringError.self) { try neighbors.within(.nan, of: 1) }
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try neighbors.nearest(1, of: [4])
    }
    #expect(throws: ClusteringError.notFinite(row: 0, column: 1)) {
      try neighbors.within(1, of: [0, .nan])
    }
    #expect(throws: ClusteringError.self) { try kDistanceCurve(points, k: 2) }
    #expect(throws: ClusteringError.noPoints) { try NearestNeighbors(Points([], dimensions: 2)) }
  }

  @Test func `one point, and many equal ones`() throws {
    let one = try NearestNeighbors(Points(rows: [[5]]))
    #expect(try one.nearest(3, of: 0).rows.isEmpty)
    #expect(try one.nearestOfAll(3).map(\.rows) == [[]])
    let equal = try NearestNeighbors(Points(rows: Array(repeating: [1, 2], count: 100)))
    #expect(try equal.nearest(2, of: 50).rows == [0, 1])
    #expect(try equal.within(0, of: 0).rows == Array(1..<100))
  }

  /// Sometimes spread out, sometimes on a coarse grid with many ties and duplicates; from few
  /// points to several leaves, from one feature to more than a tree is made for.
  private func sample(seed: UInt64) throws -> Points {
    var generator = SeededGenerator(seed: seed)
    let d = [1, 2, 3, 5, 8, 30][Int(seed % 6)]
    let n = [7, 65, 130, 201][Int(seed % 4)]
    let isGrid = seed.isMultiple(of: 3)
    return try Points(
      (0..<n * d).map { _ in
        isGrid ? 0.1 * Double(generator.nextIndex(below: 5)) : generator.nextGaussian()
      }, dimensions: d)
  }
}
