// Small data and invariants that the tests of several algorithms share.

import Clustering
import Testing

/// `perGroup` points around each of `groups` spots, in `dimensions` features.
func blobs(
  seed: UInt64, groups: Int = 3, perGroup: Int = 20, dimensions: Int = 2, spread: Double = 1
) throws -> Points {
  var generator = SeededGenerator(seed: seed)
  var rows: [[Double]] = []
  for _ in 0..<groups {
    let spot = (0..<dimensions).map { _ in 20 * generator.nextUnit() }
    for _ in 0..<perGroup {
      rows.append(spot.map { $0 + spread * generator.nextGaussian() })
    }
  }
  return try Points(rows: generator.shuffled(rows))
}

/// The labels renumbered by first appearance; noise stays. Two labelings are the same
/// partition when they are equal then.
func renumbered(_ labels: [Int]) -> [Int] {
  var numbers: [Int: Int] = [DBSCAN.noise: DBSCAN.noise]
  return labels.map { label in
    if let number = numbers[label] { return number }
    numbers[label] = numbers.count - 1
    return numbers.count - 2
  }
}

/// Every point is labeled with a center that no other is nearer than, and the inertia is the
/// sum over those.
func expectNearestLabels(
  _ model: KMeansModel, _ points: Points, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let predicted = try model.predict(points)
  let inertia = try Quality.inertia(points, labels: model.labels, centers: model.centers)
  #expect(model.labels == predicted, sourceLocation: sourceLocation)
  #expect(model.inertia == inertia, sourceLocation: sourceLocation)
}

/// Whether two numbers are equal to `tolerance`, relative to the larger.
func isClose(_ a: Double, _ b: Double, tolerance: Double = 1e-12) -> Bool {
  (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude, .leastNormalMagnitude)
}
