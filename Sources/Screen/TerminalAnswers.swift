// What comes from a terminal that was asked for its background, sorted into its answers and what
// was typed meanwhile: a key must not be lost because it came between question and answer, and
// an answer must not be taken for keys.
//
// Two questions are asked together. Not every terminal knows the first, all know the second and
// answer in order: whatever has not come before the second answer will not come.

package struct TerminalAnswers: Sendable {
  /// The colour of the background (OSC 11), then what the terminal is (primary attributes).
  package static let questions = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

  package private(set) var background: Background?
  /// Whether the last question is answered.
  package private(set) var areComplete = false
  /// Everything else, in order.
  package private(set) var typed: [UInt8] = []
  private var pending: [UInt8] = []

  package init() {}

  /// Whether something has begun whose end has not come.
  package var isMidway: Bool { !pending.isEmpty }

  package mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let first = pending.first {
      guard first == Self.escape else {
        typed.append(pending.removeFirst())
        continue
      }
      guard let length = readSequence() else { return }
      pending.removeFirst(length)
    }
  }

  /// No more will come: what has only begun was typed, unless it began as an answer.
  package mutating func finish() {
    if !isAnswer(pending) { typed += pending }
    pending = []
  }
}

// MARK: - Escape sequences

extension TerminalAnswers {
  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07

  /// The length of the sequence at the start of what is pending; nil while its end is missing.
  private mutating func readSequence() -> Int? {
    guard pending.count > 1 else { return nil }
    if pending[1] == UInt8(ascii: "]") { return readColour() }
    guard pending[1] == UInt8(ascii: "["), pending.count < 3 || pending[2] == UInt8(ascii: "?")
    else {
      // A key such as an arrow, or escape before something else.
      typed.append(Self.escape)
      return 1
    }
    return readAttributes()
  }

  /// `ESC ] 11 ; rgb:ffff/ffff/dddd`, ended by a bell or by `ESC \`.
  private mutating func readColour() -> Int? {
    guard let end = pending.dropFirst(2).firstIndex(where: { $0 == Self.bell || $0 == Self.escape })
    else { return nil }
    let text = String(decoding: pending[2..<end], as: UTF8.self)
    if text.hasPrefix("11;"), let colour = RGB(answer: text.dropFirst(3)) {
      background = Background(behind: colour)
    }
    if pending[end] == Self.bell { return end + 1 }
    guard pending.count > end + 1 else { return nil }
    return pending[end + 1] == UInt8(ascii: "\\") ? end + 2 : end
  }

  /// `ESC [ ? 64 ; 1 c`
  private mutating func readAttributes() -> Int? {
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    if pending[end] == UInt8(ascii: "c") { areComplete = true }
    return end + 1
  }

  private func isAnswer(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [Self.escape, UInt8(ascii: "]")])
      || bytes.starts(with: [Self.escape, UInt8(ascii: "["), UInt8(ascii: "?")])
  }
}

extension RGB {
  /// `rgb:1e1e/1e1e/2e2e`, with one to four hexadecimal digits for each part.
  fileprivate init?(answer text: Substring) {
    guard let colon = text.firstIndex(of: ":"), text.hasPrefix("rgb") else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/").prefix(3).map { part in
      let largest = (1 << (4 * part.count)) - 1
      return (1...4).contains(part.count) ? Int(part, radix: 16).map { $0 * 255 / largest } : nil
    }
    let known = parts.compactMap(\.self).map { UInt8(clamping: $0) }
    guard known.count == 3 else { return nil }
    self.init(known[0], known[1], known[2])
  }
}
