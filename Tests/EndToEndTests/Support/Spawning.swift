// Starting a program with its input and output where a test wants them. Foundation's Process
// cannot give a program a terminal of its own, nor keep its signals from being ignored.

import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct NotStarted: Error {
  let reason: Int32
}

/// The three standard files of a program.
enum StandardFiles {
  /// The file at a path for all three; the first terminal that a session opens becomes its own.
  case terminal(path: String)
  case descriptors(input: Int32, output: Int32)
}

/// Held while descriptors are open that no other program may inherit.
private let inheritance = Mutex(())

/// Opens a pair of descriptors, of which programs inherit only what they are started with.
func pair(_ open: (inout (Int32, Int32)) -> Int32) throws -> (Int32, Int32) {
  try inheritance.withLock { _ in
    var ends: (Int32, Int32) = (0, 0)
    guard open(&ends) == 0 else { throw NotStarted(reason: errno) }
    _ = fcntl(ends.0, F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends.1, F_SETFD, FD_CLOEXEC)
    return ends
  }
}

/// Starts a program in a session of its own, with every signal as a shell leaves it: whoever
/// runs the tests may ignore some, and the thread that runs them may block others.
func spawn(
  _ program: String, _ arguments: [String], environment: [String: String], _ files: StandardFiles
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  switch files {
  case .terminal(let path):
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
  case .descriptors(let input, let output):
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
  }
  posix_spawn_file_actions_adddup2(&actions, 1, 2)
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  // glibc declares POSIX_SPAWN_SETSID behind a macro that Swift does not see.
  let session = 0x80
  posix_spawnattr_setflags(
    &attributes, Int16(session | Int(POSIX_SPAWN_SETSIGDEF) | Int(POSIX_SPAWN_SETSIGMASK)))
  let argv = ([program] + arguments).map { strdup($0) } + [nil]
  let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { (argv + envp).forEach { free($0) } }
  var process: pid_t = 0
  let result = inheritance.withLock { _ in
    posix_spawn(&process, program, &actions, &attributes, argv, envp)
  }
  guard result == 0 else { throw NotStarted(reason: result) }
  return process
}

/// The exit status of a process whose output has ended, or 128 + the signal that ended it. One
/// that does not end by itself is ended, by the signal that shows it.
func status(ofEnded process: pid_t, hasSaidAll: Bool) -> Int32 {
  if !hasSaidAll { kill(process, SIGKILL) }
  var raw: Int32 = 0
  while waitpid(process, &raw, 0) < 0, errno == EINTR {}
  let signal = raw & 0x7f
  return signal == 0 ? (raw >> 8) & 0xff : 128 + signal
}

/// What a file gives next: nil when nothing came within the time, nothing at its end.
func readNext(from file: Int32, within milliseconds: Int32) -> [UInt8]? {
  var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
  guard poll(&request, 1, milliseconds) > 0 else { return nil }
  var buffer = [UInt8](repeating: 0, count: 65_536)
  let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
  return Array(buffer.prefix(max(0, count)))
}

func writeAll(_ text: String, to file: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}

/// Longest wait for anything that must come, in milliseconds. Reached only by a test that fails.
let patience: Int32 = 20_000

/// What was awaited did not come; what there was instead.
struct WaitedInVain: Error, CustomStringConvertible {
  let what: String
  let instead: String

  var description: String { "waited in vain for \(what)\n\(instead)" }
}
