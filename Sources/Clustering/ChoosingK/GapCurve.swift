// The arithmetic of the gap statistic, from logarithms of dispersions to a number of clusters.

/// The gap for k = 1, 2, … and what it says.
public struct GapCurve: Sendable, Equatable {
  /// log W(k) of the data, for k = 1, 2, …
  public let logDispersions: [Double]

  /// gap(k): by how much log W(k) lies below its mean over the reference sets.
  public let gaps: [Double]

  /// s(k): the standard deviation over the B reference sets, times √(1 + 1 / B).
  public let errors: [Double]

  /// The least k with gap(k) ≥ gap(k + 1) - s(k + 1); the largest k tried when there is none.
  public let k: Int

  /// Compares the log W(k) of the data with those of the reference sets, a row for each set.
  ///
  /// - Throws: ``ClusteringError`` when there is no k or no reference set, when a row is not as
  ///   long as the others, or when a value is not finite (with row and column; the data are row
  ///   0, the reference sets the rows after).
  public init(
    logDispersions: [Double], referenceLogDispersions: [[Double]]
  ) throws(ClusteringError) {
    guard !logDispersions.isEmpty else { throw .noFeatures }
    guard !referenceLogDispersions.isEmpty else { throw .noPoints }
    // `Points` checks a table of numbers.
    let table = try Points(rows: [logDispersions] + referenceLogDispersions)
    let references = table.selecting(rows: Array(1..<table.count))
    let moments = featureMoments(references)
    let means = moments.means
    let deviations = moments.variances.map { $0.squareRoot() }
    let caution = (1 + 1 / Double(references.count)).squareRoot()

    self.logDispersions = logDispersions
    gaps = zip(means, logDispersions).map { $0 - $1 }
    errors = deviations.map { $0 * caution }
    k = Self.leastSufficient(gaps: gaps, errors: errors)
  }

  private static func leastSufficient(gaps: [Double], errors: [Double]) -> Int {
    let last = gaps.count - 1
    return 1 + ((0..<last).first { gaps[$0] >= gaps[$0 + 1] - errors[$0 + 1] } ?? last)
  }
}
