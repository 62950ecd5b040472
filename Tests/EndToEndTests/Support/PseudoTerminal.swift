// A program run in a terminal that is not there: it sees a controlling terminal of a given
// size, the test sees what it writes and types for it.

import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A child process on the slave side of a pseudo-terminal.
final class PseudoTerminal {
  let process: pid_t
  private let master: Int32
  private(set) var screen: VirtualScreen
  private var status: Int32?
  /// What the terminal says to a question; nil where it says nothing.
  private let answer: (String) -> String?

  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    columns: Int = 80, rows: Int = 24,
    answering answer: @escaping (String) -> String? = { _ in nil }
  ) throws {
    self.answer = answer
    let (master, slave) = try pair { openpty(&$0.0, &$0.1, nil, nil, nil) }
    defer { close(slave) }
    guard let path = ttyname(slave) else { throw NotStarted(reason: errno) }
    self.master = master
    screen = VirtualScreen(columns: columns, rows: rows)
    Self.resize(master, columns: columns, rows: rows)
    process = try spawn(
      program, arguments, environment: environment, .terminal(path: String(cString: path)))
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }
}

extension PseudoTerminal {
  /// Types as a keyboard would.
  func type(_ text: String) { writeAll(text, to: master) }

  /// Reads until the screen is as described.
  func wait(for what: String, until isThere: (VirtualScreen) -> Bool) throws {
    while !isThere(screen) {
      guard take(readNext(from: master, within: patience)) else {
        throw WaitedInVain(what: what, instead: screen.text)
      }
    }
  }

  /// Reads until the screen shows these rows and nothing else.
  func wait(for rows: [String]) throws {
    try wait(for: "the screen\n\(rows.joined(separator: "\n"))\ninstead of") { $0.lines == rows }
  }

  /// Reads for as long as something comes, at most so long in all.
  func read(forMilliseconds limit: Int32) {
    let end = ContinuousClock.now + .milliseconds(Int(limit))
    while case let left = end - .now, left > .zero {
      let milliseconds = Int32(left / .milliseconds(1))
      guard take(readNext(from: master, within: max(1, milliseconds))) else { return }
    }
  }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Self.resize(master, columns: columns, rows: rows)
  }

  func signal(_ signal: Int32) { kill(process, signal) }

  /// Reads to the end and returns the exit status, or 128 + the signal that ended it.
  func waitForExit() -> Int32 {
    var last: [UInt8]?
    repeat { last = readNext(from: master, within: patience) } while take(last)
    let code = EndToEndTests.status(ofEnded: process, hasSaidAll: last != nil)
    status = code
    return code
  }

  /// Whether the terminal echoes and gathers lines again, as a shell needs it.
  var isSane: Bool {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return false }
    let line = tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    return settings.c_lflag & line == line && settings.c_iflag & tcflag_t(ICRNL) != 0
  }

  /// False when nothing came in time or the other side is closed.
  private func take(_ bytes: [UInt8]?) -> Bool {
    guard let bytes, !bytes.isEmpty else { return false }
    screen.take(bytes)
    screen.takeQuestions().compactMap(answer).forEach(type)
    return true
  }

  private static func resize(_ master: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
