// What was typed before anybody read keys, as ncurses would have read it: sequences that stand
// for a key, and characters.

import CNcurses
import Screen

/// What can come from a keyboard.
enum KeyCode: Equatable {
  case character(Unicode.Scalar)
  case key(Int32)
  case hangup
}

struct EarlyKeys {
  private var codes: [KeyCode] = []
  private static let escape: UInt8 = 27
  private static let longestSequence = 8

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let first = rest.first {
      if let (key, length) = Self.key(at: rest) {
        codes.append(.key(key))
        rest = rest.dropFirst(length)
      } else {
        let run = [first] + rest.dropFirst().prefix { $0 != Self.escape }
        codes += String(decoding: run, as: UTF8.self).unicodeScalars.map(KeyCode.character)
        rest = rest.dropFirst(run.count)
      }
    }
    codes.reverse()
  }

  mutating func next() -> KeyCode? { codes.popLast() }

  /// The key at the start of the bytes, and how many of them it takes.
  private static func key(at bytes: ArraySlice<UInt8>) -> (code: Int32, length: Int)? {
    guard bytes.first == escape else { return nil }
    // The shortest that is one: what comes after it does not change what it means.
    for length in 2..<max(3, min(longestSequence, bytes.count) + 1) {
      let code = cn_key(String(decoding: bytes.prefix(length), as: UTF8.self))
      if code > 0 { return (code, length) }
    }
    return nil
  }
}
