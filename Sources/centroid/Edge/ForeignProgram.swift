// A program that is not ours, asked one question: what it is given goes to its standard input, what
// it writes to its standard output is its answer. It may do anything: never end, ignore signals,
// close its input, write for ever, leave children behind that hold its output. So it has a time, its
// answer a size, and afterwards its whole process group is ended.
//
// No shell is between, and it gets a session of its own: it has no terminal to write to or read from.

import Foundation
import Synchronization

struct ForeignProgram {
  /// The program by its whole path, and what it is given.
  let command: [String]
  /// Where it runs.
  let folder: String
  let seconds: Int
  let mostBytes: Int

  /// - Returns: What it wrote, if it ended well.
  func answer(
    to question: [UInt8], among programs: ForeignPrograms, isWanted: () -> Bool
  ) throws(Trouble) -> [UInt8] {
    let start = ContinuousClock.now
    var process = try ForeignProcess(command, in: folder, among: programs)
    process.give(question)
    while true {
      // Looked at first: what it wrote before its end is then there to be read.
      let ending = process.ending
      let news = process.exchange(waiting: ending == nil ? Self.rhythm : 0)
      guard process.output.count <= mostBytes else { throw .tooMuch(mostBytes) }
      if let ending, !news {
        guard ending == .exited(0) else { throw .failed(ending, saying: process.complaint) }
        return process.output
      }
      guard isWanted() else { throw .calledOff }
      guard ContinuousClock.now - start < .seconds(seconds) else { throw .tooSlow(seconds) }
    }
  }

  /// How often it is looked at whether it has ended or is not wanted any more, in milliseconds.
  private static let rhythm: Int32 = 20

  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  enum Trouble: Error {
    case notStarted(Int32)
    case tooSlow(Int)
    case tooMuch(Int)
    case failed(Ending, saying: String?)
    case calledOff
  }
}

extension ForeignProgram.Trouble: CustomStringConvertible {
  var description: String {
    switch self {
    case .notStarted(ENOEXEC):
      "it cannot be started; a script begins with a line such as #!/bin/sh"
    case .notStarted(let code): "it cannot be started: \(String(cString: strerror(code)))"
    case .tooSlow(let seconds): "it was ended after \(seconds) s without an answer"
    case .tooMuch(let bytes): "it was ended: it wrote more than \(bytes) bytes"
    case .failed(.exited(let status), let words): "it failed with status \(status)" + said(words)
    case .failed(.signalled(let signal), let words):
      "it was ended by signal \(signal)" + said(words)
    case .calledOff: "it was called off"
    }
  }

  private func said(_ words: String?) -> String { words.map { " and said: \($0)" } ?? "" }
}

/// All that are under way: none outlives the tutor.
final class ForeignPrograms: Sendable {
  private struct State {
    var groups: Set<pid_t> = []
    var isOver = false
  }

  private let state = Mutex(State())

  /// - Parameter start: starts one, and tells its process group.
  func start<Failure: Error>(_ start: () throws(Failure) -> pid_t) throws(Failure) -> pid_t? {
    let result = state.withLock { state -> Result<pid_t?, Failure> in
      guard !state.isOver else { return .success(nil) }
      do throws(Failure) {
        let group = try start()
        state.groups.insert(group)
        return .success(group)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Ends one, with all that it has started and that has not left its group.
  func end(_ group: pid_t) {
    state.withLock { state in
      kill(-group, SIGKILL)
      var status: Int32 = 0
      while waitpid(group, &status, 0) < 0, errno == EINTR {}
      state.groups.remove(group)
    }
  }

  /// Ends all, and lets none begin any more.
  func endAll() {
    state.withLock { state in
      state.isOver = true
      for group in state.groups { kill(-group, SIGKILL) }
    }
  }
}
