// Before bytes are cut into cells: are they text of the kind that is read here?

enum CSVText {
  /// What is wrong with the bytes of a whole file; nil where they look like text.
  static func problem(_ bytes: [UInt8]) -> FileFault.Problem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    // Text holds no zero bytes, and files of other kinds have them near their start.
    let start = bytes.prefix(4096)
    guard start.contains(0) else { return nil }
    return isUTF16(start) ? .utf16 : .notText
  }

  /// Plain letters in UTF-16 are a zero byte each second time, always on the same side.
  private static func isUTF16(_ start: ArraySlice<UInt8>) -> Bool {
    var zeros = [0, 0]
    for (offset, byte) in start.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
    return zeros.contains(0) && zeros[0] + zeros[1] > start.count / 4
  }
}
