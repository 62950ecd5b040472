// The journal: everything that ever happened to a learner, in one SQLite file to which events
// are added and from which nothing is ever taken away. The one exception is where the learner
// is: only the latest place is kept.
//
// When `append` returns, its events are on the disk: the write-ahead log was flushed before the
// commit counted, so neither `kill -9` nor a power cut takes them back. Several processes may
// have the journal open at once. All progress is computed from the events, never stored.

import GRDB
package import Scheduling

/// A learner's events on disk. A value that can be shared between tasks; the file closes with
/// the last copy.
package struct Journal: Sendable {
  /// The file, as it was given; `:memory:` for a journal without one.
  package let path: String
  let queue: DatabaseQueue
  let rescueFolder: String

  init(path: String, queue: DatabaseQueue, rescueFolder: String) {
    self.path = path
    self.queue = queue
    self.rescueFolder = rescueFolder
  }
}

// MARK: - Writing

extension Journal {
  /// Adds an event; when this returns, it is safe. An event that is already there, to the letter,
  /// is left as it is.
  package func append(_ event: LearningEvent) throws(JournalError) {
    try append([event])
  }

  /// Adds all of `events`, or none of them. When that fails, they are written to a file in the
  /// rescue folder, and the error names it.
  package func append(_ events: [LearningEvent]) throws(JournalError) {
    do {
      let entries = try events.map(Entry.init)
      try queue.write { db in
        for entry in entries where try entry.insert(in: db) == .conflicting {
          throw JournalError.Problem.conflict(entry.id)
        }
      }
    } catch {
      throw JournalError(error, path: path, unsaved: rescue(events))
    }
  }
}

// MARK: - Reading

extension Journal {
  /// A place between two events of the journal, in the order in which they arrived.
  package struct Cursor: Sendable, Equatable {
    let sequence: Int64
  }

  /// The events that arrived after `cursor`, in the order in which they arrived, and the cursor
  /// from which to ask for later ones. Without a cursor all of them, the learner's place first.
  package func events(
    after cursor: Cursor? = nil
  ) throws(JournalError) -> (events: [LearningEvent], cursor: Cursor?) {
    let entries = try reading { db in
      try Entry.fetchAll(
        db, sql: "SELECT * FROM history WHERE seq > ? ORDER BY seq",
        arguments: [cursor?.sequence ?? -1])
    }
    return (try events(of: entries), entries.last?.sequence.map(Cursor.init) ?? cursor)
  }

  /// The number of events.
  package func count() throws(JournalError) -> Int {
    try reading { db in try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM history") ?? 0 }
  }

  func reading<Value>(_ read: (Database) throws -> Value) throws(JournalError) -> Value {
    do { return try queue.read(read) } catch { throw JournalError(error, path: path) }
  }

  private func events(of entries: [Entry]) throws(JournalError) -> [LearningEvent] {
    if let events = try? EventLine.events(from: entries.map(\.body)),
      events.count == entries.count
    {
      return events
    }
    // One of them cannot be read: find out which.
    var events: [LearningEvent] = []
    for entry in entries {
      do {
        events.append(try EventLine.event(from: entry.body))
      } catch {
        throw JournalError(path: path, problem: .damaged("event \(entry.id) \(error)"))
      }
    }
    return events
  }
}
