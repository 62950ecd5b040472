// The learner's own table, as it is before anything was decided about it: what every column
// holds, and all numbers, with NaN where there is none.

import Clustering

package struct OwnTable: Sendable {
  /// The name in messages.
  package let path: String
  package let rows: Int
  /// All columns of the file, in its order.
  package let columns: [OwnColumn]
  package let digest: DataDigest
  /// What the reader took for granted.
  package let notes: [TableNote]
  /// What stands in the first column of each row; empty where rows have no text.
  let firstCells: [String]
  /// Row after row, all columns.
  let values: [Double]
  /// Rows with a gap in a column that would take part but for its gaps.
  let rowsWithGaps: Int
  /// Where the first column of each name is.
  private let positions: [String: Int]

  /// Reads the table in the bytes of a file.
  ///
  /// - Throws: ``ExperimentError/file(_:)`` for what no decision can mend, and `cancelled`.
  package init(
    bytes: [UInt8], path: String, observe: (RunProgress) -> Bool = { _ in true }
  ) throws(ExperimentError) {
    switch DataFileFormat(path: path, bytes) {
    case .csv: self = try OwnReading.table(bytes, path: path, observe)
    case .npy: self = try OwnTable(npy: bytes, path: path)
    }
  }

  init(
    path: String, rows: Int, columns: [OwnColumn], values: [Double], bytes: [UInt8],
    notes: [TableNote], firstCells: [String] = []
  ) {
    self.path = path
    self.rows = rows
    self.columns = columns
    self.values = values
    self.notes = notes
    self.firstCells = firstCells
    digest = DataDigest(rows: rows, columns: columns.count, bytes: bytes)
    positions = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
    rowsWithGaps = Self.rowsWithGaps(columns, values, rows: rows) { $0.isUndecided([:]) }
  }

  /// In how many rows one of some columns has a gap.
  static func rowsWithGaps(
    _ columns: [OwnColumn], _ values: [Double], rows: Int, in isMeant: (OwnColumn) -> Bool
  ) -> Int {
    let meant = columns.indices.filter { columns[$0].gaps > 0 && isMeant(columns[$0]) }
    guard !meant.isEmpty else { return 0 }
    return (0..<rows).count { row in
      meant.contains { values[row * columns.count + $0].isNaN }
    }
  }

  /// More is no table for clustering, but a file of another kind.
  package static let mostColumns = 20_000

  /// How many numbers of a column are different.
  package func differentNumbers(in name: String) -> Int {
    guard let position = positions[name] else { return 0 }
    let cells = stride(from: position, to: values.count, by: columns.count)
    return Set(cells.lazy.map { values[$0] }.filter { !$0.isNaN }).count
  }

  /// The room that it takes, in bytes, roughly.
  package var weight: Int { 8 * values.count + 16 * firstCells.count }

  package func column(_ name: String) -> OwnColumn? { positions[name].map { columns[$0] } }
}

/// By what a file is known again: cheap to compute, and no secret.
package struct DataDigest: Sendable, Hashable {
  package let rows: Int
  package let columns: Int
  package let checksum: UInt64

  package init(rows: Int, columns: Int, checksum: UInt64) {
    self.rows = rows
    self.columns = columns
    self.checksum = checksum
  }

  /// FNV-1a over the bytes of the file.
  init(rows: Int, columns: Int, bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.init(rows: rows, columns: columns, checksum: hash)
  }
}

extension DataDigest: CustomStringConvertible {
  package var description: String {
    let digits = String(checksum, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return "\(rows) rows, \(columns) columns, \(padding)\(digits)"
  }

  /// As it is written.
  init?(_ text: String) {
    let parts = text.split(separator: ",").map { $0.split(separator: " ") }
    guard parts.count == 3, parts.map(\.count) == [2, 2, 1], parts[0][1] == "rows",
      parts[1][1] == "columns", let rows = Int(parts[0][0]), let columns = Int(parts[1][0]),
      let checksum = UInt64(parts[2][0], radix: 16), rows >= 0, columns >= 0
    else { return nil }
    self.init(rows: rows, columns: columns, checksum: checksum)
  }
}
