// What the groups are: how many rows each has, and where it is in the units of the data.

import Clustering

/// A cluster that has rows.
struct ClusterSummary {
  let label: Int
  let size: Int
  /// By column of the table, before scaling and reduction: the mean of the rows, or the medoid.
  let center: [Double]
  /// The row that is the center, for methods that choose one.
  let medoid: Int?

  /// All clusters in the order of their labels, without noise.
  static func all(in raw: Points, _ labels: [Int], medoids: [Int]?) -> [ClusterSummary] {
    let means = ClusterMeans(of: raw, labels)
    return means.sizes.indices.filter { means.sizes[$0] > 0 }.map { label in
      let medoid = medoids.map { $0[label] }
      return ClusterSummary(
        label: label, size: means.sizes[label],
        center: medoid.map(raw.row) ?? means.mean(of: label), medoid: medoid)
    }
  }
}

/// The means of the clusters of any labeling; noise is left out.
struct ClusterMeans {
  let sizes: [Int]
  private let points: Points
  private let labels: [Int]
  /// Row after row, a row for each label.
  private let means: [Double]

  init(of points: Points, _ labels: [Int]) {
    (self.points, self.labels) = (points, labels)
    let d = points.dimensions
    var sizes = Array(repeating: 0, count: (labels.max() ?? -1) + 1)
    var sums = Array(repeating: 0.0, count: sizes.count * d)
    for (i, label) in labels.enumerated() where label >= 0 {
      sizes[label] += 1
      for j in 0..<d { sums[label * d + j] += points[i, j] }
    }
    self.sizes = sizes
    means = sums.indices.map { sums[$0] / Double(max(1, sizes[$0 / d])) }
  }

  func mean(of label: Int) -> [Double] {
    Array(means[label * points.dimensions..<(label + 1) * points.dimensions])
  }

  /// The squared distances of the rows to the means of their clusters, by column.
  private var squaresWithin: [Double] {
    let d = points.dimensions
    var squares = Array(repeating: 0.0, count: d)
    for (i, label) in labels.enumerated() where label >= 0 {
      for j in 0..<d {
        let difference = points[i, j] - means[label * d + j]
        squares[j] += difference * difference
      }
    }
    return squares
  }

  var inertia: Double { squaresWithin.reduce(0, +) }

  /// For each column the share of its variance that is between the clusters: near 1 where they
  /// differ most, 0 where they do not.
  var sharesBetween: [Double] {
    let all = ClusterMeans(of: points, labels.map { min($0, 0) })
    return zip(squaresWithin, all.squaresWithin).map { within, total in
      total > 0 ? 1 - within / total : 0
    }
  }
}
