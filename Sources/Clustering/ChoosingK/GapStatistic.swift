// The gap statistic: how much tighter the clusters are than those of data without structure.
//
//     for k = 1, 2, …
//       W(k)       the sum of squared distances to the cluster means
//       gap(k)     mean over the reference sets of log W*(k), minus log W(k)
//       s(k)       how far gap(k) may be off because the references are few
//     take the least k with gap(k) ≥ gap(k + 1) - s(k + 1)
//
// A reference set has as many points as the data, spread evenly over the box around them. A gap
// that still grows with k says: the next cluster was really there. Unlike the silhouette, it can
// answer 1. The rule stops early where the gap falls before it rises, as with four groups at the
// corners of a square, whose halves are no better than the whole; so look at the curve too.
//
// Tibshirani, Walther and Hastie 2001, https://doi.org/10.1111/1467-9868.00293

/// Chooses the number of clusters against reference sets without structure.
///
///     let curve = try GapStatistic(upTo: 8, seed: 7).curve(of: points) { KMeans(k: $0) }
///     curve.k
public struct GapStatistic: Sendable, Equatable {
  /// The box over which a reference set is spread.
  public enum Box: String, CaseIterable, Sendable {
    /// From the least to the largest value of each feature.
    case features

    /// The same along the principal axes: it fits a stretched and tilted cloud more tightly.
    case principalAxes
  }

  /// The largest number of clusters tried.
  public let largestK: Int

  /// How many reference sets are drawn.
  public let references: Int

  /// The box over which they are spread.
  public let box: Box

  /// The seed of the reference sets.
  public let seed: UInt64

  /// Describes the comparison; ``curve(of:while:labels:)`` checks the parameters and runs it.
  public init(upTo largestK: Int, references: Int = 20, box: Box = .features, seed: UInt64 = 0) {
    self.largestK = largestK
    self.references = references
    self.box = box
    self.seed = seed
  }

  /// Clusters the n × d points and every reference set with each k, by any method.
  ///
  /// - Parameters:
  ///   - shouldContinue: Asked after each of the (references + 1) · largestK clusterings; false
  ///     stops.
  ///   - labels: Clusters points into k groups. Every label is a group, noise too.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when `labels` throws it, or
  ///   when it was stopped.
  public func curve(
    of points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true },
    labels: (_ points: Points, _ k: Int) throws(ClusteringError) -> [Int]
  ) throws(ClusteringError) -> GapCurve {
    try require(clusters: largestK, of: points)
    try require(count: references, named: "references")
    let drawing = try ReferenceSets(of: points, box: box)
    var rows: [[Double]] = []
    for set in 0...references {
      var generator = SeededGenerator(seed: seed, stream: UInt64(set))
      let points = set == 0 ? points : try drawing.draw(using: &generator)
      var dispersions: [Double] = []
      for k in 1...largestK {
        dispersions.append(try dispersion(points, labels: labels(points, k)))
        let progress = FitProgress(
          completed: rows.count * largestK + k, total: (references + 1) * largestK)
        guard shouldContinue(progress) else { throw .cancelled }
      }
      let total = try dispersion(points, labels: Array(repeating: 0, count: points.count))
      rows.append(logarithms(of: dispersions, atLeast: total * nothingBeside))
    }
    return try GapCurve(
      logDispersions: rows[0], referenceLogDispersions: Array(rows.dropFirst()))
  }

  /// Clusters with the method that `method` makes for each k, such as `{ KMeans(k: $0) }`.
  /// `shouldContinue` is also asked on the way in each clustering.
  ///
  /// - Throws: As ``curve(of:while:labels:)``.
  public func curve<Method: ClusteringMethod>(
    of points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true },
    method: (_ k: Int) -> Method
  ) throws(ClusteringError) -> GapCurve where Method.Model: LabeledModel {
    var reached = FitProgress(completed: 0, total: 1)
    return try curve(of: points) { progress in
      reached = progress
      return shouldContinue(progress)
    } labels: { points, k throws(ClusteringError) in
      try method(k).fit(points) { _ in shouldContinue(reached) }.labels
    }
  }
}

/// W: the sum of squared distances to the cluster means. It is also, for each cluster, the sum
/// over all its ordered pairs divided by twice its size, as the paper writes it.
package func dispersion(_ points: Points, labels: [Int]) throws(ClusteringError) -> Double {
  try points.require(labels: labels)
  return ClusterSpreads(points, Grouping(labels, noise: nil), threads: 1).squares.reduce(0, +)
}
