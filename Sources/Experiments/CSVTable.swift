// The table of a CSV file that was read to its end: what is left out, with a remark, and the rest.

import Clustering

extension CSVReading {
  func dataFile() throws(ExperimentError) -> DataFile {
    let empty = emptyColumnsAtTheEnd
    let filled = Array(columns.dropLast(empty))
    let kept = filled.filter { !isSkipped($0) }
    let all = faults(in: filled)
    guard all.isEmpty else { throw all.error }
    return DataFile(
      table: try table(of: kept), hasNames: head?.isHeader ?? false,
      notes: notes(skipped: filled.filter(isSkipped), empty: empty))
  }

  /// A separator at the end of every line makes a last column without a name or a value.
  private var emptyColumnsAtTheEnd: Int {
    guard let head, !request.columns.isExplicit, rows > 0 else { return 0 }
    let empty = columns.reversed().prefix { column in
      column.missing == rows && (!head.isHeader || column.name.isEmpty)
    }
    let reachesEnd = empty.first?.index == head.names.count - 1
    return reachesEnd && empty.count < columns.count ? empty.count : 0
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
    if filled.allSatisfy(isSkipped), all.isEmpty { all.add(.onlyText) }
    return all
  }

  private func notes(skipped: [CSVColumn], empty: Int) -> [TableNote] {
    var notes: [TableNote] = []
    if let head, !head.isHeader, request.header == .automatic {
      notes.append(.firstLineIsRow(columns: head.names))
    }
    notes += skipped.map { .textColumn($0.name) }
    if empty > 0 { notes.append(.emptyColumns(empty)) }
    return notes
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
