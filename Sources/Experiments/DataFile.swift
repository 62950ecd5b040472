// Tables from files: the format by the ending, the bytes from whoever holds the disk.

import Clustering
import Wording

/// A kind of file that holds a table.
package enum DataFileFormat: String, Sendable, CaseIterable {
  case csv, npy

  /// The format that a path's ending names.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."), dot != path.startIndex else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}

/// A table with what its reader had to leave out.
package struct DataFile: Sendable, Equatable {
  package let table: Table
  /// Remarks for the reader of the table, such as a column that was skipped.
  package let notes: [String]

  /// The table in the bytes of a file. The path names the file in messages and its ending tells
  /// the format.
  ///
  /// - Throws: ``ExperimentError/file(_:)`` with up to 20 mistakes.
  package init(
    bytes: [UInt8], path: String, textColumns: CSV.TextColumns = .refuse
  ) throws(ExperimentError) {
    switch DataFileFormat(path: path) {
    case .csv:
      self = try CSV.read(bytes, path: path, textColumns: textColumns)
    case .npy:
      self = try NPY.read(bytes, path: path)
    case nil:
      throw .file([FileFault(path: path, place: .file, problem: .unknownFormat)])
    }
  }

  init(table: Table, notes: [String]) {
    self.table = table
    self.notes = notes
  }
}

/// Whether a path stays inside the folder that it starts from.
func staysInside(_ path: String) -> Bool {
  let forbidden = path.unicodeScalars.contains { $0 == "\\" || $0 == ":" || $0.value < 32 }
  guard !path.isEmpty, !forbidden, !path.hasPrefix("/"), !path.hasPrefix("~") else { return false }
  return !path.split(separator: "/").contains("..")
}

// MARK: - Mistakes

/// A mistake in a data file.
package struct FileFault: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    /// Line and column, counted from 1.
    case line(Int, column: Int)
    /// Offset from the start of the file.
    case byte(Int)
    case file
  }

  package enum Problem: Sendable, Hashable {
    // Of any file
    case unknownFormat
    case noRows
    case tooLarge
    // Of CSV
    case missingValue(column: String)
    case notANumber(text: String, column: String)
    case notFinite(text: String, column: String)
    case textColumn(String)
    case raggedRow(cells: Int, expected: Int)
    case openQuote
    case textAfterQuote
    case unnamedColumn
    case repeatedName(String)
    case onlyText
    case tooManyColumns(Int)
    // Of NPY
    case notNPY
    case version(Int)
    case header
    case valueType(String)
    case shape(String)
    case length(bytes: Int, expected: Int)
    case notFiniteValue(row: Int, column: Int)
  }

  package let path: String
  package let place: Place
  package let problem: Problem

  package init(path: String, place: Place, problem: Problem) {
    self.path = path
    self.place = place
    self.problem = problem
  }
}

extension FileFault: CustomStringConvertible {
  package var description: String {
    switch place {
    case .line(let line, let column): "\(printable(path)):\(line):\(column): \(sentence)"
    case .byte(let offset): "\(printable(path)): byte \(offset): \(sentence)"
    case .file: "\(printable(path)): \(sentence)"
    }
  }

  /// What is wrong, and what would be right.
  package var sentence: String {
    switch problem {
    case .unknownFormat:
      "only .csv and .npy files hold tables; save the table as one of them"
    case .noRows:
      "there are no rows; add at least one row of numbers"
    case .tooLarge:
      "the number is above \(exact(Points.largestMagnitude)); use a larger unit"
    case .missingValue(let column):
      "no value for \(printable(column)); fill it in, or take the row out"
    case .notANumber(let text, let column):
      "'\(printable(text))' is no number, as \(printable(column)) needs; write it as 12.5"
    case .notFinite(let text, let column):
      "'\(printable(text))' is no finite number, as \(printable(column)) needs; "
        + "put a number, or take the row out"
    case .textColumn(let column):
      "\(printable(column)) holds text; leave the column out, or turn it into numbers"
    case .raggedRow(let cells, let expected):
      "\(counted(cells, "cell")) where the first line has \(expected); "
        + "give every line \(counted(expected, "cell"))"
    case .openQuote:
      "this quote is never closed; end the cell with a quote"
    case .textAfterQuote:
      "text after a closing quote; double the quotes inside a cell"
    case .unnamedColumn:
      "a column without a name; name it in the first line"
    case .repeatedName(let name):
      "a second column named \(printable(name)); give each column its own name"
    case .onlyText:
      "no column holds numbers; add one that does"
    case .tooManyColumns(let count):
      "\(count) columns; keep \(CSV.mostColumns) or fewer"
    case .notNPY:
      "this is not a .npy file; write it with numpy.save"
    case .version(let version):
      "version \(version) of the format is not known; save with version 1, 2 or 3"
    case .header:
      "the header cannot be read; write the file again with numpy.save"
    case .valueType(let type):
      "values of type \(printable(type)); save with .astype('<f8') (also read: <f4, <i4, <i8)"
    case .shape(let shape):
      "shape \(printable(shape)); save rows × columns, or one column"
    case .length(let bytes, let expected):
      "\(bytes) bytes of values where the header promises \(expected); "
        + "copy or write the file again"
    case .notFiniteValue(let row, let column):
      "row \(row), column \(column) is not a finite number; put a number, or take the row out"
    }
  }
}
