// How far the k-th neighbor of each point is, sorted: the curve from which eps is read. Of a
// large table the neighbors of a sample are looked for, among all points.

import Clustering

package struct KDistances: Sendable, Equatable {
  /// Which neighbor; the point itself does not count.
  package let k: Int
  /// Ascending.
  package let distances: [Double]
  /// How many points were asked; nil where all were.
  package let sampleSize: Int?

  /// The share of points whose k-th neighbor is at most so far: they are core points at this eps.
  package func share(within eps: Double) -> Double {
    Double(distances.count { $0 <= eps }) / Double(max(1, distances.count))
  }
}

extension KDistances {
  /// Where the sorted distances turn upwards: nearer are the points inside groups, farther those
  /// that stand alone. It is the value farthest below the straight line from the first to the
  /// last (Satopää, Albrecht, Irwin and Raghavan 2011); nil where all are equal.
  package var knee: Double? {
    guard let first = distances.first, let last = distances.last, last > first else { return nil }
    let rise = (last - first) / Double(distances.count - 1)
    let depths = distances.enumerated().map { first + Double($0.offset) * rise - $0.element }
    return depths.indices.max { depths[$0] < depths[$1] }.map { distances[$0] }
  }
}

extension Prepared {
  private static let mostRows = 20_000
  private static let sampleSize = 2000

  package func kDistances(
    _ k: Int, threads: Int = 1, observe: (RunProgress) -> Bool = { _ in true }
  ) throws(ExperimentError) -> KDistances {
    let points = clustered
    guard k >= 1, k < points.count else {
      throw .clustering(
        .invalidParameter(
          name: "k", value: "\(k)",
          allowed: "from 1 to the number of other points, \(points.count - 1)"))
    }
    let sample = Sample(of: points.count, most: Self.mostRows, size: Self.sampleSize)
    do throws(ClusteringError) {
      if sample.isWhole {
        let curve = try kDistanceCurve(
          points, k: k, threads: threads,
          while: { observe(RunProgress(stage: .measuring, fraction: $0.fraction)) })
        return KDistances(k: k, distances: curve, sampleSize: nil)
      }
      let neighbors = try NearestNeighbors(points)
      var distances: [Double] = []
      for (done, row) in sample.rows.enumerated() {
        let share = Double(done) / Double(sample.rows.count)
        guard observe(RunProgress(stage: .measuring, fraction: share)) else { throw .cancelled }
        distances.append(try neighbors.nearest(k, of: row).distances.last ?? 0)
      }
      return KDistances(k: k, distances: distances.sorted(), sampleSize: sample.rows.count)
    } catch {
      if error == .cancelled { throw .cancelled }
      throw .clustering(error)
    }
  }
}
