// The E step, plainly: how likely a point is under each component.
//
//     log (w · N(x | μ, Σ)) = log w - ½ (d log 2π + log det Σ + |L⁻¹ (x - μ)|²),  Σ = L Lᵀ
//
// Everything but the last term is worked out once per component. The responsibility of a
// component for a point is its share in the sum of the k densities. The sum is formed after
// division by the largest, so that points far from every component have shares too.
//
// `MixtureBlocks.swift` does the same for eight points at once.

/// The densities of the components of a mixture, ready for points.
struct MixtureDensity: Sendable {
  let dimensions: Int

  /// k × d.
  let means: [Double]

  /// For each component L⁻¹, row after row up to the diagonal, or only its diagonal.
  let factors: [Double]

  /// Only the diagonals of L⁻¹ are kept, because all else in them is 0.
  let isDiagonal: Bool

  /// What does not depend on the point, for each component.
  let constants: [Double]

  /// The logarithm of a density that is not worth telling from 0.
  static let lowest = -1e300

  /// A component whose covariance matrix is not positive definite, so that it has no density.
  struct Singular: Error {
    let component: Int
  }

  init(_ mixture: Mixture) throws(Singular) {
    let d = mixture.dimensions
    isDiagonal = mixture.covariance.isDiagonal
    dimensions = d
    means = mixture.means
    var factors: [Double] = []
    var constants: [Double] = []
    for c in mixture.weights.indices {
      let diagonal: [Double]
      if isDiagonal {
        diagonal = inverseDeviations(mixture, of: c)
        factors += diagonal
      } else {
        let matrix = mixture.covarianceMatrix(of: c)
        guard let inverse = InverseCholesky(of: matrix, size: d) else {
          throw Singular(component: c)
        }
        diagonal = (0..<d).map { inverse.rows[$0 * ($0 + 3) / 2] }
        factors += inverse.rows
      }
      guard diagonal.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw Singular(component: c) }
      // A weight may have rounded to 0; its component then has no say.
      let weight = max(mixture.weights[c], .leastNormalMagnitude)
      constants.append(
        diagonal.reduce(naturalLog(weight)) { $0 + naturalLog($1) }
          - 0.5 * Double(d) * naturalLog(2 * Double.pi))
    }
    self.factors = factors
    self.constants = constants
  }

  var componentCount: Int { constants.count }

  /// log (weight · density) of component `c` at a point.
  func logDensity(_ c: Int, at point: Span<Double>) -> Double {
    let d = dimensions
    var next = c * (factors.count / componentCount)
    var squares = 0.0
    for i in 0..<d {
      var independent = 0.0
      for j in (isDiagonal ? i : 0)...i {
        independent += (point[j] - means[c * d + j]) * factors[next]
        next += 1
      }
      squares += independent * independent
    }
    let result = constants[c] - 0.5 * squares
    return result >= Self.lowest ? result : Self.lowest
  }

  /// Fills in the share of each component in the density at a point, from place `first` on, and
  /// returns the logarithm of the whole density.
  func responsibilities(
    at point: Span<Double>, into shares: inout MutableSpan<Double>, from first: Int = 0
  ) -> Double {
    let places = first..<first + componentCount
    var largest = -Double.infinity
    for place in places {
      shares[place] = logDensity(place - first, at: point)
      largest = max(largest, shares[place])
    }
    var sum = 0.0
    for place in places {
      shares[place] = exponential(shares[place] - largest)
      sum += shares[place]
    }
    for place in places { shares[place] /= sum }
    return largest + naturalLog(sum)
  }
}

private func inverseDeviations(_ mixture: Mixture, of c: Int) -> [Double] {
  let d = mixture.dimensions
  return (0..<d).map { j in
    let variance = mixture.covariances[mixture.covariance == .diagonal ? c * d + j : c]
    return 1 / variance.squareRoot()
  }
}
