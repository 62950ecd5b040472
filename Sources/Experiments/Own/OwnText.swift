// Text that is not UTF-8 is most often Windows-1252, which many programs write and call Latin-1.
// It is read so, and that is said with the place of the first such letter.

struct OwnText {
  /// In UTF-8.
  let bytes: [UInt8]
  /// What was taken for granted; nil for UTF-8.
  let note: TableNote?

  init(_ bytes: [UInt8]) {
    guard bytes.contains(where: { $0 >= 0x80 }), CSVText.problem(bytes) == nil,
      String(validating: bytes, as: UTF8.self) == nil
    else {
      (self.bytes, note) = (bytes, nil)
      return
    }
    self.bytes = bytes.flatMap { $0 < 0x80 ? [$0] : Array(String(Self.letter($0)).utf8) }
    note = Self.firstLetter(in: bytes)
  }

  private static func firstLetter(in bytes: [UInt8]) -> TableNote? {
    var line = 1
    for part in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil,
        let wide = part.firstIndex(where: { $0 >= 0x80 })
      {
        let around = part[max(part.startIndex, wide - 8)..<min(part.endIndex, wide + 8)]
        let word = String(around.map { Character(letter($0)) })
          .split { ",;\t\"\r".contains($0) }.first { $0.utf8.contains { $0 >= 0x80 } }
        return .notUTF8(word.map(String.init) ?? "", line: line)
      }
      line += 1
    }
    return nil
  }

  /// Latin-1, with the letters that Windows has where Latin-1 has control characters.
  private static func letter(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    let letters = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    return letters[Int(byte) - 0x80]
  }
}
