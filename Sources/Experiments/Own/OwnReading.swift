// A CSV file on its way to the learner's own table. Cells and numbers are understood as everywhere
// else; what differs is that a cell without a number is no mistake but something to decide on, and
// that a column may have marks of its own: those are looked at where there are any, and the rows
// are then read again.

import Clustering

struct OwnReading {
  private let path: String
  private var lines: CSVLines
  private var head: CSVHead?
  private var tallies: [OwnTally] = []
  private var values: [Double] = []
  /// By what the rows can be known again.
  private var firstCells: [String] = []
  private var rows = 0
  private var faults: FaultList
  /// How numbers are written; nil until that was looked at.
  private let style: NumberReading?
  /// Whether a text so far may be a number with marks between groups of digits.
  private var hasMarkedText = false
  private var cellsSinceAsked = 0
  private var isAfterBlank = false
  /// The last row, where it sums up the others.
  private var total: TotalRow?

  /// Cells between two questions whether to go on: a wide file has few rows.
  private static let patience = 8192

  /// - Parameter total: a row that is left out.
  init(
    _ bytes: [UInt8], path: String, _ style: NumberReading? = nil, without total: TotalRow? = nil
  ) {
    self.total = total
    self.path = path
    self.style = style
    lines = CSVLines(bytes)
    faults = FaultList(path: path)
  }

  /// The table in the bytes of a file.
  static func table(
    _ bytes: [UInt8], path: String, _ observe: (RunProgress) -> Bool
  ) throws(ExperimentError) -> OwnTable {
    let text = try OwnText(bytes, observe)
    var reading = OwnReading(text.bytes, path: path)
    try reading.readAll(observe)
    let style = try reading.numberReading(observe)
    if let style {
      reading = OwnReading(text.bytes, path: path, style)
      try reading.readAll(observe)
    }
    if let total = reading.total, total.isCertain {
      reading = OwnReading(text.bytes, path: path, style, without: total)
      try reading.readAll(observe)
    }
    return try reading.table(from: bytes, text.note)
  }

  mutating func readAll(_ observe: (RunProgress) -> Bool) throws(ExperimentError) {
    if let problem = CSVText.problem(lines.bytes) { return faults.add(problem) }
    var cells: [CSVCell] = []
    do throws(CSVBreak) {
      guard try lines.next(&cells), readFirst(cells) else { return }
      while try lines.next(&cells) {
        if lines.line != total?.line { append(cells) }
        guard goesOn(after: cells.count, lines, observe) else {
          throw CSVBreak(offset: -1, problem: .noRows)
        }
      }
      lookForTotal(in: cells)
    } catch {
      guard error.offset >= 0 else { throw .cancelled }
      faults.add(error.problem, at: lines.place(of: error.offset))
    }
  }

  /// Asks now and then whether the table is still wanted.
  private mutating func goesOn(
    after cells: Int, _ lines: CSVLines, _ observe: (RunProgress) -> Bool
  ) -> Bool {
    cellsSinceAsked += cells
    guard cellsSinceAsked >= Self.patience else { return true }
    cellsSinceAsked = 0
    let share = Double(lines.position) / Double(max(1, lines.bytes.count))
    return observe(RunProgress(stage: .reading, fraction: share))
  }

  /// False where nothing can be read.
  private mutating func readFirst(_ cells: [CSVCell]) -> Bool {
    guard cells.count <= OwnTable.mostColumns else {
      faults.add(
        .moreColumns(cells.count, than: OwnTable.mostColumns),
        at: lines.place(of: cells[OwnTable.mostColumns]))
      return false
    }
    let head = CSVHead(cells, in: lines)
    self.head = head
    tallies = cells.map { _ in OwnTally() }
    if !head.isHeader { append(cells) }
    return true
  }

  private mutating func append(_ cells: [CSVCell]) {
    guard cells.count == tallies.count else {
      let (lines, width) = (lines, tallies.count)
      return faults.add {
        let extra = cells.count > width ? cells[width] : cells[cells.count - 1]
        return (.raggedRow(cells: cells.count, expected: width), lines.place(of: extra))
      }
    }
    if cells.count == 1, rows > 0 || head?.isHeader == true { appendBlankLines() }
    isAfterBlank = !lines.blankLines.isEmpty
    if rows == 0 { values.reserveCapacity(lines.count(like: cells) * cells.count) }
    firstCells.append(String(lines.name(cells[0]).prefix(80)))
    for (column, cell) in cells.enumerated() {
      if let value = number(cell, in: column) {
        values.append(value)
        tallies[column].add(value)
        if hasLeadingZero(cell) { tallies[column].hasLeadingZero = true }
        if value.magnitude > Points.largestMagnitude, tallies[column].tooLarge == nil {
          tallies[column].tooLarge = gap(of: cell)
        }
      } else {
        values.append(.nan)
        addGap(cell, to: column)
      }
    }
    rows += 1
  }

  private func number(_ cell: CSVCell, in column: Int) -> Double? {
    guard let mark = style?.marks[column],
      let number = NumberStyle.written(lines.bytes[lines.range(ofNumber: cell)])
    else { return lines.number(cell) }
    return NumberStyle.value(of: number.text, decimal: mark)
  }

  /// 04109 is no amount.
  private func hasLeadingZero(_ cell: CSVCell) -> Bool {
    let start = cell.range.lowerBound + (cell.isQuoted ? 1 : 0)
    guard lines.bytes[start] == UInt8(ascii: "0"), start + 2 < cell.range.upperBound else {
      return false
    }
    return lines.bytes[start...].prefix(3).allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
  }

