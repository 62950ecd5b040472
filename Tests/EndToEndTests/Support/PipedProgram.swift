// A program without any terminal: it reads lines from a pipe and writes to another.

import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

final class PipedProgram {
  let process: pid_t
  private let input: Int32
  private let outputEnd: Int32
  private(set) var output: [UInt8] = []
  private var hasEnded = false

  init(_ program: String, _ arguments: [String], environment: [String: String]) throws {
    let (childInput, input) = try Self.pipe()
    let (outputEnd, childOutput) = try Self.pipe()
    defer {
      close(childInput)
      close(childOutput)
    }
    self.input = input
    self.outputEnd = outputEnd
    process = try spawn(
      program, arguments, environment: environment,
      .descriptors(input: childInput, output: childOutput))
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(input)
    close(outputEnd)
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    try pair { ends in
      var both: [Int32] = [0, 0]
      let result = Foundation.pipe(&both)
      ends = (both[0], both[1])
      return result
    }
  }
}

extension PipedProgram {
  var text: String { String(decoding: output, as: UTF8.self) }

  func say(_ line: String) { writeAll(line + "\n", to: input) }

  /// Reads until `wanted` stands after the first `start` bytes.
  func wait(for wanted: String, after start: Int = 0) throws {
    while !has(wanted, after: start) {
      guard take(readNext(from: outputEnd, within: patience)) else {
        throw WaitedInVain(what: wanted, instead: text)
      }
    }
  }

  func has(_ wanted: String, after start: Int) -> Bool {
    wanted.isEmpty || String(decoding: output.dropFirst(start), as: UTF8.self).contains(wanted)
  }

  /// Reads for as long as something comes, at most so long in all.
  func read(forMilliseconds limit: Int32) {
    let end = ContinuousClock.now + .milliseconds(Int(limit))
    while case let left = end - .now, left > .zero {
      let milliseconds = Int32(left / .milliseconds(1))
      guard take(readNext(from: outputEnd, within: max(1, milliseconds))) else { return }
    }
  }

  func end() { kill(process, SIGKILL) }

  /// Reads to the end and returns the exit status, or 128 + the signal that ended it.
  func waitForExit() -> Int32 {
    var last: [UInt8]?
    repeat { last = readNext(from: outputEnd, within: patience) } while take(last)
    hasEnded = true
    return status(ofEnded: process, hasSaidAll: last != nil)
  }

  private func take(_ bytes: [UInt8]?) -> Bool {
    guard let bytes, !bytes.isEmpty else { return false }
    output += bytes
    return true
  }
}
