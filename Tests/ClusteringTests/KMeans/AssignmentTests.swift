// The fast assignments against the plain loop: every state of a run, label for label.

import Clustering
import Testing

@Suite struct AssignmentTests {
  /// Every assignment of a run gives the labels of the plain loop, whatever the threads.
  private func expectPlainLabels(
    _ points: Points, k: Int, start: KMeans.Start = .random, seed: UInt64, _ name: String = ""
  ) throws {
    for threads in [1, 3] {
      let kMeans = KMeans(
        k: k, start: start, restarts: 1, maxIterations: 12, seed: seed, threads: threads)
      var previous = [Int](repeating: KMeansState.unassigned, count: points.count)
      for state in try kMeans.states(of: points) {
        guard case .assigned(let changed) = state.step else { continue }
        let plain = nearestCenters(of: points, centers: state.centers.values)
        #expect(state.labels == plain, "\(name) seed \(seed), iteration \(state.iteration)")
        #expect(changed == zip(previous, plain).count { $0 != $1 }, "\(name) seed \(seed)")
        previous = plain
      }
    }
  }

  @Test func `blobs of many sizes, near and far apart`() throws {
    for seed in 0..<24 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + generator.nextIndex(below: 19)
      let k = 1 + generator.nextIndex(below: 40)
      let perGroup = 100_000 / (5 * d * k) + generator.nextIndex(below: 300) + k
      let points = try blobs(
        seed: seed, groups: 5, perGroup: perGroup, dimensions: d,
        spread: [0.1, 2, 20][Int(seed % 3)])
      try expectPlainLabels(points, k: k, seed: seed, "d \(d), k \(k)")
    }
  }

  @Test func `points of the plane, cell by cell`() throws {
    for seed in 0..<24 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 2)
      let k = 1 + generator.nextIndex(below: [4, 30, 200][Int(seed % 3)])
      let points = try blobs(
        seed: seed, groups: 6, perGroup: 400 + 16 * k + generator.nextIndex(below: 300),
        dimensions: 2, spread: [0, 2, 20][Int(seed / 3 % 3)])
      try expectPlainLabels(points, k: k, seed: seed, "k \(k)")
    }
  }

  @Test func `points of the plane on a grid, where ties are everywhere`() throws {
    for side in 1...12 {
      var generator = SeededGenerator(seed: 7, stream: UInt64(side))
      let points = try Points(
        (0..<10_000).map { _ in Double(generator.nextIndex(below: side)) }, dimensions: 2)
      try expectPlainLabels(points, k: 9, seed: UInt64(side), "side \(side)")
    }
  }

  @Test func `the plane with offsets, scales, outliers and centers far away`() throws {
    let plain = try blobs(seed: 3, groups: 6, perGroup: 700, dimensions: 2, spread: 2)
    for (offset, scale) in [(1e8, 1), (0, 1e-12), (0, 1e12), (1e15, 1e3), (0, 1e-160), (0, 0)] {
      let values = plain.values.map { $0 * scale + offset }
      try expectPlainLabels(Points(values, dimensions: 2), k: 12, seed: 1, "\(offset) \(scale)")
    }
    for far in [1e3, 1e9, 1e140] {
      var values = plain.values
      (values[7], values[300]) = (far, -far)
      try expectPlainLabels(Points(values, dimensions: 2), k: 12, seed: 2, "outliers at \(far)")
    }
    let far = try Points((0..<24).map { $0 < 3 ? 1e6 : Double($0) }, dimensions: 2)
    try expectPlainLabels(plain, k: 12, start: .given(far), seed: 0, "far")
    let line = try Points((0..<6000).map { $0 % 2 == 0 ? Double($0) : 3 }, dimensions: 2)
    try expectPlainLabels(line, k: 5, seed: 4, "a line")
  }

  @Test func `grids, where ties are everywhere`() throws {
    for seed in 0..<12 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 1)
      let d = 1 + generator.nextIndex(below: 4)
      let side = 2 + generator.nextIndex(below: 6)
      let points = try Points(
        (0..<4001 * d).map { _ in Double(generator.nextIndex(below: side)) }, dimensions: d)
      try expectPlainLabels(points, k: 26, seed: seed, "d \(d), side \(side)")
    }
  }

  @Test func `offsets, scales and outliers`() throws {
    let plain = try blobs(seed: 3, groups: 6, perGroup: 700, dimensions: 3, spread: 2)
    for (offset, scale) in [(1e8, 1), (0, 1e-12), (0, 1e12), (1e15, 1e3), (0, 1e-120), (0, 0)] {
      let values = plain.values.map { $0 * scale + offset }
      try expectPlainLabels(Points(values, dimensions: 3), k: 12, seed: 1, "\(offset) \(scale)")
    }
    for far in [1e3, 1e9, 1e140] {
      var values = plain.values
      values[7] = far
      values[300] = -far
      try expectPlainLabels(Points(values, dimensions: 3), k: 12, seed: 2, "outliers at \(far)")
    }
  }

  @Test func `centers that begin off the data, and all on one spot`() throws {
    let points = try blobs(seed: 4, groups: 6, perGroup: 700, dimensions: 3, spread: 2)
    let far = try Points((0..<36).map { $0 < 3 ? 1e6 : Double($0) }, dimensions: 3)
    try expectPlainLabels(points, k: 12, start: .given(far), seed: 0, "far")
    let spot = try Points([Double](repeating: 9, count: 36), dimensions: 3)
    try expectPlainLabels(points, k: 12, start: .given(spot), seed: 0, "spot")
  }

  @Test func `new points get the labels of the plain loop`() throws {
    for seed in 0..<12 as Range<UInt64> {
      let d = 1 + Int(seed)
      let model = try KMeans(k: 5, restarts: 1, seed: seed).fit(blobs(seed: seed, dimensions: d))
      let points = try blobs(seed: seed + 100, perGroup: 1 + 7 * d, dimensions: d, spread: 9)
      let plain = nearestCenters(of: points, centers: model.centers.values)
      #expect(try model.predict(points) == plain, "seed \(seed)")
    }
  }

  @Test func `more centers than one byte can number`() throws {
    let points = try blobs(seed: 5, groups: 40, perGroup: 30, spread: 1)
    try expectPlainLabels(points, k: 600, seed: 5)
  }

  @Test func `each center is the mean of its points, however they moved there`() throws {
    for (n, d, k) in [(150, 3, 4), (5000, 2, 7), (5000, 1, 7), (4000, 5, 12)] {
      let points = try blobs(seed: 8, groups: 5, perGroup: n / 5, dimensions: d, spread: 1)
      var state: KMeansState?
      for next in try KMeans(k: k, restarts: 1, seed: 5).states(of: points) {
        defer { state = next }
        guard case .updated = next.step, let labels = state?.labels else { continue }
        for c in 0..<k {
          let members = labels.indices.filter { labels[$0] == c }
          for j in 0..<d {
            let mean = members.reduce(0) { $0 + points[$1, j] } / Double(members.count)
            #expect(abs(next.centers[c, j] - mean) < 1e-12, "n \(n), d \(d), center \(c)")
          }
        }
      }
    }
  }

  @Test func `means lose no digits beside values that are far larger`() throws {
    let near = try blobs(seed: 8, groups: 3, perGroup: 1000, dimensions: 2, spread: 9).values
    for far in [1e9, 1e14, 1e140] {
      let points = try Points(near + [far, far], dimensions: 2)
      let start = KMeans.Start.given(try Points([0, 0, far, far], dimensions: 2))
      let centers = try KMeans(k: 2, start: start).fit(points).centers
      let mean = stride(from: 0, to: near.count, by: 2).reduce(0) { $0 + near[$1] } / 3000
      #expect(abs(centers[0, 0] - mean) < 1e-12, "beside \(far)")
      #expect(centers[1, 1] == far)
    }
  }

  @Test func `the order of the points does not change a digit of the centers`() throws {
    for (n, d, k) in [(150, 3, 4), (5000, 2, 7), (4000, 5, 12)] {
      let points = try blobs(seed: 9, groups: 5, perGroup: n / 5, dimensions: d, spread: 1)
      let start = KMeans.Start.given(points.selecting(rows: (0..<k).map { $0 * n / k }))
      let centers = try KMeans(k: k, start: start).fit(points).centers
      let backwards = points.selecting(rows: Array((0..<n).reversed()))
      #expect(try KMeans(k: k, start: start).fit(backwards).centers == centers)
    }
  }

  @Test func `the mean of equal values is that value`() throws {
    let points = try Points([0.1, 0.1, 0.1, 5], dimensions: 1)
    let model = try KMeans(k: 3, seed: 1).fit(points)
    #expect(model.inertia == 0)
    #expect(model.advice.contains(.fewerDistinctPoints(clusters: 3, distinct: 2)))
    #expect(try BisectingKMeans(k: 3).fit(points).centers.count == 2)
    let wide = try Points([0.1, 0.1, 0.1, 1e140], dimensions: 1)
    #expect(try BisectingKMeans(k: 3).fit(wide).centers.count == 2)
  }
}
