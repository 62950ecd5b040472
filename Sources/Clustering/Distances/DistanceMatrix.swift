// All the distances between n objects, as a value.
//
// Some methods never look at the features, only at distances. They can then run on anything
// that has them: mixed columns (`Gower`), words, routes, or figures from elsewhere.
//
//     let matrix = try DistanceMatrix(points, distance: .manhattan)
//     matrix[4, 2]      // the same as matrix[2, 4]

/// A symmetric n × n table of distances, 0 on its diagonal. It takes 8 n² bytes.
public struct DistanceMatrix: Sendable, Equatable {
  /// The number of objects, n.
  public let count: Int

  /// The n² distances, row after row.
  public let values: [Double]

  /// More objects are refused: their distances would take more than 20 gigabytes.
  public static let largestCount = 50_000

  /// Reads distances that were computed elsewhere, one array of n for each object.
  ///
  /// - Throws: ``ClusteringError``, with the row and column, for the first distance that is
  ///   negative or not finite, that is not 0 on the diagonal, or that differs from the one the
  ///   other way round; and when the table is not square, empty or too large.
  public init(rows: [[Double]]) throws(ClusteringError) {
    try Self.require(count: rows.count)
    for (i, row) in rows.enumerated() where row.count != rows.count {
      throw .raggedRow(row: i, expected: rows.count, found: row.count)
    }
    for i in rows.indices {
      for j in 0...i { try Self.require(rows[i][j], mirrored: rows[j][i], row: i, column: j) }
    }
    self.init(checked: rows.flatMap { $0 }, count: rows.count)
  }

  /// Measures all pairs of n points, each once: O(n² · d).
  ///
  /// - Parameter shouldContinue: Asked every few rows; false stops.
  /// - Throws: ``ClusteringError`` when there are no points, or too many, or it was stopped.
  public init(
    _ points: Points, distance: Distance = .euclidean, threads: Int = 1,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) {
    try self.init(count: points.count, threads: threads, while: shouldContinue) { i, j in
      distance.between(i, j, in: points)
    }
  }

  /// Measures all pairs of the rows of mixed columns, each once.
  ///
  /// - Parameter shouldContinue: Asked every few rows; false stops.
  /// - Throws: ``ClusteringError`` when there are too many rows, or it was stopped.
  public init(
    _ gower: Gower, threads: Int = 1, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) {
    try self.init(count: gower.count, threads: threads, while: shouldContinue) { i, j in
      gower.between(i, j)
    }
  }

  /// The distance of objects `i` and `j`, each from 0 to n - 1.
  public subscript(_ i: Int, _ j: Int) -> Double {
    // An object n would be the first of the next row; `i` is checked by the array.
    precondition(j >= 0 && j < count, "no such object")
    return values[i * count + j]
  }

  private init(checked values: [Double], count: Int) {
    self.values = values
    self.count = count
  }
}

// MARK: - Measuring

extension DistanceMatrix {
  /// Rows of this many make a share of the work; the long rows at the end are not one share.
  private static let rowsOfAChunk = 16

  /// Fills the part below the diagonal row by row, and then mirrors it.
  private init(
    count n: Int, threads: Int, while shouldContinue: (FitProgress) -> Bool,
    measure: @Sendable (Int, Int) -> Double
  ) throws(ClusteringError) {
    try Self.require(count: n)
    try Clustering.require(count: threads, named: "threads")
    var values = zeros(n * n)
    _ = try mapChunks(
      of: &values, size: n * Self.rowsOfAChunk, threads: threads,
      while: { shouldContinue(FitProgress(completed: $0, total: n * n)) }
    ) { cells, part in
      for (offset, i) in (cells.lowerBound / n..<cells.upperBound / n).enumerated() {
        for j in 0..<i { part[offset * n + j] = measure(i, j) }
      }
    }
    for i in 0..<n {
      for j in 0..<i { values[j * n + i] = values[i * n + j] }
    }
    self.init(checked: values, count: n)
  }
}

// MARK: - The door

extension DistanceMatrix {
  private static func require(count: Int) throws(ClusteringError) {
    guard count > 0 else { throw .noPoints }
    guard count <= largestCount else {
      throw .tooManyPoints(count, largest: largestCount)
    }
  }

  private static func require(
    _ distance: Double, mirrored: Double, row: Int, column: Int
  ) throws(ClusteringError) {
    guard distance.isFinite else { throw .notFinite(row: row, column: column) }
    guard mirrored.isFinite else { throw .notFinite(row: column, column: row) }
    guard distance >= 0, row != column || distance == 0, distance == mirrored else {
      throw .notADistance(row: row, column: column)
    }
  }
}
