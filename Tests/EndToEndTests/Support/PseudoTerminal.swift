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

  /// Longest wait for anything that must come. Reached only by a test that fails.
  private static let patience: Int32 = 60_000

  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let slave = ptsname(master)
    else { throw PseudoTerminalError.noTerminal }
    screen = VirtualScreen(columns: columns, rows: rows)
    Self.resize(master, columns: columns, rows: rows)
    process = try Self.spawn(program, arguments, environment, slave: String(cString: slave))
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }
}

enum PseudoTerminalError: Error {
  case noTerminal
  case notStarted(Int32)
  /// What was awaited did not come; the screen as it was.
  case waitedInVain(String, screen: String)
}

extension PseudoTerminal {
  /// Types bytes as a keyboard would.
  func type(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until the screen is as described.
  func wait(for what: String, until isThere: (VirtualScreen) -> Bool) throws {
    while !isThere(screen) {
      guard read() else {
        throw PseudoTerminalError.waitedInVain(what, screen: screen.text)
      }
    }
  }

  func resize(columns: Int, rows: Int) {
    screen = VirtualScreen(columns: columns, rows: rows)
    Self.resize(master, columns: columns, rows: rows)
  }

  func signal(_ signal: Int32) { kill(process, signal) }

  /// Reads to the end and returns the exit status, or 128 + the signal that ended it.
  func waitForExit() -> Int32 {
    while read() {}
    var raw: Int32 = 0
    waitpid(process, &raw, 0)
    let signal = raw & 0x7f
    let code = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
    status = code
    return code
  }

  /// Whether the terminal echoes and gathers lines again, as a shell needs it.
  var isSane: Bool {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  /// False when nothing came in time or the other side is closed.
  private func read() -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Self.patience) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { Foundation.read(master, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    screen.take(buffer[..<count])
    return true
  }
}

extension PseudoTerminal {
  private static func resize(_ master: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Starts a session of its own, so that the first terminal it opens becomes its own.
  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], slave: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // POSIX_SPAWN_SETSID; glibc declares it behind a macro that Swift does not see.
    posix_spawnattr_setflags(&attributes, 0x80)
    var process: pid_t = 0
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    let result = posix_spawn(&process, program, &actions, &attributes, argv, envp)
    guard result == 0 else { throw PseudoTerminalError.notStarted(result) }
    return process
  }
}
