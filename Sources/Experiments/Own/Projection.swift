// The picture of points with many features: their first two principal components, and how much
// of the spread each of them shows.

package import Clustering
import Wording

package struct Projection: Sendable {
  /// Two coordinates a row; one where there is one feature.
  package let points: Points
  /// Share of the spread of the table that each coordinate shows, 0...1; where components were
  /// taken before, what those have lost counts too.
  package let shares: [Double]
}

extension Projection {
  /// One coordinate of all rows.
  package func column(_ index: Int) -> [Double] { points.column(index) }

  /// The room that it takes, in bytes, roughly.
  package var weight: Int { 8 * points.values.count }

  /// How much of the spread it holds, short enough for an axis: "61 %".
  package func words(for index: Int) -> String { percentage(shares[index]) }
}

extension Prepared {
  /// Above so many columns the components are found by turning directions.
  private static let narrow = 100

  /// The components of what the algorithm sees.
  ///
  /// - Parameter goesOn: Asked now and then, with the share that is done.
  package func projection(
    while goesOn: (Double) -> Bool = { _ in true }
  ) throws(ExperimentError) -> Projection {
    let points = clustered
    if points.dimensions > Self.narrow {
      let found = try Directions(of: points, goesOn: goesOn)
      return try projection(
        of: points, along: found.vectors, found.means, shares: found.shares.map { $0 * keptShare })
    }
    let model = try clustering { () throws(ClusteringError) in
      try PCA(components: min(2, points.dimensions)).fit(points)
    }
    let directions = (0..<model.components.count).map { model.components.row($0) }
    return try projection(
      of: points, along: directions, model.mean,
      shares: model.explainedVarianceRatio.map { $0 * keptShare })
  }

  /// As the core's own, without an array for each row: tables have a million.
  private func projection(
    of points: Points, along directions: [[Double]], _ means: [Double], shares: [Double]
  ) throws(ExperimentError) -> Projection {
    let (d, kept) = (points.dimensions, directions.count)
    var coordinates = Array(repeating: 0.0, count: points.count * kept)
    for (c, direction) in directions.enumerated() {
      for i in 0..<points.count {
        var sum = 0.0
        for j in 0..<d { sum += (points.values[i * d + j] - means[j]) * direction[j] }
        coordinates[i * kept + c] = sum
      }
    }
    return Projection(
      points: try clustering { () throws(ClusteringError) in
        try Points(coordinates, dimensions: kept)
      }, shares: shares)
  }
}
