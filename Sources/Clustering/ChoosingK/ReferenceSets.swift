// Points without structure, in the place of given ones: evenly spread over the box around them.

/// Draws sets of n × d points from a box.
struct ReferenceSets {
  private let count: Int
  private let least: [Double]
  private let largest: [Double]
  /// The box stands along these axes; nil when it stands along the features.
  private let axes: PCAModel?

  /// - Throws: ``ClusteringError`` when there are no points, or when they are so large that
  ///   turning them leaves the range of ``Points``.
  init(of points: Points, box: GapStatistic.Box) throws(ClusteringError) {
    try points.requireSome()
    axes = box == .features ? nil : try PCA(components: points.dimensions).fit(points)
    let placed = if let axes { try axes.transform(points) } else { points }
    let columns = (0..<points.dimensions).map(placed.column)
    least = columns.map { $0.min() ?? 0 }
    largest = columns.map { $0.max() ?? 0 }
    count = points.count
  }

  /// In how many dimensions the box has an extent.
  var extendedDimensions: Int { least.indices.count { least[$0] < largest[$0] } }

  /// Draws `count` points from the box, or as many as were given.
  func draw(
    _ count: Int? = nil, using generator: inout SeededGenerator
  ) throws(ClusteringError) -> Points {
    let count = count ?? self.count
    var values: [Double] = []
    values.reserveCapacity(count * least.count)
    for _ in 0..<count {
      let place = least.indices.map { j in
        min(least[j] + (largest[j] - least[j]) * generator.nextUnit(), largest[j])
      }
      values += axes.map { $0.point(at: place) } ?? place
    }
    return try Points(values, dimensions: least.count)
  }
}

extension PCAModel {
  /// The point with these coordinates along the components.
  fileprivate func point(at coordinates: [Double]) -> [Double] {
    mean.indices.map { j in
      coordinates.indices.reduce(mean[j]) { $0 + coordinates[$1] * components[$1, j] }
    }
  }
}
