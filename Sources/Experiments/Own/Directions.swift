// The two directions of largest spread of a wide table. With thousands of columns the matrix of
// their products is too large to be taken apart; here it is never made: two directions are turned
// by the table itself until they stand still.
//
// Orthogonal iteration: Golub, Van Loan: Matrix Computations, 4th edition, section 8.2.4.

package import Clustering

package struct Directions {
  /// Each of length 1, at right angles.
  package private(set) var vectors: [[Double]]
  package let means: [Double]
  /// Of the whole spread, 0...1.
  package private(set) var shares: [Double]

  private static let rounds = 200
  private static let stillness = 1e-9

  /// - Parameter goesOn: Asked in every round, with the share of the rounds that are done.
  /// - Throws: `cancelled` where it says no.
  package init(
    of points: Points, goesOn: (Double) -> Bool
  ) throws(ExperimentError) {
    let d = points.dimensions
    means = (0..<d).map { j in
      (0..<points.count).reduce(0.0) { $0 + points.values[$1 * d + j] / Double(points.count) }
    }
    let total = points.squares(around: means)
    vectors = (0..<min(2, d)).map { c in (0..<d).map { $0 % 2 == c ? 1.0 : 0.5 } }
    vectors.makeOrthogonal()
    shares = vectors.map { _ in 0 }
    for round in 0..<Self.rounds {
      guard goesOn(Double(round) / Double(Self.rounds)) else { throw .cancelled }
      let turned = vectors.map { points.turning($0, around: means) }
      let next = zip(vectors, turned).map { total > 0 ? $0.dot($1) / total : 0 }
      let moved = zip(shares, next).map { ($0 - $1).magnitude }.max() ?? 0
      (vectors, shares) = (turned, next)
      vectors.makeOrthogonal()
      if moved < Self.stillness { break }
    }
  }
}

extension Points {
  /// The sum of squared differences from the means.
  fileprivate func squares(around means: [Double]) -> Double {
    (0..<count * dimensions).reduce(0.0) { sum, at in
      let difference = values[at] - means[at % dimensions]
      return sum + difference * difference
    }
  }

  /// Xᵀ X v of the centered table, row by row.
  fileprivate func turning(_ vector: [Double], around means: [Double]) -> [Double] {
    let d = dimensions
    var turned = Array(repeating: 0.0, count: d)
    for i in 0..<count {
      var along = 0.0
      for j in 0..<d { along += (values[i * d + j] - means[j]) * vector[j] }
      for j in 0..<d { turned[j] += along * (values[i * d + j] - means[j]) }
    }
    return turned
  }
}

extension [Double] {
  fileprivate func dot(_ other: [Double]) -> Double {
    zip(self, other).reduce(0.0) { $0 + $1.0 * $1.1 }
  }
}

extension [[Double]] {
  /// Length 1 each, at right angles to those before; one without any length stays zero.
  fileprivate mutating func makeOrthogonal() {
    for c in indices {
      for before in 0..<c {
        let along = self[c].dot(self[before])
        for j in self[c].indices { self[c][j] -= along * self[before][j] }
      }
      let length = self[c].dot(self[c]).squareRoot()
      self[c] = self[c].map { length > 0 ? $0 / length : 0 }
    }
  }
}
