// The covariance matrix in one pass over memory.
//
// The rows are cut into parts that stay in the nearest cache. The deviations of a part from a
// value near the middle are laid out with each row filled up to a multiple of eight, and their
// products are summed in tiles of the matrix, two features by eight, that fit into the
// registers. Only tiles on and below the diagonal are needed. Some parts together make a chunk,
// of which the means are then known, and the chunks are put together.

/// As `plainProducts` over all the points, to rounding; the same for any number of threads.
package func featureProducts(_ points: Points, threads: Int) -> FeatureProducts {
  let d = points.dimensions
  let chunks = inChunks(points.count, size: 16 * partRows(d), threads: threads) { rows in
    productsOfChunk(points, rows: rows)
  }
  return chunks.reduce(into: FeatureProducts(dimensions: d)) { $0.merge($1) }
}

/// As many rows as stay in the nearest cache: 32 KB.
private func partRows(_ d: Int) -> Int {
  max(8, 512 / DeviationRows.blocks(d))
}

private func productsOfChunk(_ points: Points, rows: Range<Int>) -> FeatureProducts {
  let d = points.dimensions
  let middles = middles(points, rows: rows)
  var result = FeatureProducts(dimensions: d)
  var deviations = DeviationRows(dimensions: d, capacity: partRows(d))
  for first in stride(from: rows.lowerBound, to: rows.upperBound, by: partRows(d)) {
    deviations.fill(points, rows: first..<min(first + partRows(d), rows.upperBound), from: middles)
    deviations.addProducts(to: &result.products)
  }
  result.count = rows.count
  let shifts = (0..<d).map { deviations.sums[$0 / 8][$0 % 8] / Double(rows.count) }
  result.means = zip(middles, shifts).map { $0 + $1 }
  for i in 0..<d {
    for j in 0...i {
      // Less what the middle is off the mean: see `middles`.
      let sum = result.products[i * d + j] - Double(rows.count) * shifts[i] * shifts[j]
      (result.products[i * d + j], result.products[j * d + i]) = (sum, sum)
    }
  }
  return result
}

/// Deviations of some rows, in blocks of eight features; the last is filled up with zeros.
private struct DeviationRows {
  private let dimensions: Int
  private let blocks: Int
  private var count = 0
  private var deviations: [SIMD8<Double>]

  /// The sums of all deviations so far.
  private(set) var sums: [SIMD8<Double>]

  static func blocks(_ d: Int) -> Int { (d + 7) / 8 }

  init(dimensions: Int, capacity: Int) {
    self.dimensions = dimensions
    blocks = Self.blocks(dimensions)
    deviations = Array(repeating: SIMD8(), count: capacity * blocks)
    sums = Array(repeating: SIMD8(), count: blocks)
  }

  mutating func fill(_ points: Points, rows: Range<Int>, from middles: [Double]) {
    count = rows.count
    let whole = dimensions / 8
    for block in 0..<whole { fill(points, rows: rows, block: block, from: middles) }
    guard whole < blocks else { return }
    let values = points.values.span
    for (row, i) in rows.enumerated() {
      let place = row * blocks + whole
      for j in whole * 8..<dimensions {
        deviations[place][j % 8] = values[i * dimensions + j] - middles[j]
      }
      sums[whole] += deviations[place]
    }
  }

  private mutating func fill(
    _ points: Points, rows: Range<Int>, block: Int, from middles: [Double]
  ) {
    let bytes = points.values.span.bytes
    let middle = eightValues(middles.span.bytes, at: 8 * block)
    var sum = sums[block]
    let (d, blocks) = (dimensions, blocks)
    var deviations = deviations.mutableSpan
    var place = block
    for i in rows {
      let deviation = eightValues(bytes, at: i * d + 8 * block) - middle
      deviations[place] = deviation
      sum += deviation
      place += blocks
    }
    sums[block] = sum
  }

  /// Adds the products of the features to the matrix, on and below its diagonal.
  func addProducts(to products: inout [Double]) {
    let d = dimensions
    for i in stride(from: 0, to: d, by: 2) {
      for block in 0...i / 8 {
        let tile = tile(features: i, block: block)
        for lane in 0..<min(8, i - 8 * block + 1) {
          products[i * d + 8 * block + lane] += tile.0[lane]
        }
        guard i + 1 < d else { continue }
        for lane in 0..<min(8, i - 8 * block + 2) {
          products[(i + 1) * d + 8 * block + lane] += tile.1[lane]
        }
      }
    }
  }

  /// The sums of the products of features i and i + 1, i even, with eight others.
  ///
  /// Here all the time is spent, and half of it would go into finding that every place is within
  /// bounds: so that is found once, and the loop reads memory as it is.
  private func tile(features i: Int, block: Int) -> (SIMD8<Double>, SIMD8<Double>) {
    let width = blocks * MemoryLayout<SIMD8<Double>>.stride
    let (eight, one) = (
      block * MemoryLayout<SIMD8<Double>>.stride, i * MemoryLayout<Double>.stride
    )
    let two = one + MemoryLayout<Double>.stride
    precondition(block < blocks && i + 1 < 8 * blocks && count * blocks <= deviations.count)
    return deviations.withUnsafeBytes { bytes in
      var (first, second) = (SIMD8<Double>(), SIMD8<Double>())
      var row = 0
      for _ in 0..<count {
        let others = bytes.loadUnaligned(fromByteOffset: row &+ eight, as: SIMD8<Double>.self)
        first += others * bytes.loadUnaligned(fromByteOffset: row &+ one, as: Double.self)
        second += others * bytes.loadUnaligned(fromByteOffset: row &+ two, as: Double.self)
        row &+= width
      }
      return (first, second)
    }
  }
}
