// What takes too long on all rows is taken on some of them: always the same ones of a table, so
// that a figure changes only when what it measures does.

import Clustering

/// Rows drawn from a table, or all of it.
package struct Sample: Sendable, Equatable {
  /// Ascending.
  package let rows: [Int]
  package let isWhole: Bool

  /// `size` rows where there are more than `most`.
  package init(of count: Int, most: Int, size: Int, seed: UInt64 = 1) {
    isWhole = count <= most
    guard !isWhole else {
      rows = Array(0..<count)
      return
    }
    var random = SeededGenerator(seed: seed, stream: Stream.sample)
    rows = random.nextIndices(size, below: count).sorted()
  }

  func points(of points: Points) -> Points { isWhole ? points : points.selecting(rows: rows) }
}
