// The marks before decimals. One file has one mark: where numbers have a comma, 1.250 may well be
// 1250, and where cells are not parted by semicolons, 1,250 may be too. What can be read in two
// ways is a mistake, for nothing later would show that it was read in the wrong one.
//
// Files without a comma in a cell, which are most, are not looked at again.

struct CSVMarks {
  private var commas: FaultList
  private var points: FaultList
  /// Those of both that may part thousands instead, as in 1,250.
  private var doubtfulCommas: FaultList
  private var doubtfulPoints: FaultList
  /// Whether a comma is a decimal one for certain, in the columns looked at or in others.
  private var hasClearComma = false
  private var hasClearCommaElsewhere = false

  init(path: String) {
    commas = FaultList(path: path)
    points = commas
    doubtfulCommas = commas
    doubtfulPoints = commas
  }

  /// What the numbers leave in doubt.
  var faults: FaultList {
    if !hasClearComma, !doubtfulCommas.isEmpty { return doubtfulCommas }
    if commas.isEmpty, hasClearCommaElsewhere { return doubtfulPoints }
    return commas.count < points.count ? commas : points
  }
}

// MARK: - Reading

extension CSVLines {
  /// Whether there is a comma at all that does not part cells.
  var mayHoldDecimalComma: Bool {
    separator == .comma ? hasQuotedComma : bytes.contains(.comma)
  }
}

extension CSVMarks {
  /// Goes through the rows of a file for the numbers in some of its columns.
  mutating func read(_ lines: CSVLines, _ head: CSVHead, columns: Set<Int>) {
    var lines = CSVLines(lines.bytes)
    var cells: [CSVCell] = []
    var isFirst = true
    while (try? lines.next(&cells)) == true {
      defer { isFirst = false }
      guard !(isFirst && head.isHeader), cells.count == head.names.count else { continue }
      for (column, cell) in cells.enumerated() {
        guard let mark = CSVMark(cell, in: lines) else { continue }
        if columns.contains(column) {
          add(mark, cell, in: lines)
        } else if mark.isComma, !mark.isDoubtful, lines.separator != .comma {
          // In quotes between commas it may as well be a list, which its column was left out for.
          hasClearCommaElsewhere = true
        }
      }
    }
  }

  private mutating func add(_ mark: CSVMark, _ cell: CSVCell, in lines: CSVLines) {
    let other = { (FileFault.Problem.otherMark(lines.name(cell)), lines.place(of: cell)) }
    let doubtful = { (FileFault.Problem.doubtfulMark(lines.name(cell)), lines.place(of: cell)) }
    if mark.isComma {
      commas.add(other)
      if mark.isDoubtful { doubtfulCommas.add(doubtful) }
      hasClearComma = hasClearComma || !mark.isDoubtful
    } else {
      points.add(other)
      if mark.isDoubtful { doubtfulPoints.add(other) }
    }
  }
}

// MARK: - One number

/// The mark in a cell that holds a number; nil where there is none.
private struct CSVMark {
  let isComma: Bool
  /// Whether it may part thousands.
  let isDoubtful: Bool

  init?(_ cell: CSVCell, in lines: CSVLines) {
    let bytes = lines.bytes[lines.range(ofNumber: cell)]
    guard let mark = bytes.firstIndex(where: isMark), lines.number(cell) != nil else { return nil }
    isComma = bytes[mark] == .comma
    // Between semicolons a comma is the decimal one.
    let isClear = isComma && lines.separator == .semicolon
    isDoubtful = !isClear && partsThousands(bytes)
  }
}

private func isMark(_ byte: UInt8) -> Bool { byte == .comma || byte == UInt8(ascii: ".") }

/// Whether a number may be a whole one with a mark before its last three digits: 1.250, but not
/// 0.125 or 1.2e3.
func partsThousands(_ number: some Collection<UInt8>) -> Bool {
  let digits = number.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
  guard let mark = digits.firstIndex(where: isMark) else { return false }
  let (before, after) = (digits[..<mark], digits[mark...].dropFirst())
  return (1...3).contains(before.count) && before.first != UInt8(ascii: "0") && after.count == 3
    && after.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}
