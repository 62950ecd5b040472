// Numbers in the cells of a CSV file, read from the bytes: a table has millions of them.

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
