// The first two stages of a walk: which rows are let in, and what scaling does to the columns.

import Clustering

/// What the check let in.
package struct CheckedRows: Sendable, Equatable {
  /// The table as it arrived: all columns, own units.
  package let table: Table
  /// Rows that go on, counted from 0.
  package let kept: [Int]
  /// Rows that break the contract; they go on only where the check is left out.
  package let broken: [BrokenRow]

  package var rowsIn: Int { table.rowCount }
  package var rejected: Int { rowsIn - kept.count }
  /// Broken rows that go on.
  package var brokenLetIn: Int { broken.count - rejected }
}

/// A row with every clause of the contract that it breaks.
package struct BrokenRow: Sendable, Equatable {
  /// From 0.
  package let row: Int
  package let violations: [ContractViolation]
}

/// The columns before and after scaling, in the order of the experiment's features.
package struct ScaledColumns: Sendable, Equatable {
  package let before: [Distribution]
  package let after: [Distribution]
  /// Share of each column in the sum of all squared distances, 0...1.
  package let sharesBefore: [Double]
  package let sharesAfter: [Double]
}

/// The values of one column.
package struct Distribution: Sendable, Equatable {
  package let column: String
  package let unit: String
  package let values: [Double]
  package let mean: Double
  /// Standard deviation.
  package let spread: Double
  package let least: Double
  package let most: Double

  init(column: String, unit: String, values: [Double]) {
    let count = Double(max(1, values.count))
    let mean = values.reduce(0, +) / count
    self.column = column
    self.unit = unit
    self.values = values
    self.mean = mean
    spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    least = values.min() ?? 0
    most = values.max() ?? 0
  }
}

// MARK: - What the run left behind

extension FlowRun {
  func checkedRows() -> CheckedRows {
    let violations = Contract.customers.violations(in: table)
    let broken = violations.reduce(into: [(row: Int, all: [ContractViolation])]()) { rows, one in
      if rows.last?.row == one.row {
        rows[rows.count - 1].all.append(one)
      } else {
        rows.append((one.row, [one]))
      }
    }
    return CheckedRows(
      table: table, kept: rows, broken: broken.map { BrokenRow(row: $0.row, violations: $0.all) })
  }

  /// Where scaling is left out, what comes out is what went in.
  func scaledColumns() throws(ExperimentError) -> ScaledColumns {
    let before = all.points.selecting(rows: rows)
    let after = try seen(before)
    return try clustering { () throws(ClusteringError) in
      ScaledColumns(
        before: distributions(of: before, units: all.units),
        after: distributions(
          of: after, units: scaler == nil ? all.units : all.columns.map { _ in "" }),
        sharesBefore: try Quality.distanceShare(before),
        sharesAfter: try Quality.distanceShare(after))
    }
  }

  private func distributions(of points: Points, units: [String]) -> [Distribution] {
    all.columns.indices.map { column in
      Distribution(
        column: all.columns[column], unit: units[column], values: points.column(column))
    }
  }
}
