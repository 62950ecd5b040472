// The table behind every score of agreement: how many points carry label i in one labeling and
// label j in the other.
//
//               b = 0   b = 1   b = 2
//     a = -1       4       0       1
//     a = 7        0       9       2
//
// Two labelings of n points fill at most n cells, so only those that are not empty are kept.

/// How two labelings of the same points fall together. Labels may be any integers; noise is a
/// label like any other.
///
///     let table = try ContingencyTable(kinds, model.labels)
///     table.adjustedRand
///     table.adjustedMutualInformation()
public struct ContingencyTable: Sendable, Equatable {
  /// Points that share a label in both labelings.
  public struct Cell: Sendable, Equatable {
    /// Which of ``rowLabels`` they carry in the first.
    public let row: Int

    /// Which of ``columnLabels`` they carry in the second.
    public let column: Int

    /// How many there are, at least 1.
    public let count: Int
  }

  /// The number of points, n.
  public let count: Int

  /// The labels of the first labeling, ascending.
  public let rowLabels: [Int]

  /// The labels of the second, ascending.
  public let columnLabels: [Int]

  /// The cells that are not empty, row by row, each row from left to right.
  public let cells: [Cell]

  /// How many points carry each of ``rowLabels``.
  public let rowCounts: [Int]

  /// How many points carry each of ``columnLabels``.
  public let columnCounts: [Int]

  /// Counts the labels `a` against `b`: O(n) where the labels span a small range, as those of a
  /// clustering do, O(n log n) otherwise.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public init(_ a: [Int], _ b: [Int], threads: Int = 1) throws(ClusteringError) {
    guard a.count == b.count else {
      throw .labelCountMismatch(labels: b.count, expected: a.count)
    }
    guard !a.isEmpty else { throw .noPoints }
    try require(count: threads, named: "threads")
    self.init(
      count: a.count,
      counted: countedDensely(a, b, threads: threads) ?? countedBySorting(a, b))
  }

  /// The counts as a whole table, rows by columns.
  public var matrix: [[Int]] {
    var matrix = Array(
      repeating: Array(repeating: 0, count: columnLabels.count), count: rowLabels.count)
    for cell in cells { matrix[cell.row][cell.column] = cell.count }
    return matrix
  }
}

/// A pair of labels and how many points carry them.
package struct LabelPair: Sendable, Equatable {
  package let a: Int
  package let b: Int
  package internal(set) var count: Int
}

extension ContingencyTable {
  /// From the pairs of labels in ascending order.
  private init(count: Int, counted: [LabelPair]) {
    self.count = count
    rowLabels = distinct(counted.map(\.a))
    columnLabels = distinct(counted.map(\.b).sorted())
    var cells: [Cell] = []
    var rowCounts = [Int](repeating: 0, count: rowLabels.count)
    var columnCounts = [Int](repeating: 0, count: columnLabels.count)
    var row = 0
    for pair in counted {
      if pair.a != rowLabels[row] { row += 1 }
      let column = position(of: pair.b, in: columnLabels)
      cells.append(Cell(row: row, column: column, count: pair.count))
      rowCounts[row] += pair.count
      columnCounts[column] += pair.count
    }
    (self.cells, self.rowCounts, self.columnCounts) = (cells, rowCounts, columnCounts)
  }
}
