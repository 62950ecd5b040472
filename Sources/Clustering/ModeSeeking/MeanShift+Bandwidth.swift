// How wide to look, when nothing is known: the distance to the neighbor that has a given share
// of the points before it, on average over the points.

extension MeanShift {
  /// A bandwidth to start from: the mean distance from a point to the end of the `quantile`
  /// nearest of the points, itself included. The larger the quantile, the fewer the modes.
  ///
  /// Of more than `sample` points only `sample` are drawn, because it costs O(sample² · d).
  ///
  /// - Returns: A length in the unit of the points; 0 when every point drawn
  ///   has that share of them at its own spot.
  /// - Throws: ``ClusteringError`` when there are no points or a parameter is out of range.
  public static func estimatedBandwidth(
    _ points: Points, quantile: Double = 0.3, sample: Int = 2000, seed: UInt64 = 0
  ) throws(ClusteringError) -> Double {
    try points.requireSome()
    guard quantile > 0, quantile <= 1 else {
      throw .invalidParameter(name: "quantile", value: "\(quantile)", allowed: "above 0, up to 1")
    }
    try require(count: sample, named: "sample")
    var generator = SeededGenerator(seed: seed)
    let drawn =
      points.count <= sample
      ? points : points.selecting(rows: generator.nextIndices(sample, below: points.count))
    // The nearest is the point itself, which tells no length.
    let neighbors = min(drawn.count, max(2, Int(Double(drawn.count) * quantile)))
    let lengths = (0..<drawn.count).map { i in
      let distances = (0..<drawn.count).map { Distance.euclidean.between(i, $0, in: drawn) }
      return distances.sorted()[neighbors - 1]
    }
    return lengths.reduce(0, +) / Double(drawn.count)
  }
}
