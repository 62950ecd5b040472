// Eigenvalues and eigenvectors of a symmetric matrix, by turning it until it is diagonal.
//
// Each turn mixes two axes by the very angle that makes their off-diagonal entry 0. It spoils
// entries made 0 before, but the sum of all off-diagonal squares falls with every turn, and
// after a few sweeps nothing is left of it. The turns together are the eigenvectors.
//
// Jacobi 1846, https://doi.org/10.1515/crll.1846.30.51
// Golub and Van Loan, Matrix Computations, section 8.5

struct Eigenpair {
  let value: Double
  /// Of length 1.
  let vector: [Double]
}

/// The eigenpairs of a symmetric d × d matrix, the largest value first. O(d³) for each of the
/// usually six to ten sweeps.
///
/// - Parameter shouldContinue: Asked some times a second; false stops the work.
/// - Throws: ``ClusteringError/cancelled``.
func eigenpairs(
  ofSymmetric matrix: [Double], size d: Int, while shouldContinue: () -> Bool = { true }
) throws(ClusteringError) -> [Eigenpair] {
  var rotation = JacobiRotation(matrix: matrix, size: d)
  // Convergence is quadratic; 50 sweeps are far beyond what any matrix has been seen to need.
  for _ in 0..<50 {
    if try rotation.sweep(while: shouldContinue) == 0 { break }
  }
  return rotation.pairs
}

private struct JacobiRotation {
  let d: Int
  var matrix: [Double]
  /// The eigenvectors, one a column.
  var vectors: [Double]

  init(matrix: [Double], size: Int) {
    d = size
    self.matrix = matrix
    vectors = [Double](repeating: 0, count: d * d)
    for i in 0..<d { vectors[i * d + i] = 1 }
  }

  /// Turns every pair of axes once; returns how many had anything left to turn.
  mutating func sweep(while shouldContinue: () -> Bool) throws(ClusteringError) -> Int {
    var (turned, turnedWhenAsked) = (0, 0)
    for p in 0..<d {
      for q in p + 1..<d where isNoticeable(p, q) {
        turn(p, q)
        turned += 1
      }
      // A turn changes 6 d numbers, some of them far apart in memory.
      guard (turned - turnedWhenAsked) * d > 10_000_000 else { continue }
      turnedWhenAsked = turned
      guard shouldContinue() else { throw .cancelled }
    }
    return turned
  }

  /// Whether the entry is more than rounding beside its two diagonal entries.
  private func isNoticeable(_ p: Int, _ q: Int) -> Bool {
    let diagonal =
      matrix[p * d + p].magnitude.squareRoot() * matrix[q * d + q].magnitude.squareRoot()
    return matrix[p * d + q].magnitude > 1e-17 * diagonal
  }

  private mutating func turn(_ p: Int, _ q: Int) {
    // t is the tangent of the smaller of the two angles that do it.
    let theta = (matrix[q * d + q] - matrix[p * d + p]) / (2 * matrix[p * d + q])
    let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let cosine = 1 / (t * t + 1).squareRoot()
    let sine = t * cosine
    for i in 0..<d { mix(&matrix, i * d + p, i * d + q, cosine, sine) }
    for i in 0..<d { mix(&matrix, p * d + i, q * d + i, cosine, sine) }
    for i in 0..<d { mix(&vectors, i * d + p, i * d + q, cosine, sine) }
    matrix[p * d + q] = 0
    matrix[q * d + p] = 0
  }

  private func mix(
    _ entries: inout [Double], _ a: Int, _ b: Int, _ cosine: Double, _ sine: Double
  ) {
    let (x, y) = (entries[a], entries[b])
    entries[a] = cosine * x - sine * y
    entries[b] = sine * x + cosine * y
  }

  /// The diagonal and the turns; on a tie the earlier axis first.
  var pairs: [Eigenpair] {
    let values = (0..<d).map { matrix[$0 * d + $0] }
    let order = (0..<d).sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
    return order.map { axis in
      Eigenpair(value: values[axis], vector: (0..<d).map { vectors[$0 * d + axis] })
    }
  }
}
