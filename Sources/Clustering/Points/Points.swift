// Points: what every method reads.
//
// n points with d features each, kept row after row in one contiguous array, so that a point
// is a run of d neighboring numbers and a pass over the data is a pass over memory.
//
//     let points = try Points(rows: [[1, 2], [3, 4], [5, 6]])
//     points.count        // 3
//     points.dimensions   // 2
//     points[2, 0]        // 5
//
// Whatever is wrong with data is found here, once: a ragged row, a NaN, an infinity. No
// method after this has to ask again.

/// A table of points, n × d: one row a point, one column a feature.
///
/// Every value is finite and its magnitude is at most ``largestMagnitude``.
public struct Points: Sendable, Equatable {
  /// The number of points, n.
  public let count: Int

  /// The number of features of each point, d. At least 1.
  public let dimensions: Int

  /// The n · d values, row after row: `values[i * dimensions + j]` is feature j of point i.
  public internal(set) var values: [Double]

  /// Larger values are refused, because sums of their squares would overflow.
  public static let largestMagnitude = 1e140

  /// Reads n · d values, row after row.
  ///
  /// - Throws: ``ClusteringError`` when the values do not fill whole rows, or with the row and
  ///   column of the first value that is not finite or too large.
  public init(_ values: [Double], dimensions: Int) throws(ClusteringError) {
    guard dimensions > 0 else { throw .noFeatures }
    guard values.count.isMultiple(of: dimensions) else {
      throw .incompleteRow(values: values.count, dimensions: dimensions)
    }
    if let index = values.firstIndex(where: { !($0.magnitude <= Points.largestMagnitude) }) {
      let (row, column) = index.quotientAndRemainder(dividingBy: dimensions)
      guard values[index].isFinite else { throw .notFinite(row: row, column: column) }
      throw .tooLarge(row: row, column: column)
    }
    self.init(checked: values, dimensions: dimensions)
  }

  /// Reads one array of d features for each point.
  ///
  /// - Throws: ``ClusteringError`` when there is no row, when a row has another length than
  ///   the first, or as ``init(_:dimensions:)`` does.
  public init(rows: [[Double]]) throws(ClusteringError) {
    guard let dimensions = rows.first?.count else { throw .noPoints }
    if let row = rows.firstIndex(where: { $0.count != dimensions }) {
      throw .raggedRow(row: row, expected: dimensions, found: rows[row].count)
    }
    try self.init(rows.flatMap { $0 }, dimensions: dimensions)
  }

  /// For values that were computed here from points, and so are known to be well formed.
  init(checked values: [Double], dimensions: Int) {
    self.values = values
    self.dimensions = dimensions
    self.count = values.count / dimensions
  }
}

// MARK: - Reading

extension Points {
  /// Feature `column` of point `row`, from 0 to d - 1 and from 0 to n - 1.
  @inlinable
  public subscript(_ row: Int, _ column: Int) -> Double {
    // A column of d would be a feature of the next point; the row is checked by the array.
    precondition(column >= 0 && column < dimensions, "no such column")
    return values[row * dimensions + column]
  }

  /// The d features of point `i`, from 0 to n - 1.
  public func row(_ i: Int) -> [Double] {
    Array(values[i * dimensions..<(i + 1) * dimensions])
  }

  /// Calls `body` with the d features of point `i`, without a copy.
  @inline(__always)
  func withRow<Result>(_ i: Int, _ body: (Span<Double>) -> Result) -> Result {
    body(values.span.extracting(i * dimensions..<(i + 1) * dimensions))
  }

  /// Feature `j`, from 0 to d - 1, of all n points.
  public func column(_ j: Int) -> [Double] {
    (0..<count).map { self[$0, j] }
  }

  /// The points at `rows`, in that order; a row may be named twice.
  public func selecting(rows: [Int]) -> Points {
    let (d, from) = (dimensions, values.span)
    let selected = [Double](unsafeUninitializedCapacity: rows.count * d) { selected, count in
      for (i, row) in rows.enumerated() {
        for j in 0..<d { selected.initializeElement(at: i * d + j, to: from[row * d + j]) }
      }
      count = rows.count * d
    }
    return Points(checked: selected, dimensions: d)
  }

  /// The features at `columns`, at least one, in that order.
  public func selecting(columns: [Int]) -> Points {
    precondition(!columns.isEmpty, "points need a feature")
    let chosen = (0..<count).flatMap { i in columns.map { j in self[i, j] } }
    return Points(checked: chosen, dimensions: columns.count)
  }
}

// MARK: - Checks that the methods share

extension Points {
  /// Refuses an empty table.
  func requireSome() throws(ClusteringError) {
    guard count > 0 else { throw .noPoints }
  }

  /// Refuses points with another number of features than a model was fitted on.
  func require(dimensions expected: Int) throws(ClusteringError) {
    guard dimensions == expected else {
      throw .dimensionMismatch(expected: expected, found: dimensions)
    }
  }

  /// Refuses a labeling that does not have one label for each point.
  func require(labels: [Int]) throws(ClusteringError) {
    guard labels.count == count else {
      throw .labelCountMismatch(labels: labels.count, expected: count)
    }
  }
}
