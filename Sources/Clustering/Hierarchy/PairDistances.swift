// The distances between all pairs, each pair once.

/// The distances between n clusters: n · (n - 1) / 2 numbers.
struct PairDistances: Sendable {
  private let count: Int
  /// Row by row the part above the diagonal: (0, 1), (0, 2), …, (1, 2), …
  private var values: [Double] = []

  init(_ points: Points, distance: Distance) {
    count = points.count
    values.reserveCapacity(count * (count - 1) / 2)
    for i in 0..<count {
      for j in i + 1..<count {
        values.append(distance.between(i, j, in: points))
      }
    }
  }

  subscript(_ i: Int, _ j: Int) -> Double {
    get { values[index(i, j)] }
    set { values[index(i, j)] = newValue }
  }

  private func index(_ i: Int, _ j: Int) -> Int {
    let (low, high) = i < j ? (i, j) : (j, i)
    return low * (2 * count - low - 1) / 2 + high - low - 1
  }
}
