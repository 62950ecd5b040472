// Tables from CSV files.
//
// Every mistake is kept with its line and column, up to twenty, so that a file is mended in one
// go. A column that holds no number at all is a column of text: left out with a remark, or
// refused, as the caller says. A single text among numbers is a mistake.

import Clustering

package enum CSV {
  /// What happens to columns that hold only text, such as names.
  package enum TextColumns: Sendable {
    case refuse, skip
  }

  /// How many mistakes of a file are told at once.
  package static let mostFaults = 20

  /// More are no table for clustering, but a file of another kind.
  package static let mostColumns = 1000

  /// The table of a CSV file. The first line names the columns unless it holds numbers; then
  /// they are named x1, x2, ...
  package static func read(
    _ bytes: [UInt8], path: String, textColumns: TextColumns = .refuse
  ) throws(ExperimentError) -> DataFile {
    var reading = CSVReading(bytes, path: path)
    reading.readAll()
    return try reading.dataFile(textColumns: textColumns)
  }
}

/// One file on its way to a table.
private struct CSVReading {
  let path: String
  var lines: CSVLines
  var names: [String] = []
  /// Where the name of each column stands, for faults about a whole column.
  var places: [FileFault.Place] = []
  var values: [Double] = []
  var rows = 0
  /// Faults that hold whatever becomes of the columns.
  var faults: [FileFault] = []
  /// Cells with a number and cells with text, by column; and what would be wrong with the
  /// latter in a column of numbers.
  var numberCounts: [Int] = []
  var textCounts: [Int] = []
  var textFaults: [[FileFault]] = []

  init(_ bytes: [UInt8], path: String) {
    self.path = path
    lines = CSVLines(bytes)
  }

  mutating func readAll() {
    var cells: [CSVCell] = []
    do throws(CSVBreak) {
      guard try lines.next(&cells) else { return }
      guard cells.count <= CSV.mostColumns else {
        return fault(at: cells[CSV.mostColumns].range.lowerBound, .tooManyColumns(cells.count))
      }
      if readHeader(cells) == false { append(cells) }
      // More than enough mistakes: the rest of the file would only cost time.
      while faults.count < CSV.mostFaults, try lines.next(&cells) { append(cells) }
    } catch {
      fault(at: error.offset, error.problem)
    }
  }

  private mutating func fault(at offset: Int, _ problem: FileFault.Problem) {
    faults.append(FileFault(path: path, place: place(of: offset), problem: problem))
  }

  private func place(of offset: Int) -> FileFault.Place {
    .line(lines.line, column: lines.column(of: offset))
  }
}

// MARK: - The first line

extension CSVReading {
  /// Takes the names from the first line; false where it holds numbers already.
  mutating func readHeader(_ cells: [CSVCell]) -> Bool {
    numberCounts = cells.map { _ in 0 }
    textCounts = numberCounts
    textFaults = cells.map { _ in [] }
    places = cells.map { place(of: $0.range.lowerBound) }
    let isHeader = cells.allSatisfy { lines.number($0) == nil } && cells.contains { !isMissing($0) }
    guard isHeader else {
      names = cells.count == 1 ? ["x"] : (1...cells.count).map { "x\($0)" }
      return false
    }
    names = cells.map(lines.text)
    for (column, name) in names.enumerated() {
      let offset = cells[column].range.lowerBound
      if name.isEmpty { fault(at: offset, .unnamedColumn) }
      if !name.isEmpty, names[..<column].contains(name) { fault(at: offset, .repeatedName(name)) }
    }
    return true
  }

  private func isMissing(_ cell: CSVCell) -> Bool {
    cell.range.count <= 6 && ["", "na", "n/a", "null", "none", "?", "-"].contains(word(cell))
  }

  private func isInfiniteOrNaN(_ cell: CSVCell) -> Bool {
    cell.range.count <= 12
      && ["nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "-nan"]
        .contains(word(cell))
  }

  private func word(_ cell: CSVCell) -> String {
    lines.text(cell).lowercased().filter { $0 != " " }
  }
}

// MARK: - The rows

extension CSVReading {
  mutating func append(_ cells: [CSVCell]) {
    guard cells.count == names.count else {
      let extra = cells.count > names.count ? cells[names.count] : cells[cells.count - 1]
      fault(
        at: extra.range.lowerBound, .raggedRow(cells: cells.count, expected: names.count))
      return
    }
    rows += 1
    for (column, cell) in cells.enumerated() {
      if let value = lines.number(cell) {
        values.append(value)
        numberCounts[column] += 1
        if value.magnitude > Points.largestMagnitude { fault(at: cell.range.lowerBound, .tooLarge) }
      } else {
        values.append(0)
        note(cell, column)
      }
    }
  }

  /// A cell without a number. Whether it is a mistake depends on the rest of its column.
  private mutating func note(_ cell: CSVCell, _ column: Int) {
    let offset = cell.range.lowerBound
    if isMissing(cell) {
      noteText(at: offset, .missingValue(column: names[column]), column)
    } else if isInfiniteOrNaN(cell) {
      noteText(at: offset, .notFinite(text: lines.text(cell), column: names[column]), column)
    } else {
      textCounts[column] += 1
      if textFaults[column].count < CSV.mostFaults {
        let text = String(decoding: lines.bytes[cell.range].prefix(80), as: UTF8.self)
        noteText(at: offset, .notANumber(text: text, column: names[column]), column)
      }
    }
  }

  private mutating func noteText(at offset: Int, _ problem: FileFault.Problem, _ column: Int) {
    guard textFaults[column].count < CSV.mostFaults else { return }
    textFaults[column].append(FileFault(path: path, place: place(of: offset), problem: problem))
  }
}

// MARK: - The table

extension CSVReading {
  func dataFile(textColumns: CSV.TextColumns) throws(ExperimentError) -> DataFile {
    let isText = names.indices.map { textCounts[$0] > 0 && numberCounts[$0] == 0 }
    var all = faults
    for column in names.indices {
      if !isText[column] {
        all += textFaults[column]
      } else if textColumns == .refuse {
        all.append(
          FileFault(path: path, place: places[column], problem: .textColumn(names[column])))
      }
    }
    if rows == 0, all.isEmpty {
      all.append(FileFault(path: path, place: .file, problem: .noRows))
    }
    let kept = names.indices.filter { !isText[$0] }
    if kept.isEmpty, all.isEmpty {
      all.append(FileFault(path: path, place: .file, problem: .onlyText))
    }
    guard all.isEmpty else {
      throw .file(Array(all.sorted(by: comesFirst).prefix(CSV.mostFaults)))
    }
    return DataFile(
      table: try table(of: kept),
      notes: names.indices.filter { isText[$0] }.map {
        "\(printable(names[$0])) holds text and was left out"
      })
  }

  private func table(of kept: [Int]) throws(ExperimentError) -> Table {
    let width = names.count
    let chosen =
      kept.count == width
      ? values : (0..<rows).flatMap { row in kept.map { values[row * width + $0] } }
    let columns = kept.map { names[$0] }
    return try Table(
      columns: columns, units: columns.map { _ in "" }, values: chosen, kinds: nil)
  }

  private func comesFirst(_ a: FileFault, _ b: FileFault) -> Bool {
    guard case .line(let lineA, let columnA) = a.place, case .line(let lineB, let columnB) = b.place
    else { return false }
    return (lineA, columnA) < (lineB, columnB)
  }
}
