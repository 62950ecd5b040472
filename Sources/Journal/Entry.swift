// One row of the journal. The body is the event's line of JSON, whole, so that members which
// only a newer version understands are kept; the other columns repeat what SQL needs to see.

import GRDB
import Scheduling

struct Entry: FetchableRecord {
  let sequence: Int64?
  let id: String
  let at: Int64
  let kind: String
  let body: String

  /// The entry of an event that is not in the journal yet.
  init(_ event: LearningEvent) throws {
    self.init(event, body: try EventLine.text(of: event))
  }

  init(_ event: LearningEvent, body: String) {
    sequence = nil
    id = event.id.text
    at = event.at.milliseconds
    kind = event.happening.kind
    self.body = body
  }

  init(row: Row) throws {
    sequence = row["seq"]
    id = row["id"]
    at = row["at"]
    kind = row["kind"]
    body = row["body"]
  }
}

extension Entry {
  enum Insertion { case added, alreadyThere, conflicting }

  /// Adds the entry, unless its id is taken: then it tells whether by the same event. A place
  /// takes the place of an earlier one.
  func insert(in db: Database) throws -> Insertion {
    if kind == Happening.placed("").kind { return try place(in: db) }
    try db.execute(
      sql: """
        INSERT INTO events (id, at, kind, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """, arguments: [id, at, kind, body])
    if db.changesCount > 0 { return .added }
    let other = try String.fetchOne(
      db, sql: "SELECT body FROM events WHERE id = ?", arguments: [id])
    return other == body ? .alreadyThere : .conflicting
  }

  private func place(in db: Database) throws -> Insertion {
    try db.execute(
      sql: """
        INSERT INTO place (one, id, at, body) VALUES (1, ?, ?, ?) ON CONFLICT (one)
        DO UPDATE SET id = excluded.id, at = excluded.at, body = excluded.body
        WHERE (excluded.at, excluded.id) > (place.at, place.id)
        """, arguments: [id, at, body])
    return db.changesCount > 0 ? .added : .alreadyThere
  }
}
