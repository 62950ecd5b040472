// The tables of the journal. Changes are made by new migrations with new names at the end of the
// list, never by editing one that was released.

import GRDB

enum Schema {
  /// Marks an SQLite file as a journal of Centroid: the letters "CNTR".
  private static let applicationID = 0x434E_5452

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("events", foreignKeyChecks: .immediate, migrate: createEvents)
    return migrator
  }

  /// Throws unless the file is empty or a journal that this version can read.
  static func check(_ db: Database) throws {
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard owner == applicationID || owner == 0 else { throw JournalError.Problem.notAJournal }
    if owner == 0 {
      let others = try Int.fetchOne(
        db,
        sql: """
          SELECT COUNT(*) FROM sqlite_master
          WHERE name <> 'grdb_migrations' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          """)
      guard others == 0 else { throw JournalError.Problem.notAJournal }
    }
    if try migrator.hasBeenSuperseded(db) { throw JournalError.Problem.newer }
  }

  /// The triggers keep the promise that events are never changed against any program that opens
  /// the file, this one included.
  private static func createEvents(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE events (
          seq INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of arrival in this file
          id TEXT NOT NULL UNIQUE,
          at INTEGER NOT NULL,                    -- milliseconds since 1970 UTC
          kind TEXT NOT NULL,
          body TEXT NOT NULL                      -- the whole event as a line of JSON
        ) STRICT;
        CREATE INDEX events_by_time ON events (at, id);
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
          BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER events_never_vanish BEFORE DELETE ON events
          BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
        -- Where the learner is: only the latest place is kept, for each key press makes one.
        CREATE TABLE place (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          id TEXT NOT NULL,
          at INTEGER NOT NULL,
          body TEXT NOT NULL
        ) STRICT;
        CREATE VIEW history AS
          SELECT seq, id, at, kind, body FROM events
          UNION ALL SELECT 0, id, at, 'placed', body FROM place;
        PRAGMA application_id = \(applicationID);
        """)
  }
}
