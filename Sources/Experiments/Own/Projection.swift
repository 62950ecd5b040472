// The picture of points with many features: their first two principal components, and how much
// of the spread each of them shows.

package import Clustering
import Wording

package struct Projection: Sendable {
  /// Two coordinates a row; one where there is one feature.
  package let points: Points
  /// Share of the spread that each coordinate shows, 0...1.
  package let shares: [Double]
}

extension Projection {
  /// One coordinate of all rows.
  package func column(_ index: Int) -> [Double] { points.column(index) }

  /// The room that it takes, in bytes, roughly.
  package var weight: Int { 8 * points.values.count }

  /// "61 % of the spread".
  package func words(for index: Int) -> String { "\(percentage(shares[index])) of the spread" }
}

extension Prepared {
  /// The components of what the algorithm sees.
  package func projection() throws(ExperimentError) -> Projection {
    let points = clustered
    return try clustering { () throws(ClusteringError) in
      let model = try PCA(components: min(2, points.dimensions)).fit(points)
      return Projection(
        points: try Points(
          coordinates(of: points, along: model), dimensions: model.components.count),
        shares: model.explainedVarianceRatio)
    }
  }

  /// As the core's own, without an array for each row: tables have a million.
  private func coordinates(of points: Points, along model: PCAModel) -> [Double] {
    let (d, kept) = (points.dimensions, model.components.count)
    let directions = model.components.values
    var coordinates = Array(repeating: 0.0, count: points.count * kept)
    for i in 0..<points.count {
      for c in 0..<kept {
        var sum = 0.0
        for j in 0..<d {
          sum += (points.values[i * d + j] - model.mean[j]) * directions[c * d + j]
        }
        coordinates[i * kept + c] = sum
      }
    }
    return coordinates
  }
}
