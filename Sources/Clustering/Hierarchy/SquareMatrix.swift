// A square matrix in memory of its own, row by row.
//
// An array of n² numbers would be filled with zeros first and could be written by one thread
// only. Here threads write different rows, or different tiles, at the same time, and no element
// is read before it is written. The price is unsafe memory: of the linkages, this file and what
// works on a `MatrixRow` have it, and nothing else.

/// The memory of a square matrix. Whoever writes must see to it that no two threads use the same
/// elements.
final class SquareMatrix: @unchecked Sendable {
  /// How far apart rows are: a multiple of eight, so that a row is read in whole vectors.
  let stride: Int
  private let elements: UnsafeMutableBufferPointer<Double>

  init(count: Int) {
    stride = (count + 7) / 8 * 8
    elements = .allocate(capacity: count * stride)
    preferLargePages(elements)
  }

  deinit { elements.deallocate() }

  /// `count` elements of row `i`, from column `first` on.
  func row(_ i: Int, from first: Int = 0, count: Int) -> MatrixRow {
    let start = i * stride + first
    return MatrixRow(rebasing: elements[start..<start + count])
  }

  /// Row `i`, which has `width` distances now, up to a whole vector: no cluster is near itself,
  /// and there is none past the end.
  func closeRow(_ i: Int, own: Int, width: Int) -> MatrixRow {
    let row = row(i, count: (width + 7) / 8 * 8)
    row[own] = .infinity
    for past in width..<row.count { row[past] = .infinity }
    return row
  }
}

typealias MatrixRow = UnsafeMutableBufferPointer<Double>

/// Room for a row, for a while.
func withScratchRow<Result>(count: Int, _ body: (MatrixRow) -> Result) -> Result {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: count, body)
}

extension MatrixRow {
  /// The nearest of the clusters that the row has distances to; its length is a multiple of
  /// eight. Eight at a time are passed over when the least of them is no nearer.
  func nearest(from own: Int) -> Nearest {
    var nearest = Nearest()
    let bytes = UnsafeRawBufferPointer(self)
    for first in Swift.stride(from: 0, to: count, by: 8) {
      let eight = bytes.loadUnaligned(fromByteOffset: first * 8, as: SIMD8<Double>.self)
      guard eight.leastValue <= nearest.distance else { continue }
      for lane in 0..<8 { nearest.consider(first + lane, at: eight[lane], from: own) }
    }
    return nearest
  }
}
