// Piles of points at the same spot, before the fast search for a spanning tree.
//
// Where many points coincide, all the edges between two such piles have the same weight, and a
// search that has to tell ties apart would look at each of them. But which edges are taken is
// known beforehand: ties go to the lower rows, so the first row of a pile speaks for all of it,
// and the others hang on to the first with edges of weight 0. That holds as long as the edges
// within the pile are the lightest there are, which is so for core distances of 0.

/// Rows that coincide, with core distances of 0, and one row for each pile of them.
struct Piles {
  /// The rows that stand alone and the first rows of the piles, ascending.
  let firstRows: [Int]

  /// All the other rows, each with the first of its pile.
  private var others: [(row: Int, first: Int)] = []

  init(_ points: Points, squaredCores: [Double]) {
    let zeros = squaredCores.indices.filter { squaredCores[$0] == 0 }
    let sorted = zeros.sorted { a, b in
      let order = compare(a, b, points)
      return order == 0 ? a < b : order < 0
    }
    var isFirst = [Bool](repeating: true, count: points.count)
    var first = sorted.first ?? 0
    for row in sorted.dropFirst() {
      if compare(first, row, points) == 0 {
        isFirst[row] = false
        others.append((row, first))
      } else {
        first = row
      }
    }
    firstRows = isFirst.indices.filter { isFirst[$0] }
  }

  /// The edges of the tree over all rows, from those of the tree over `firstRows`.
  func edges(with edges: [SpanningTree.SquaredEdge]) -> [SpanningTree.SquaredEdge] {
    edges.map {
      .init(
        square: $0.square, a: Int32(firstRows[Int($0.a)]), b: Int32(firstRows[Int($0.b)]))
    }
      + others.map { .init(square: 0, a: Int32($0.first), b: Int32($0.row)) }
  }
}

/// Negative, zero or positive, as row `a` comes before, at or after row `b` by its features.
private func compare(_ a: Int, _ b: Int, _ points: Points) -> Int {
  for j in 0..<points.dimensions where points[a, j] != points[b, j] {
    return points[a, j] < points[b, j] ? -1 : 1
  }
  return 0
}
