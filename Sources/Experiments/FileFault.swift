// The mistakes of data files: facts, and the sentence that each one says.

import Clustering
import Wording

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
    case noRows
    case tooLarge
    case unknownColumn(String, known: [String])
    case noColumnLeft
    /// Every row has a gap.
    case noRowLeft
    /// Every column of numbers has gaps.
    case onlyGaps
    /// A column that was chosen, with the reason.
    case cannotTakePart(String)
    /// Columns where those of another table are expected.
    case otherColumns(count: Int, expected: [String])
    /// More mistakes than are told one by one.
    case more(Int)
    // Of CSV
    case notText
    case utf16
    case notUTF8
    case missingValue(column: String)
    case notANumber(text: String, column: String)
    case notFinite(text: String, column: String)
    case textColumn(String)
    case raggedRow(cells: Int, expected: Int)
    /// A line that looks like the header, below others.
    case titleAbove(cells: Int)
    case openQuote
    case textAfterQuote
    case unnamedColumn
    case repeatedName(String)
    /// No column holds numbers, but for those that the caller left out.
    case onlyText(without: [String])
    /// A number with the mark before its decimals that most others do not have.
    case otherMark(String)
    /// A number with a comma that may part its decimals or its thousands.
    case doubtfulMark(String)
    case tooManyColumns(Int)
    case moreColumns(Int, than: Int)
    // Of labels
    case missingLabel
    case notALabel(String)
    case noLabelColumn([String])
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
    case .noRows:
      "there are no rows; add at least one row of numbers"
    case .tooLarge:
      "the number is above \(exact(Points.largestMagnitude)); use a larger unit"
    case .unknownColumn(let name, let known):
      "there is no column \(printable(name)); "
        + (Self.meant(by: name, among: known) ?? "the columns are \(printableList(known))")
    case .noColumnLeft:
      "every column is left out; keep one"
    case .noRowLeft:
      "every row has a cell without a number; fill gaps, or leave a column out"
    case .onlyGaps:
      "every column of numbers has cells without one; decide what becomes of them"
    case .cannotTakePart(let reason):
      "\(reason); choose other columns"
    case .otherColumns(let count, let expected):
      "\(counted(count, "column")) where \(printableList(expected)) "
        + "\(expected.count == 1 ? "is" : "are") expected; give the same columns"
    case .more(let count):
      "and \(counted(count, "more mistake"))"
    case .notText:
      "this is no text; export the table as .csv, or save it as .npy"
    case .utf16:
      "this is UTF-16; save it as UTF-8"
    case .notUTF8:
      "these letters are not UTF-8; save the file as UTF-8"
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
    case .titleAbove(let cells):
      "this line looks like the header, with \(counted(cells, "cell")) as those below it have; "
        + "take the lines above it out of the file"
    case .openQuote:
      "this quote is never closed; end the cell with a quote"
    case .textAfterQuote:
      "text after a closing quote; double the quotes inside a cell"
    case .unnamedColumn:
      "a column without a name; name it in the first line, or choose others"
    case .repeatedName(let name):
      "a second column named \(printable(name)); give each column its own name"
    case .onlyText(let others) where !others.isEmpty:
      "without \(printableList(others)) no column holds numbers; keep one that does"
    case .onlyText:
      "no column holds numbers; write them as 12.5, with a comma, semicolon or tab between cells"
    case .otherMark(let number):
      Self.otherMark(in: printable(number))
    case .doubtfulMark(let number):
      "\(printable(number)) may be \(Self.readings(of: printable(number), ".")); write one of them"
    case .tooManyColumns(let count):
      "\(count) columns; keep \(CSV.mostColumns) or fewer"
    case .moreColumns(let count, let most):
      "\(count) columns; keep \(most) or fewer"
    case .missingLabel:
      "no label; give each row one (-1 is noise)"
    case .notALabel(let text):
      "\(printable(text)) is no label; labels are whole numbers or words"
    case .noLabelColumn(let columns):
      "which column holds the labels? the columns are \(printableList(columns))"
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

  private static func otherMark(in number: String) -> String {
    let (mark, others, right) =
      number.contains(",") ? ("comma", "point", ".") : ("point", "decimal comma", ",")
    return "\(number) has a \(mark) where other numbers have a \(others); "
      + "write \(readings(of: number, right))"
  }

  /// What a number with the wrong mark may be, with the right one.
  private static func readings(of number: String, _ mark: String) -> String {
    let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let asDecimals = parts.joined(separator: mark)
    guard partsThousands(number.utf8) else { return asDecimals }
    let ending = asDecimals.reversed().drop { $0 == "0" }.drop { "\($0)" == mark }
    return "\(parts.joined()) or \(String(ending.reversed()))"
  }

  /// Short names are all near to each other.
  private static func meant(by name: String, among known: [String]) -> String? {
    guard name.count > 2, let nearest = nearestName(to: name, among: known) else { return nil }
    return "did you mean \(printable(nearest))?"
  }
}
