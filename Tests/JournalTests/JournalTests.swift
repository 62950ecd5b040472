import Foundation
import GRDB
import Journal
import Scheduling
import Testing

@Suite struct JournalTests {
  @Test func `events come back as they were appended, in the order of their arrival`() throws {
    let journal = try Journal.inMemory()
    let events = sampleEvents(100, seed: 1)
    for event in events { try journal.append(event) }
    #expect(try journal.events().events == events)
    #expect(try journal.count() == 100)
  }

  @Test func `a cursor gives only what arrived since`() throws {
    let journal = try Journal.inMemory()
    #expect(try journal.events().cursor == nil)
    try journal.append(sampleEvents(5, seed: 1))
    let start = try journal.events().cursor
    #expect(try journal.events(after: start).events.isEmpty)
    let later = sampleEvents(3, seed: 2)
    try journal.append(later)
    #expect(try journal.events(after: start).events == later)
  }

  @Test func `a journal is still there when it is opened again`() throws {
    let folder = try Folder()
    let events = sampleEvents(20, seed: 3)
    try Journal(path: folder.file("journal.sqlite")).append(events)
    #expect(try Journal(path: folder.file("journal.sqlite")).events().events == events)
  }

  @Test func `what was appended survives the end of the process without a goodbye`() throws {
    let folder = try Folder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    for (count, event) in sampleEvents(30, seed: 4).enumerated() {
      try journal.append(event)
      // The files as a killed process leaves them: never closed, the log not folded back.
      let left = try Folder()
      for name in try folder.names() where !name.hasSuffix("-shm") {
        try left.write(folder.bytes(of: name), to: name)
      }
      #expect(try Journal(path: left.file("journal.sqlite")).count() == count + 1)
    }
  }

  @Test func `the log is written ahead, and a commit waits for the disk`() throws {
    let folder = try Folder()
    let journal = try Journal(path: folder.file("journal.sqlite"))
    try journal.append(sampleEvents(1, seed: 1))
    #expect(try folder.names().contains("journal.sqlite-wal"))
    let other = try DatabaseQueue(path: folder.file("journal.sqlite"))
    #expect(try other.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func `the file and the folders made for it are the learner's alone`() throws {
    let folder = try Folder()
    let journal = try Journal(path: folder.file("deep/er/journal.sqlite"))
    try journal.append(sampleEvents(1, seed: 1))
    #expect(try folder.mode(of: "deep") == 0o700)
    #expect(try folder.mode(of: "deep/er") == 0o700)
    for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"] {
      #expect(try folder.mode(of: "deep/er/" + name) == 0o600, "\(name)")
    }
  }

  @Test func `appending the same event again changes nothing`() throws {
    let journal = try Journal.inMemory()
    let event = try written("both are right")
    try journal.append(event)
    try journal.append(event)
    #expect(try journal.count() == 1)
  }

  @Test func `of many events all are appended or none`() throws {
    let journal = try Journal.inMemory()
    try journal.append(written("first"))
    let batch = sampleEvents(5, seed: 1) + [try written("another text under the same id")]
    #expect(throws: JournalError.self) { try journal.append(batch) }
    #expect(try journal.count() == 1)
    #expect(try journal.export().contains("first"))
  }

  @Test func `two programs write to one journal at once`() async throws {
    let folder = try Folder()
    let path = folder.file("new/journal.sqlite")
    try await withThrowingTaskGroup { group in
      for writer in 0..<6 as Range<UInt64> {
        group.addTask {
          // The first of them makes the file and its tables; the others must not trip over it.
          let journal = try Journal(path: path)
          for event in sampleEvents(25, seed: writer) { try journal.append(event) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Journal(path: path).count() == 150)
  }

  @Test func `no program can change or remove an event`() throws {
    let folder = try Folder()
    let path = folder.file("journal.sqlite")
    try Journal(path: path).append(sampleEvents(3, seed: 1))
    let other = try DatabaseQueue(path: path)
    for attack in ["DELETE FROM events", "UPDATE events SET at = 0"] {
      #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: attack) } }
    }
    #expect(try Journal(path: path).count() == 3)
  }
}
