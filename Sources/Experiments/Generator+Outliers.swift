// Rows that belong to no group. Each is sent away from the middle of the table, in any direction,
// and ends beyond its farthest row by four to five times the least distance of two blobs.
//
// They share one planted kind of their own, as the noise of DBSCAN shares one label. So a run that
// leaves exactly these rows out agrees fully with what was planted.

import Clustering

extension Generator {
  /// Sends `outliers` of the rows away. A stream of its own: the other rows stay the same however
  /// many go.
  func sendAway(_ values: inout [Double], _ kinds: inout [Int], seed: UInt64) {
    guard outliers > 0 else { return }
    var random = SeededGenerator(seed: seed, stream: Stream.outliers)
    let width = columns.count
    let middle = (0..<width).map { column in
      stride(from: column, to: values.count, by: width).reduce(0) { $0 + values[$1] }
        / Double(kinds.count)
    }
    let farthest =
      kinds.indices.map { row in
        squaredDistance(middle, Array(values[row * width..<(row + 1) * width]))
      }.max() ?? 0
    for row in random.nextIndices(outliers, below: kinds.count) {
      let away = farthest.squareRoot() + (4 + random.nextUnit()) * Self.apart
      let direction = anyDirection(width, &random)
      for column in 0..<width {
        values[row * width + column] = middle[column] + away * direction[column]
      }
      kinds[row] = plantedGroups
    }
  }
}

/// A direction of length 1, each equally likely.
private func anyDirection(_ dimensions: Int, _ random: inout SeededGenerator) -> [Double] {
  while true {
    let step = (0..<dimensions).map { _ in random.nextGaussian() }
    let length = step.reduce(0) { $0 + $1 * $1 }.squareRoot()
    if length > 1e-6 { return step.map { $0 / length } }
  }
}
