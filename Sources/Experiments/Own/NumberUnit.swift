// What may stand beside a number: the sign or the code of a currency, or a percent sign. The number
// is the same without it, as long as all of its column have the same one.

package enum NumberUnit: Sendable, Hashable {
  case percent
  case currency(String)
}

extension NumberUnit {
  private static let known: [(bytes: [UInt8], unit: NumberUnit)] =
    [(Array("%".utf8), .percent)]
    + [
      "US$", "R$", "C$", "A$", "€", "$", "£", "¥", "₹", "₽", "₺", "Fr.", "CHF", "EUR", "USD",
      "GBP", "JPY", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD", "NZD",
      "BRL", "kr", "zł", "Kč", "Ft",
    ].map { (Array($0.utf8), .currency($0)) }

  /// A number without what stands before or behind it; nil where nothing known does.
  static func parted(
    _ bytes: ArraySlice<UInt8>
  ) -> (number: ArraySlice<UInt8>, unit: NumberUnit)? {
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if isDigit(last) {
      let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      let rest = isSigned ? bytes.dropFirst() : bytes
      guard let known = known.first(where: { rest.starts(with: $0.bytes) }) else { return nil }
      let number = withoutSpaces(rest.dropFirst(known.bytes.count))
      return (isSigned ? ArraySlice([first] + number) : number, known.unit)
    }
    guard !isLetter(first),
      let known = known.first(where: { bytes.suffix($0.bytes.count) == $0.bytes[...] })
    else { return nil }
    return (withoutSpaces(bytes.dropLast(known.bytes.count)), known.unit)
  }

  /// Also without those spaces that do not break.
  private static func withoutSpaces(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for space in [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89]] as [[UInt8]] {
      if bytes.starts(with: space) { return withoutSpaces(bytes.dropFirst(space.count)) }
      if bytes.suffix(space.count) == space[...] {
        return withoutSpaces(bytes.dropLast(space.count))
      }
    }
    return bytes
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
