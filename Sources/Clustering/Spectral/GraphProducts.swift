// The matrix M of a graph times eight vectors: what the search for eigenvectors spends its time
// on.
//
// Each row of the matrix is gone over once for all eight. With all n² weights it is the
// arithmetic that takes the time, and numbers of 32 bits take half of it and half of the memory.
// They are good enough for what is small itself: see `EigenvectorSearch.filter`.

extension SimilarityGraph {
  /// M times eight vectors: element i holds component i of each.
  func times(_ panel: [Lanes], threads: Int) -> [Lanes] {
    let scaled = zip(panel, scales).map { $0 * $1 } + panel[count...]
    var product = [Lanes](repeating: Lanes(), count: panel.count)
    _ = mapChunks(of: &product, size: 64, threads: threads) { rows, part in
      let rows = rows.clamped(to: 0..<count)
      switch weights {
      case .dense(let weights):
        multiply(weights, rows: rows, panel: scaled.span, into: &part)
      case .sparse(let starts, let columns, let values):
        for i in rows {
          var sum = Lanes()
          for edge in starts[i]..<starts[i + 1] { sum += scaled[columns[edge]] * values[edge] }
          part[i - rows.lowerBound] = sum
        }
      }
      for i in rows {
        // Without edges, a point only sees itself.
        part[i - rows.lowerBound] =
          scales[i] > 0 ? part[i - rows.lowerBound] * scales[i] : panel[i]
      }
    }
    return product
  }

  /// The same to six or seven digits where that is faster.
  func timesRoughly(_ panel: [Lanes], threads: Int) -> [Lanes] {
    rough?.times(panel, threads: threads) ?? times(panel, threads: threads)
  }

  /// M times one vector, for tests.
  package func product(with vector: [Double], isRough: Bool) -> [Double] {
    let panel =
      vector.map { Lanes(repeating: $0) }
      + Array(repeating: Lanes(), count: paddedCount - count)
    let product = isRough ? timesRoughly(panel, threads: 1) : times(panel, threads: 1)
    return product.prefix(count).map { $0[3] }
  }

  /// The matrix M, n × n, for small graphs.
  func matrix() -> [Double] {
    var matrix = [Double](repeating: 0, count: count * count)
    for first in stride(from: 0, to: count, by: 8) {
      let columns = first..<min(count, first + 8)
      var units = [Lanes](repeating: Lanes(), count: paddedCount)
      for j in columns { units[j][j - first] = 1 }
      let product = times(units, threads: 1)
      for i in 0..<count {
        for j in columns { matrix[i * count + j] = product[i][j - first] }
      }
    }
    return matrix
  }
}

/// Two rows at a time, so that each element of the panel is loaded once for both.
private func multiply(
  _ weights: WeightMatrix, rows: Range<Int>, panel: Span<Lanes>,
  into product: inout MutableSpan<Lanes>
) {
  for i in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
    let next = min(i + 1, rows.upperBound - 1)
    let sums = weights.withRow(i) { one in
      weights.withRow(next) { two in
        var (first, second) = (Lanes(), Lanes())
        for j in 0..<panel.count {
          first += panel[j] * one[j]
          second += panel[j] * two[j]
        }
        return (first, second)
      }
    }
    product[i - rows.lowerBound] = sums.0
    product[next - rows.lowerBound] = sums.1
  }
}

// MARK: - In 32 bits

/// M in numbers of 32 bits, n rows and columns filled up with zeros to a multiple of eight.
struct RoughMatrix: Sendable {
  typealias ShortLanes = SIMD8<Float>

  private let width: Int
  private let entries: [Float]

  /// Entries below this are 0: beside 1 nobody sees them, and numbers of 32 bits that are nearly
  /// too small for their exponent are slow.
  private static let leastEntry = 0x1p-64

  /// Of weights and 1 over the roots of their sums; these may be too large for 32 bits, but not
  /// the entries, which are at most 1.
  init(_ weights: WeightMatrix, scales: [Double], threads: Int) {
    let width = weights.width
    let columnScales = scales + Array(repeating: 0, count: width - scales.count)
    var entries = [Float](repeating: 0, count: width * width)
    _ = mapChunks(of: &entries, size: 64 * width, threads: threads) { cells, part in
      let first = cells.lowerBound / width
      for i in first..<min(cells.upperBound / width, weights.count) {
        let own = (i - first) * width
        weights.withRow(i) { row in
          for j in stride(from: 0, to: width, by: 8) {
            let wide = eightValues(row.bytes, at: j) * scales[i]
            let entry = wide * eightValues(columnScales.span.bytes, at: j)
            let short = ShortLanes(entry.replacing(with: 0, where: entry .< Self.leastEntry))
            for lane in 0..<8 { part[own + j + lane] = short[lane] }
          }
        }
        // Without edges, a point only sees itself.
        if scales[i] == 0 { part[own + i] = 1 }
      }
    }
    (self.width, self.entries) = (width, entries)
  }

  /// M times eight vectors, to six or seven digits.
  func times(_ panel: [Lanes], threads: Int) -> [Lanes] {
    let short = panel.map { ShortLanes($0) }
    var product = panel
    _ = mapChunks(of: &product, size: 64, threads: threads) { rows, part in
      for i in stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
        let sums = fourRows(from: i, times: short.span)
        part[i - rows.lowerBound] = Lanes(sums.0)
        part[i + 1 - rows.lowerBound] = Lanes(sums.1)
        part[i + 2 - rows.lowerBound] = Lanes(sums.2)
        part[i + 3 - rows.lowerBound] = Lanes(sums.3)
      }
    }
    return product
  }

  private func fourRows(
    from i: Int, times panel: Span<ShortLanes>
  ) -> (ShortLanes, ShortLanes, ShortLanes, ShortLanes) {
    let entries = entries.span
    let first = entries.extracting(i * width..<(i + 1) * width)
    let second = entries.extracting((i + 1) * width..<(i + 2) * width)
    let third = entries.extracting((i + 2) * width..<(i + 3) * width)
    let fourth = entries.extracting((i + 3) * width..<(i + 4) * width)
    var sums = (ShortLanes(), ShortLanes(), ShortLanes(), ShortLanes())
    for j in 0..<panel.count {
      sums.0 += panel[j] * first[j]
      sums.1 += panel[j] * second[j]
      sums.2 += panel[j] * third[j]
      sums.3 += panel[j] * fourth[j]
    }
    return sums
  }
}
