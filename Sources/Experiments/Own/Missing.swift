// What becomes of the cells without a number: decided by the learner, column by column.

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
  /// Every column that can be looked at. Those that take part are named by the experiment.
  package let table: Table
  /// The columns that can take part, in the order of the file.
  package let features: [String]
  package let rowsLeftOut: Int
  package let cellsFilled: Int
  /// Columns with gaps about which nothing was decided.
  package let undecided: [String]
}

extension Decided {
  /// The room that it takes, in bytes, roughly.
  package var weight: Int { 8 * table.points.values.count }

  /// What was done about gaps, as sentences.
  package var sentences: [String] {
    var told: [String] = []
    if rowsLeftOut > 0 {
      let verb = rowsLeftOut == 1 ? "is" : "are"
      told.append("\(counted(rowsLeftOut, "row")) without a number \(verb) left out.")
    }
    if cellsFilled > 0 {
      let verb = cellsFilled == 1 ? "is" : "are"
      told.append("\(counted(cellsFilled, "cell")) \(verb) filled.")
    }
    if !undecided.isEmpty {
      let verb = undecided.count == 1 ? "has gaps and stays" : "have gaps and stay"
      told.append(
        "\(printableList(undecided)) \(verb) out until you decide about them.")
    }
    return told
  }
}
