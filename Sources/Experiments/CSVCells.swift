// CSV as cells: where each begins and ends, quotes and line ends understood (RFC 4180).
//
// Commas or semicolons part the cells; where the first line has a semicolon, semicolons do, and
// a number may have a decimal comma. Lines end with LF, CRLF or CR; blank lines are no rows.

struct CSVCell {
  /// The bytes between the separators, quotes included.
  let range: Range<Int>
  let isQuoted: Bool
}

/// Why a line cannot be cut into cells.
struct CSVBreak: Error {
  let offset: Int
  let problem: FileFault.Problem
}

/// Goes through the bytes line by line.
struct CSVLines {
  let bytes: [UInt8]
  let separator: UInt8
  private(set) var position: Int
  /// Line of the cells read last, counted from 1, and where it starts.
  private(set) var line = 0
  private(set) var lineStart = 0
  private var nextLine = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = CSVLines.separator(of: bytes, from: position)
  }

  /// A semicolon outside quotes in the first line decides.
  private static func separator(of bytes: [UInt8], from start: Int) -> UInt8 {
    var isInQuotes = false
    for byte in bytes[start...] {
      if byte == .quote { isInQuotes.toggle() }
      if isInQuotes { continue }
      if byte == .semicolon { return .semicolon }
      if byte == .lineFeed || byte == .carriageReturn { break }
    }
    return .comma
  }

  /// Fills `cells` with those of the next line that is not blank; false at the end.
  mutating func next(_ cells: inout [CSVCell]) throws(CSVBreak) -> Bool {
    skipLineEnds()
    guard position < bytes.count else { return false }
    line = nextLine
    lineStart = position
    cells.removeAll(keepingCapacity: true)
    while true {
      cells.append(try cell())
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    return true
  }

  private mutating func skipLineEnds() {
    while position < bytes.count {
      switch bytes[position] {
      case .lineFeed:
        nextLine += 1
      case .carriageReturn:
        let isPair = position + 1 < bytes.count && bytes[position + 1] == .lineFeed
        if !isPair { nextLine += 1 }
      default:
        return
      }
      position += 1
    }
  }

  private mutating func cell() throws(CSVBreak) -> CSVCell {
    let start = position
    if position < bytes.count, bytes[position] == .quote { return try quotedCell() }
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    return CSVCell(range: start..<position, isQuoted: false)
  }

  /// Two quotes in a row are one quote of the text.
  private mutating func quotedCell() throws(CSVBreak) -> CSVCell {
    let start = position
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == .lineFeed { nextLine += 1 }
      guard byte == .quote else { continue }
      if position < bytes.count, bytes[position] == .quote {
        position += 1
      } else if position == bytes.count || endsCell(bytes[position]) {
        return CSVCell(range: start..<position, isQuoted: true)
      } else {
        throw CSVBreak(offset: position, problem: .textAfterQuote)
      }
    }
    throw CSVBreak(offset: start, problem: .openQuote)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == .lineFeed || byte == .carriageReturn
  }
}

// MARK: - What a cell holds

extension CSVLines {
  /// The text of a cell without its quotes.
  func text(_ cell: CSVCell) -> String {
    guard cell.isQuoted else { return String(decoding: bytes[cell.range], as: UTF8.self) }
    let inside = bytes[(cell.range.lowerBound + 1)..<(cell.range.upperBound - 1)]
    var content: [UInt8] = []
    var isSecondQuote = false
    for byte in inside {
      if byte == .quote, isSecondQuote {
        isSecondQuote = false
        continue
      }
      isSecondQuote = byte == .quote
      content.append(byte)
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The column of an offset in the current line, in characters as an editor counts them.
  func column(of offset: Int) -> Int {
    guard offset > lineStart else { return 1 }
    return 1 + bytes[lineStart..<offset].count { $0 & 0b1100_0000 != 0b1000_0000 }
  }

  /// The number in a cell, or nil where it is none.
  func number(_ cell: CSVCell) -> Double? {
    var range = cell.range
    if cell.isQuoted { range = (range.lowerBound + 1)..<(range.upperBound - 1) }
    while let first = range.first, bytes[first] == .space { range.removeFirst() }
    while let last = range.last, bytes[last] == .space { range.removeLast() }
    return decimal(bytes, range, allowsComma: separator == .semicolon)
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let space = UInt8(ascii: " ")
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13
}

// MARK: - Numbers

/// A decimal number in some bytes, rounded as the standard library rounds.
///
/// Up to 15 digits and a small power of ten are both exact as doubles, so that one division or
/// product gives the nearest double (Clinger 1990); anything longer takes the slow way.
func decimal(_ bytes: [UInt8], _ range: Range<Int>, allowsComma: Bool) -> Double? {
  var position = range.lowerBound
  var mantissa = 0
  var digits = 0
  var decimals = 0
  var hasPoint = false
  let isNegative = position < range.upperBound && bytes[position] == UInt8(ascii: "-")
  if isNegative { position += 1 }
  while position < range.upperBound {
    let byte = bytes[position]
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      digits += 1
      guard digits <= 15 else { return longDecimal(bytes[range], allowsComma: allowsComma) }
      mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0"))
      if hasPoint { decimals += 1 }
    } else if !hasPoint, byte == UInt8(ascii: ".") || (allowsComma && byte == .comma) {
      hasPoint = true
    } else {
      return longDecimal(bytes[range], allowsComma: allowsComma)
    }
    position += 1
  }
  guard digits > 0 else { return nil }
  let value = Double(mantissa) / powersOfTen[decimals]
  return isNegative ? -value : value
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

private func longDecimal(_ bytes: ArraySlice<UInt8>, allowsComma: Bool) -> Double? {
  // No number of a table is longer; the limit keeps a line of ten million digits cheap.
  guard bytes.count <= 400 else { return nil }
  let text = bytes.map { allowsComma && $0 == .comma ? UInt8(ascii: ".") : $0 }
  return decimal(String(decoding: text, as: UTF8.self))
}
