import Foundation
import GRDB
import Journal
import Scheduling
import Testing

/// What cannot be used is refused with its path and a remedy, and left exactly as it was.
@Suite struct RefusalTests {
  @Test(arguments: [1, 500])
  func `a file of another kind is left alone`(_ lines: Int) throws {
    let folder = try Folder()
    let text = String(repeating: "notes on clustering\n", count: lines)
    try folder.write(Data(text.utf8), to: "journal.sqlite")
    let error = try refusal(folder)
    #expect(error.problem == .notAJournal)
    #expect(
      error.description == """
        \(folder.file("journal.sqlite")) is not a journal of Centroid, and was left as it is; \
        move it away, or set CENTROID_HOME to another folder.
        """)
    #expect(try folder.bytes(of: "journal.sqlite") == Data(text.utf8))
    #expect(try folder.names() == ["journal.sqlite"])
  }

  @Test(arguments: [
    "CREATE TABLE songs (title TEXT)",
    "CREATE TABLE events (id TEXT)",
    "PRAGMA application_id = 7",
  ])
  func `the database of another program is left alone`(_ sql: String) throws {
    let folder = try Folder()
    try DatabaseQueue(path: folder.file("journal.sqlite")).write { try $0.execute(sql: sql) }
    let before = try folder.bytes(of: "journal.sqlite")
    #expect(try refusal(folder).problem == .notAJournal)
    #expect(try folder.bytes(of: "journal.sqlite") == before)
    #expect(try folder.names() == ["journal.sqlite"])
  }

  @Test func `a folder in the place of the journal is no journal`() throws {
    let folder = try Folder()
    let path = folder.file("journal.sqlite")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try refusal(folder).problem == .notAJournal)
  }

  @Test func `an empty file becomes a journal`() throws {
    let folder = try Folder()
    try folder.write(Data(), to: "journal.sqlite")
    #expect(try Journal(path: folder.file("journal.sqlite")).count() == 0)
  }

  @Test func `the journal of a newer version is left alone`() throws {
    let folder = try Folder()
    try Journal(path: folder.file("journal.sqlite")).append(sampleEvents(3, seed: 1))
    try DatabaseQueue(path: folder.file("journal.sqlite")).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('classes')")
    }
    let error = try refusal(folder)
    #expect(error.problem == .newer)
    #expect(error.description.contains("install that version"))
  }

  @Test func `a damaged journal says so, and is not replaced`() throws {
    let folder = try Folder()
    do {
      let journal = try Journal(path: folder.file("journal.sqlite"))
      try journal.append(sampleEvents(400, seed: 1))
    }
    var bytes = try folder.bytes(of: "journal.sqlite")
    for page in 2..<(bytes.count / 4096) {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 2000, with: Data(count: 2000))
    }
    try folder.write(bytes, to: "journal.sqlite")
    let error = try #require(throws: JournalError.self) {
      _ = try Journal(path: folder.file("journal.sqlite")).events()
    }
    guard case .damaged = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.contains("import your last export"))
    #expect(try folder.bytes(of: "journal.sqlite").count == bytes.count)
  }

  @Test func `a folder that cannot be made is named`() throws {
    let folder = try Folder()
    try folder.write(Data("x".utf8), to: "file")
    let error = try #require(throws: JournalError.self) {
      _ = try Journal(path: folder.file("file/centroid/journal.sqlite"))
    }
    guard case .noFolder(folder.file("file/centroid"), _) = error.problem else {
      Issue.record("\(error.problem)")
      return
    }
    #expect(error.description.contains("set CENTROID_HOME"))
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder that may not be written is named`() throws {
    let folder = try Folder()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    guard case .notWritable = try refusal(folder).problem else {
      Issue.record("a read-only folder was written to")
      return
    }
  }

  @Test func `an answer that finds the disk full goes to a file, which imports`() throws {
    let folder = try Folder()
    let journal = try Journal(
      path: folder.file("journal.sqlite"), rescueFolder: folder.path, maximumPages: 12)
    let answer = try written(String(repeating: "distance is a choice; ", count: 5000))
    let error = try #require(throws: JournalError.self) { try journal.append(answer) }
    #expect(error.problem == .full)
    #expect(error.unsaved?.events == [answer.id])
    let copy = try #require(error.unsaved?.copy)
    #expect(error.description.contains("centroid import \(copy)"))
    #expect(try folder.mode(of: "centroid-unsaved-w-1.jsonl") == 0o600)
    #expect(try journal.count() == 0, "nothing half written")

    let roomier = try Journal(path: folder.file("roomier.sqlite"))
    let report = try roomier.importLines(Data(contentsOf: URL(fileURLWithPath: copy)))
    #expect(report.added == 1)
    #expect(try roomier.events().events == [answer])
  }

  @Test func `when nothing can be written anywhere, the screen is the last copy`() throws {
    let folder = try Folder()
    let journal = try Journal(
      path: folder.file("journal.sqlite"), rescueFolder: folder.file("nowhere"), maximumPages: 12)
    let answer = try written(String(repeating: "distance is a choice; ", count: 5000))
    let error = try #require(throws: JournalError.self) { try journal.append(answer) }
    #expect(error.unsaved?.copy == nil)
    #expect(error.description.hasSuffix("it is only on this screen. Copy it before you leave."))
  }

  private func refusal(_ folder: Folder) throws -> JournalError {
    try #require(throws: JournalError.self) {
      _ = try Journal(path: folder.file("journal.sqlite"))
    }
  }
}
