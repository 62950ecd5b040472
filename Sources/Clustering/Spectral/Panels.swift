// Several vectors of n components, eight side by side: what a product with a matrix goes over
// in one pass.

/// Vectors in panels of eight. Element i of a panel holds component i of each of its vectors;
/// elements after the last component are 0.
struct Panels: Sendable {
  private var panels: [[Lanes]]
  private let rows: Int

  /// The number of vectors.
  var columns: Int { panels.count * 8 }

  /// Vectors that point anywhere, the same ones every time.
  init(random count: Int, rows: Int, length: Int) {
    var generator = SeededGenerator(seed: 0)
    var panels = [[Lanes]](repeating: Array(repeating: Lanes(), count: length), count: count)
    for p in 0..<count {
      for i in 0..<rows {
        for lane in 0..<8 { panels[p][i][lane] = generator.nextUnit() - 0.5 }
      }
    }
    self.panels = panels
    self.rows = rows
  }

  /// These vectors, and zeros up to a multiple of eight.
  init(columns: [[Double]], length: Int) {
    rows = columns.first?.count ?? 0
    panels = Array(
      repeating: Array(repeating: Lanes(), count: length), count: (columns.count + 7) / 8)
    for (c, column) in columns.enumerated() { self[c] = column }
  }

  /// Component `i` of vector `c`.
  subscript(_ i: Int, _ c: Int) -> Double {
    panels[c / 8][i][c % 8]
  }

  private subscript(_ c: Int) -> [Double] {
    get { (0..<rows).map { panels[c / 8][$0][c % 8] } }
    set { for i in 0..<rows { panels[c / 8][i][c % 8] = newValue[i] } }
  }

  private init(panels: [[Lanes]], rows: Int) {
    self.panels = panels
    self.rows = rows
  }

  func map(_ transform: ([Lanes]) -> [Lanes]) -> Panels {
    Panels(panels: panels.map(transform), rows: rows)
  }

  /// Every vector times the same factor.
  func times(_ factor: Double) -> Panels {
    map { panel in panel.map { $0 * factor } }
  }

  /// The sums with `factor` times the others.
  func adding(_ others: Panels, times factor: Double) -> Panels {
    adding(others, times: Array(repeating: factor, count: columns))
  }

  /// The sums with the others, each of which has a factor of its own.
  func adding(_ others: Panels, times factors: [Double]) -> Panels {
    let sums = panels.indices.map { p in
      let lanes = eightValues(factors.span.bytes, at: p * 8)
      return zip(panels[p], others.panels[p]).map { $0 + $1 * lanes }
    }
    return Panels(panels: sums, rows: rows)
  }
}

// MARK: - Angles

extension Panels {
  /// The products of each vector with each of the others, as a matrix.
  func products(with others: Panels) -> [Double] {
    let size = columns
    var matrix = [Double](repeating: 0, count: size * size)
    for (p, panel) in panels.enumerated() {
      for (q, other) in others.panels.enumerated() {
        var sums = [Lanes](repeating: Lanes(), count: 8)
        for i in 0..<rows {
          for lane in 0..<8 { sums[lane] += other[i] * panel[i][lane] }
        }
        for a in 0..<8 {
          for b in 0..<8 { matrix[(p * 8 + a) * size + q * 8 + b] = sums[a][b] }
        }
      }
    }
    // Symmetric but for rounding.
    for a in 0..<size {
      for b in 0..<a {
        let mean = (matrix[a * size + b] + matrix[b * size + a]) / 2
        (matrix[a * size + b], matrix[b * size + a]) = (mean, mean)
      }
    }
    return matrix
  }

  /// The vectors mixed: the new vector c is Σ pairs[c].vector[a] · vector a.
  func turned(by pairs: [Eigenpair]) -> Panels {
    var turned = panels
    for p in panels.indices {
      let weights = (0..<columns).map { a in
        var lanes = Lanes()
        for lane in 0..<8 { lanes[lane] = pairs[p * 8 + lane].vector[a] }
        return lanes
      }
      for i in 0..<rows {
        var sum = Lanes()
        for (q, panel) in panels.enumerated() {
          for lane in 0..<8 { sum += weights[q * 8 + lane] * panel[i][lane] }
        }
        turned[p][i] = sum
      }
    }
    return Panels(panels: turned, rows: rows)
  }

  /// The length of each vector.
  var lengths: [Double] {
    (0..<columns).map { c in dot(self[c], self[c]).squareRoot() }
  }

  /// Makes the vectors orthonormal, one after the other (Gram and Schmidt, twice because once
  /// leaves what rounding brought in). One that lies in the span of those before is drawn anew.
  mutating func straighten() {
    var generator = SeededGenerator(seed: 1)
    var straight: [[Double]] = []
    for c in 0..<columns {
      var vector = self[c]
      var draws = 0
      while !straightened(&vector, against: straight) && draws < 8 {
        vector = (0..<rows).map { _ in generator.nextUnit() - 0.5 }
        draws += 1
      }
      straight.append(vector)
      self[c] = vector
    }
  }
}

/// Takes off what lies along `others`, and makes the rest one long; false if there was none.
private func straightened(_ vector: inout [Double], against others: [[Double]]) -> Bool {
  let before = dot(vector, vector).squareRoot()
  for _ in 0..<2 {
    for other in others {
      let share = dot(vector, other)
      for i in vector.indices { vector[i] -= share * other[i] }
    }
  }
  let length = dot(vector, vector).squareRoot()
  guard length > 1e-12 * before, length > 0 else { return false }
  for i in vector.indices { vector[i] /= length }
  return true
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}
