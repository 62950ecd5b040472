// The laws that hold for every method, on data whose clusters nobody would dispute.

import Clustering
import Testing

@Suite struct EveryMethodTests {
  /// Three round groups, far apart beside their spread.
  private func groups(seed: UInt64) throws -> Points {
    try clusters(3, apart: 30, seed: seed)
  }

  private let setting = Setting(k: 3, radius: 4, minSamples: 4)
  private let seeds = 0..<6 as Range<UInt64>

  @Test(arguments: TestedMethod.allForGroups)
  func `three groups are found`(method: TestedMethod) throws {
    for seed in seeds {
      let labels = try method.fit(groups(seed: seed), setting).labels
      let truth = (0..<90).map { $0 / 30 }
      let agreement = try Agreement.adjustedRand(labels, truth)
      // Density leaves the odd outlier of a group as noise.
      #expect(agreement == 1 || !method.takesK && agreement > 0.8, "seed \(seed)")
    }
  }

  @Test(arguments: TestedMethod.allForGroups)
  func `the order of the rows does not change the partition`(method: TestedMethod) throws {
    for seed in seeds {
      let points = try groups(seed: seed)
      var generator = SeededGenerator(seed: seed)
      let order = generator.shuffled(Array(0..<points.count))
      let labels = try method.fit(points, setting).labels
      let moved = try method.fit(points.selecting(rows: order), setting).labels
      #expect(renumbered(moved) == renumbered(order.map { labels[$0] }), "seed \(seed)")
    }
  }

  @Test(
    arguments: TestedMethod.allForGroups,
    [(8.0, 0.0), (0.125, 100), (1e12, 0), (1e-12, 0), (1, 1e8)])
  func `unit and place do not change the partition`(
    method: TestedMethod, by change: (factor: Double, offset: Double)
  ) throws {
    for seed in seeds {
      let points = try groups(seed: seed)
      let moved = try Points(
        points.values.map { $0 * change.factor + change.offset }, dimensions: points.dimensions)
      let labels = try method.fit(points, setting).labels
      let found = try method.fit(moved, setting.scaled(by: change.factor)).labels
      #expect(renumbered(found) == renumbered(labels), "seed \(seed)")
    }
  }

  @Test(arguments: TestedMethod.all)
  func `the last state holds what a fit returns`(method: TestedMethod) throws {
    for seed in seeds {
      let points = try blobs(seed: seed)
      let model = try method.fit(points, setting)
      #expect(try method.lastLabels(points, setting) == model.labels, "seed \(seed)")
    }
  }

  @Test(arguments: TestedMethod.all)
  func `what a method minimizes never rises from state to state`(method: TestedMethod) throws {
    for seed in seeds {
      for run in try method.objectives(blobs(seed: seed, spread: 4), setting) {
        for (before, after) in zip(run, run.dropFirst()) {
          #expect(after <= before + 1e-9 * before.magnitude, "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: TestedMethod.all)
  func `the number of threads does not change the model`(method: TestedMethod) throws {
    let points = try blobs(seed: 1, groups: 5, perGroup: 120, dimensions: 3, spread: 3)
    var setting = setting
    let model = try method.fit(points, setting)
    for threads in 2...3 {
      setting.threads = threads
      let other = try method.fit(points, setting)
      #expect(model.isEqual(to: other), "\(threads) threads")
    }
  }

  @Test(arguments: TestedMethod.all)
  func `the same seed gives the same model`(method: TestedMethod) throws {
    let points = try blobs(seed: 3, spread: 4)
    let (once, again) = (try method.fit(points, setting), try method.fit(points, setting))
    #expect(once.isEqual(to: again))
  }

  @Test(arguments: TestedMethod.all)
  func `the training points are predicted as they were labeled`(method: TestedMethod) throws {
    for seed in seeds where method.predictsTraining {
      let points = try blobs(seed: seed, spread: 3)
      let model = try method.fit(points, setting)
      guard let predict = model.predict else { continue }
      #expect(try predict(points) == model.labels, "seed \(seed)")
    }
  }

  @Test(arguments: TestedMethod.all)
  func `a prediction needs the features of the fit`(method: TestedMethod) throws {
    guard let predict = try method.fit(blobs(seed: 1), setting).predict else { return }
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 3)) {
      try predict(Points(rows: [[1, 2, 3]]))
    }
  }

  @Test(arguments: TestedMethod.all)
  func `a fit asks whether to go on, and stops when told`(method: TestedMethod) throws {
    let points = try blobs(seed: 1, perGroup: 300)
    var last = FitProgress?.none
    #expect(throws: ClusteringError.cancelled) {
      _ = try method.fit(points, setting) { progress in
        last = progress
        return false
      }
    }
    let fraction = try #require(last).fraction
    #expect((0...1).contains(fraction))
  }

  @Test(arguments: TestedMethod.all)
  func `the reported fraction never falls`(method: TestedMethod) throws {
    var fractions = [0.0]
    _ = try method.fit(blobs(seed: 2, spread: 3), setting) { progress in
      fractions.append(progress.fraction)
      return true
    }
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 && $1 <= 1 })
  }

  @Test func `how far two methods agree does not depend on which is named first`() throws {
    let points = try blobs(seed: 5, spread: 4)
    let labelings = try TestedMethod.all.map { try $0.fit(points, setting).labels }
    for a in labelings {
      for b in labelings {
        #expect(try Agreement.adjustedRand(a, b) == Agreement.adjustedRand(b, a))
        for normalization in Agreement.Normalization.allCases {
          func information(_ a: [Int], _ b: [Int]) throws -> Double {
            try Agreement.normalizedMutualInformation(a, b, normalization: normalization)
          }
          #expect(isClose(try information(a, b), try information(b, a)))
        }
      }
    }
  }
}

/// The sums of squares and distances that follow the unit.
@Suite struct ScalingLawTests {
  @Test(arguments: [3.0, 1e12, 1e-12])
  func `the inertia of k-means follows the square of the unit`(factor: Double) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let scaled = try Points(points.values.map { $0 * factor }, dimensions: 2)
      let start = KMeans.Start.given(points.selecting(rows: [0, 1, 2]))
      let scaledStart = KMeans.Start.given(scaled.selecting(rows: [0, 1, 2]))
      let inertia = try KMeans(k: 3, start: start).fit(points).inertia
      let other = try KMeans(k: 3, start: scaledStart).fit(scaled).inertia
      #expect(isClose(other, inertia * factor * factor, tolerance: 1e-9), "seed \(seed)")
    }
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `the heights of a tree follow the unit`(linkage: Agglomerative.Linkage) throws {
    for seed in 0..<5 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let scaled = try Points(points.values.map { $0 * 4 }, dimensions: 2)
      let heights = try Agglomerative(linkage: linkage).fit(points).merges.map(\.height)
      let others = try Agglomerative(linkage: linkage).fit(scaled).merges.map(\.height)
      #expect(zip(heights, others).allSatisfy { isClose($0 * 4, $1) }, "seed \(seed)")
    }
  }
}
