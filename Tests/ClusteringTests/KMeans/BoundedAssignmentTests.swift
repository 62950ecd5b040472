// The fast assignments against the plain loop: every state of a run, label for label.

import Clustering
import Testing

@Suite struct BoundedAssignmentTests {
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
}
