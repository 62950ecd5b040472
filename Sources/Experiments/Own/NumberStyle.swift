// How the numbers of a column are written: which mark stands before the decimals. The other marks
// may part groups of three digits, as in 1.738,40 and 1,738.40 and 1 738,40 and 1'738.40.

/// What a cell of digits and marks looks like, before anything is known of its column.
enum NumberShape: Equatable {
  case plain
  /// One point or comma; it may part thousands where three digits follow, as in 1.450.
  case marked(UInt8, isDoubtful: Bool)
  /// Groups of three for certain, with the mark before the decimals where there are some.
  case grouped(thousands: UInt8, decimal: UInt8?)
  /// Digits and marks that are no number: a date, a telephone number.
  case broken
}

enum NumberStyle {
  static let point = UInt8(ascii: ".")
  static let apostrophe = UInt8(ascii: "'")
  /// No number of a table is longer.
  private static let longest = 60

  /// A cell as digits and marks, with what stands beside them; nil where it holds anything else.
  static func written(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], unit: NumberUnit?)? {
    if let text = marked(bytes) { return (text, nil) }
    guard bytes.count <= longest, let (number, unit) = NumberUnit.parted(bytes) else { return nil }
    return marked(number).map { ($0, unit) }
  }

  /// A cell as digits and marks of one byte each; nil where it holds anything else, or no digit.
  static func marked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = bytes.first, bytes.count <= longest,
      isDigit(first) || isSign(first)
        || isMark(first)
    else { return nil }
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.first {
      if let (mark, length) = wideMark(rest) {
        text.append(mark)
        rest = rest.dropFirst(length)
        continue
      }
      guard isDigit(byte) || isMark(byte) || (text.isEmpty && isSign(byte)) else { return nil }
      text.append(byte)
      rest = rest.dropFirst()
    }
    return text.contains(where: isDigit) ? text : nil
  }

  static func shape(of text: [UInt8]) -> NumberShape {
    let digits = text.drop(while: isSign)
    let marks = digits.indices.filter { isMark(digits[$0]) }
    guard let last = marks.last else { return .plain }
    let lastMark = digits[last]
    let others = Set(marks.dropLast().map { digits[$0] })
    if others.isEmpty, lastMark == point || lastMark == .comma {
      return .marked(lastMark, isDoubtful: partsThousands(digits))
    }
    if others.subtracting([lastMark]).isEmpty {
      return isGrouped(digits, by: lastMark) ? .grouped(thousands: lastMark, decimal: nil) : .broken
    }
    guard let thousands = others.first, others.count == 1, lastMark == point || lastMark == .comma,
      isGrouped(digits[..<last], by: thousands)
    else { return .broken }
    return .grouped(thousands: thousands, decimal: lastMark)
  }

  /// The number that a cell is in a column with this mark before the decimals.
  static func value(of text: [UInt8], decimal mark: UInt8) -> Double? {
    switch shape(of: text) {
    case .plain: return number(text, decimal: mark)
    case .marked(let found, let isDoubtful):
      return found == mark || isDoubtful ? number(text, decimal: mark) : nil
    case .grouped(let thousands, let found):
      return thousands != mark && (found ?? mark) == mark ? number(text, decimal: mark) : nil
    case .broken: return nil
    }
  }

  /// Without what parts the thousands, and with a point.
  private static func number(_ text: [UInt8], decimal mark: UInt8) -> Double? {
    let plain = text.compactMap { byte in byte == mark ? point : isMark(byte) ? nil : byte }
    return decimal(plain, plain.indices, allowsComma: false)
  }

  /// One to three digits, the first no zero, then three after each mark.
  private static func isGrouped(_ digits: ArraySlice<UInt8>, by mark: UInt8) -> Bool {
    let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, groups.count > 1, (1...3).contains(first.count),
      first.first != UInt8(ascii: "0")
    else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 } && groups.joined().allSatisfy(isDigit)
  }

  /// Spaces that do not break, and the apostrophe of print.
  private static func wideMark(_ bytes: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
    if bytes.starts(with: [0xC2, 0xA0]) { return (.space, 2) }
    if bytes.starts(with: [0xE2, 0x80, 0xAF]) || bytes.starts(with: [0xE2, 0x80, 0x89]) {
      return (.space, 3)
    }
    return bytes.starts(with: [0xE2, 0x80, 0x99]) ? (apostrophe, 3) : nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == point || byte == .comma || byte == apostrophe || byte == .space
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
