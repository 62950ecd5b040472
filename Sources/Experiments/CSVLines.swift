// CSV as cells: where each begins and ends, quotes and line ends understood (RFC 4180).
//
// Where the first line has a semicolon, semicolons part the cells; else tabs do where it has one,
// else commas. A first line `sep=;`, as Excel has it, says so and is no cells. A number may have a
// decimal comma where commas do not part the cells, or in quotes. Lines end with LF, CRLF or CR;
// blank lines are no cells.

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
  /// The blank lines just before it.
  private(set) var blankLines = 0..<0
  /// Whether a cell so far has a comma in its quotes.
  private(set) var hasQuotedComma = false
  private var nextLine = 1

  /// - Parameter separator: what parts the cells; nil where the first line decides.
  init(_ bytes: [UInt8], separator: UInt8? = nil) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let said = separator == nil ? CSVLines.saidSeparator(bytes[start...]) : nil
    position = said == nil ? start : start + 5
    self.separator = separator ?? said ?? CSVLines.separator(of: bytes[start...])
  }

  /// What a first line such as `sep=;` says.
  private static func saidSeparator(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let line = bytes.prefix(6)
    guard line.count >= 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    let ends = line.count == 5 || line.last == .lineFeed || line.last == .carriageReturn
    let separator = line[line.startIndex + 4]
    return ends && [.comma, .semicolon, .tab, UInt8(ascii: "|")].contains(separator)
      ? separator : nil
  }

  /// Only what stands outside quotes counts, in the first line that is not blank.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var isInQuotes = false
    var found = UInt8.comma
    for byte in bytes.drop(while: { $0 == .lineFeed || $0 == .carriageReturn }) {
      if byte == .quote { isInQuotes.toggle() }
      if isInQuotes { continue }
      if byte == .semicolon { return .semicolon }
      if byte == .tab { found = .tab }
      if byte == .lineFeed || byte == .carriageReturn { break }
    }
    return found
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
    // The first line end belongs to the line before, which may have some in its quotes.
    let lineAfter = nextLine + (line > 0 ? 1 : 0)
    defer { blankLines = min(lineAfter, nextLine)..<nextLine }
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
      if byte == .comma { hasQuotedComma = true }
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

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13
}
