// What looks unsuitable after a run.
//
// These are no errors: the result is what was asked for. But one label for all the points, or
// nothing but noise, is seldom what was wanted, and the setting that led there can be named.

/// A remark on a result: a fact, and in its `description` what to try.
public enum Advice: Sendable, Equatable {
  /// Every one of the points is noise.
  case allNoise

  /// More than half of the points are noise.
  case mostlyNoise(noise: Int, points: Int)

  /// There is a single cluster, and no noise.
  case oneCluster

  /// Fewer distinct points than clusters asked for: some clusters share a spot or stay empty.
  case fewerDistinctPoints(clusters: Int, distinct: Int)

  /// The limit of iterations came before rest.
  case notConverged(iterations: Int)

  /// This many clusters lost all their points on the way.
  case emptiedClusters(Int)
}

extension Advice: CustomStringConvertible {
  /// The fact, and what to try.
  public var description: String {
    switch self {
    case .allNoise:
      "every point is noise; " + Self.lessNoise
    case .mostlyNoise(let noise, let points):
      "\(noise) of \(counted(points, "point")) are noise; " + Self.lessNoise
    case .oneCluster:
      "all the points are in one cluster; ask for finer ones, or take it that there are none"
    case .fewerDistinctPoints(let clusters, let distinct):
      "\(counted(clusters, "cluster")) of only \(counted(distinct, "distinct point")); "
        + "ask for at most \(distinct)"
    case .notConverged(let iterations):
      "not at rest after \(counted(iterations, "iteration")); allow more, or scale the features"
    case .emptiedClusters(let count):
      "\(counted(count, "cluster")) lost all \(count == 1 ? "its" : "their") points on the way; "
        + "try another start or fewer clusters"
    }
  }
}

extension Advice {
  private static let lessNoise =
    "let clusters reach wider (a larger eps) or be smaller (fewer min-samples, a smaller "
    + "min-cluster-size)"

  /// Remarks that follow from the labels alone.
  static func on(labels: [Int]) -> [Advice] {
    guard let first = labels.first, labels.count > 1 else { return [] }
    if labels.allSatisfy({ $0 == first }) {
      return [first == DBSCAN.noise ? .allNoise : .oneCluster]
    }
    let noise = labels.count { $0 == DBSCAN.noise }
    return 2 * noise > labels.count ? [.mostlyNoise(noise: noise, points: labels.count)] : []
  }
}
