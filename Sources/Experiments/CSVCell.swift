// What a cell of a CSV file holds: a number, a text, or what stands for a missing value.

struct CSVCell {
  /// The bytes between the separators, quotes included.
  let range: Range<Int>
  let isQuoted: Bool

  /// What stands where a number is missing.
  enum Kind {
    case missing, notFinite, text
  }

  static let missing = ["", "na", "n/a", "null", "none", "?", "-"]
  static let notFinite = [
    "nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "-nan",
  ]
}

extension CSVLines {
  /// About how many lines there are, if all are as long as the current one.
  func count(like cells: [CSVCell]) -> Int {
    guard let first = cells.first, let last = cells.last else { return 0 }
    return bytes.count / (last.range.upperBound - first.range.lowerBound + 1) + 1
  }

  /// The text of a cell without its quotes.
  func text(_ cell: CSVCell) -> String { String(decoding: content(cell), as: UTF8.self) }

  /// The text of a cell without quotes and the spaces around it.
  func name(_ cell: CSVCell) -> String {
    let blanks: [Character] = [" ", "\t"]
    let text = text(cell).drop(while: blanks.contains)
    return String(text.reversed().drop(while: blanks.contains).reversed())
  }

  /// Whether the bytes of a cell are UTF-8, so that its text is what was meant.
  func isValid(_ cell: CSVCell) -> Bool {
    String(validating: bytes[cell.range], as: UTF8.self) != nil
  }

  private func content(_ cell: CSVCell) -> ArraySlice<UInt8> {
    guard cell.isQuoted else { return bytes[cell.range] }
    var content: ArraySlice<UInt8> = []
    var isSecondQuote = false
    for byte in bytes[(cell.range.lowerBound + 1)..<(cell.range.upperBound - 1)] {
      if byte == .quote, isSecondQuote {
        isSecondQuote = false
        continue
      }
      isSecondQuote = byte == .quote
      content.append(byte)
    }
    return content
  }

  func place(of cell: CSVCell) -> FileFault.Place { place(of: cell.range.lowerBound) }

  /// Where an offset of the current line stands, in characters as an editor counts them.
  func place(of offset: Int) -> FileFault.Place {
    guard offset > lineStart else { return .line(line, column: 1) }
    let before = bytes[lineStart..<offset].count { $0 & 0b1100_0000 != 0b1000_0000 }
    return .line(line, column: 1 + before)
  }

  /// The number in a cell, or nil where it is none.
  func number(_ cell: CSVCell) -> Double? {
    decimal(bytes, range(ofNumber: cell), allowsComma: separator != .comma || cell.isQuoted)
  }

  /// Where a number would stand in a cell: without quotes and the spaces around it.
  func range(ofNumber cell: CSVCell) -> Range<Int> {
    var range = cell.range
    if cell.isQuoted { range = (range.lowerBound + 1)..<(range.upperBound - 1) }
    while let first = range.first, bytes[first] == .space { range.removeFirst() }
    while let last = range.last, bytes[last] == .space { range.removeLast() }
    return range
  }

  /// Whether a number may be a list of some, which stands in quotes because of its comma.
  func mayBeList(_ cell: CSVCell) -> Bool {
    separator == .comma && cell.isQuoted && hasComma(cell)
  }

  func hasComma(_ cell: CSVCell) -> Bool { bytes[cell.range].contains(.comma) }

  /// What a cell without a number is.
  func kind(_ cell: CSVCell) -> CSVCell.Kind {
    guard cell.range.count <= 12 else { return .text }
    let word = text(cell).lowercased().filter { $0 != " " }
    if CSVCell.missing.contains(word) { return .missing }
    return CSVCell.notFinite.contains(word) ? .notFinite : .text
  }
}
