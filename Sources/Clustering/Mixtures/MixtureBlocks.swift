// The hot loop of the mixture, eight points at a time.
//
// As in k-means, points lie in blocks of eight, feature by feature, and each lane of a vector
// follows one point through the very steps of `MixtureDensity`. While a block is at hand its
// responsibilities are found and at once added to the sums of the M step, lane by lane; the
// lanes are added up at the end. The rows that fill no block go the plain way.
//
// A component hardly ever has a say in all of the points. Where its eight responsibilities are
// below 2⁻¹²⁸, the block is left out of its sums: a component counts for at least 10 · 2⁻⁵²
// points, so beside it fifty million such shares together are below half of the last digit.

extension MixtureDensity {
  /// Below this, a responsibility changes no sum.
  static let leastShare = 0x1p-128

  /// A logarithm below that of ``leastShare``.
  static let leastLogarithm = -90.0

  /// The sums of the M step: chunk by chunk, then the chunks in order.
  func statistics(of points: MixturePoints, threads: Int) -> MixtureStatistics {
    let chunks = inChunks(points.rows.count, threads: threads) { rows in
      statistics(of: points, rows: rows)
    }
    return chunks.dropFirst().reduce(into: chunks[0]) { $0.add($1) }
  }

  /// Over `rows`, which start at a multiple of eight.
  private func statistics(of points: MixturePoints, rows: Range<Int>) -> MixtureStatistics {
    var statistics = MixtureStatistics(
      around: means, dimensions: dimensions, isDiagonal: isDiagonal)
    let width = Lanes.scalarCount
    let whole = rows.lowerBound / width..<rows.upperBound / width
    addBlocks(whole, of: points.blocks.vectors.span, to: &statistics)
    addRows(whole.upperBound * width..<rows.upperBound, of: points.rows, to: &statistics)
    return statistics
  }

  /// The plain way: point after point.
  func addRows(_ rows: Range<Int>, of points: Points, to statistics: inout MixtureStatistics) {
    let (d, values) = (dimensions, points.values.span)
    var storage = [Double](repeating: 0, count: componentCount)
    var shares = storage.mutableSpan
    for i in rows {
      let point = values.extracting(i * d..<(i + 1) * d)
      statistics.logLikelihood += responsibilities(at: point, into: &shares)
      for c in 0..<componentCount {
        statistics.add(point, to: c, responsibility: shares[c])
      }
    }
  }

  private func addBlocks(
    _ range: Range<Int>, of vectors: Span<Lanes>, to statistics: inout MixtureStatistics
  ) {
    let d = dimensions
    var sums = LaneSums(like: statistics)
    var shares = [Lanes](repeating: Lanes(), count: componentCount)
    var deviations = [Lanes](repeating: Lanes(), count: componentCount * d)
    for b in range {
      let block = vectors.extracting(b * d..<(b + 1) * d)
      sums.logLikelihood += responsibilities(at: block, into: &shares, deviations: &deviations)
      for c in 0..<componentCount where any(shares[c] .> Self.leastShare) {
        sums.add(
          deviations.span.extracting(c * d..<(c + 1) * d), to: c, responsibilities: shares[c])
      }
    }
    sums.addLanes(to: &statistics)
  }

  /// As of one point; also fills in the deviations from the means, k × d.
  private func responsibilities(
    at block: Span<Lanes>, into shares: inout [Lanes], deviations: inout [Lanes]
  ) -> Lanes {
    let (d, means) = (dimensions, means.span)
    var shares = shares.mutableSpan
    var deviations = deviations.mutableSpan
    var largest = Lanes(repeating: -.infinity)
    for c in 0..<componentCount {
      for j in 0..<d { deviations[c * d + j] = block[j] - means[c * d + j] }
      shares[c] = logDensity(c, deviations: deviations.span.extracting(c * d..<(c + 1) * d))
      largest = largest.replacing(with: shares[c], where: shares[c] .> largest)
    }
    var sum = Lanes()
    for c in 0..<componentCount {
      var relative = shares[c] - largest
      // As good as 0, and yet far from the subnormal numbers, which are slow.
      relative.replace(with: -600, where: relative .< -600)
      shares[c] = any(relative .> Self.leastLogarithm) ? exponential(relative) : Lanes()
      sum += shares[c]
    }
    let reciprocal = 1 / sum
    for c in 0..<componentCount { shares[c] *= reciprocal }
    return largest + naturalLog(sum)
  }

  private func logDensity(_ c: Int, deviations: Span<Lanes>) -> Lanes {
    let size = factors.count / componentCount
    let factor = factors.span.extracting(c * size..<(c + 1) * size)
    var next = 0
    var squares = Lanes()
    for i in 0..<deviations.count {
      var independent = Lanes()
      for j in (isDiagonal ? i : 0)...i {
        independent += deviations[j] * factor[next]
        next += 1
      }
      squares += independent * independent
    }
    let result = constants[c] - 0.5 * squares
    return result.replacing(with: Self.lowest, where: .!(result .>= Self.lowest))
  }
}

extension GaussianMixtureModel {
  /// The sums over other points, in blocks or the plain way: for the test that they agree.
  package func statistics(of points: Points, plainly: Bool) -> MixtureStatistics {
    guard plainly else {
      return density.statistics(of: MixturePoints(points), threads: 1)
    }
    var statistics = MixtureStatistics(
      around: density.means, dimensions: points.dimensions, isDiagonal: density.isDiagonal)
    density.addRows(0..<points.count, of: points, to: &statistics)
    return statistics
  }
}

/// The sums of `MixtureStatistics`, each in eight lanes; those of one component stand together:
/// its count, its sums, its products.
private struct LaneSums {
  let dimensions: Int
  let isDiagonal: Bool
  let stride: Int
  var lanes: [SIMD8<Double>]
  var logLikelihood = SIMD8<Double>()

  init(like statistics: MixtureStatistics) {
    let k = statistics.counts.count
    dimensions = statistics.dimensions
    isDiagonal = statistics.isDiagonal
    stride = 1 + dimensions + statistics.products.count / k
    lanes = Array(repeating: SIMD8(), count: k * stride)
  }

  mutating func add(
    _ deviations: Span<SIMD8<Double>>, to c: Int, responsibilities r: SIMD8<Double>
  ) {
    let (d, isDiagonal) = (dimensions, isDiagonal)
    let first = c * stride
    var lanes = self.lanes.mutableSpan
    lanes[first] += r
    var next = first + 1 + d
    for i in 0..<d {
      let share = r * deviations[i]
      lanes[first + 1 + i] += share
      for j in (isDiagonal ? i : 0)...i {
        lanes[next] += share * deviations[j]
        next += 1
      }
    }
  }

  func addLanes(to statistics: inout MixtureStatistics) {
    let (d, size) = (dimensions, stride - 1 - dimensions)
    for c in statistics.counts.indices {
      let first = c * stride
      statistics.counts[c] += laneSum(lanes[first])
      for j in 0..<d { statistics.sums[c * d + j] += laneSum(lanes[first + 1 + j]) }
      for j in 0..<size { statistics.products[c * size + j] += laneSum(lanes[first + 1 + d + j]) }
    }
    statistics.logLikelihood += laneSum(logLikelihood)
  }
}
