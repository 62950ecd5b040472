// The covariance matrix in one pass over memory.
//
// The rows are cut into parts that stay in the nearest cache. Of a part the means are found,
// the deviations from them are laid out with each row filled up to a multiple of eight, and
// their products are summed in tiles of the matrix, two features by eight, that fit into the
// registers. Only tiles on and below the diagonal are needed. The parts are then put together.

/// As `plainProducts` over all the points, to rounding; the same for any number of threads.
package func featureProducts(_ points: Points, threads: Int) -> FeatureProducts {
  let d = points.dimensions
  let parts = inChunks(points.count, size: 16 * partRows(d), threads: threads) { rows in
    var products = FeatureProducts(dimensions: d)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: partRows(d)) {
      let part = first..<min(first + partRows(d), rows.upperBound)
      products.merge(productsOfPart(points, rows: part))
    }
    return products
  }
  return parts.reduce(into: FeatureProducts(dimensions: d)) { $0.merge($1) }
}

/// As many rows as stay in the nearest cache: 32 KB.
private func partRows(_ d: Int) -> Int {
  max(8, 512 / CenteredRows.blocks(d))
}

private func productsOfPart(_ points: Points, rows: Range<Int>) -> FeatureProducts {
  let d = points.dimensions
  let centered = CenteredRows(points, rows: rows)
  var result = FeatureProducts(dimensions: d)
  result.count = rows.count
  result.means = centered.means
  for i in stride(from: 0, to: d, by: 2) {
    for block in 0...i / 8 {
      let tile = centered.tile(features: i, block: block)
      for (row, sums) in [(i, tile.0), (i + 1, tile.1)] where row < d {
        for lane in 0..<min(8, row - 8 * block + 1) {
          result.products[row * d + 8 * block + lane] = sums[lane]
          result.products[(8 * block + lane) * d + row] = sums[lane]
        }
      }
    }
  }
  return result
}

/// Some rows less their means, in blocks of eight features; the last is filled up with zeros.
private struct CenteredRows {
  let blocks: Int
  let means: [Double]
  let deviations: [SIMD8<Double>]

  static func blocks(_ d: Int) -> Int { (d + 7) / 8 }

  init(_ points: Points, rows: Range<Int>) {
    let d = points.dimensions
    blocks = Self.blocks(d)
    // Less the first row, which is not far, and then less the mean: so rounding takes nothing
    // from the mean.
    let origin = points.row(rows.lowerBound)
    var deviations = Self.deviations(of: points, rows: rows, from: origin)
    let shifts = Self.takeMeans(off: &deviations, blocks: blocks)
    self.deviations = deviations
    means = (0..<d).map { origin[$0] + shifts[$0 / 8][$0 % 8] }
  }

  private static func deviations(
    of points: Points, rows: Range<Int>, from origin: [Double]
  ) -> [SIMD8<Double>] {
    let (d, blocks) = (points.dimensions, blocks(points.dimensions))
    let values = points.values.span
    let origins = (0..<d / 8).map { eightValues(origin.span.bytes, at: 8 * $0) }
    var storage = [SIMD8<Double>](repeating: SIMD8(), count: rows.count * blocks)
    var deviations = storage.mutableSpan
    for i in rows {
      let first = (i - rows.lowerBound) * blocks
      for block in 0..<d / 8 {
        deviations[first + block] =
          eightValues(values.bytes, at: i * d + 8 * block) - origins[block]
      }
      for j in d / 8 * 8..<d {
        deviations[first + blocks - 1][j % 8] = values[i * d + j] - origin[j]
      }
    }
    return storage
  }

  /// Takes the mean off each column, and returns the means.
  private static func takeMeans(
    off storage: inout [SIMD8<Double>], blocks: Int
  ) -> [SIMD8<Double>] {
    var rows = storage.mutableSpan
    return (0..<blocks).map { block in
      var sum = SIMD8<Double>()
      for place in stride(from: block, to: rows.count, by: blocks) { sum += rows[place] }
      let mean = sum / Double(rows.count / blocks)
      for place in stride(from: block, to: rows.count, by: blocks) { rows[place] -= mean }
      return mean
    }
  }

  /// The sums of the products of features i and i + 1, i even, with eight others.
  func tile(features i: Int, block: Int) -> (SIMD8<Double>, SIMD8<Double>) {
    let bytes = deviations.span.bytes
    var (first, second) = (SIMD8<Double>(), SIMD8<Double>())
    for row in stride(from: 0, to: 8 * deviations.count, by: 8 * blocks) {
      let others = eightValues(bytes, at: row + 8 * block)
      first += others * oneValue(bytes, at: row + i)
      second += others * oneValue(bytes, at: row + i + 1)
    }
    return (first, second)
  }
}
