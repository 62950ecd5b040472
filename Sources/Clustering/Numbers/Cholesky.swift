// The square root of a covariance matrix: Σ = L Lᵀ with L lower triangular.
//
// With it, what a normal density asks of Σ is cheap: x becomes L⁻¹ (x - μ), whose features are
// independent and have the variance 1, so its squared length is the squared Mahalanobis
// distance; and the determinant of L is the product of its diagonal.
//
// Golub and Van Loan, Matrix Computations, section 4.2.

/// The inverse of the Cholesky factor of a symmetric positive definite d × d matrix.
struct InverseCholesky {
  /// L⁻¹, its rows one after the other up to the diagonal: 1 + 2 + ... + d numbers.
  let rows: [Double]

  /// Factors a d × d matrix in O(d³); nil when it is not positive definite.
  init?(of matrix: [Double], size d: Int) {
    guard let factor = choleskyFactor(of: matrix, size: d) else { return nil }
    var inverse = [Double](repeating: 0, count: d * d)
    for column in 0..<d {
      inverse[column * d + column] = 1 / factor[column * d + column]
      for i in column + 1..<d {
        var sum = 0.0
        for j in column..<i { sum += factor[i * d + j] * inverse[j * d + column] }
        inverse[i * d + column] = -sum / factor[i * d + i]
      }
    }
    guard inverse.allSatisfy(\.isFinite) else { return nil }
    rows = (0..<d).flatMap { inverse[$0 * d...$0 * d + $0] }
  }
}

/// L, d × d with zeros above the diagonal; nil when a pivot is not positive.
private func choleskyFactor(of matrix: [Double], size d: Int) -> [Double]? {
  var factor = [Double](repeating: 0, count: d * d)
  for i in 0..<d {
    for j in 0...i {
      var rest = matrix[i * d + j]
      for m in 0..<j { rest -= factor[i * d + m] * factor[j * d + m] }
      if i == j {
        guard rest > 0, rest.isFinite else { return nil }
        factor[i * d + i] = rest.squareRoot()
      } else {
        factor[i * d + j] = rest / factor[j * d + j]
      }
    }
  }
  return factor
}
