import Journal
import Scheduling
import Testing

@Suite struct JournalTests {
  @Test func `a fresh journal is empty`() throws {
    #expect(try Journal.inMemory().count() == 0)
  }
}
