/// A place in a file, as editors and compilers count it: lines from 1, columns in UTF-8 bytes
/// from 1. Lines are those of the whole file, front matter included; a byte order mark takes
/// no column.
package struct Position: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Position: Comparable {
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension Position: CustomStringConvertible {
  /// `3:14`, the way compilers write it after a file's name.
  package var description: String { "\(line):\(column)" }
}
