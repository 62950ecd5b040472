// All that the M step needs to know of the points: for each component three sums over them,
//
//     Σ r      Σ r (x - o)      Σ r (x - o) (x - o)ᵀ
//
// with r the responsibility and o an origin close to the mean. The E step adds them up as it
// goes, so that one pass over the points makes a whole iteration, and no responsibility is
// kept. The origin is the mean before the iteration: deviations from it are small numbers, even
// where the values themselves are near 1e8, and little is lost in their squares.

/// Weighted sums over points, for k components.
package struct MixtureStatistics: Sendable {
  let dimensions: Int

  /// Of the products (x - o) (x - o)ᵀ only the squares are summed.
  let isDiagonal: Bool

  /// k × d.
  let origins: [Double]

  /// Σ r, for each component.
  package var counts: [Double]

  /// Σ r (x - o), k × d.
  package var sums: [Double]

  /// Σ r (x - o) (x - o)ᵀ: the lower triangle row after row, or the diagonal, for each component.
  package var products: [Double]

  /// Σ log density over the points.
  package var logLikelihood = 0.0

  init(around origins: [Double], dimensions d: Int, isDiagonal: Bool) {
    let k = origins.count / d
    dimensions = d
    self.isDiagonal = isDiagonal
    self.origins = origins
    counts = Array(repeating: 0, count: k)
    sums = Array(repeating: 0, count: k * d)
    products = Array(repeating: 0, count: k * (isDiagonal ? d : d * (d + 1) / 2))
  }

  /// Counts a point with responsibility `r` to component `c`.
  mutating func add(_ point: Span<Double>, to c: Int, responsibility r: Double) {
    let d = dimensions
    var next = c * (products.count / counts.count)
    counts[c] += r
    for i in 0..<d {
      let share = r * (point[i] - origins[c * d + i])
      sums[c * d + i] += share
      for j in (isDiagonal ? i : 0)...i {
        products[next] += share * (point[j] - origins[c * d + j])
        next += 1
      }
    }
  }

  /// Adds the sums over other points, around the same origins.
  mutating func add(_ other: MixtureStatistics) {
    for c in counts.indices { counts[c] += other.counts[c] }
    for j in sums.indices { sums[j] += other.sums[j] }
    for j in products.indices { products[j] += other.products[j] }
    logLikelihood += other.logLikelihood
  }
}

// MARK: - What follows from the sums

extension MixtureStatistics {
  /// How far the mean of component `c` is from its origin.
  private func shift(of c: Int) -> [Double] {
    let d = dimensions
    // Σ r x / n - o, for n = Σ r + leastCount; so the mean of an empty component is at 0.
    return (c * d..<(c + 1) * d).map { j in
      (sums[j] - Mixture.leastCount * origins[j]) / (counts[c] + Mixture.leastCount)
    }
  }

  /// The means, k × d.
  var means: [Double] {
    zip(origins, counts.indices.flatMap(shift)).map { $0 + $1 }
  }

  /// Σ r (x - mean) (x - mean)ᵀ of one component, packed as the products are.
  func scatter(of c: Int) -> [Double] {
    let d = dimensions
    let size = products.count / counts.count
    let sums = Array(sums[c * d..<(c + 1) * d])
    let shift = shift(of: c)
    var scatter = Array(products[c * size..<(c + 1) * size])
    var next = 0
    for i in 0..<d {
      for j in (isDiagonal ? i : 0)...i {
        scatter[next] += counts[c] * shift[i] * shift[j] - sums[i] * shift[j] - shift[i] * sums[j]
        if i == j { scatter[next] = max(0, scatter[next]) }
        next += 1
      }
    }
    return scatter
  }

  /// The scatters of all components together.
  var pooledScatter: [Double] {
    var pooled = scatter(of: 0)
    for c in counts.indices.dropFirst() {
      for (j, entry) in scatter(of: c).enumerated() { pooled[j] += entry }
    }
    return pooled
  }

  /// Whether a mean is so far from its origin, beside the deviation from the mean, that the
  /// scatter has lost digits; it should then be summed again around the means. A hundred
  /// deviations away, the scatter is a ten-thousandth of the sum that it is what is left of: four
  /// digits of sixteen are lost. A mean that only rounding tells from its origin is no farther.
  var lostDigits: Bool {
    counts.indices.contains { c in
      let (shift, scatter) = (shift(of: c), scatter(of: c))
      return shift.indices.contains { j in
        let isRounding = shift[j].magnitude <= 1e-12 * origins[c * dimensions + j].magnitude
        let variation = counts[c] * shift[j] * shift[j]
        return !isRounding && variation > 1e4 * scatter[isDiagonal ? j : j * (j + 3) / 2]
      }
    }
  }
}
