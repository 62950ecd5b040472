// Tables from files: the format by the ending, the bytes from whoever holds the disk.

/// A kind of file that holds a table.
package enum DataFileFormat: String, Sendable, CaseIterable {
  case csv, npy

  /// The format that a path's ending names.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."), dot != path.startIndex else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// The format that a path's ending names, or else that of the bytes.
  init(path: String, _ bytes: [UInt8]) {
    self = DataFileFormat(path: path) ?? (bytes.starts(with: NPY.magic) ? .npy : .csv)
  }
}

/// A table with what its reader had to leave out.
package struct DataFile: Sendable, Equatable {
  package let table: Table
  /// Whether the file names its columns.
  package let hasNames: Bool
  /// Remarks for the reader of the table, such as a column that was skipped.
  package let notes: [TableNote]

  /// The table in the bytes of a file. The path names the file in messages and its ending tells
  /// the format; where it ends otherwise, the bytes do.
  ///
  /// - Throws: ``ExperimentError/file(_:)`` with the first 20 mistakes.
  package init(
    bytes: [UInt8], path: String, _ request: TableRequest = TableRequest()
  ) throws(ExperimentError) {
    switch DataFileFormat(path: path, bytes) {
    case .csv: self = try CSV.read(bytes, path: path, request)
    case .npy: self = try NPY.read(bytes, path: path, request)
    }
  }

  init(table: Table, hasNames: Bool, notes: [TableNote]) {
    self.table = table
    self.hasNames = hasNames
    self.notes = notes
  }
}

/// Whether a path stays inside the folder that it starts from.
func staysInside(_ path: String) -> Bool {
  let forbidden = path.unicodeScalars.contains { $0 == "\\" || $0 == ":" || $0.value < 32 }
  guard !path.isEmpty, !forbidden, !path.hasPrefix("/"), !path.hasPrefix("~") else { return false }
  return !path.split(separator: "/").contains("..")
}
