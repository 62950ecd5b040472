import CNcurses
package import Screen

// Waiting for what comes next: a key, a paste, another size, or a signal.

extension Terminal {
  /// A signal may be delivered to another thread, which does not wake this one.
  private static let longestWait = 100
  /// A paste longer than this is cut; nobody types that much into a tutor.
  private static let longestPaste = 100_000
  /// A paste whose end never comes is over after this silence.
  private static let pauseThatEndsAPaste = 500

  /// The next input, or nil when `timeoutMilliseconds` have passed; nil waits for ever.
  package mutating func next(timeoutMilliseconds: Int? = nil) -> Input? {
    var left = timeoutMilliseconds.map { max(0, $0) }
    while true {
      if let signal = takeSignal() { return signal }
      let wait = min(left ?? Self.longestWait, Self.longestWait)
      if let input = read(waiting: wait) { return input }
      if let before = left {
        if before <= wait { return takeSignal() }
        left = before - wait
      }
    }
  }

  private func takeSignal() -> Input? {
    for number in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] where cn_took(number) {
      return .ended(signal: number)
    }
    if cn_took(SIGTSTP) { return .suspended }
    if cn_took(SIGCONT) {
      cn_reenter()
      return .resumed
    }
    return nil
  }

  private mutating func read(waiting milliseconds: Int) -> Input? {
    var code: UInt32 = 0
    switch cn_read(Int32(milliseconds), &code) {
    case cn_read_character:
      return Unicode.Scalar(code).flatMap(Key.init(scalar:)).map(Input.key)
    case cn_read_key:
      return input(forKeyCode: Int32(code))
    case cn_read_hangup:
      return .ended(signal: SIGHUP)
    default:
      return nil
    }
  }

  private mutating func input(forKeyCode code: Int32) -> Input? {
    switch code {
    case KEY_RESIZE: .resized(size)
    case Int32(cn_paste_begins): .paste(readPaste())
    default: Key(code: code).map(Input.key)
    }
  }

  /// Everything up to the end of the paste, with `\n` for every kind of line end. Escape
  /// sequences inside it are data, and controls other than line ends and tabs are left out.
  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    var previous: UInt32 = 0
    var count = 0
    reading: while true {
      var code: UInt32 = 0
      switch cn_read(Int32(Self.pauseThatEndsAPaste), &code) {
      case cn_read_key where code == cn_paste_ends: break reading
      case cn_read_key: continue
      case cn_read_character: break
      default: break reading
      }
      defer { previous = code }
      count += 1
      guard count <= Self.longestPaste, let scalar = Unicode.Scalar(code) else { continue }
      switch code {
      case 13: text.append("\n")
      case 10 where previous == 13: break
      case 9, 10: text.append(scalar)
      case ..<32, 0x7F..<0xA0: break
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
