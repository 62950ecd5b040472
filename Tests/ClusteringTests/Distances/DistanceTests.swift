import Clustering
import Testing

@Suite struct DistanceTests {
  @Test func `the distances of a right triangle`() throws {
    #expect(try Distance.euclidean.between([0, 0], [3, 4]) == 5)
    #expect(try Distance.squaredEuclidean.between([0, 0], [3, 4]) == 25)
    #expect(try Distance.manhattan.between([0, 0], [3, 4]) == 7)
    #expect(try Distance.chebyshev.between([0, 0], [3, 4]) == 4)
    #expect(isClose(try Distance.minkowski(p: 3).between([0, 0], [3, 4]), 4.497941445275415))
    #expect(try Distance.cosine.between([1, 0], [0, 2]) == 1)
    #expect(try Distance.cosine.between([1, 0], [-3, 0]) == 2)
    #expect(try Distance.canberra.between([1, 0, 0], [3, 4, 0]) == 1.5)
  }

  @Test func `correlation compares shapes, whatever the level and the size`() throws {
    let shape = [1.0, 4, 2, 8]
    #expect(try Distance.correlation.between(shape, shape.map { 3 * $0 + 50 }) < 1e-15)
    #expect(try Distance.correlation.between(shape, shape.map { -$0 }) == 2)
    #expect(try Distance.correlation.between(shape, [0.1, 0.1, 0.1, 0.1]) == 1)
    #expect(try Distance.correlation.between([0.1, 0.1, 0.1], [1e140, 1e140, 1e140]) == 0)
  }

  @Test func `the zero vector has no direction`() throws {
    #expect(try Distance.cosine.between([0, 0], [3, 4]) == 1)
    #expect(try Distance.cosine.between([0, 0], [0, 0]) == 0)
    #expect(isClose(try Distance.cosine.between([1e-200, 0], [3e-200, 4e-200]), 0.4))
  }

  @Test(arguments: Distance.common)
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

  @Test func `what is no point has no distance`() {
    for distance in Distance.common {
      #expect(throws: ClusteringError.noFeatures) { try distance.between([], []) }
      #expect(throws: ClusteringError.notFinite(row: 1, column: 0)) {
        try distance.between([1, 2], [.nan, 2])
      }
      #expect(throws: ClusteringError.tooLarge(row: 0, column: 1)) {
        try distance.between([1, 1e200], [1, 2])
      }
    }
  }

  @Test func `points with different features have no distance`() {
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try Distance.euclidean.between([1, 2], [1])
    }
  }

  @Test(arguments: Distance.common)
  func `a name leads back to its distance`(distance: Distance) {
    #expect(Distance(name: distance.name) == distance)
  }

  @Test func `Minkowski's distance is named with its order`() throws {
    #expect(try Distance.minkowski(p: 1.5).name == "minkowski-1.5")
    #expect(Distance(name: "minkowski-1.5") == (try .minkowski(p: 1.5)))
    for name in ["minkowski", "minkowski-", "minkowski-0.5", "minkowski-nan", "euclid", ""] {
      #expect(Distance(name: name) == nil, "\(name)")
    }
  }

  @Test(arguments: [0.5, -1, 0, .nan, .infinity])
  func `an order that gives no metric is refused`(p: Double) {
    #expect(throws: ClusteringError.self) { try Distance.minkowski(p: p) }
  }
}

@Suite struct MinkowskiTests {
  @Test func `orders 1 and 2 are Manhattan and Euclidean, a huge one Chebyshev`() throws {
    for seed in 0..<50 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let a = (0..<5).map { _ in 10 * generator.nextGaussian() }
      let b = (0..<5).map { _ in 10 * generator.nextGaussian() }
      for (p, distance) in [(1.0, Distance.manhattan), (2, .euclidean), (1e308, .chebyshev)] {
        #expect(
          isClose(
            try Distance.minkowski(p: p).between(a, b), try distance.between(a, b),
            tolerance: 1e-14), "seed \(seed), p \(p)")
      }
    }
  }

  @Test func `multiplied and exponentiated powers agree`() throws {
    for seed in 0..<50 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let a = (0..<4).map { _ in generator.nextUnit() }
      for p in 2...16 {
        let whole = try Distance.minkowski(p: Double(p)).between(a, [0, 0, 0, 0])
        let near = try Distance.minkowski(p: Double(p).nextUp).between(a, [0, 0, 0, 0])
        #expect(isClose(whole, near, tolerance: 1e-14), "seed \(seed), p \(p)")
      }
    }
  }

  @Test func `neither huge nor tiny differences leave the range of a number`() throws {
    for p in [1, 1.5, 2, 3, 17, 1000] {
      let distance = try Distance.minkowski(p: p)
      for unit in [1e139, 1e-12, 1e-300] {
        let scaled = try distance.between([3 * unit, 0], [0, 4 * unit])
        #expect(
          isClose(scaled / unit, try distance.between([3, 0], [0, 4]), tolerance: 1e-14),
          "p \(p), unit \(unit)")
      }
    }
  }
}

@Suite struct DistancePromisesTests {
  static let distances =
    Distance.common
    + [1, 1.25, 2, 7, 40].compactMap {
      try? Distance.minkowski(p: $0)
    }

  @Test(arguments: distances.filter(\.isMetric))
  func `a detour is never shorter than the way of a metric`(distance: Distance) throws {
    for seed in 0..<300 as Range<UInt64> {
      let (a, b, c) = threePoints(seed: seed)
      let direct = try distance.between(a, c)
      let detour = try distance.between(a, b) + distance.between(b, c)
      #expect(direct <= detour * (1 + 1e-14), "seed \(seed)")
    }
  }

  @Test(arguments: distances.filter { !$0.isMetric })
  func `where there is no metric, some detour is shorter`(distance: Distance) throws {
    let shorter = try (0..<300 as Range<UInt64>).contains { seed in
      let (a, b, c) = threePoints(seed: seed)
      return try distance.between(a, b) + distance.between(b, c) < distance.between(a, c) - 1e-3
    }
    #expect(shorter)
  }

  /// Differences below and above 1, of both signs.
  private func threePoints(seed: UInt64) -> ([Double], [Double], [Double]) {
    var generator = SeededGenerator(seed: seed)
    let d = 3 + generator.nextIndex(below: 3)
    let unit = [0.1, 1, 10][generator.nextIndex(below: 3)]
    func point() -> [Double] { (0..<d).map { _ in unit * generator.nextGaussian() } }
    return (point(), point(), point())
  }
}
