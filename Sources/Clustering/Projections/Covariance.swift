// The covariance matrix, plainly: how the features vary together.
//
//     Σ (x - mean) (x - mean)ᵀ / (n - 1)
//
// `CovarianceBlocks.swift` does the same in one pass over memory, eight features at a time.

/// Means of the features, and sums of the products of deviations from them.
package struct FeatureProducts: Sendable {
  package var count = 0
  package var means: [Double]
  /// Σ (x - mean) (x - mean)ᵀ, d × d.
  package var products: [Double]

  /// Of no points yet.
  init(dimensions d: Int) {
    means = Array(repeating: 0, count: d)
    products = Array(repeating: 0, count: d * d)
  }

  /// Takes in further points (Chan, Golub and LeVeque 1983).
  mutating func merge(_ other: FeatureProducts) {
    let (a, b, d) = (Double(count), Double(other.count), means.count)
    guard b > 0 else { return }
    guard a > 0 else { return self = other }
    let shift = zip(other.means, means).map { $0 - $1 }
    for i in 0..<d {
      means[i] += shift[i] * (b / (a + b))
      for j in 0..<d {
        products[i * d + j] +=
          other.products[i * d + j] + shift[i] * shift[j] * (a * b / (a + b))
      }
    }
    count += other.count
  }

  /// The covariance matrix, d × d.
  var covariance: [Double] {
    products.map { $0 / Double(max(count - 1, 1)) }
  }
}

/// The plain way, point after point. O(n · d²).
package func plainProducts(_ points: Points, rows: Range<Int>) -> FeatureProducts {
  let d = points.dimensions
  var result = FeatureProducts(dimensions: d)
  result.count = rows.count
  result.means = plainMoments(points, rows: rows).means
  for i in rows {
    let deviations = (0..<d).map { points[i, $0] - result.means[$0] }
    for a in 0..<d {
      for b in 0..<d {
        result.products[a * d + b] += deviations[a] * deviations[b]
      }
    }
  }
  return result
}
