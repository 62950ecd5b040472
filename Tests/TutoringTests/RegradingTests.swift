import Courseware
import Grading
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

/// A learner who went through two exercises, one of them with a written answer.
private func story() throws -> Sitting {
  var sitting = try Sitting(seed: 3)
  for id in ["how-many-groups", "table-to-decision"] {
    sitting.perform(.open(.exercise(id)))
    try sitting.learn { $0.status(of: id) == .passed }
    sitting.perform(.open(.home))
  }
  return sitting
}

private func regrading(
  of sitting: Sitting, replacing old: String = "", by new: String = ""
) throws -> Regrading {
  let files = try RepositoryCourse.files()
  var content = files.content
  let path = "Drills/concept/how-many-groups.md"
  let text = try #require(content[path].map { String(decoding: $0, as: UTF8.self) })
  content[path] = Array(text.replacing(old, with: new, maxReplacements: old.isEmpty ? 0 : 1).utf8)
  let course = try #require(read(CourseFiles(content: content, sources: files.sources)).course)
  return Regrading(
    of: Progress(events: sitting.saved), in: course,
    bench: Bench(runner: RepositoryCourse.runner, markers: RepositoryCourse.markers))
}

private let key = (old: "highest: silhouette", new: "lowest: silhouette")

@Suite struct `Grading again` {
  @Test func `moves nothing while the course is the same`() throws {
    let found = try regrading(of: story())
    #expect(found.moves == [])
    #expect(found.orphans == [])
    #expect(found.answers >= 3)
  }

  @Test func `moves the answers to a changed key and their run-through, and nothing else`() throws {
    let sitting = try story()
    let moves = try regrading(of: sitting, replacing: key.old, by: key.new).moves
    #expect(!moves.isEmpty)
    #expect(moves.allSatisfy { $0.item == "how-many-groups" && $0.after < $0.before })
    #expect(moves.map(\.subject).last == .end)
    #expect(moves.last?.passedBefore == true && moves.last?.passed == false)
  }

  @Test func `puts what moved on record once: a second time nothing moves`() throws {
    let sitting = try story()
    let moves = try regrading(of: sitting, replacing: key.old, by: key.new)
    var events = sitting.saved
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: events.map(\.at).max())
    events += moves.happenings.map { stamper.stamp($0, at: .init(milliseconds: 0)) }
    let after = try Sitting(seed: 3, after: events)
    #expect(after.status(of: "how-many-groups") == .tried)
    #expect(after.status(of: "table-to-decision") == .passed)
    #expect(try regrading(of: after, replacing: key.old, by: key.new).moves == [])
    // Back with the old key everything moves back.
    let back = try regrading(of: after).moves
    #expect(Set(back.map(\.event)) == Set(moves.moves.map(\.event)))
    #expect(back.map(\.after) == moves.moves.map(\.before))
  }

  @Test func `leaves what a person decided`() throws {
    let sitting = try story()
    let moves = try regrading(of: sitting, replacing: key.old, by: key.new).moves
    let move = try #require(moves.first)
    var events = sitting.saved
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: events.map(\.at).max())
    events.append(
      stamper.stamp(
        .decided(Decided(item: move.item, attempt: move.attempt, event: move.event, score: 1)),
        at: .init(milliseconds: 0)))
    let after = try Sitting(seed: 3, after: events)
    let found = try regrading(of: after, replacing: key.old, by: key.new)
    #expect(found.decided == 1)
    #expect(!found.moves.contains { $0.event == move.event })
  }

  @Test func `keeps the grade of what the course no longer has`() throws {
    let found = try regrading(of: story(), replacing: "id: how-many-groups", by: "id: how-many")
    #expect(found.moves == [])
    #expect(!found.orphans.isEmpty)
    #expect(found.orphans.allSatisfy { $0.reason == "the course has no part how-many-groups" })
  }
}
