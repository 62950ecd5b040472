import Clustering
import Testing

@Suite struct DistanceMatrixTests {
  @Test(arguments: Distance.common)
  func `a matrix holds every distance, with any number of threads`(distance: Distance) throws {
    let points = try blobs(seed: 3, perGroup: 15, dimensions: 3)
    let matrix = try DistanceMatrix(points, distance: distance)
    for i in 0..<points.count {
      for j in 0..<i {
        #expect(matrix[i, j] == distance.between(i, j, in: points))
        #expect(matrix[j, i] == matrix[i, j])
      }
      #expect(matrix[i, i] == 0)
    }
    for threads in 2...3 {
      #expect(try DistanceMatrix(points, distance: distance, threads: threads) == matrix)
    }
  }

  @Test func `given distances are checked`() throws {
    let given = try DistanceMatrix(rows: [[0, 2], [2, 0]])
    #expect(given.count == 2 && given[0, 1] == 2)
    let wrong: [([[Double]], ClusteringError)] = [
      ([], .noPoints),
      ([[0, 1], [1]], .raggedRow(row: 1, expected: 2, found: 1)),
      ([[0, 1]], .raggedRow(row: 0, expected: 1, found: 2)),
      ([[0, 1], [2, 0]], .notADistance(row: 1, column: 0)),
      ([[0, -1], [-1, 0]], .notADistance(row: 1, column: 0)),
      ([[0, 1], [1, 3]], .notADistance(row: 1, column: 1)),
      ([[0, 1], [.nan, 0]], .notFinite(row: 1, column: 0)),
      ([[0, .infinity], [1, 0]], .notFinite(row: 0, column: 1)),
    ]
    for (rows, error) in wrong {
      #expect(throws: error) { try DistanceMatrix(rows: rows) }
    }
  }

  @Test func `a table that would fill the memory is refused before it does`() throws {
    let many = try Points(
      Array(repeating: 1, count: DistanceMatrix.largestCount + 1), dimensions: 1)
    #expect(throws: ClusteringError.tooManyPoints(50_001, largest: 50_000)) {
      try DistanceMatrix(many)
    }
  }
}

@Suite struct GowerTests {
  @Test func `numbers count by their range, categories by equality`() throws {
    let gower = try Gower([.numbers([10, 20, 50]), .categories([7, 7, 2])])
    #expect(gower.between(0, 1) == 0.125)
    #expect(gower.between(0, 2) == 1)
    #expect(gower.between(1, 2) == 0.875)
    #expect(gower.between(2, 2) == 0)
  }

  @Test func `a weight makes a column count more, and 0 leaves it out`() throws {
    let gower = try Gower([
      .numbers([0, 1]), .categories([4, 4], weight: 3), .numbers([5, -5], weight: 0),
    ])
    #expect(gower.between(0, 1) == 0.25)
  }

  @Test func `a constant column tells nothing apart`() throws {
    #expect(try Gower([.numbers([3, 3])]).between(0, 1) == 0)
  }

  @Test func `of numbers alone it is the scaled Manhattan distance`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 5, dimensions: 4)
      let matrix = try DistanceMatrix(Gower((0..<4).map { .numbers(points.column($0)) }))
      let scaled = try Scaling.minMax.fit(points).apply(points)
      for i in 0..<points.count {
        for j in 0..<i {
          let expected = Distance.manhattan.between(i, j, in: scaled) / 4
          #expect(isClose(matrix[i, j], expected), "seed \(seed)")
        }
      }
    }
  }

  @Test func `what cannot be compared is refused`() {
    #expect(throws: ClusteringError.noFeatures) { try Gower([]) }
    #expect(throws: ClusteringError.noPoints) { try Gower([.numbers([])]) }
    #expect(throws: ClusteringError.notFinite(row: 1, column: 1)) {
      try Gower([.categories([1, 2]), .numbers([3, .nan])])
    }
    #expect(throws: ClusteringError.self) { try Gower([.categories([1, 2]), .numbers([3])]) }
    #expect(throws: ClusteringError.self) { try Gower([.categories([1, 2], weight: -1)]) }
    #expect(throws: ClusteringError.self) { try Gower([.categories([1, 2], weight: 0)]) }
  }
}
