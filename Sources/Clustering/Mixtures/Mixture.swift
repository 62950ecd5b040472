// The parameters of a mixture, and the M step that finds them.
//
// The M step takes each component as a cluster in which point i counts rᵢ. With n the sum of
// the responsibilities r of a component,
//
//     weight       n / sum of all n
//     mean         Σ r x / n
//     covariance   Σ r (x - mean) (x - mean)ᵀ / n,  plus the regularization on its diagonal
//
// which are the parameters under which the points, so counted, are likeliest.

/// k weighted normal distributions of d features.
struct Mixture: Sendable, Equatable {
  let covariance: GaussianMixture.Covariance
  let dimensions: Int
  var weights: [Double]

  /// k × d.
  var means: [Double]

  /// full k × d × d, tied d × d, diagonal k × d, spherical k; row after row.
  var covariances: [Double]
}

extension Mixture {
  /// Added to the sum of the responsibilities of a component, so that an empty one can be
  /// divided by it.
  static let leastCount = 10 * 0x1p-52

  /// The M step.
  init(
    _ statistics: MixtureStatistics, covariance: GaussianMixture.Covariance,
    regularization: Double
  ) {
    let d = statistics.dimensions
    let counts = statistics.counts.map { $0 + Mixture.leastCount }
    let total = counts.reduce(0, +)
    self.covariance = covariance
    dimensions = d
    weights = counts.map { $0 / total }
    means = statistics.means
    covariances =
      switch covariance {
      case .full:
        counts.indices.flatMap { c in
          square(statistics.scatter(of: c).map { $0 / counts[c] }, size: d)
        }
      case .tied:
        square(statistics.pooledScatter.map { $0 / total }, size: d)
      case .diagonal:
        counts.indices.flatMap { c in statistics.scatter(of: c).map { $0 / counts[c] } }
      case .spherical:
        counts.indices.map { c in
          statistics.scatter(of: c).reduce(0, +) / (counts[c] * Double(d))
        }
      }
    for i in diagonalIndices { covariances[i] += regularization }
  }

  /// Where the variances stand in ``covariances``.
  private var diagonalIndices: [Int] {
    let d = dimensions
    guard covariance == .full || covariance == .tied else { return Array(covariances.indices) }
    return (0..<covariances.count / (d * d)).flatMap { c in
      (0..<d).map { c * d * d + $0 * (d + 1) }
    }
  }

  /// The number of free parameters.
  var parameterCount: Int {
    let (k, d) = (weights.count, dimensions)
    let ofCovariances =
      switch covariance {
      case .full: k * d * (d + 1) / 2
      case .tied: d * (d + 1) / 2
      case .diagonal: k * d
      case .spherical: k
      }
    return ofCovariances + k * d + k - 1
  }

  /// The covariance matrix of one component, d × d.
  func covarianceMatrix(of c: Int) -> [Double] {
    let d = dimensions
    switch covariance {
    case .full: return Array(covariances[c * d * d..<(c + 1) * d * d])
    case .tied: return covariances
    case .diagonal: return diagonalMatrix(Array(covariances[c * d..<(c + 1) * d]))
    case .spherical: return diagonalMatrix(Array(repeating: covariances[c], count: d))
    }
  }
}

private func diagonalMatrix(_ diagonal: [Double]) -> [Double] {
  let d = diagonal.count
  return (0..<d * d).map { $0 / d == $0 % d ? diagonal[$0 % d] : 0 }
}

/// The symmetric d × d matrix of a lower triangle whose rows stand one after the other.
private func square(_ triangle: [Double], size d: Int) -> [Double] {
  (0..<d * d).map { index in
    let (low, high) = (min(index / d, index % d), max(index / d, index % d))
    return triangle[high * (high + 1) / 2 + low]
  }
}
