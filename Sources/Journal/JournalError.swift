// What can go wrong with the journal. An error is a fact; its sentence names the file, and says
// what to do so that nothing is lost.

package import Scheduling

package struct JournalError: Error, Sendable, Equatable {
  package enum Problem: Error, Sendable, Equatable {
    /// The folder of the journal is not there and cannot be made.
    case noFolder(String, reason: String)
    /// The file or its folder may not be written.
    case notWritable(String)
    /// The disk, or the learner's share of it, is full.
    case full
    /// Another process kept the file locked for longer than we wait.
    case busy
    /// There is something else at the path. It was not touched.
    case notAJournal
    /// SQLite, or an event in it, does not read as it was written.
    case damaged(String)
    /// A newer version of the tutor changed the tables. They were not touched.
    case newer
    /// The id is taken by another event.
    case conflict(String)
    case other(String)
  }

  /// Events that an append could not write.
  package struct Unsaved: Sendable, Equatable {
    package let events: [EventID]
    /// A file that has them as lines of JSON, ready to import; nil if that failed too.
    package let copy: String?
  }

  package let path: String
  package let problem: Problem
  package let unsaved: Unsaved?

  package init(path: String, problem: Problem, unsaved: Unsaved? = nil) {
    self.path = path
    self.problem = problem
    self.unsaved = unsaved
  }
}

extension JournalError: CustomStringConvertible {
  package var description: String {
    [sentence, rescue].compactMap { $0 }.joined(separator: " ")
  }

  private var sentence: String {
    switch problem {
    case .noFolder(let folder, let reason):
      "cannot make the folder \(folder) for the journal (\(reason)); "
        + "set CENTROID_HOME to a folder that you can write to."
    case .notWritable(let reason):
      "cannot write the journal \(path) (\(reason)); make the file and its folder writable, "
        + "or set CENTROID_HOME to a folder that you can write to."
    case .full:
      "no room left to write the journal \(path); free some space and try again."
    case .busy:
      "the journal \(path) is locked by another program; "
        + "wait for it to finish, or close it, and try again."
    case .notAJournal:
      "\(path) is not a journal of Centroid, and was left as it is; "
        + "move it away, or set CENTROID_HOME to another folder."
    case .damaged(let detail):
      "the journal \(path) is damaged (\(detail)); keep a copy of the file, put back a backup "
        + "or move it away, and import your last export."
    case .newer:
      "the journal \(path) was written by a newer version of Centroid, and was left as it is; "
        + "install that version, or set CENTROID_HOME to another folder."
    case .conflict(let id):
      "the journal \(path) already has another event with the id \(id); nothing was overwritten."
    case .other(let detail):
      "the journal \(path) cannot be used (\(detail))."
    }
  }

  private var rescue: String? {
    guard let unsaved else { return nil }
    if let copy = unsaved.copy {
      return "What could not be saved is in \(copy): "
        + "bring it back later with `centroid import \(copy)`."
    }
    return "Your answer is not saved: it is only on this screen. Copy it before you leave."
  }
}
