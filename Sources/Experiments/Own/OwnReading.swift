// A CSV file on its way to the learner's own table. Cells and numbers are understood as everywhere
// else; what differs is that a cell without a number is no mistake but something to decide on.

import Clustering

struct OwnReading {
  /// More is no table for clustering, but a file of another kind.
  static let mostColumns = 20_000

  private let path: String
  private var lines: CSVLines
  private var head: CSVHead?
  private var tallies: [OwnTally] = []
  private var values: [Double] = []
  private var rows = 0
  private var faults: FaultList

  init(_ bytes: [UInt8], path: String) {
    self.path = path
    lines = CSVLines(bytes)
    faults = FaultList(path: path)
  }

  mutating func readAll(_ observe: (RunProgress) -> Bool) throws(ExperimentError) {
    if let problem = CSVText.problem(lines.bytes) { return faults.add(problem) }
    var cells: [CSVCell] = []
    do throws(CSVBreak) {
      guard try lines.next(&cells), readFirst(cells) else { return }
      while try lines.next(&cells) {
        append(cells)
        guard rows.isMultiple(of: 4096) else { continue }
        let share = Double(lines.position) / Double(max(1, lines.bytes.count))
        guard observe(RunProgress(stage: .reading, fraction: share)) else {
          throw CSVBreak(offset: -1, problem: .noRows)
        }
      }
    } catch {
      guard error.offset >= 0 else { throw .cancelled }
      faults.add(error.problem, at: lines.place(of: error.offset))
    }
  }

  /// False where nothing can be read.
  private mutating func readFirst(_ cells: [CSVCell]) -> Bool {
    guard cells.count <= Self.mostColumns else {
      faults.add(
        .moreColumns(cells.count, than: Self.mostColumns),
        at: lines.place(of: cells[Self.mostColumns]))
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
    if rows == 0 { values.reserveCapacity(lines.count(like: cells) * cells.count) }
    for (column, cell) in cells.enumerated() {
      if let value = lines.number(cell) {
        values.append(value)
        tallies[column].add(value, in: rows)
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

  private mutating func addGap(_ cell: CSVCell, to column: Int) {
    tallies[column].gaps += 1
    let isText = lines.kind(cell) == .text
    if isText { tallies[column].texts += 1 }
    if tallies[column].firstGap == nil { tallies[column].firstGap = gap(of: cell) }
    if isText, tallies[column].firstText == nil {
      tallies[column].firstText = String(lines.name(cell).prefix(80))
    }
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
      rows += 1
    }
  }
}

// MARK: - The table

extension OwnReading {
  func table() throws(ExperimentError) -> OwnTable {
    var faults = faults
    if faults.isEmpty, rows == 0 { faults.add(.noRows) }
    guard faults.isEmpty, let head else { throw faults.error }
    let columns = columns(head)
    if lines.mayHoldDecimalComma {
      let numeric = columns.indices.filter { columns[$0].isUsable }
      var marks = CSVMarks(path: path)
      marks.read(lines, head, columns: Set(numeric))
      guard marks.faults.isEmpty else { throw marks.faults.error }
    }
    return OwnTable(
      path: path, rows: rows, columns: columns, values: values, bytes: lines.bytes,
      notes: head.isHeader ? [] : [.firstLineIsRow(columns: head.names)])
  }

  private func columns(_ head: CSVHead) -> [OwnColumn] {
    var met: Set<String> = []
    return tallies.indices.map { index in
      let name = oneLine(head.names[index])
      let isNew = met.insert(name).inserted
      let obstacle: OwnColumn.Obstacle? =
        !head.isUTF8[index] ? .notUTF8 : name.isEmpty ? .unnamed : isNew ? nil : .repeatedName
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
