// Mean shift: the peaks, the grid beside the plain look at all points, and the seeds.

import Clustering
import Testing

@Suite struct MeanShiftTests {
  @Test func `two heaps on a line have two peaks`() throws {
    let points = try Points([0, 1, 2, 2, 10, 11, 12], dimensions: 1)
    for seeds in MeanShift.Seeds.allCases {
      let model = try MeanShift(bandwidth: 3, seeds: seeds).fit(points)
      #expect(model.centers.values == [1.25, 11])
      #expect(model.populations == [4, 3])
      #expect(model.labels == [0, 0, 0, 0, 1, 1, 1])
      #expect(model.converged && model.advice.isEmpty)
    }
  }

  @Test func `the grid finds the mean that a look at all points finds`() throws {
    for seed in 0..<80 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + generator.nextIndex(below: 6)
      let points = try blobs(seed: seed, perGroup: 1 + Int(seed * 7 % 90), dimensions: d, spread: 2)
      for bandwidth in [1e-3, 0.5, 3, 40, 1e150] {
        let hill = Hill(points, bandwidth: bandwidth)
        for _ in 0..<10 {
          let near = points.row(generator.nextIndex(below: points.count))
          let place = near.map { $0 + bandwidth.squareRoot() * generator.nextGaussian() }
          for place in [near, place] {
            let found = hill.mean(around: place)
            let plain = plainMean(of: points, around: place, within: bandwidth)
            #expect(found.count == plain.count, "seed \(seed), bandwidth \(bandwidth)")
            let isSame = zip(found.mean, plain.mean).allSatisfy { isClose($0, $1, tolerance: 1e-9) }
            #expect(isSame, "seed \(seed), bandwidth \(bandwidth)")
          }
        }
      }
    }
  }

  @Test func `a point at exactly the bandwidth counts, also across cells`() throws {
    let points = try Points(rows: (0..<49).map { [Double($0 % 7), Double($0 / 7)] })
    for bandwidth in [1.0, 2, 3, 5] {
      let hill = Hill(points, bandwidth: bandwidth)
      for i in 0..<points.count {
        let place = points.row(i)
        let plain = plainMean(of: points, around: place, within: bandwidth)
        #expect(hill.mean(around: place) == plain, "point \(i), bandwidth \(bandwidth)")
      }
    }
  }

  @Test func `where a corner of the grid sees nobody, its first point is the seed`() throws {
    // In six dimensions such a point is 1.2 bandwidths from the nearest corner.
    let lone = try Points(rows: [Array(repeating: 0.49, count: 6)])
    let method = MeanShift(bandwidth: 1, seeds: .bins)
    let model = try method.fit(lone)
    #expect(model.centers == lone && model.populations == [1] && model.labels == [0])
    #expect(Array(try method.states(of: lone)).last?.model == model)
    let two = try Points(rows: [lone.row(0), Array(repeating: 5.02, count: 6), lone.row(0)])
    let found = try method.fit(two)
    #expect(found.centers.count == 2 && found.labels == [0, 1, 0])
  }

  @Test func `modes are more than a bandwidth apart, the most populated first`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 6, perGroup: 30, spread: 2)
      for seeds in MeanShift.Seeds.allCases {
        let model = try MeanShift(bandwidth: 2, seeds: seeds).fit(points)
        let modes = model.centers
        for a in 0..<modes.count {
          for b in 0..<a {
            #expect(Distance.euclidean.between(a, b, in: modes) > 2, "seed \(seed)")
            #expect(model.populations[a] <= model.populations[b], "seed \(seed)")
          }
        }
        #expect(try model.predict(points) == model.labels, "seed \(seed)")
      }
    }
  }

  @Test func `the last state is the fit, on any number of threads`() throws {
    for seed in 0..<4 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 60, dimensions: 3)
      for seeds in MeanShift.Seeds.allCases {
        let model = try MeanShift(bandwidth: 2, seeds: seeds).fit(points)
        #expect(try MeanShift(bandwidth: 2, seeds: seeds, threads: 3).fit(points) == model)
        let states = Array(try MeanShift(bandwidth: 2, seeds: seeds).states(of: points))
        #expect(states.last?.model == model, "seed \(seed)")
        #expect(states.count == model.iterations + 2, "seed \(seed)")
        let moving = states.map(\.moving)
        #expect(zip(moving, moving.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(seed)")
      }
    }
  }

  @Test func `a bandwidth can be estimated`() throws {
    let line = try Points([0, 1, 3, 7], dimensions: 1)
    // Half of four points: each and its nearest neighbor, at 1, 1, 2 and 4.
    #expect(try MeanShift.estimatedBandwidth(line, quantile: 0.5) == 2)
    #expect(try MeanShift.estimatedBandwidth(line, quantile: 1) == 6)
    let many = try blobs(seed: 1, perGroup: 300)
    let all = try MeanShift.estimatedBandwidth(many)
    let some = try MeanShift.estimatedBandwidth(many, sample: 200)
    #expect((some / all - 1).magnitude < 0.2)
    let same = try MeanShift.estimatedBandwidth(try Points([2, 2, 2], dimensions: 1))
    #expect(same == 0)
  }

  @Test func `unkind inputs are answered`() throws {
    for seeds in MeanShift.Seeds.allCases {
      for bandwidth in [Double.leastNonzeroMagnitude, 1e-12, 1, 1e12, 1e308] {
        let method = MeanShift(bandwidth: bandwidth, seeds: seeds)
        let wide = try Points([-1e140, 0, 0, 1e140, 1e8, 1e8 + 1], dimensions: 1)
        let model = try method.fit(wide)
        #expect(model.labels.allSatisfy { (0..<model.centers.count).contains($0) })
        #expect(model.centers.values.allSatisfy { $0.isFinite })
        let equal = try method.fit(try Points([7, 7, 7, 7, 7, 7], dimensions: 2))
        #expect(equal.labels == [0, 0, 0] && equal.advice == [.oneCluster])
        #expect(try method.fit(try Points([1, 2], dimensions: 2)).labels == [0])
      }
    }
  }

  @Test func `parameters out of range are named`() throws {
    let points = try blobs(seed: 1)
    let wrong = [
      MeanShift(bandwidth: 0), MeanShift(bandwidth: -1), MeanShift(bandwidth: .nan),
      MeanShift(bandwidth: .infinity), MeanShift(bandwidth: 1, maxIterations: 0),
      MeanShift(bandwidth: 1, threads: 0),
    ]
    for method in wrong {
      #expect(throws: ClusteringError.self) { try method.fit(points) }
    }
    #expect(throws: ClusteringError.self) {
      try MeanShift.estimatedBandwidth(points, quantile: 0)
    }
    #expect(throws: ClusteringError.cancelled) {
      try MeanShift(bandwidth: 1).fit(points) { _ in false }
    }
  }
}
