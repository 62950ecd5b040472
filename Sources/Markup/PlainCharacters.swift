// A terminal obeys some characters instead of showing them: an escape sequence in a lesson
// could move the cursor, and a right-to-left override could show code in an order in which it
// does not run. They come as bytes or as references (`&#27;`), so they are listed from the
// file, and replaced once more in every string that leaves this room.

extension Unicode.Scalar {
  /// A character that steers what shows text: C0 and C1 controls except newline and tab, delete,
  /// and the embeddings, overrides and isolates of text direction.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `U+001B`.
  var codePointName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}

/// The text with U+FFFD in place of every control character.
func plainCharacters(of bytes: some Collection<UInt8>) -> String {
  plainCharacters(of: String(decoding: bytes, as: UTF8.self))
}

func plainCharacters(of text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  var plain = String.UnicodeScalarView()
  plain.append(contentsOf: text.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 })
  return String(plain)
}

/// Where control characters stand in a file, in its order, up to a number of them.
func controlCharacters(of bytes: [UInt8], lines: [Range<Int>], atMost limit: Int) -> [Mistake] {
  var mistakes: [Mistake] = []
  for (index, line) in lines.enumerated() where bytes[line].contains(where: mayStartControl) {
    var column = 1
    for scalar in String(decoding: bytes[line], as: UTF8.self).unicodeScalars {
      if scalar.isControl {
        let place = Position(line: index + 1, column: column)
        mistakes.append(Mistake(.controlCharacter(scalar), at: place))
        guard mistakes.count < limit else { return mistakes }
      }
      column += UTF8.width(scalar)
    }
  }
  return mistakes
}

/// Few lines have such a byte, so few lines are decoded: C0, delete, or the first byte of
/// U+0080...U+00BF and of U+2000...U+2FFF.
private func mayStartControl(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09: false
  case 0x00...0x1F, 0x7F, 0xC2, 0xE2: true
  default: false
  }
}
