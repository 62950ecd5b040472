// One CSV file on its way to a table: the first line, then row after row the columns that take
// part. What stands in the others is not looked at, except that each line has as many cells.

import Clustering

struct CSVReading {
  let request: TableRequest
  var lines: CSVLines
  /// Nil until there is a first line that can be used.
  var head: CSVHead?
  /// The positions of the columns that take part, in their order, and what is known of each.
  var chosen: [Int] = []
  var columns: [CSVColumn] = []
  /// Their values, row after row; 0 where there is no number.
  var values: [Double] = []
  var rows = 0
  /// Faults that hold whatever becomes of the columns.
  var faults: FaultList

  init(_ bytes: [UInt8], path: String, _ request: TableRequest) {
    self.request = request
    lines = CSVLines(bytes)
    faults = FaultList(path: path)
  }

  mutating func readAll() {
    if let problem = CSVText.problem(lines.bytes) { return faults.add(problem) }
    var cells: [CSVCell] = []
    do throws(CSVBreak) {
      guard try lines.next(&cells), readFirst(cells) else { return }
      while try lines.next(&cells) {
        if cells.count == 1 { countBlankLines() }
        append(cells)
      }
    } catch {
      faults.add(error.problem, at: lines.place(of: error.offset))
    }
  }
}

/// A column that takes part.
struct CSVColumn {
  let index: Int
  let name: String
  /// Cells without a number, by kind.
  var missing = 0
  var notFinite = 0
  var texts = 0
  /// Numbers that may be lists, should the other cells hold text.
  var lists = 0
  /// The first cell that holds text.
  var firstText: CSVCell?
  /// What is wrong with them if the column is one of numbers.
  var faults: FaultList

  /// Whether the column holds text and no number at all.
  func isText(rows: Int) -> Bool { texts > 0 && texts + lists + missing + notFinite == rows }
}

// MARK: - The first line

extension CSVReading {
  /// Takes names and columns from the first line; false where they cannot be used.
  private mutating func readFirst(_ cells: [CSVCell]) -> Bool {
    guard cells.count <= CSV.mostColumns else {
      let extra = lines.place(of: cells[CSV.mostColumns])
      faults.add(.tooManyColumns(cells.count), at: extra)
      return false
    }
    let head = CSVHead(cells, in: lines, request.header, expected: request.columns.expected)
    do throws(ColumnProblem) {
      chosen = try request.columns.indices(in: head.names, areGiven: head.isHeader)
      columns = chosen.map {
        CSVColumn(index: $0, name: head.names[$0], faults: FaultList(path: faults.path))
      }
    } catch {
      faults.add(error.problem)
      // A name that cannot be read cannot be typed either.
      for column in head.isUTF8.indices where !head.isUTF8[column] {
        faults.add(.notUTF8, at: head.places[column])
      }
      return false
    }
    self.head = head
    if !head.isHeader { append(cells) }
    return true
  }
}

// MARK: - The rows

extension CSVReading {
  private mutating func append(_ cells: [CSVCell]) {
    let width = head?.names.count ?? 0
    guard cells.count == width else {
      let lines = lines
      return faults.add {
        let extra = cells.count > width ? cells[width] : cells[cells.count - 1]
        return (.raggedRow(cells: cells.count, expected: width), lines.place(of: extra))
      }
    }
    if rows == 0 { values.reserveCapacity(lines.count(like: cells) * columns.count) }
    rows += 1
    for (position, column) in chosen.enumerated() {
      let cell = cells[column]
      if let value = lines.number(cell) {
        values.append(value)
        if lines.mayBeList(cell) { columns[position].lists += 1 }
        if value.magnitude > Points.largestMagnitude {
          faults.add(.tooLarge, at: lines.place(of: cell))
        }
      } else {
        values.append(0)
        note(cell, at: position)
      }
    }
  }

  /// A cell without a number. Whether it is a mistake depends on the rest of its column.
  private mutating func note(_ cell: CSVCell, at position: Int) {
    let (lines, name) = (lines, columns[position].name)
    let kind = lines.kind(cell)
    switch kind {
    case .missing: columns[position].missing += 1
    case .notFinite: columns[position].notFinite += 1
    case .text:
      columns[position].texts += 1
      columns[position].firstText = columns[position].firstText ?? cell
    }
    columns[position].faults.add {
      (lines.problem(of: cell, kind, in: name), lines.place(of: cell))
    }
  }

  /// With one column a blank line before another row is a row without its value. With more
  /// columns it would lack their separators.
  private mutating func countBlankLines() {
    guard let head, head.names.count == 1, let column = columns.first else { return }
    for line in lines.blankLines {
      rows += 1
      values.append(0)
      columns[0].missing += 1
      columns[0].faults.add(.missingValue(column: column.name), at: .line(line, column: 1))
    }
  }
}

extension CSVLines {
  /// Why a cell without a number does not do in a column of numbers.
  func problem(of cell: CSVCell, _ kind: CSVCell.Kind, in column: String) -> FileFault.Problem {
    switch kind {
    case .missing: .missingValue(column: column)
    case .notFinite: .notFinite(text: text(cell), column: column)
    case .text:
      .notANumber(
        text: String(decoding: bytes[cell.range].prefix(80), as: UTF8.self), column: column)
    }
  }
}
