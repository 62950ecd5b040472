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
  /// Row after row, all columns.
  let values: [Double]

  /// Reads the table in the bytes of a file.
  ///
  /// - Throws: ``ExperimentError/file(_:)`` for what no decision can mend, and `cancelled`.
  package init(
    bytes: [UInt8], path: String, observe: (RunProgress) -> Bool = { _ in true }
  ) throws(ExperimentError) {
    switch DataFileFormat(path: path, bytes) {
    case .csv:
      var reading = OwnReading(bytes, path: path)
      try reading.readAll(observe)
      self = try reading.table()
    case .npy: self = try OwnTable(npy: bytes, path: path)
    }
  }

  init(
    path: String, rows: Int, columns: [OwnColumn], values: [Double], bytes: [UInt8],
    notes: [TableNote]
  ) {
    self.path = path
    self.rows = rows
    self.columns = columns
    self.values = values
    self.notes = notes
    digest = DataDigest(rows: rows, columns: columns.count, bytes: bytes)
  }

  /// The room that it takes, in bytes, roughly.
  package var weight: Int { 8 * values.count }

  package func column(_ name: String) -> OwnColumn? { columns.first { $0.name == name } }
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
