// The table of a CSV file that was read to its end: what is left out, with a remark, and the rest.

import Clustering

extension CSVReading {
  func dataFile() throws(ExperimentError) -> DataFile {
    let filled = columns.filter { !isEmpty($0) }
    let kept = filled.filter { !isSkipped($0) }
    var all = faults(in: filled)
    if let head, lines.mayHoldDecimalComma {
      var marks = CSVMarks(path: all.path)
      marks.read(lines, head, columns: Set(kept.map(\.index)))
      all.add(marks.faults)
    }
    if all.mayBeOfTitle, request.header != .rows,
      let title = CSVTitle.fault(in: lines.bytes, path: all.path)
    {
      throw .file([title])
    }
    guard all.isEmpty else { throw all.error }
    return DataFile(
      table: try table(of: kept), hasNames: head?.isHeader ?? false, notes: notes)
  }

  /// A column without a value in any row says nothing about the rows.
  private func isEmpty(_ column: CSVColumn) -> Bool {
    !request.columns.isExplicit && rows > 0 && column.missing == rows
  }

  /// A separator at the end of every line makes a last column without a name or a value.
  private var emptyColumnsAtTheEnd: Int {
    guard let head else { return 0 }
    let empty = columns.reversed().prefix { column in
      isEmpty(column) && (!head.isHeader || column.name.isEmpty)
    }
    return empty.first?.index == head.names.count - 1 ? empty.count : 0
  }

  private func isSkipped(_ column: CSVColumn) -> Bool {
    request.textColumns == .skip && !request.columns.isExplicit && column.isText(rows: rows)
  }

  private func faults(in filled: [CSVColumn]) -> FaultList {
    var all = faults
    for column in filled {
      guard let head else { continue }
      let place = head.places[column.index]
      if let problem = head.problem(ofName: column.index) { all.add(problem, at: place) }
      if !column.isText(rows: rows) {
        all.add(column.faults)
      } else if !isSkipped(column) {
        all.add(.textColumn(column.name), at: place)
      }
    }
    if rows == 0, all.isEmpty { all.add(.noRows) }
    if filled.allSatisfy(isSkipped), all.isEmpty { all.add(.onlyText(without: leftOut)) }
    return all
  }

  /// The columns that the caller does not want.
  private var leftOut: [String] {
    if case .except(let names) = request.columns { names } else { [] }
  }

  private var notes: [TableNote] {
    var notes: [TableNote] = []
    if let head, !head.isHeader, request.header == .automatic {
      notes.append(.firstLineIsRow(columns: head.names))
    }
    let atTheEnd = emptyColumnsAtTheEnd
    for column in columns.dropLast(atTheEnd) {
      if isEmpty(column) {
        notes.append(.emptyColumn(column.name, number: column.index + 1))
      } else if isSkipped(column) {
        notes.append(.textColumn(column.name, likeNumber: column.firstText.flatMap(likeNumber)))
      }
    }
    if atTheEnd > 0 { notes.append(.emptyColumns(atTheEnd)) }
    return notes
  }

  /// The text of a cell that was likely meant as a number, such as 50 % or 1.500,5.
  private func likeNumber(_ cell: CSVCell) -> String? {
    let text = lines.name(cell)
    let isLike = text.allSatisfy { $0.isASCIIDigit || "+-.,'’ \u{A0}\u{202F}%$€£¥".contains($0) }
    // A sign further on parts the numbers of a date.
    let hasSign = text.dropFirst().contains { "+-".contains($0) }
    return isLike && !hasSign && text.contains(where: \.isASCIIDigit) ? text : nil
  }

  private func table(of kept: [CSVColumn]) throws(ExperimentError) -> Table {
    let width = columns.count
    let positions = columns.indices.filter { position in
      kept.contains { $0.index == columns[position].index }
    }
    let chosen =
      positions.count == width
      ? values : (0..<rows).flatMap { row in positions.map { values[row * width + $0] } }
    let names = kept.map(\.name)
    return try Table(columns: names, units: names.map { _ in "" }, values: chosen, kinds: nil)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
