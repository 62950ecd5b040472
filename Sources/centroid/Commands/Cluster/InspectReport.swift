// What `centroid inspect` finds. Each figure is the core's; here they are set side by side.

import Clustering

struct InspectReport {
  /// The figures of one number of clusters.
  struct Row: Encodable {
    let k: Int
    let inertia: Double
    /// Nil where there is nothing to compare, as for one cluster.
    let silhouette: Double?
    let gap: Double
    let gapError: Double
    let stability: Double?

    enum CodingKeys: String, CodingKey {
      case k, inertia, silhouette, gap, stability
      case gapError = "gap_error"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(k, forKey: .k)
      try container.encode(inertia, forKey: .inertia)
      try container.encode(silhouette, forKey: .silhouette)
      try container.encode(gap, forKey: .gap)
      try container.encode(gapError, forKey: .gapError)
      try container.encode(stability, forKey: .stability)
    }
  }

  let n: Int
  let d: Int
  /// How many rows the figures of `rows` come from.
  let sampled: Int
  /// By column, in the order of the table; nil after a reduction, which mixes the columns.
  let distanceShares: [(column: String, share: Double)]?
  let hopkins: Double
  /// Which other point: the k-distances are those to the (minSamples - 1)-th.
  let neighbor: Int
  /// Ascending, at most 101 of them, evenly spread over the rows.
  let kDistances: [Double]
  let rows: [Row]
  let elbow: Int?
  let gapChoice: Int

  init(
    _ command: Inspect, _ table: ClusterTable, while goOn: (FitProgress) -> Bool
  ) throws(ClusteringError) {
    let points = table.points
    (n, d) = (points.count, points.dimensions)
    hopkins = try Tendency.hopkins(points, seed: command.seed)
    let shares = try Quality.distanceShare(points)
    distanceShares =
      shares.count == table.columns.count
      ? zip(table.columns, shares).map { ($0, $1) } : nil
    neighbor = min(max(command.minSamples - 1, 1), n - 1)
    kDistances = thinned(
      try kDistanceCurve(points, k: neighbor, threads: command.work.threads), to: 101)

    let sample = Self.sample(of: points, command)
    sampled = sample.count
    let trial = Trial(
      points: sample, largestK: min(command.largestK, sample.count), seed: command.seed,
      threads: command.work.threads)
    let found = try trial.run(while: goOn)
    (rows, elbow, gapChoice) = (found.rows, found.elbow, found.gapChoice)
  }

  private static func sample(of points: Points, _ command: Inspect) -> Points {
    guard points.count > command.sample else { return points }
    var generator = SeededGenerator(seed: command.seed)
    let rows = generator.nextIndices(command.sample, below: points.count)
    return points.selecting(rows: rows.sorted())
  }
}

/// k-means with each number of clusters on the same points.
private struct Trial {
  let points: Points
  let largestK: Int
  let seed: UInt64
  let threads: Int

  func run(
    while goOn: (FitProgress) -> Bool
  ) throws(ClusteringError) -> (rows: [InspectReport.Row], elbow: Int?, gapChoice: Int) {
    let gap = try GapStatistic(upTo: largestK, seed: seed).curve(
      of: points, while: goOn, method: method)
    let stability = Stability(seed: seed)
    var rows: [InspectReport.Row] = []
    for k in 1...largestK {
      let model = try method(k).fit(points)
      let fits = k > 1 && Double(k) <= stability.share * Double(points.count)
      let stable =
        fits ? try stability.curve(of: points, k: k...k, method: method).first?.mean : nil
      rows.append(
        InspectReport.Row(
          k: k, inertia: model.inertia, silhouette: try silhouette(model.labels),
          gap: gap.gaps[k - 1], gapError: gap.errors[k - 1], stability: stable))
    }
    let elbow = try Elbow(of: rows.map(\.inertia))?.k
    return (rows, elbow, gap.k)
  }

  private func method(_ k: Int) -> KMeans { KMeans(k: k, seed: seed, threads: threads) }

  private func silhouette(_ labels: [Int]) throws(ClusteringError) -> Double? {
    do throws(ClusteringError) {
      return try InternalScore.silhouette.value(points, labels, threads: threads)
    } catch .scoreUndefined {
      return nil
    }
  }
}

/// At most `count` of many values, evenly spread, the first and the last among them.
private func thinned(_ values: [Double], to count: Int) -> [Double] {
  guard values.count > count else { return values }
  return (0..<count).map { values[$0 * (values.count - 1) / (count - 1)] }
}
