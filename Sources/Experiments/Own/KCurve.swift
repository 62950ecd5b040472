// k-means for one k after the other: the inertia, in which an elbow is looked for, and the
// silhouette. Of a large table a sample takes part.

package import Clustering

package struct KCurve: Sendable {
  /// From k = 1.
  package let inertias: [Double]
  /// From k = 2; nil where it is not defined.
  package let silhouettes: [Double?]
  /// Nil where the inertia has no bend, which is an answer too.
  package let elbow: Elbow?
  /// How many rows took part; nil where all did.
  package let sampleSize: Int?

  /// The k at the bend.
  package var elbowK: Int? { elbow?.k }

  /// The k with the highest silhouette, the least of equals.
  package var bestSilhouette: (k: Int, value: Double)? {
    var best: (k: Int, value: Double)?
    for (index, value) in silhouettes.enumerated() {
      if let value, value > best?.value ?? -2 { best = (index + 2, value) }
    }
    return best
  }
}

extension Prepared {
  private static let mostRows = 20_000
  private static let sampleSize = 10_000

  /// The curve up to `largestK`, as far as there are rows.
  package func kCurve(
    upTo largestK: Int, seed: UInt64, threads: Int = 1,
    observe: @escaping (RunProgress) -> Bool = { _ in true }
  ) throws(ExperimentError) -> KCurve {
    let sample = Sample(of: clustered.count, most: Self.mostRows, size: Self.sampleSize)
    let points = sample.points(of: clustered)
    let last = max(1, min(largestK, points.count - 1))
    var inertias: [Double] = []
    var silhouettes: [Double?] = []
    do throws(ClusteringError) {
      for k in 1...last {
        let method = KMeans(
          k: k, restarts: Self.restarts(rows: points.count), seed: seed, threads: threads)
        let model = try method.fit(points) { progress in
          let share = (Double(k - 1) + progress.fraction) / Double(last)
          return observe(RunProgress(stage: .measuring, fraction: share))
        }
        inertias.append(model.inertia)
        if k > 1 { silhouettes.append(silhouette(of: model.labels, points)) }
      }
      return KCurve(
        inertias: inertias, silhouettes: silhouettes, elbow: try Elbow(of: inertias),
        sampleSize: sample.isWhole ? nil : sample.rows.count)
    } catch {
      if error == .cancelled { throw .cancelled }
      throw .clustering(error)
    }
  }

  /// Where a start costs little, more of them bring the curve nearer to the least inertia.
  private static func restarts(rows: Int) -> Int { rows > 2000 ? 3 : rows > 500 ? 10 : 25 }

  private func silhouette(of labels: [Int], _ points: Points) -> Double? {
    let sample = Sample(of: points.count, most: 2000, size: 1000)
    let drawn = sample.isWhole ? labels : sample.rows.map { labels[$0] }
    return try? Quality.silhouette(sample.points(of: points), labels: drawn)
  }
}
