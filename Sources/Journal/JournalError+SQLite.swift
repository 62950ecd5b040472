// From SQLite's result codes to facts about the learner's file.

import GRDB

extension JournalError {
  /// Any error that was met while working on the journal at `path`.
  init(_ error: any Error, path: String, unsaved: Unsaved? = nil) {
    let problem: Problem =
      switch error {
      case let error as JournalError: error.problem
      case let problem as Problem: problem
      case let error as DatabaseError: Problem(error)
      default: .other("\(error)")
      }
    self.init(path: path, problem: problem, unsaved: unsaved)
  }
}

extension JournalError.Problem {
  fileprivate init(_ error: DatabaseError) {
    let detail = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notWritable(detail)
      case .SQLITE_NOTADB: .notAJournal
      case .SQLITE_CORRUPT: .damaged(detail)
      default: .other(detail)
      }
  }
}
