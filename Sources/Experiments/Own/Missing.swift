// What becomes of the cells without a number: decided by the learner, for all columns at once or
// column by column.

import Clustering
import Wording

/// What is done about the gaps of one column.
package enum Missing: String, Sendable, CaseIterable {
  /// The column takes no part. So it is until something is decided.
  case column
  /// The rows with a gap in it take no part.
  case rows
  case median
  case mean
}

extension OwnColumn {
  /// What a decision does to this column: said before it is taken.
  package func words(for missing: Missing) -> String {
    switch missing {
    case .column: "column left out"
    case .rows: "\(counted(gaps, "row")) left out"
    case .median: "\(counted(gaps, "cell")) = median \(median.map(brief) ?? "")"
    case .mean: "\(counted(gaps, "cell")) = mean \(mean.map(brief) ?? "")"
    }
  }
}

/// What was decided about a table, and what that does to it.
package struct Decided: Sendable {
  /// Every column that can be looked at. Those that take part are named by `taking`.
  package let table: Table
  package let taking: Taking
  /// All rows of the data.
  package let rows: Int
  package let rowsLeftOut: Int
  /// Which rows of the data those of the table are; nil where they are all of them.
  package let keptRows: [Int]?
  package let cellsFilled: Int
  /// Rows with gaps about which nothing was decided: those that are left out until then, or
  /// where none are, those in columns that stay out.
  package let openRows: Int
  /// How many rows a sample was drawn from; nil where all take part.
  package private(set) var sampledFrom: Int?

  init(
    table: Table, taking: Taking, rows: Int, rowsLeftOut: Int, cellsFilled: Int, openRows: Int,
    keptRows: [Int]? = nil, sampledFrom: Int? = nil
  ) {
    self.table = table
    self.taking = taking
    self.rows = rows
    self.rowsLeftOut = rowsLeftOut
    self.cellsFilled = cellsFilled
    self.openRows = openRows
    self.keptRows = keptRows
    self.sampledFrom = sampledFrom
  }

  /// Built-in data, which have no gaps.
  init(builtIn table: Table) {
    let all = table.columns
    self.init(
      table: table,
      taking: Taking(missing: [:], able: all, columns: all, undecided: [], provisional: []),
      rows: table.rowCount, rowsLeftOut: 0, cellsFilled: 0, openRows: 0)
  }
}

extension Decided {
  /// The room that it takes, in bytes, roughly.
  package var weight: Int { 8 * table.points.values.count }

  /// The same with some rows only, always the same of a seed. Of data without gaps: elsewhere
  /// rows are drawn before gaps are filled.
  func sampled(_ size: Int, seed: UInt64) throws(ExperimentError) -> Decided {
    let sample = Sample(of: table.rowCount, most: size, size: size, seed: seed)
    guard !sample.isWhole else { return self }
    return Decided(
      table: Table(
        columns: table.columns, units: table.units, points: sample.points(of: table.points),
        kinds: table.kinds.map { kinds in sample.rows.map { kinds[$0] } },
        kindNames: table.kindNames),
      taking: taking, rows: rows, rowsLeftOut: rowsLeftOut, cellsFilled: cellsFilled,
      openRows: openRows, keptRows: sample.rows.map { keptRows?[$0] ?? $0 },
      sampledFrom: table.rowCount)
  }

  /// What was done about rows and gaps, as sentences.
  package var sentences: [String] {
    var told: [String] = []
    if rowsLeftOut > 0 {
      let verb = rowsLeftOut == 1 ? "is" : "are"
      let gap = rowsLeftOut == 1 ? "a gap" : "gaps"
      told.append("\(counted(rowsLeftOut, "row")) with \(gap) \(verb) left out.")
    }
    if cellsFilled > 0 {
      let verb = cellsFilled == 1 ? "is" : "are"
      let place = rowsLeftOut > 0 ? " in the other rows" : ""
      told.append("\(counted(cellsFilled, "cell")) \(verb) filled\(place).")
    }
    if let sampledFrom {
      told.append("A sample of \(grouped(table.rowCount)) of \(counted(sampledFrom, "row")).")
    }
    return told
  }

  /// What is still to be decided, and what is done until then; nil where nothing is.
  package var question: (fact: String, untilThen: String)? {
    guard !taking.undecided.isEmpty else { return nil }
    let others = taking.undecided.filter { !taking.provisional.contains($0) }
    let stayOut = "\(printableList(others)) \(others.count == 1 ? "stays" : "stay") out"
    let verb = openRows == 1 ? "has" : "have"
    let fact = "\(grouped(openRows)) of \(counted(rows, "row")) \(verb) gaps"
    guard taking.isProvisional else { return (fact, "until you decide, \(stayOut)") }
    let leftOut = "until you decide, \(openRows == 1 ? "it is" : "they are") left out"
    return others.isEmpty
      ? (fact, leftOut)
      : ("\(fact) in \(printableList(taking.provisional))", "\(leftOut), and \(stayOut)")
  }
}
