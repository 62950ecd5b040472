// Text that is not UTF-8 is most often Windows-1252, which many programs write and call Latin-1.
// It is read so, and that is said with the place of the first such letter.

struct OwnText {
  /// In UTF-8.
  let bytes: [UInt8]
  /// What was taken for granted; nil for UTF-8.
  let note: TableNote?

  /// Bytes between two questions whether the text is still wanted.
  private static let patience = 1 << 20

  /// - Throws: ``ExperimentError/cancelled`` where the text is not wanted any more.
  init(_ bytes: [UInt8], _ observe: (RunProgress) -> Bool) throws(ExperimentError) {
    guard bytes.contains(where: { $0 >= 0x80 }), CSVText.problem(bytes) == nil,
      String(validating: bytes, as: UTF8.self) == nil
    else {
      (self.bytes, note) = (bytes, nil)
      return
    }
    self.bytes = try Self.read(bytes, observe)
    note = Self.firstLetter(in: bytes)
  }

  private static func read(
    _ bytes: [UInt8], _ observe: (RunProgress) -> Bool
  ) throws(ExperimentError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for start in stride(from: 0, to: bytes.count, by: patience) {
      let share = Double(start) / Double(bytes.count)
      guard observe(RunProgress(stage: .reading, fraction: share)) else { throw .cancelled }
      for byte in bytes[start..<min(start + patience, bytes.count)] {
        if byte < 0x80 {
          text.append(byte)
        } else {
          text.append(contentsOf: letter(byte).utf8)
        }
      }
    }
    return text
  }

  private static func firstLetter(in bytes: [UInt8]) -> TableNote? {
    var line = 1
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix { $0 != .lineFeed }
      rest = rest[part.endIndex...].dropFirst()
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
    return windowsLetters[Int(byte) - 0x80]
  }

  private static let windowsLetters = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
