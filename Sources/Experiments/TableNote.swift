// What a reader of tables did that its caller may not expect.

import Wording

package enum TableNote: Sendable, Hashable {
  /// - Parameter likeNumber: the first text, if it was likely meant as a number.
  case textColumn(String, likeNumber: String?)
  /// The first line holds numbers, so that it names no columns.
  case firstLineIsRow(columns: [String])
  /// A column without a value in any row; its number counts from 1.
  case emptyColumn(String, number: Int)
  /// Columns without name and value at the end of every line.
  case emptyColumns(Int)
  /// Names were asked for in a file that cannot have them.
  case noHeader(columns: [String])
  /// The first line was taken for the name of a column of words.
  case firstLineIsName(String)
  /// The first line occurs among the rows, so that it is one.
  case firstLineIsLabel(String)
  /// Numbers with marks that could be taken otherwise, in a column and so many others.
  case numbersRead(column: String, ReadNumber, others: Int)
  /// The first letter that is not UTF-8, with what stands around it.
  case notUTF8(String, line: Int)
  /// A last row that sums up the others, by its name where it has one.
  case totalRow(String?, line: Int, isLeftOut: Bool)
}

extension TableNote {
  /// Whether a first line of names would have been read otherwise.
  package var isAboutFirstLine: Bool {
    if case .firstLineIsRow = self { true } else { false }
  }
}

extension TableNote: CustomStringConvertible {
  package var description: String {
    switch self {
    case .textColumn(let name, nil):
      "\(printable(name)) holds text and was left out"
    case .textColumn(let name, let text?):
      "\(printable(name)) holds text such as '\(printable(text))' and was left out; "
        + "write it as 12.5"
    case .firstLineIsRow(let columns):
      "the first line holds numbers, so it is a row; \(told(columns))"
    case .emptyColumn("", let number):
      "column \(number) is empty and was left out"
    case .emptyColumn(let name, _):
      "\(printable(name)) is empty and was left out"
    case .emptyColumns(1):
      "the last column is empty and was left out"
    case .emptyColumns(let count):
      "the last \(count) columns are empty and were left out"
    case .noHeader(let columns):
      "a .npy file names no columns; \(told(columns))"
    case .firstLineIsName(let name):
      "the first line, \(printable(name)), is taken for the name of the column"
    case .firstLineIsLabel(let label):
      "the first line, \(printable(label)), is among the rows, so it is a label"
    case .numbersRead(let column, let number, let others):
      "\(printable(number.text)) in \(printable(column)) is read as \(exact(number.value))"
        + (others > 0 ? ", and so \(counted(others, "more column"))" : "")
    case .notUTF8(let word, let line):
      "line \(line) is not UTF-8, so the file is read as Latin-1, '\(printable(word))'; "
        + "if that is wrong, save it as UTF-8"
    case .totalRow(let name?, let line, true):
      "the last row, '\(printable(name))' in line \(line), looks like a total and is left out; "
        + "to keep it, give it another name"
    case .totalRow(let name?, let line, false):
      "the last row, '\(printable(name))' in line \(line), may be a total; "
        + "if so, take it out of the file"
    case .totalRow(nil, let line, _):
      "the last row, in line \(line), is the sum of the others and is left out"
    }
  }

  /// x1, x2, ... in few words.
  private func told(_ columns: [String]) -> String {
    guard let first = columns.first, let last = columns.last, columns.count > 1 else {
      return "the column is \(columns.first ?? "")"
    }
    return columns.count > 4
      ? "the columns are \(first) to \(last)"
      : "the columns are \(columns.joined(separator: ", "))"
  }
}
