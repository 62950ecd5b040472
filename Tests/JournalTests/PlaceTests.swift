import Foundation
import Journal
import Scheduling
import Testing

@Suite struct `Where the learner is` {
  @Test func `only the latest place is kept`() throws {
    let journal = try Journal.inMemory()
    let answer = try event("a", at: 2, .seen(item: "lesson"))
    try journal.append([try event("p", at: 1, .placed("page 1")), answer])
    try journal.append(try event("q", at: 3, .placed("page 2")))
    #expect(try places(in: journal) == ["page 2"])
    #expect(try journal.count() == 2)
  }

  @Test func `a place from the past does not take over`() throws {
    let journal = try Journal.inMemory()
    try journal.append(try event("q", at: 3, .placed("page 2")))
    let report = try journal.importLines(
      Data(#"{"at":1,"id":"p","kind":"placed","place":"page 1"}"#.utf8))
    #expect(report.alreadyThere == 1)
    #expect(try places(in: journal) == ["page 2"])
  }

  @Test func `two machines that import each other are at the same place`() throws {
    let (one, other) = (try Journal.inMemory(), try Journal.inMemory())
    try one.append(try event("p", at: 3, .placed("page 1")))
    try other.append(try event("q", at: 3, .placed("page 2")))
    let (first, second) = (try one.export(), try other.export())
    _ = try one.importLines(Data(second.utf8))
    _ = try other.importLines(Data(first.utf8))
    #expect(try one.export() == other.export())
    #expect(try places(in: one) == ["page 2"])
  }

  private func places(in journal: Journal) throws -> [String] {
    try journal.events().events.compactMap { event in
      guard case .placed(let text) = event.happening else { return nil }
      return text
    }
  }
}
