// A course's worth of stored answers is graded again by the program.

import BuiltProgram
import Foundation
import Testing

@Suite struct `Regrading all that is stored` {
  private let stored: StoredAnswers
  private let desk: Desk

  init() throws {
    guard let course = House.course else { throw House.HasNoCourse() }
    stored = try StoredAnswers(300, variants: 2, of: course)
    desk = try Desk()
    try desk.copyCourse()
    try desk.write(try stored.lines(), to: "stored.jsonl")
    let run = try desk.run("import", desk.path("stored.jsonl"))
    try #require(run.status == 0, "\(run.diagnostics)")
  }

  private func regraded(threads: Int = 1) throws -> RegradingReport {
    let run = try desk.run(
      "regrade", "--json", "--threads", "\(threads)", "--course", desk.path("course"))
    return try JSONDecoder().decode(RegradingReport.self, from: Data(run.output.utf8))
  }

  @Test func `moves nothing that is graded right, of any kind`() throws {
    let kinds = Set(stored.given.map(\.kind))
    #expect(kinds == Set(AnswerKind.allCases))
    let report = try regraded()
    #expect(report.moves == [] && report.ungraded == [])
    #expect(report.answers == stored.given.count)
    #expect(report.decided > 0, "some of it is what a person decided")
  }

  @Test func `moves exactly what a changed key moves, the same on any number of threads`() throws {
    let changed = try #require(try ChangedKey.course())
    let expected = try stored.moved(in: changed)
    #expect(expected.count >= 2, "an answer and its run-through")
    try desk.change(ChangedKey.file, ChangedKey.change)
    let report = try regraded()
    #expect(Set(report.moves.map(\.event)) == expected)
    #expect(report.moves.count == expected.count)
    for threads in [2, 7] { #expect(try regraded(threads: threads) == report) }
  }
}
