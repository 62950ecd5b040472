// Is there anything to cluster? Hopkins' statistic, to be asked before any method.
//
//     u   from a spot anywhere in the box around the data to the nearest point
//     w   from one of the points to the nearest other point
//     H = Σ uᵈ / (Σ uᵈ + Σ wᵈ)
//
// In evenly spread data both see the same: H is near ½. In clusters a point has its neighbors
// close by, while most of the box lies far from any: H goes toward 1. On a lattice it is below
// ½. With the exponent d the sums are volumes, and for m spots and m points spread at random
// H follows the Beta distribution with m and m, whose mean is ½ and whose standard deviation is
// 1 / (2 √(2m + 1)). Some packages leave the exponent out, or give 1 - H.
//
// Note what it does not say: one round group in the middle of its box is already uneven.
//
// Hopkins and Skellam 1954, https://doi.org/10.1093/oxfordjournals.aob.a083391
// Cross and Jain 1982 for d dimensions, https://doi.org/10.1016/B978-0-08-027618-2.50054-1
// Wright 2022 for the exponent, https://doi.org/10.32614/RJ-2022-055

/// Whether data tend to form clusters at all.
public enum Tendency {
  /// Hopkins' statistic H of n × d points, from 0 to 1: near 0.5 for evenly spread points, near
  /// 1 for clusters. In low dimensions about O((n + samples) log n), else O(samples · n · d).
  ///
  /// Constant features span no volume and are left out of d. Points that are all equal are like
  /// any reference in their box: 0.5.
  ///
  /// - Parameters:
  ///   - samples: How many spots, and how many points, are looked at; by default a tenth of the
  ///     points, from 1 to 500. Few beside n, or the points drawn are not independent.
  ///   - seed: Draws the spots and the points, the points without replacement.
  ///   - shouldContinue: Asked before each spot and each point; false stops.
  /// - Throws: ``ClusteringError`` when there are fewer than two points, when `samples` is not
  ///   from 1 to n, or when it was stopped.
  public static func hopkins(
    _ points: Points, samples: Int? = nil, seed: UInt64 = 0,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> Double {
    guard points.count >= 2 else { throw .tooFewPoints(points.count, smallest: 2) }
    let m = samples ?? min(max(points.count / 10, 1), 500)
    try require(
      m, named: "samples", in: 1...points.count,
      allowed: "from 1 to the number of points, \(points.count)")

    var generator = SeededGenerator(seed: seed)
    let box = try ReferenceSets(of: points, box: .features)
    let neighbors = try NearestNeighbors(points)
    var (toPoints, toOthers): ([Double], [Double]) = ([], [])
    func requireGoOn(after completed: Int) throws(ClusteringError) {
      let progress = FitProgress(completed: completed, total: 2 * m)
      guard shouldContinue(progress) else { throw .cancelled }
    }
    for row in generator.nextIndices(m, below: points.count) {
      try requireGoOn(after: toOthers.count)
      toOthers += try neighbors.nearest(1, of: row).distances
    }
    let spots = try box.draw(m, using: &generator)
    for spot in 0..<m {
      try requireGoOn(after: m + spot)
      toPoints += try neighbors.nearest(1, of: spots.row(spot)).distances
    }
    return shareOfVolumes(toPoints, beside: toOthers, dimensions: box.extendedDimensions)
  }

  /// Σ uᵈ / (Σ uᵈ + Σ wᵈ). The largest distance is the unit, so that no power is out of range.
  package static func shareOfVolumes(
    _ u: [Double], beside w: [Double], dimensions d: Int
  ) -> Double {
    guard let unit = (u + w).max(), unit > 0 else { return 0.5 }
    let ofU = u.reduce(0) { $0 + power($1 / unit, d) }
    let ofW = w.reduce(0) { $0 + power($1 / unit, d) }
    return ofU / (ofU + ofW)
  }
}
