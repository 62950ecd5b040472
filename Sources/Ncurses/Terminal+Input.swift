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
    switch code(waiting: milliseconds) {
    case .character(let scalar): Key(scalar: scalar).map(Input.key)
    case .key(let code): input(forKeyCode: code)
    case .hangup: .ended(signal: SIGHUP)
    case nil: nil
    }
  }

  /// What comes next, from the keys that came early or from the terminal.
  private mutating func code(waiting milliseconds: Int) -> KeyCode? {
    if let early = early.next() { return early }
    var code: UInt32 = 0
    return switch cn_read(Int32(milliseconds), &code) {
    case cn_read_character: Unicode.Scalar(code).map(KeyCode.character)
    case cn_read_key: .key(Int32(code))
    case cn_read_hangup: .hangup
    default: nil
    }
  }

  private mutating func input(forKeyCode code: Int32) -> Input? {
    switch code {
    case KEY_RESIZE: return .resized(size)
    case Int32(cn_paste_begins): return .paste(readPaste())
    case Int32(cn_colour_begins), Int32(cn_attributes_begin):
      skipLateAnswer(code)
      return nil
    default: return Key(code: code).map(Input.key)
    }
  }

  /// A late answer ends as it would have in time: that of a colour with a bell or with `ESC \`,
  /// the other one with a letter.
  private mutating func skipLateAnswer(_ code: Int32) {
    var isEscaped = false
    while case .character(let scalar) = self.code(waiting: Self.pauseThatEndsAPaste) {
      if code == Int32(cn_attributes_begin) {
        if scalar.properties.isAlphabetic { return }
      } else if scalar.value == 7 || isEscaped {
        return
      }
      isEscaped = scalar.value == 27
    }
  }

  /// Everything up to the end of the paste, with `\n` for every kind of line end. Escape
  /// sequences inside it are data, and controls other than line ends and tabs are left out.
  private mutating func readPaste() -> String {
    var text = String.UnicodeScalarView()
    var previous: UInt32 = 0
    var count = 0
    reading: while true {
      let scalar: Unicode.Scalar
      switch code(waiting: Self.pauseThatEndsAPaste) {
      case .key(Int32(cn_paste_ends)): break reading
      case .key: continue
      case .character(let typed): scalar = typed
      case .hangup, nil: break reading
      }
      defer { previous = scalar.value }
      count += 1
      guard count <= Self.longestPaste else { continue }
      switch scalar.value {
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
