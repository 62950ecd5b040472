// Gower's distance: rows whose columns are numbers in some places and categories in others.
//
// Every column judges two rows for itself, from 0 (alike) to 1 (as different as can be):
//
//     numbers      |a - b| / range of the column     0 when the column is constant
//     categories   0 when they are the same, else 1
//
// and the distance is the mean of these judgements, each with the weight of its column. So it
// lies between 0 and 1 whatever the units are; but an outlier stretches the range of its column
// and makes all the others look alike there.
//
// Gower lets a pair skip the columns in which one of the two has no value. Two rows may then
// have nothing to compare, and detours may be shorter than direct ways; so here a missing value
// has to be settled first: fill it in, or make "unknown" a category of its own.
//
// Gower 1971, https://doi.org/10.2307/2528823

/// Rows of mixed columns with Gower's distance.
///
///     let gower = try Gower([
///       .numbers([23, 41, 35]),
///       .categories([0, 1, 1], weight: 2),
///     ])
///     let matrix = try DistanceMatrix(gower)
public struct Gower: Sendable, Equatable {
  /// One column: a value for each row, and how much it weighs beside the other columns.
  public enum Column: Sendable, Equatable {
    /// Numbers, compared by how far apart they are.
    case numbers([Double], weight: Double = 1)

    /// Codes of categories, of which only equality counts.
    case categories([Int], weight: Double = 1)
  }

  /// The number of rows, n.
  public let count: Int

  private let judges: [Judge]

  /// Checks the columns and takes the ranges of the numbers. O(n · d).
  ///
  /// - Throws: ``ClusteringError`` when there are no columns or no rows, when the columns are
  ///   not equally long, when a number is not finite or too large, or when a weight is negative
  ///   or all are 0.
  public init(_ columns: [Column]) throws(ClusteringError) {
    guard let count = columns.first?.count else { throw .noFeatures }
    guard count > 0 else { throw .noPoints }
    for (index, column) in columns.enumerated() {
      guard column.count == count else {
        throw .invalidParameter(
          name: "column \(index)", value: "\(column.count) values long",
          allowed: "\(count) long, as the first column is")
      }
      try column.check(index)
    }
    // Shares of the total, so that the judgements add up to their mean.
    let total = columns.reduce(0) { $0 + $1.weight }
    try require(positive: total, named: "the sum of the weights")
    judges = columns.map { Judge($0, share: $0.weight / total) }
    self.count = count
  }

  /// The distance of rows `i` and `j`, from 0 to 1. O(d).
  public func between(_ i: Int, _ j: Int) -> Double {
    let sum = judges.reduce(0) { $0 + $1.share * $1.difference(i, j) }
    return min(sum, 1)
  }
}

/// A column with what it takes to compare two of its values.
private struct Judge: Sendable, Equatable {
  let column: Gower.Column
  let share: Double
  let range: Double

  init(_ column: Gower.Column, share: Double) {
    self.column = column
    self.share = share
    if case .numbers(let values, _) = column {
      range = (values.max() ?? 0) - (values.min() ?? 0)
    } else {
      range = 0
    }
  }

  func difference(_ i: Int, _ j: Int) -> Double {
    switch column {
    case .numbers(let values, _): range > 0 ? (values[i] - values[j]).magnitude / range : 0
    case .categories(let codes, _): codes[i] == codes[j] ? 0 : 1
    }
  }
}

extension Gower.Column {
  fileprivate var count: Int {
    switch self {
    case .numbers(let values, _): values.count
    case .categories(let codes, _): codes.count
    }
  }

  fileprivate var weight: Double {
    switch self {
    case .numbers(_, let weight), .categories(_, let weight): weight
    }
  }

  fileprivate func check(_ column: Int) throws(ClusteringError) {
    try require(notNegative: weight, named: "the weight of column \(column)")
    guard case .numbers(let values, _) = self else { return }
    try requireFinite(values, column: column)
  }
}

/// Refuses what `Points` would refuse.
private func requireFinite(_ values: [Double], column: Int) throws(ClusteringError) {
  guard let row = values.firstIndex(where: { !($0.magnitude <= Points.largestMagnitude) })
  else { return }
  guard values[row].isFinite else { throw .notFinite(row: row, column: column) }
  throw .tooLarge(row: row, column: column)
}
