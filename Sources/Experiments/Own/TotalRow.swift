// A last row that sums up the others, as spreadsheets have it. It is no row like the others: left
// in, it would be a group of its own.

struct TotalRow {
  let line: Int
  /// What it is called; nil where only its numbers tell.
  let name: String?
  /// Whether it is certain enough to be left out.
  let isCertain: Bool

  private static let names: Set = [
    "total", "totals", "grand total", "sum", "sums", "subtotal", "summe", "summen", "gesamt",
    "gesamtsumme", "insgesamt", "zwischensumme",
  ]
  /// Sums are often rounded.
  private static let tolerance = 0.005

  /// - Parameters:
  ///   - label: the first text of the row.
  ///   - last: its numbers, NaN where there is none.
  ///   - sums: those of all other rows, column by column.
  init?(label: String?, line: Int, isAfterBlank: Bool, _ last: [Double], _ sums: () -> [Double]) {
    let plain = label.map { String($0.lowercased().reversed().drop { $0 == ":" }.reversed()) } ?? ""
    let isNamed = Self.names.contains(plain)
    guard isNamed || isAfterBlank else { return nil }
    let numbers = zip(last, sums()).filter { !$0.0.isNaN }
    let fitting = numbers.count { value, sum in
      sum != 0 && (value - sum).magnitude <= Self.tolerance * sum.magnitude
    }
    let isAllSums = !numbers.isEmpty && fitting == numbers.count
    guard isNamed || (isAfterBlank && isAllSums) else { return nil }
    self.line = line
    name = isNamed ? label : nil
    isCertain = isAfterBlank || fitting > 0
  }

  var note: TableNote { .totalRow(name, line: line, isLeftOut: isCertain) }
}
