// The classic shapes, each with what it is for.

import Clustering

extension Generator {
  /// Appends one point for each planted kind.
  func appendShape(
    of kinds: [Int], to values: inout [Double], _ random: inout SeededGenerator
  ) {
    switch kind {
    case .customers: break
    case .blobs: appendBlobs(kinds, to: &values, &random)
    case .moons: appendMoons(kinds, to: &values, &random)
    case .circles: appendCircles(kinds, to: &values, &random)
    case .anisotropic: appendStripes(kinds, to: &values, &random)
    case .variedDensity: appendVariedDensity(kinds, to: &values, &random)
    case .uniform:
      for _ in 0..<(kinds.count * dimensions) { values.append(10 * random.nextUnit()) }
    }
  }

  /// What k-means is made for: round groups of one size.
  private func appendBlobs(
    _ kinds: [Int], to values: inout [Double], _ random: inout SeededGenerator
  ) {
    let centers = blobCenters(count: max(1, groups), &random)
    for kind in kinds {
      for coordinate in centers[kind] {
        values.append(coordinate + spread * random.nextGaussian())
      }
    }
  }

  /// What a straight border cannot part: two half circles of radius 1.
  private func appendMoons(
    _ kinds: [Int], to values: inout [Double], _ random: inout SeededGenerator
  ) {
    for kind in kinds {
      let (x, y) = direction(&random)
      let upper = (x: x, y: y.magnitude)
      let point = kind == 0 ? upper : (x: 1 - upper.x, y: 0.5 - upper.y)
      values.append(point.x + noise * random.nextGaussian())
      values.append(point.y + noise * random.nextGaussian())
    }
  }

  /// Two groups with the same center: a ring of radius 1 around one of radius one half.
  private func appendCircles(
    _ kinds: [Int], to values: inout [Double], _ random: inout SeededGenerator
  ) {
    for kind in kinds {
      let (x, y) = direction(&random)
      let radius = kind == 0 ? 1 : 0.5
      values.append(radius * x + noise * random.nextGaussian())
      values.append(radius * y + noise * random.nextGaussian())
    }
  }

  /// Groups ten times as long as wide, side by side: k-means cuts them across.
  private func appendStripes(
    _ kinds: [Int], to values: inout [Double], _ random: inout SeededGenerator
  ) {
    // The stripes lie along the direction (0.8, 0.6).
    let shifts = (0..<max(1, groups)).map { _ in 2 * random.nextUnit() - 1 }
    for kind in kinds {
      let along = shifts[kind] + 3.5 * spread * random.nextGaussian()
      let across = 3 * Double(kind) + 0.35 * spread * random.nextGaussian()
      values.append(0.8 * along - 0.6 * across)
      values.append(0.6 * along + 0.8 * across)
    }
  }

  /// One `eps` does not fit all: a tight, a middling and a wide group.
  private func appendVariedDensity(
    _ kinds: [Int], to values: inout [Double], _ random: inout SeededGenerator
  ) {
    let centers = separatedPoints(
      count: 3, dimensions: 2, apart: 8, within: 14, &random)
    let deviations = [0.4, 1, 2.2].map { $0 * spread }
    for kind in kinds {
      for coordinate in centers[kind] {
        values.append(coordinate + deviations[kind] * random.nextGaussian())
      }
    }
  }
}

// MARK: - Places

extension Generator {
  /// The least distance of two blobs' centers.
  static let apart = 8.0

  /// Centers that are 8 or more apart and yet near together: were one far off, the silhouette
  /// would rather see the others as one group.
  private func blobCenters(count: Int, _ random: inout SeededGenerator) -> [[Double]] {
    let side = Self.apart * Double(count).squareRoot() * (dimensions == 1 ? Double(count) : 1.1)
    return separatedPoints(
      count: count, dimensions: dimensions, apart: Self.apart, within: side, &random)
  }
}

/// Random points of a cube that keep a distance from each other. The cube grows a little with
/// each point that found no room, so the search ends.
private func separatedPoints(
  count: Int, dimensions: Int, apart: Double, within side: Double,
  _ random: inout SeededGenerator
) -> [[Double]] {
  var side = side
  var points: [[Double]] = []
  while points.count < count {
    let candidate = (0..<dimensions).map { _ in side * random.nextUnit() }
    if points.allSatisfy({ squaredDistance($0, candidate) >= apart * apart }) {
      points.append(candidate)
    } else {
      side *= 1.01
    }
  }
  return points
}

/// A point of the unit circle, every direction equally likely.
private func direction(_ random: inout SeededGenerator) -> (Double, Double) {
  while true {
    let x = 2 * random.nextUnit() - 1
    let y = 2 * random.nextUnit() - 1
    let square = x * x + y * y
    if square > 1e-6, square <= 1 { return (x / square.squareRoot(), y / square.squareRoot()) }
  }
}

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { sum, pair in sum + (pair.0 - pair.1) * (pair.0 - pair.1) }
}
