// Inputs of the unkind sort, each with a name: what is hostile about it.

import Clustering
import Testing

struct HardInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let points: Points
  var k: Int

  init(_ name: String, _ rows: [[Double]], k: Int) throws {
    testDescription = name
    points = try Points(rows: rows)
    self.k = k
  }

  /// The diameter of the box; 1 when all points are equal.
  var extent: Double {
    let columns = (0..<points.dimensions).map(points.column)
    let extent = columns.map { ($0.max() ?? 0) - ($0.min() ?? 0) }.max() ?? 0
    return extent > 0 ? extent : 1
  }

  var settings: [Setting] {
    [0.05, 0.3, 2].map { Setting(k: k, radius: $0 * extent, minSamples: 2) }
  }

  static let all = Result { try make() }

  private static func make() throws -> [HardInput] {
    // Enough points for the trees and grids that small inputs are spared.
    let cloud = try blobs(seed: 11, perGroup: 25)
    let rows = (0..<cloud.count).map(cloud.row)
    func times(_ factor: Double, plus offset: Double = 0) -> [[Double]] {
      rows.map { $0.map { $0 * factor + offset } }
    }
    return [
      try HardInput("one point", [[1.5, -2]], k: 1),
      try HardInput("two equal points", [[3, 3], [3, 3]], k: 2),
      try HardInput("all equal", Array(repeating: [0.1, 7, -1e8], count: 80), k: 3),
      try HardInput("duplicates", rows + rows, k: 3),
      try HardInput("as many clusters as points", Array(rows.prefix(30)), k: 30),
      try HardInput(
        "more clusters than distinct points", (0..<80).map { [Double($0 % 2), 5] }, k: 4),
      try HardInput("constant features", rows.map { [7, $0[0], -1e9, $0[1], 0] }, k: 3),
      try HardInput(
        "more features than points",
        (0..<5).map { i in (0..<40).map { Double(i * $0 % 7) } }, k: 2),
      try HardInput("collinear", (0..<80).map { [Double($0), 2 * Double($0), 1] }, k: 3),
      try HardInput("one feature", rows.map { [$0[0]] }, k: 3),
      try HardInput("a lattice of ties", (0..<81).map { [Double($0 / 9), Double($0 % 9)] }, k: 4),
      try HardInput("offset 1e8", times(1, plus: 1e8), k: 3),
      try HardInput("scale 1e-12", times(1e-12), k: 3),
      try HardInput("scale 1e12", times(1e12), k: 3),
      try HardInput("scale 1e-300", times(1e-300), k: 3),
      try HardInput("the largest magnitude", times(1e138).map { $0.map { -$0 } }, k: 3),
      try HardInput(
        "opposite ends of the range",
        [[1e140, 0], [-1e140, 0], [0, 1e140], [0, -1e140], [1, 1]], k: 2),
      try HardInput("one far outlier", rows + [[1e140, -1e140]], k: 3),
      try HardInput("one cluster asked for", rows, k: 1),
    ]
  }
}

/// A small table with few distinct values, constant or repeated features, and wild units.
func unkindPoints(using generator: inout SeededGenerator) throws -> Points {
  // A few are large enough for the trees and grids that small inputs are spared.
  let n = generator.nextIndex(below: 50) == 0 ? 70 : 1 + generator.nextIndex(below: 12)
  let d = 1 + generator.nextIndex(below: 6)
  let scales = [0, 1e-300, 1e-12, 1, 1, 1, 1e12, 1e140]
  let scale = (0..<d).map { _ in scales[generator.nextIndex(below: scales.count)] }
  let offset = generator.nextIndex(below: 3) == 0 ? 1e8 : 0
  let isContinuous = generator.nextIndex(below: 2) == 0
  return try Points(
    (0..<n * d).map { index in
      let step =
        isContinuous ? generator.nextGaussian() / 8 : Double(generator.nextIndex(below: 5)) / 4
      let value = step * scale[index % d] + offset
      return max(-Points.largestMagnitude, min(value, Points.largestMagnitude))
    }, dimensions: d)
}
