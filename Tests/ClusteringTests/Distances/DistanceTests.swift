import Clustering
import Testing

@Suite struct DistanceTests {
  @Test func `the distances of a right triangle`() throws {
    #expect(try Distance.euclidean.between([0, 0], [3, 4]) == 5)
    #expect(try Distance.manhattan.between([0, 0], [3, 4]) == 7)
    #expect(try Distance.cosine.between([1, 0], [0, 2]) == 1)
    #expect(try Distance.cosine.between([1, 0], [-3, 0]) == 2)
  }

  @Test func `the zero vector has no direction`() throws {
    #expect(try Distance.cosine.between([0, 0], [3, 4]) == 1)
    #expect(try Distance.cosine.between([0, 0], [0, 0]) == 0)
  }

  @Test(arguments: Distance.allCases)
  func `a distance is symmetric, 0 to itself, and never negative`(distance: Distance) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 4, dimensions: 4)
      for i in 0..<points.count {
        #expect(distance.between(i, i, in: points) < 1e-15)
        for j in 0..<i {
          let there = distance.between(i, j, in: points)
          #expect(there == distance.between(j, i, in: points) && there >= 0, "seed \(seed)")
        }
      }
    }
  }

  @Test func `points with different features have no distance`() {
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try Distance.euclidean.between([1, 2], [1])
    }
  }
}
