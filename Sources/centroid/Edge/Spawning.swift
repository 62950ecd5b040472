// What the system has for starting a program and talking to it, where Foundation's Process has not
// enough: a session of its own, and writing to who may have gone.

import CSpawning
import Foundation
import Synchronization

/// Two ends of a pipe, which programs inherit only where they are given them.
struct PipeEnds {
  let reading: Int32
  let writing: Int32

  init?() {
    let ends = inheritance.withLock { _ in Self.open() }
    guard let ends else { return nil }
    (reading, writing) = ends
  }

  func close() {
    for end in [reading, writing] { _ = Foundation.close(end) }
  }

  /// Above the three standard files, whose numbers may be free where somebody closed them.
  private static func open() -> (Int32, Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    for end in ends { _ = Foundation.close(end) }
    guard moved.allSatisfy({ $0 >= 0 }) else {
      for end in moved where end >= 0 { _ = Foundation.close(end) }
      return nil
    }
    return (moved[0], moved[1])
  }
}

/// Held while files are open that no program may inherit.
private let inheritance = Mutex(())

/// Starts a program in a session and a process group of its own, with every signal as a shell
/// leaves it.
///
/// - Parameter files: its standard input, output and error.
func spawn(
  _ command: [String], in folder: String, _ files: [Int32]
) throws(ForeignProgram.Trouble) -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  posix_spawn_file_actions_addchdir_np(&actions, folder)
  for (number, file) in files.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
  }
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  posix_spawnattr_setflags(
    &attributes,
    Int16(Int(cs_spawn_in_session) | Int(POSIX_SPAWN_SETSIGDEF) | Int(POSIX_SPAWN_SETSIGMASK)))
  let variables = ProcessInfo.processInfo.environment.sorted { $0.key < $1.key }
  let argv = command.map { strdup($0) } + [nil]
  let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for text in argv + envp { free(text) } }
  var process: pid_t = 0
  let result = inheritance.withLock { _ in
    posix_spawn(&process, command.first ?? "", &actions, &attributes, argv, envp)
  }
  guard result == 0 else { throw .notStarted(result) }
  return process
}

/// Writing to a pipe that nobody reads raises a signal that ends the program; here it only fails.
func withoutPipeSignal<Value>(_ body: () -> Value) -> Value {
  var pipe = sigset_t()
  var before = sigset_t()
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &pipe, &before)
  let value = body()
  let problem = errno
  // Raised for this thread alone, so it waits here and nowhere else.
  var pending = sigset_t()
  sigemptyset(&pending)
  sigpending(&pending)
  if sigismember(&pending, SIGPIPE) == 1 {
    var signal: Int32 = 0
    sigwait(&pipe, &signal)
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  errno = problem
  return value
}

extension siginfo_t {
  /// The exit status, or the signal, of a child that ended.
  var status: Int32 {
    #if canImport(Darwin)
      si_status
    #else
      _sifields._sigchld.si_status
    #endif
  }
}
