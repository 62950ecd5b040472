// Tables from CSV files.
//
// Every mistake is counted, and the first twenty are kept with their lines and columns, so that
// a file is mended in one go. A column that holds no number at all is a column of text: left out
// with a remark, or refused, as the caller says. A single text among numbers is a mistake.
//
//     CSVText     is it text at all?           CSVHead     the first line: names, or a row
//     CSVLines    lines and cells              CSVReading  the rows
//     CSVNumber   numbers in cells             CSVMarks    whether their decimals are certain
//                                              CSVTable    what is left out, and the table

import Clustering

package enum CSV {
  package typealias TextColumns = TableRequest.TextColumns

  /// How many mistakes of a file are told one by one.
  package static let mostFaults = 20

  /// More are no table for clustering, but a file of another kind.
  package static let mostColumns = 1000

  /// The table of a CSV file. The first line names the columns unless it holds numbers; then
  /// they are named x1, x2, ...
  package static func read(
    _ bytes: [UInt8], path: String, textColumns: TextColumns = .refuse
  ) throws(ExperimentError) -> DataFile {
    try read(bytes, path: path, TableRequest(textColumns: textColumns))
  }

  /// The columns of a CSV file that are asked for.
  package static func read(
    _ bytes: [UInt8], path: String, _ request: TableRequest
  ) throws(ExperimentError) -> DataFile {
    var reading = CSVReading(bytes, path: path, request)
    reading.readAll()
    return try reading.dataFile()
  }

  /// The names in a list such as `spend, "profit, net"`; nil where a quote is left open.
  package static func names(_ list: String) -> [String]? {
    var lines = CSVLines(Array(list.utf8), separator: .comma)
    var cells: [CSVCell] = []
    guard let isFilled = try? lines.next(&cells) else { return nil }
    return isFilled ? cells.map(lines.name) : []
  }

  /// A name as a cell: in quotes where it holds what would end the cell.
  package static func quoted(_ name: String) -> String {
    let isPlain = !name.contains { ",;\"\t".contains($0) || $0.isNewline }
    return isPlain ? name : "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
