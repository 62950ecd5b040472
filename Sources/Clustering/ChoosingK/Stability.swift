// Stability: is the clustering found again when some of the points are left out?
//
//     repeat, for a number of pairs
//       draw two samples of the points, without replacement
//       cluster each for itself
//       agreement: the adjusted Rand index over the points that are in both
//     the stability is the mean agreement
//
// Clusters that are really there come back, near 1. With too many, an arbitrary border is drawn
// anew each time; with too few, it is a matter of luck which ones are taken together. A single
// cluster always comes back, so k = 1 says nothing. And stable is not the same as true: a method
// may find the same wrong halves each time. Samples are drawn without replacement because a
// point drawn twice would look like a tiny cluster.
//
// Ben-Hur, Elisseeff and Guyon 2002, https://doi.org/10.1142/9789812799623_0002

/// How well a clustering is found again in samples of the points.
///
///     let scores = try Stability(seed: 7).curve(of: points, k: 2...8) { KMeans(k: $0) }
///     scores.max { $0.mean < $1.mean }
public struct Stability: Sendable, Equatable {
  /// How many pairs of samples are compared.
  public let pairs: Int

  /// The share of the points in a sample: above a half, so that two always overlap.
  public let share: Double

  /// The seed of the samples.
  public let seed: UInt64

  /// Describes the comparison; ``score(of:while:labels:)`` checks the parameters and runs it.
  public init(pairs: Int = 20, share: Double = 0.8, seed: UInt64 = 0) {
    self.pairs = pairs
    self.share = share
    self.seed = seed
  }

  /// Clusters two samples for each pair, by any method, and compares them.
  ///
  /// - Parameters:
  ///   - shouldContinue: Asked after every pair; false stops.
  ///   - labels: Clusters points. Noise counts as a group like any other.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when `labels` throws it, or
  ///   when it was stopped.
  public func score(
    of points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true },
    labels: (Points) throws(ClusteringError) -> [Int]
  ) throws(ClusteringError) -> StabilityScore {
    try check(points)
    var agreements: [Double] = []
    for pair in 0..<pairs {
      // Every k is judged on the same samples.
      var generator = SeededGenerator(seed: seed, stream: UInt64(pair))
      let first = try sample(of: points, using: &generator, labels: labels)
      let second = try sample(of: points, using: &generator, labels: labels)
      agreements.append(try agreement(first, second))
      let progress = FitProgress(completed: pair + 1, total: pairs)
      guard shouldContinue(progress) else { throw .cancelled }
    }
    return StabilityScore(agreements: agreements)
  }

  /// The score of the method that `method` makes for each k, in the order of `k`.
  /// `shouldContinue` is also asked on the way in each clustering.
  ///
  /// - Throws: As ``score(of:while:labels:)``, and at once when `range` holds a number below 1 or
  ///   above that of the points in a sample.
  public func curve<Method: ClusteringMethod>(
    of points: Points, k range: ClosedRange<Int>,
    while shouldContinue: (FitProgress) -> Bool = { _ in true },
    method: (_ k: Int) -> Method
  ) throws(ClusteringError) -> [StabilityScore] where Method.Model: LabeledModel {
    try check(points)
    let size = sampleSize(of: points)
    for k in [range.lowerBound, range.upperBound] where !(1...size).contains(k) {
      throw .clusterCountOutOfRange(clusters: k, points: size)
    }
    var scores: [StabilityScore] = []
    var reached = FitProgress(completed: 0, total: range.count * pairs)
    for k in range {
      let before = scores.count * pairs
      let score = try score(of: points) { progress in
        reached = FitProgress(completed: before + progress.completed, total: reached.total)
        return shouldContinue(reached)
      } labels: { sample throws(ClusteringError) in
        try method(k).fit(sample) { _ in shouldContinue(reached) }.labels
      }
      scores.append(score)
    }
    return scores
  }
}

/// How far the clusterings of pairs of samples agreed.
public struct StabilityScore: Sendable, Equatable {
  /// The adjusted Rand index of each pair, over the points that are in both samples.
  public let agreements: [Double]

  /// Their mean: 1 when all pairs agree, about 0 when they agree by chance only.
  public var mean: Double { agreements.reduce(0, +) / Double(agreements.count) }
}

// MARK: - Samples

extension Stability {
  private func check(_ points: Points) throws(ClusteringError) {
    try points.requireSome()
    try require(count: pairs, named: "pairs")
    guard share > 0.5, share <= 1 else {
      throw .invalidParameter(
        name: "share", value: "\(share)", allowed: "above 0.5 and at most 1")
    }
  }

  private func sampleSize(of points: Points) -> Int {
    Int((share * Double(points.count)).rounded(.up))
  }

  /// Draws a sample and clusters it.
  private func sample(
    of points: Points, using generator: inout SeededGenerator,
    labels: (Points) throws(ClusteringError) -> [Int]
  ) throws(ClusteringError) -> LabeledSample {
    let rows = generator.nextIndices(sampleSize(of: points), below: points.count).sorted()
    let sample = points.selecting(rows: rows)
    let labels = try labels(sample)
    try sample.require(labels: labels)
    return LabeledSample(rows: rows, labels: labels)
  }
}

private struct LabeledSample {
  /// Ascending.
  let rows: [Int]
  let labels: [Int]
}

/// The adjusted Rand index of two samples over the rows that are in both.
private func agreement(
  _ a: LabeledSample, _ b: LabeledSample
) throws(ClusteringError) -> Double {
  var common: (a: [Int], b: [Int]) = ([], [])
  var j = 0
  for (i, row) in a.rows.enumerated() {
    while j < b.rows.count, b.rows[j] < row { j += 1 }
    guard j < b.rows.count, b.rows[j] == row else { continue }
    common.a.append(a.labels[i])
    common.b.append(b.labels[j])
  }
  return try Agreement.adjustedRand(common.a, common.b)
}
