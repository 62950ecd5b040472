import Clustering
import Testing

@Suite struct QualityTests {
  let pairs: Points
  let labels = [0, 0, 1, 1]

  init() throws {
    pairs = try Points(rows: [[0], [1], [10], [11]])
  }

  @Test func `scores of two pairs by hand`() throws {
    let centers = try Points(rows: [[0.5], [10.5]])
    #expect(try Quality.inertia(pairs, labels: labels, centers: centers) == 1)
    // a = 1; b = 10.5 for the outer and 9.5 for the inner points.
    let samples = try Quality.silhouetteSamples(pairs, labels: labels)
    #expect(samples == [9.5 / 10.5, 8.5 / 9.5, 8.5 / 9.5, 9.5 / 10.5])
    #expect(try Quality.daviesBouldin(pairs, labels: labels) == 0.1)
    #expect(try Quality.calinskiHarabasz(pairs, labels: labels) == 200)
  }

  @Test func `noise is in no cluster: it has no silhouette and changes no score`() throws {
    let noisy = try Points(rows: [[0], [1], [500], [10], [11]])
    let withNoise = [0, 0, DBSCAN.noise, 1, 1]
    let samples = try Quality.silhouetteSamples(noisy, labels: withNoise)
    #expect(samples[2] == nil)
    #expect(samples.compactMap { $0 }.count == 4)
    #expect(
      try Quality.silhouette(noisy, labels: withNoise) == Quality.silhouette(pairs, labels: labels))
    #expect(
      try Quality.daviesBouldin(noisy, labels: withNoise)
        == Quality.daviesBouldin(pairs, labels: labels))
    #expect(
      try Quality.calinskiHarabasz(noisy, labels: withNoise)
        == Quality.calinskiHarabasz(pairs, labels: labels))
    // Unless the label is said to be a cluster like any other.
    #expect(try Quality.silhouetteSamples(noisy, labels: withNoise, noise: nil)[2] == 0)
  }

  @Test func `scores do not depend on names, order, unit or place`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed)
      var generator = SeededGenerator(seed: seed)
      let labels = (0..<points.count).map { _ in generator.nextIndex(below: 3) }
      let order = generator.shuffled(Array(0..<points.count))
      let moved = try Points(
        order.flatMap(points.row).map { 4 * $0 + 32 }, dimensions: points.dimensions)
      let renamed = order.map { 7 - 3 * labels[$0] }
      #expect(
        isClose(
          try Quality.silhouette(points, labels: labels),
          try Quality.silhouette(moved, labels: renamed), tolerance: 1e-9), "seed \(seed)")
      #expect(
        isClose(
          try Quality.daviesBouldin(points, labels: labels),
          try Quality.daviesBouldin(moved, labels: renamed), tolerance: 1e-9), "seed \(seed)")
      #expect(
        isClose(
          try Quality.calinskiHarabasz(points, labels: labels),
          try Quality.calinskiHarabasz(moved, labels: renamed), tolerance: 1e-9), "seed \(seed)")
    }
  }

  @Test func `silhouettes in blocks are those of the plain way, on any number of threads`() throws {
    for seed in 0..<12 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let k = 2 + generator.nextIndex(below: 9)
      let points = try blobs(
        seed: seed, perGroup: 100 + generator.nextIndex(below: 200),
        dimensions: 1 + Int(seed) % 5, spread: 4)
      // Clusters of all sizes, one of a single point, and noise.
      var labels = (0..<points.count).map { _ in generator.nextIndex(below: k) * 3 - 4 }
      labels[7] = 1000
      for noise in [-1, nil] {
        let plain = try Quality.plainSilhouetteSamples(points, labels: labels, noise: noise)
        let fast = try Quality.silhouetteSamples(points, labels: labels, noise: noise)
        #expect(fast.map { $0 == nil } == plain.map { $0 == nil }, "seed \(seed)")
        let worst = zip(fast, plain).map { (($0 ?? 0) - ($1 ?? 0)).magnitude }.max() ?? .infinity
        #expect(worst < 1e-12, "seed \(seed): off by \(worst)")
        let threaded = try Quality.silhouetteSamples(
          points, labels: labels, noise: noise, threads: 3)
        #expect(threaded == fast, "seed \(seed)")
      }
    }
  }

  @Test func `spreads are the same for any number of threads and far from the origin`() throws {
    let near = try Points(
      blobs(seed: 4, perGroup: 3000).values.map { ($0 * 1024).rounded() / 1024 }, dimensions: 2)
    let labels = (0..<near.count).map { near[$0, 0] > 10 ? 1 : $0 % 2 * 7 }
    let far = try Points(near.values.map { $0 + 1e8 }, dimensions: 2)
    func scores(_ points: Points, threads: Int) throws -> [Double] {
      [
        try Quality.daviesBouldin(points, labels: labels, threads: threads),
        try Quality.calinskiHarabasz(points, labels: labels, threads: threads),
      ]
    }
    let values = try scores(near, threads: 1)
    #expect(try scores(near, threads: 3) == values)
    #expect(
      zip(try scores(far, threads: 1), values).allSatisfy { isClose($0, $1, tolerance: 1e-7) })
  }

  @Test func `labels may be any integers`() throws {
    let score = try Quality.daviesBouldin(pairs, labels: labels)
    #expect(try Quality.daviesBouldin(pairs, labels: [.min, .min, .max, .max]) == score)
    #expect(try Quality.daviesBouldin(pairs, labels: [12, 12, 5, 5]) == score)
  }

  @Test func `the share of a feature is its share of all squared distances`() throws {
    let points = try Points(rows: [[0, 0], [1, 3], [2, 1], [5, 2]])
    var sums = [0.0, 0.0]
    for i in 0..<4 {
      for j in 0..<4 {
        for f in 0..<2 { sums[f] += (points[i, f] - points[j, f]) * (points[i, f] - points[j, f]) }
      }
    }
    let share = try Quality.distanceShare(points)
    #expect(isClose(share[0], sums[0] / (sums[0] + sums[1])))
    #expect(isClose(share[0] + share[1], 1))
    #expect(try Quality.distanceShare(Points(rows: [[1, 2], [1, 2]])) == [0, 0])
  }

  @Test func `coincident clusters are the worst, and equal points are neither`() throws {
    let crossed = try Points(rows: [[-1, 0], [1, 0], [0, -1], [0, 1]])
    #expect(try Quality.daviesBouldin(crossed, labels: [0, 0, 1, 1]) == .infinity)
    let equal = try Points(rows: Array(repeating: [3.3], count: 4))
    #expect(try Quality.daviesBouldin(equal, labels: [0, 0, 1, 1]) == 0)
    #expect(try Quality.silhouette(equal, labels: [0, 0, 1, 1]) == 0)
    #expect(try Quality.calinskiHarabasz(equal, labels: [0, 0, 1, 1]) == 1)
  }

  @Test func `what has no score is an error`() throws {
    #expect(throws: ClusteringError.scoreUndefined(clusters: 1, points: 4)) {
      try Quality.silhouette(pairs, labels: [5, 5, 5, 5])
    }
    #expect(throws: ClusteringError.scoreUndefined(clusters: 4, points: 4)) {
      try Quality.daviesBouldin(pairs, labels: [1, 2, 3, 4])
    }
    #expect(throws: ClusteringError.scoreUndefined(clusters: 0, points: 0)) {
      try Quality.calinskiHarabasz(pairs, labels: [-1, -1, -1, -1])
    }
    #expect(throws: ClusteringError.labelCountMismatch(labels: 3, expected: 4)) {
      try Quality.silhouette(pairs, labels: [0, 0, 1])
    }
    #expect(throws: ClusteringError.unknownLabel(label: -1, clusters: 1)) {
      try Quality.inertia(pairs, labels: [0, 0, -1, 0], centers: Points(rows: [[0]]))
    }
  }
}
