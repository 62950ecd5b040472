// What a table must keep to before anything is computed from it.
//
// The check says which cells break the contract and how; what to do about it is not its matter.

import Clustering
import Wording

/// The allowed values of each column.
package struct Contract: Sendable, Equatable {
  package struct Rule: Sendable, Equatable {
    package let column: String
    package let allowed: ClosedRange<Double>
    package let whole: Bool
  }

  package let rules: [Rule]

  /// The contract of the customers table, in the units that it comes in.
  package static let customers = Contract(rules: [
    Rule(column: "spend", allowed: 0...20_000, whole: false),
    Rule(column: "visits", allowed: 1...366, whole: true),
    Rule(column: "categories", allowed: 1...40, whole: true),
    Rule(column: "return_rate", allowed: 0...1, whole: false),
  ])
}

/// A cell that breaks the contract. Rows count from 0.
package struct ContractViolation: Sendable, Equatable, CustomStringConvertible {
  package let row: Int
  package let value: Double
  package let rule: Contract.Rule

  package var description: String {
    let kind = rule.whole ? "a whole number" : "a number"
    return "row \(row + 1): \(rule.column) is \(exact(value)); the contract says \(kind) from "
      + "\(exact(rule.allowed.lowerBound)) to \(exact(rule.allowed.upperBound))"
  }
}

extension Contract {
  /// Every cell that breaks a rule, row by row.
  package func violations(in table: Table) -> [ContractViolation] {
    let watched = rules.compactMap { rule in
      table.columns.firstIndex(of: rule.column).map { (column: $0, rule: rule) }
    }
    return (0..<table.points.count).flatMap { row in
      watched.compactMap { column, rule -> ContractViolation? in
        let value = table.points[row, column]
        let kept = rule.allowed.contains(value) && (!rule.whole || value == value.rounded())
        return kept ? nil : ContractViolation(row: row, value: value, rule: rule)
      }
    }
  }

  /// The rows that keep every rule, in order.
  package func cleanRows(of table: Table) -> [Int] {
    var clean = Array(repeating: true, count: table.points.count)
    for violation in violations(in: table) { clean[violation.row] = false }
    return clean.indices.filter { clean[$0] }
  }
}
