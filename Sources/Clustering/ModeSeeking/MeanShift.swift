// Mean shift: every point walks uphill to where the points are densest.
//
//     a walker starts at each point
//     repeat
//       each walker goes to the mean of the points within a bandwidth of it
//     until it hardly moves
//     walkers that end within a bandwidth of one another have found the same mode
//
// The mean of the points around lies toward where they are denser, so the walk climbs, and ends
// on a peak of the density: a mode. The modes are the clusters. Their number is found, not
// given; the bandwidth decides what counts as one peak.
//
// Comaniciu and Meer 2002, https://doi.org/10.1109/34.1000236

/// Clustering by the peaks of the density, with a flat kernel.
///
///     let bandwidth = try MeanShift.estimatedBandwidth(points)
///     let model = try MeanShift(bandwidth: bandwidth).fit(points)
///     model.centers   // one mode a row
public struct MeanShift: ClusteringMethod, Equatable {
  /// Where walkers start.
  public enum Seeds: String, CaseIterable, Codable, Sendable {
    /// At every point.
    case points

    /// At one corner of a grid of cells one bandwidth wide for all points nearest to it: fewer
    /// walkers, mostly for the same modes. With five or more features a corner may lie farther
    /// than a bandwidth from all points; the first of those nearest to it is the seed then.
    case bins
  }

  /// The radius, in the unit of the points, within which points count as near.
  public let bandwidth: Double

  /// Where walkers start.
  public let seeds: Seeds

  /// The most steps of a walker.
  public let maxIterations: Int

  /// How many threads share the walkers.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    bandwidth: Double, seeds: Seeds = .points, maxIterations: Int = 300, threads: Int = 1
  ) {
    self.bandwidth = bandwidth
    self.seeds = seeds
    self.maxIterations = maxIterations
    self.threads = threads
  }

  /// A walker rests when a step is at most this share of the bandwidth.
  static let restingShare = 1e-3

  /// Finds the modes of n × d points. A step of a walker costs O(m · d) for the m points around
  /// it.
  ///
  /// - Parameter shouldContinue: Asked after some of the walkers; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when there are no points,
  ///   or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> MeanShiftModel {
    try check(points)
    let hill = Hill(points, bandwidth: bandwidth)
    let starts = walkers(in: points)
    // Some ten million points looked at between two questions whether to go on.
    let group = max(32, min(4096, 10_000_000 / points.count))
    var ends: [Walker] = []
    for first in stride(from: 0, to: starts.count, by: group) {
      let walkers = min(group, starts.count - first)
      ends += inChunks(walkers, size: 16, threads: threads) { chunk in
        chunk.map { number in
          var walker = starts[first + number]
          while walker.canStep(maxIterations) { walker.step(on: hill) }
          return walker
        }
      }.joined()
      let progress = FitProgress(completed: first + walkers, total: starts.count)
      guard shouldContinue(progress) else { throw .cancelled }
    }
    return model(of: ends, points)
  }

  /// The same walks, all walkers a step at a time; the last state holds the result of
  /// ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> MeanShiftStates {
    try check(points)
    return MeanShiftStates(parameters: self, points: points, starts: walkers(in: points))
  }

  private func check(_ points: Points) throws(ClusteringError) {
    try points.requireSome()
    try require(positive: bandwidth, named: "bandwidth")
    try require(count: maxIterations, named: "maxIterations")
    try require(count: threads, named: "threads")
  }
}

/// A clustering by the peaks of the density.
public struct MeanShiftModel: LabeledModel, Encodable {
  /// For each of the n points the index of its nearest mode; the lowest on a tie.
  public let labels: [Int]

  /// The modes, most points around first, one a row.
  public let centers: Points

  /// How many points lie within a bandwidth of where the last step to each mode began, which is
  /// at most a thousandth of a bandwidth away from the mode if its walker came to rest.
  public let populations: [Int]

  /// The most steps that a walker took.
  public let iterations: Int

  /// Whether all walkers came to rest before `maxIterations`.
  public let converged: Bool

  enum CodingKeys: CodingKey {
    case labels, centers, populations, iterations, converged
  }

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] {
    (converged ? [] : [.notConverged(iterations: iterations)]) + Advice.on(labels: labels)
  }

  /// The nearest mode of each new point, in O(m · d · k) for m points and k modes.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func predict(_ points: Points) throws(ClusteringError) -> [Int] {
    try points.require(dimensions: centers.dimensions)
    return nearestCenters(of: points, centers: centers.values)
  }
}
