import Clustering
import Testing

@Suite struct ElbowTests {
  @Test(arguments: 2...6)
  func `the inertia bends at the number of clusters`(groups: Int) throws {
    for seed in 0..<5 as Range<UInt64> {
      let points = try clusters(groups, apart: 10, seed: seed)
      let elbow = try Elbow(of: inertias(points))
      #expect(elbow?.k == groups, "seed \(seed)")
      #expect((elbow?.depth ?? 0) > 0.4, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 3, 6, 10])
  func `evenly spread points have no elbow, in any dimension`(dimensions: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: UInt64(dimensions))
      let points = try Points(
        (0..<100 * dimensions).map { _ in generator.nextUnit() }, dimensions: dimensions)
      let elbow = try Elbow(of: inertias(points))
      #expect(elbow == nil, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 5, 10])
  func `one round group has no elbow`(dimensions: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 1, perGroup: 100, dimensions: dimensions)
      let elbow = try Elbow(of: inertias(points))
      #expect(elbow == nil, "seed \(seed)")
    }
  }

  @Test func `a power law has no elbow, though it bends on a plain scale`() throws {
    for exponent in 1...4 {
      let law = (1...12).map { k in
        (0..<exponent).reduce(100.0) { value, _ in value / Double(k) }
      }
      #expect(try Elbow(of: law) == nil)
    }
  }

  @Test func `half of the power law is a depth of one half`() throws {
    // The law through the ends is 64 / k²: 16 for two clusters.
    let elbow = try #require(try Elbow(of: [64, 8, 64.0 / 9, 4]))
    #expect(elbow.k == 2)
    #expect(isClose(elbow.depth, 0.5))
    let fromTwo = try Elbow(of: [100, 1, 0.9, 0.8], firstK: 2)
    #expect(fromTwo?.k == 3)
  }

  @Test func `clusters without any spread still have an elbow`() throws {
    #expect(try Elbow(of: [10, 4, 0, 0, 0, 0])?.k == 3)
    #expect(try Elbow(of: [0, 0, 0, 0]) == nil)
  }

  @Test func `two values or none have no bend, and a negative or missing one is an error`() throws {
    #expect(try Elbow(of: []) == nil)
    #expect(try Elbow(of: [3, 1]) == nil)
    #expect(throws: ClusteringError.self) { try Elbow(of: [3, .nan, 1]) }
    #expect(throws: ClusteringError.self) { try Elbow(of: [3, 2, -1]) }
    #expect(throws: ClusteringError.self) { try Elbow(of: [3, 2, 1], firstK: 0) }
  }

  private func inertias(_ points: Points) throws -> [Double] {
    try (1...10).map { try KMeans(k: $0, restarts: 4).fit(points).inertia }
  }
}

/// `count` round groups of 30 points with standard deviation 1, up to six, at least `apart` from
/// each other.
func clusters(_ count: Int, apart: Double, seed: UInt64) throws -> Points {
  let middles = [[0.0, 0], [1, 1], [0, 1], [1, 0], [0.5, 2], [2, 0.5]]
  var generator = SeededGenerator(seed: seed)
  return try Points(
    rows: middles.prefix(count).flatMap { middle in
      (0..<30).map { _ in middle.map { apart * $0 + generator.nextGaussian() } }
    })
}
