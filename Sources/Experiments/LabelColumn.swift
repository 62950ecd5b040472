// Labels from a file: a column of whole numbers, or of words such as species.
//
//     kind              kind
//     setosa            -1          noise stays noise,
//     virginica   is    0           each number is the label that it says,
//     setosa            1           and each word gets a number that no row has.

import Clustering

package struct LabelColumn: Sendable, Equatable {
  /// One for each row.
  package let labels: [Int]
  /// The words among them, in the order in which they were met.
  package let words: [String]
  /// The column's name, given or generated.
  package let name: String
  package let notes: [TableNote]

  /// Of several columns the first of these holds the labels, in capital letters or not.
  package static let usualNames = ["label", "labels", "cluster"]

  /// The labels in the bytes of a file.
  ///
  /// - Parameters:
  ///   - column: where they are; nil for the only column, or the one with a usual name.
  ///   - header: how the first line is taken.
  /// - Throws: ``ExperimentError/file(_:)`` with the first 20 mistakes.
  package init(
    bytes: [UInt8], path: String, column: String?, header: TableRequest.Header = .automatic
  ) throws(ExperimentError) {
    switch DataFileFormat(path: path, bytes) {
    case .csv:
      var reading = CSVLabels(bytes, path: path, header)
      reading.readAll(column: column)
      self = try reading.labels()
    case .npy:
      self = try LabelColumn(npy: bytes, path: path, column: column)
    }
  }

  init(labels: [Int], words: [String], name: String, notes: [TableNote]) {
    self.labels = labels
    self.words = words
    self.name = name
    self.notes = notes
  }

  private init(npy bytes: [UInt8], path: String, column: String?) throws(ExperimentError) {
    let choice = column.map { ColumnChoice.only([$0]) } ?? .all
    let table = try NPY.read(bytes, path: path, TableRequest(columns: choice)).table
    var faults = FaultList(path: path)
    if table.columns.count > 1 { faults.add(.noLabelColumn(table.columns)) }
    var labels: [Int] = []
    labels.reserveCapacity(table.rowCount)
    for value in table.points.values where faults.isEmpty {
      if let label = Int(exactly: value) {
        labels.append(label)
      } else {
        faults.add(.notALabel("\(value) in row \(labels.count + 1)"))
      }
    }
    guard faults.isEmpty else { throw faults.error }
    self.init(labels: labels, words: [], name: table.columns[0], notes: [])
  }

  /// Where the labels are among some columns.
  static func index(of column: String?, in names: [String]) throws(ColumnProblem) -> Int {
    if let column {
      return try ColumnChoice.only([column]).indices(in: names, areGiven: true)[0]
    }
    if names.count == 1 { return 0 }
    let usual = usualNames.lazy.compactMap { usual in
      names.firstIndex { $0.lowercased() == usual }
    }
    guard let index = usual.first else { throw ColumnProblem(problem: .noLabelColumn(names)) }
    return index
  }
}