  private mutating func addGap(_ cell: CSVCell, to column: Int) {
    tallies[column].gaps += 1
    let isText = lines.kind(cell) == .text
    if isText {
      tallies[column].texts += 1
      hasMarkedText =
        hasMarkedText || NumberStyle.written(lines.bytes[lines.range(ofNumber: cell)]) != nil
      tallies[column].meet(lines.bytes[lines.range(ofNumber: cell)])
    }
    if tallies[column].firstGap == nil { tallies[column].firstGap = gap(of: cell) }
  }

  private func gap(of cell: CSVCell) -> OwnColumn.Gap {
    OwnColumn.Gap(row: rows, line: lines.line, text: String(lines.name(cell).prefix(80)))
  }

  /// With one column a blank line before another row is a row without its value.
  private mutating func appendBlankLines() {
    for line in lines.blankLines {
      tallies[0].gaps += 1
      tallies[0].firstGap = tallies[0].firstGap ?? OwnColumn.Gap(row: rows, line: line, text: "")
      values.append(.nan)
      firstCells.append("")
      rows += 1
    }
  }
}

// MARK: - The last row

extension OwnReading {
  /// Fewer rows have no total.
  private static let fewestRows = 3

  private mutating func lookForTotal(in cells: [CSVCell]) {
    let width = tallies.count
    guard total == nil, faults.isEmpty, width > 1, cells.count == width, rows > Self.fewestRows
    else { return }
    let label = cells.first { lines.number($0) == nil && lines.kind($0) == .text }.map(lines.name)
    let start = values.count - width
    let sums: () -> [Double] = { [values] in
      (0..<width).map { column in
        stride(from: column, to: start, by: width).reduce(0) { sum, index in
          values[index].isNaN ? sum : sum + values[index]
        }
      }
    }
    total = TotalRow(
      label: label, line: lines.line, isAfterBlank: isAfterBlank, Array(values[start...]), sums)
  }
}

// MARK: - The marks of numbers

extension OwnReading {
  /// How the numbers of the columns are written; nil where every cell is read as it stands.
  private mutating func numberReading(
    _ observe: (RunProgress) -> Bool
  ) throws(ExperimentError) -> NumberReading? {
    let mayDiffer = lines.mayHoldDecimalComma || lines.separator == .semicolon || hasMarkedText
    guard mayDiffer, faults.isEmpty, let head else { return nil }
    var marks = tallies.map { _ in MarkTally() }
    var again = CSVLines(lines.bytes)
    var cells: [CSVCell] = []
    var isName = head.isHeader
    while (try? again.next(&cells)) == true {
      guard goesOn(after: cells.count, again, observe) else { throw .cancelled }
      if !isName { Self.add(cells, of: again, to: &marks) }
      isName = false
    }
    let reading = NumberReading(marks, separator: lines.separator)
    return reading.isPlain && reading.examples.allSatisfy { $0 == nil } ? nil : reading
  }

  private static func add(_ cells: [CSVCell], of lines: CSVLines, to marks: inout [MarkTally]) {
    for (column, cell) in cells.enumerated() {
      if let number = NumberStyle.written(lines.bytes[lines.range(ofNumber: cell)]) {
        marks[column].add(number.text, number.unit) { lines.name(cell) }
      }
    }
  }
}

// MARK: - The table

extension OwnReading {
  /// - Parameters:
  ///   - bytes: those of the file, by which it is known again.
  ///   - note: what was taken for granted about them.
  private func table(
    from bytes: [UInt8], _ note: TableNote?
  ) throws(ExperimentError) -> OwnTable {
    var faults = faults
    if faults.isEmpty, rows == 0 { faults.add(.noRows) }
    if faults.mayBeOfTitle || (tallies.count == 1 && tallies[0].numbers == 0),
      let title = CSVTitle.fault(in: lines.bytes, path: path)
    {
      throw .file([title])
    }
    guard faults.isEmpty, let head else { throw faults.error }
    let columns = columns(head)
    let first: TableNote? = head.isHeader ? nil : .firstLineIsRow(columns: head.names)
    return OwnTable(
      path: path, rows: rows, columns: columns, values: values, bytes: bytes,
      notes: [note, first].compactMap(\.self) + numbersRead(columns)
        + (total.map { [$0.note] } ?? []),
      firstCells: firstCells)
  }

  /// About the columns that can be used: elsewhere it does not matter.
  /// Amounts and percentages are told apart.
  private func numbersRead(_ columns: [OwnColumn]) -> [TableNote] {
    let read = columns.indices.compactMap { index in
      columns[index].isUsable
        ? style?.examples[index].map { (columns[index].name, $0) } : nil
    }
    return [false, true].compactMap { isPercent in
      let alike = read.filter { ($0.1.unit == .percent) == isPercent }
      return alike.first.map { .numbersRead(column: $0.0, $0.1, others: alike.count - 1) }
    }
  }

  private func columns(_ head: CSVHead) -> [OwnColumn] {
    var met: Set<String> = []
    return tallies.indices.map { index in
      let name = oneLine(head.names[index])
      let isNew = met.insert(name).inserted
      let obstacle: OwnColumn.Obstacle? =
        name.isEmpty ? .unnamed : isNew ? nil : .repeatedName
      return OwnColumn(name, at: index, tallies[index], obstacle, rows: rows, values)
    }
  }
}

/// A name on one line, so that it can be written in a list of settings.
private func oneLine(_ name: String) -> String {
  let plain = name.unicodeScalars.map { scalar in
    scalar.properties.generalCategory == .control
      || scalar.properties.generalCategory == .lineSeparator
      || scalar.properties.generalCategory == .paragraphSeparator ? " " : Character(scalar)
  }
  return String(plain.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}
