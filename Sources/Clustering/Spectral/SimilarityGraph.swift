// The graph of similar points, as the matrix M = D^-½ A D^-½.
//
// Its eigenvectors are those of the Laplacian L = I - M, its largest eigenvalues belong to the
// smallest of L, and all of them lie between -1 and 1. It is only ever multiplied with vectors,
// eight at once (a panel), so A is kept as it is and the roots are multiplied before and after.

/// A symmetric graph of n points with weights from 0 up.
package struct SimilarityGraph: Sendable {
  let count: Int

  /// D^-½: 1 over the root of the sum of the weights of each point; 0 for a point without edges,
  /// which is a part of its own and has the eigenvalue 1.
  let scales: [Double]

  /// No eigenvalue of M is below this.
  let least: Double

  private let weights: Weights

  private enum Weights: Sendable {
    /// n rows, each filled up with zeros to a multiple of eight.
    case dense([Double])
    /// The columns and values of row i stand at `starts[i] ..< starts[i + 1]`.
    case sparse(starts: [Int], columns: [Int], values: [Double])
  }

  /// A point whose weights add up to less has no edges to speak of, and scaling it up again would
  /// only ask for trouble.
  private static let leastDegree = 1e-100

  private init(degrees: [Double], weights: Weights, least: (_ leastDegree: Double) -> Double) {
    count = degrees.count
    scales = degrees.map { $0 < Self.leastDegree ? 0 : 1 / $0.squareRoot() }
    self.weights = weights
    self.least = least(degrees.filter { $0 >= Self.leastDegree }.min() ?? 1)
  }

  /// How many points have no edges.
  var isolatedCount: Int { scales.count { $0 == 0 } }

  /// The length of a panel and of a dense row: n, filled up to a multiple of eight.
  var paddedCount: Int { (count + 7) / 8 * 8 }
}

// MARK: - Building

extension SimilarityGraph {
  /// Joins the points.
  package init(
    _ points: Points, affinity: SpectralClustering.Affinity, threads: Int
  ) throws(ClusteringError) {
    switch affinity {
    case .gaussian(let gamma):
      try require(positive: gamma, named: "gamma")
      guard points.count <= DistanceMatrix.largestCount else {
        throw .tooManyPoints(points.count, largest: DistanceMatrix.largestCount)
      }
      self.init(gaussianOf: points, gamma: gamma, threads: threads)
    case .nearestNeighbors(let count):
      try require(count: count, named: "neighbors")
      guard count > 1, points.count > 1 else {
        self.init(neighbors: Array(repeating: [], count: points.count))
        return
      }
      let search = try NearestNeighbors(points)
      self.init(neighbors: try search.nearestOfAll(count - 1, threads: threads).map(\.rows))
    }
  }

  /// All weights exp(-gamma d²), without those of the points with themselves.
  private init(gaussianOf points: Points, gamma: Double, threads: Int) {
    let n = points.count
    let blocks = points.inBlocksOfEight(rows: Array(0..<n))
    let width = blocks.count / points.dimensions * 8
    var weights = [Double](repeating: 0, count: n * width)
    let degrees = mapChunks(of: &weights, size: width * 8, threads: threads) { cells, part in
      (cells.lowerBound / width..<cells.upperBound / width).map { i in
        points.withRow(i) { point in
          fill(
            &part, from: i * width - cells.lowerBound, weightsFrom: point, to: blocks.span,
            gamma: gamma, without: i)
        }
      }
    }
    // The Gaussian kernel has no eigenvalue below 0. Taking 1 off its diagonal shifts them by
    // -1, and dividing by the sums makes that -1 / the least sum at most.
    self.init(degrees: degrees.flatMap { $0 }, weights: .dense(weights)) { max(-1, -1 / $0) }
  }

  /// Edges to the neighbors of each point: ½ for each end that chose the other.
  private init(neighbors: [[Int]]) {
    var rows = neighbors.map { $0.map { (column: $0, value: 0.5) } }
    for (i, chosen) in neighbors.enumerated() {
      for j in chosen { rows[j].append((i, 0.5)) }
    }
    var starts = [0]
    var (columns, values) = ([Int](), [Double]())
    for row in rows {
      for edge in row.sorted(by: { $0.column < $1.column }) {
        if columns.count > starts[starts.count - 1], columns.last == edge.column {
          values[values.count - 1] += edge.value
        } else {
          columns.append(edge.column)
          values.append(edge.value)
        }
      }
      starts.append(columns.count)
    }
    let degrees = rows.map { $0.reduce(0) { $0 + $1.value } }
    self.init(
      degrees: degrees, weights: .sparse(starts: starts, columns: columns, values: values)
    ) { _ in -1 }
  }
}

/// Fills one row of Gaussian weights, and returns their sum.
private func fill(
  _ weights: inout MutableSpan<Double>, from first: Int, weightsFrom point: Span<Double>,
  to blocks: Span<Lanes>, gamma: Double, without own: Int
) -> Double {
  let d = point.count
  var sums = Lanes()
  for b in 0..<blocks.count / d {
    let block = blocks.extracting(b * d..<(b + 1) * d)
    var squares = Lanes()
    for j in 0..<d {
      let differences = block[j] - point[j]
      squares += differences * differences
    }
    var values = exponential(-gamma * squares)
    if b == own / 8 { values[own % 8] = 0 }
    sums += values
    for lane in 0..<8 { weights[first + b * 8 + lane] = values[lane] }
  }
  return laneSum(sums)
}

// MARK: - Multiplying

extension SimilarityGraph {
  /// M times eight vectors: element i holds component i of each.
  func times(_ panel: [Lanes], threads: Int) -> [Lanes] {
    let scaled = zip(panel, scales).map { $0 * $1 } + panel[count...]
    var product = [Lanes](repeating: Lanes(), count: panel.count)
    _ = mapChunks(of: &product, size: 64, threads: threads) { rows, part in
      let rows = rows.clamped(to: 0..<count)
      switch weights {
      case .dense(let values):
        multiply(values.span, rows: rows, panel: scaled.span, into: &part)
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
  _ weights: Span<Double>, rows: Range<Int>, panel: Span<Lanes>,
  into product: inout MutableSpan<Lanes>
) {
  let width = panel.count
  for i in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
    let next = min(i + 1, rows.upperBound - 1)
    let one = weights.extracting(i * width..<(i + 1) * width)
    let two = weights.extracting(next * width..<(next + 1) * width)
    var (first, second) = (Lanes(), Lanes())
    for j in 0..<width {
      first += panel[j] * one[j]
      second += panel[j] * two[j]
    }
    product[i - rows.lowerBound] = first
    product[next - rows.lowerBound] = second
  }
}
