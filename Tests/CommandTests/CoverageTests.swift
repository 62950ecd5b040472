import BuiltProgram
import Foundation
import Testing

private struct Report: Decodable {
  struct Share: Decodable {
    let done: Int
    let of: Int
  }

  struct Recall: Decodable {
    let cards: Int
    let begun: Int
  }

  struct Concept: Decodable {
    let id: String
    let read: Share
    let drilled: Share
    let recalled: Recall
    let shown: Double
    let weak: [String]
  }

  struct Next: Decodable { let title: String }

  let concepts: [Concept]
  let next: Next?
}

private func report(_ desk: Desk) throws -> Report {
  let run = try desk.run("coverage", "--json")
  #expect(run.status == 0, "\(run.diagnostics)")
  return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
}

@Test func `coverage as JSON tells every concept, and what to do next`() throws {
  let desk = try Desk()
  let before = try report(desk)
  #expect(before.concepts.map(\.id).contains("feature-scaling"))
  #expect(before.concepts.allSatisfy { $0.shown == 0 && $0.read.of > 0 && $0.weak.isEmpty })
  #expect(before.next?.title == "Read \"A table without answers\"")

  _ = try desk.run("learn", "--seed", "1", input: "next\nq\n")
  _ = try desk.run("cards", "--seed", "1", input: "\n3\nq\n")
  let after = try report(desk)
  let known = try #require(after.concepts.first { $0.id == "unsupervised" })
  #expect(known.read.done == 1)
  #expect(known.recalled.begun == 1)
  #expect(known.shown > 0)
  #expect(after.next?.title == "Read \"What the eye finds\"")
}

@Test func `coverage and the map are told in plain lines`() throws {
  let desk = try Desk()
  let coverage = try desk.run("coverage", "--seed", "1", input: "2\nback\nq\n")
  #expect(coverage.output.contains("\nWhat you know: 0 of 13 concepts shown.\n"))
  #expect(coverage.output.contains("  1  Next: Read \"A table without answers\" (lesson, page 1"))
  #expect(coverage.output.contains("\nunsupervised: shown 0 %.\n"))
  let map = try desk.run("map", "--seed", "1", input: "1\nq\n")
  #expect(map.output.contains("Course map: you are at topic 1 of 1 in Clustering."))
  #expect(map.output.contains("  1  · What is clustering?: read 0 of "))
}

@Test func `find lists where words stand, and says what may be typed`() throws {
  let run = try Desk().run("find", "squared", "distance", "--seed", "1", input: "/\n/inertia\nq\n")
  #expect(run.status == 0)
  #expect(run.output.contains("Find in the course: "))
  #expect(run.output.contains("Near, in numbers"))
  #expect(run.output.contains("Type the words to find behind the slash, such as /silhouette."))
  #expect(run.output.contains("A score that always falls"))
}
