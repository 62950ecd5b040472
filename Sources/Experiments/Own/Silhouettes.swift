// The silhouette of single points, for its plot and its mean. It compares all pairs, so that of
// a large table a sample stands in for it.

import Clustering

package struct Silhouettes: Sendable, Equatable {
  /// One for each point of the sample that belongs to a group, with its group.
  package let values: [Double]
  package let labels: [Int]
  /// How many rows were drawn; nil where all took part.
  package let sampleSize: Int?

  package var mean: Double { values.reduce(0, +) / Double(max(1, values.count)) }
}

extension Trace {
  private static let mostRows = 2000
  private static let sampleSize = 1000

  /// Why there are none, or the silhouettes.
  ///
  /// - Throws: `cancelled` when the observer said false.
  package func silhouettes(
    observe: (RunProgress) -> Bool = { _ in true }
  ) throws(ExperimentError) -> Outcome<Silhouettes> {
    let sample = Sample(of: labels.count, most: Self.mostRows, size: Self.sampleSize)
    if let reason = reasonAgainstScores { return .undefined(reason) }
    let drawn = sample.isWhole ? labels : sample.rows.map { labels[$0] }
    // A small group of a large table may have no row in the sample.
    if let reason = Self.reasonAgainstScores(of: drawn) {
      return .undefined("in a sample of \(sample.rows.count) rows \(reason)")
    }
    do {
      let all = try Quality.silhouetteSamples(
        sample.points(of: clustered), labels: drawn, noise: DBSCAN.noise,
        while: { observe(RunProgress(stage: .measuring, fraction: $0.fraction)) })
      let inGroups = zip(all, drawn).compactMap { value, label in value.map { ($0, label) } }
      return .value(
        Silhouettes(
          values: inGroups.map(\.0), labels: inGroups.map(\.1),
          sampleSize: sample.isWhole ? nil : sample.rows.count))
    } catch ClusteringError.cancelled {
      throw .cancelled
    } catch {
      return .undefined("\(error)")
    }
  }
}

/// A result, or why there is none.
package enum Outcome<Value: Sendable>: Sendable {
  case value(Value)
  case undefined(String)

  package var value: Value? { if case .value(let value) = self { value } else { nil } }
}
