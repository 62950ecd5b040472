// The filter of the search for eigenvectors: a Chebyshev polynomial of the matrix.
//
// For the interval from m - r to m + r, and scaled so that it is 1 at 1, it is
//
//     σ₁ = r / (1 - m)              v₁ = σ₁/r · (M - m) v₀
//     σₙ₊₁ = 1 / (2/σ₁ - σₙ)        vₙ₊₁ = 2 σₙ₊₁/r · (M - m) vₙ - σₙ σₙ₊₁ vₙ₋₁
//
// But of M v₀ = value · v₀ + error all is known, and M only has to be multiplied with what the
// error becomes: vₙ = shareₙ v₀ + partₙ, where the number shareₙ takes the same steps with the
// value in the place of M, and
//
//     part₁ = σ₁/r · error
//     partₙ₊₁ = 2 σₙ₊₁/r · ((M - m) partₙ + shareₙ error) - σₙ σₙ₊₁ partₙ₋₁
//
// The parts are small, and get smaller with every round, so that a few digits of them are enough:
// the products are made with numbers of 32 bits, which takes less than half of the time. Whether
// the vectors are at rest is then found with all digits.

extension EigenvectorSearch {
  /// Holds down what the vectors have of the eigenvectors with the eigenvalues in ``unwanted``.
  mutating func filter(while shouldContinue: () -> Bool) throws(ClusteringError) {
    let (m, r) = unwanted
    let firstSigma = r / (1 - m)
    var sigma = firstSigma
    var (shares, sharesBefore) = (values.map { sigma / r * ($0 - m) }, values.map { _ in 1.0 })
    var (parts, partsBefore) = (errors.times(sigma / r), errors.times(0))
    for _ in 1..<degree(middle: m, radius: r) {
      guard shouldContinue() else { throw .cancelled }
      let next = 1 / (2 / firstSigma - sigma)
      let (step, back) = (2 * next / r, sigma * next)
      let partsAfter = parts.map { graph.timesRoughly($0, threads: threads) }.times(step)
        .adding(parts, times: -m * step)
        .adding(errors, times: shares.map { step * $0 })
        .adding(partsBefore, times: -back)
      let sharesAfter = values.indices.map { c in
        step * (values[c] - m) * shares[c] - back * sharesBefore[c]
      }
      (sharesBefore, shares) = (shares, sharesAfter)
      (partsBefore, parts) = (parts, partsAfter)
      sigma = next
    }
    vectors = parts.adding(vectors, times: shares)
  }

  /// The interval of the eigenvalues to be held down: its middle, and half its length.
  private var unwanted: (middle: Double, radius: Double) {
    // Vectors that point anywhere tell nothing; that those above ½ are wanted is a fair guess.
    let known = rounds == 0 ? 0.5 : min(values[values.count - 1], values[count - 1] - margin)
    let cut = max(known, graph.least + 1e-12)
    return ((cut + graph.least) / 2, (cut - graph.least) / 2)
  }

  /// As high as it takes to bring the residual down, and not so high that the first vector drowns
  /// the last: beyond e¹⁸, half the digits would be gone.
  private func degree(middle: Double, radius: Double) -> Int {
    func growth(at value: Double) -> Double {
      let t = max(1 + 1e-9, (value - middle) / radius)
      return naturalLog(t + (t * t - 1).squareRoot())
    }
    let most = min(18 / growth(at: 1), 60)
    guard rounds > 0 else { return Int(most) }
    // Of the polynomial of degree n, which is half eⁿᵍ for the growth g.
    let wanted = naturalLog(2 * max(residual / Self.restingResidual, 1))
    return Int(max(2, min((wanted / growth(at: values[count - 1])).rounded(.up), most)))
  }
}
