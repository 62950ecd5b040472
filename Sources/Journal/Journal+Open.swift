// Opening a journal: make the file if there is none, make sure that it is a journal and not
// somebody else's file, bring its tables up to date, and switch on what makes it durable. Until
// the file is known to be a journal, it is only read.

import Foundation
import GRDB

extension Journal {
  /// Opens the journal at `path`, and makes it, with its folder, if there is none.
  ///
  /// - Parameters:
  ///   - rescueFolder: where events go that could not be written; nil for the temporary folder.
  ///   - maximumPages: a limit on the size of the file, in pages of 4 KiB; nil for none.
  package init(
    path: String, rescueFolder: String? = nil, maximumPages: Int? = nil
  ) throws(JournalError) {
    try PrivateFile.create(at: path)
    do {
      let queue = try DatabaseQueue(
        path: path, configuration: Self.configuration(maximumPages: maximumPages))
      try Self.prepare(queue)
      self.init(
        path: path, queue: queue, rescueFolder: rescueFolder ?? NSTemporaryDirectory())
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// A journal that lives as long as this value, for tests and for trying things out.
  package static func inMemory() throws(JournalError) -> Journal {
    do {
      let queue = try DatabaseQueue(configuration: configuration(maximumPages: nil))
      try prepare(queue)
      return Journal(path: ":memory:", queue: queue, rescueFolder: NSTemporaryDirectory())
    } catch {
      throw JournalError(error, path: ":memory:")
    }
  }

  private static func configuration(maximumPages: Int?) -> Configuration {
    var configuration = Configuration()
    // Another process may be in the middle of an import.
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // A commit waits until the disk has it. EXTRA is FULL, and covers the folder as well in the
      // short time before the write-ahead log is on.
      try db.execute(sql: "PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON")
      if let maximumPages { try db.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
    }
    return configuration
  }

  private static func prepare(_ queue: DatabaseQueue) throws {
    try queue.read(Schema.check)
    do {
      try Schema.migrator.migrate(queue)
    } catch {
      // Another process was making the same tables at the same time: now they are there.
      try Schema.migrator.migrate(queue)
    }
    // A refusal only means that another process has the file in use: the journal is as safe
    // without the log, and the next to open it will switch it on.
    _ = try? queue.writeWithoutTransaction { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
  }
}
