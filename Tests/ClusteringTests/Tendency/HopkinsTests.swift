import Clustering
import Testing

@Suite struct HopkinsTests {
  @Test(arguments: [1, 2, 3])
  func `evenly spread points are near one half`(dimensions: Int) throws {
    var sum = 0.0
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 5)
      let points = try Points(
        (0..<400 * dimensions).map { _ in generator.nextUnit() }, dimensions: dimensions)
      let h = try Tendency.hopkins(points, seed: seed)
      // Four standard deviations of the Beta distribution with 40 and 40.
      #expect((h - 0.5).magnitude < 4 * 0.0556, "seed \(seed)")
      sum += h
    }
    #expect((sum / 40 - 0.5).magnitude < 0.05)
  }

  @Test(arguments: [2, 5])
  func `clusters are near 1`(dimensions: Int) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(
        seed: seed, groups: 4, perGroup: 60, dimensions: dimensions, spread: 0.3)
      #expect(try Tendency.hopkins(points, seed: seed) > 0.9, "seed \(seed)")
    }
  }

  @Test func `a lattice is below one half`() throws {
    let points = try Points(rows: (0..<400).map { [Double($0 / 20), Double($0 % 20)] })
    #expect(try Tendency.hopkins(points) < 0.3)
  }

  @Test func `the sums are of volumes`() {
    #expect(Tendency.shareOfVolumes([2, 1], beside: [1, 1], dimensions: 1) == 0.6)
    #expect(Tendency.shareOfVolumes([2, 1], beside: [1, 2], dimensions: 3) == 0.5)
    #expect(Tendency.shareOfVolumes([2, 0], beside: [1, 0], dimensions: 2) == 0.8)
    #expect(Tendency.shareOfVolumes([1e140], beside: [1e139], dimensions: 400) == 1)
  }

  @Test func `unit and place change nothing`() throws {
    let points = try blobs(seed: 2, dimensions: 2)
    let h = try Tendency.hopkins(points, seed: 3)
    let moved = try Points(points.values.map { 4 * $0 + 32 }, dimensions: 2)
    #expect(isClose(try Tendency.hopkins(moved, seed: 3), h, tolerance: 1e-9))
  }

  @Test func `equal points tell nothing, and a single one has no neighbor`() throws {
    #expect(try Tendency.hopkins(Points(rows: Array(repeating: [3, 0.1], count: 8))) == 0.5)
    #expect(throws: ClusteringError.tooFewPoints(1, smallest: 2)) {
      try Tendency.hopkins(Points(rows: [[1]]))
    }
    for samples in [0, 9] {
      #expect(throws: ClusteringError.self) {
        try Tendency.hopkins(Points(rows: Array(repeating: [1], count: 8)), samples: samples)
      }
    }
  }
}
