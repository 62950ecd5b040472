// Why a command ends early: a sentence that says what to do, and the exit status.

import Foundation

struct Failure: Error {
  /// Something that was asked for failed, or is pending.
  static let failed: Int32 = 1
  /// The command line itself makes no sense.
  static let usage: Int32 = 64

  /// Nil where everything is said already.
  let message: String?
  let status: Int32

  init(_ message: String? = nil, status: Int32 = Failure.failed) {
    self.message = message
    self.status = status
  }

  init(_ error: some Error & CustomStringConvertible) {
    self.init(error.description)
  }

  func report() -> Never {
    Output.flush()
    if let message { Output.diagnostic(message) }
    exit(status)
  }
}

/// Passes a result on, and turns a room's error into a failure with its sentence.
func orFail<Value, Problem: Error & CustomStringConvertible>(
  _ body: () throws(Problem) -> Value
) throws(Failure) -> Value {
  do { return try body() } catch { throw Failure(error) }
}
