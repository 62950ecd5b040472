import BuiltProgram
import Foundation
import Testing

private struct Report: Decodable {
  struct Move: Decodable {
    let event: String
    let item: String
    let part: String?
    let before: Double
    let after: Double
  }

  let answers: Int
  let decided: Int
  let moves: [Move]
}

private struct Disputed: Decodable {
  let event: String
  let point: String
}

/// A desk with a copy of the course on it, that can be changed.
private func deskWithCourse() throws -> Desk {
  let desk = try Desk()
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  for folder in ["Lessons", "Drills"] {
    let target = desk.folder.appending(path: "course/\(folder)")
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: root.appending(path: folder), to: target)
  }
  return desk
}

private let drill = "course/Drills/concept/how-many-groups.md"

extension Desk {
  fileprivate func replace(_ old: String, by new: String, in file: String) throws {
    let text = try read(file)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new, maxReplacements: 1), to: file)
  }

  fileprivate func regraded(_ arguments: String...) throws -> Report {
    let run = try run(["regrade", "--course", path("course"), "--json"] + arguments)
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }
}

@Suite struct `centroid regrade` {
  @Test func `lists what a changed key moves, applies it once, and leaves a decision`() throws {
    let desk = try deskWithCourse()
    let course = desk.path("course")
    let answers = (2...6).map { ("how-many-groups", "predict=\($0)") }
    for (exercise, answer) in answers + [("what-counts-as-near", "predict=same")] {
      let run = try desk.run(
        "answer", exercise, "--seed", "3", answer, "--save", "--course", course)
      #expect(run.status != 64, "\(run.diagnostics)")
    }
    #expect(try desk.regraded().moves.isEmpty)

    try desk.replace("highest: silhouette", by: "lowest: silhouette", in: drill)
    let listed = try desk.regraded().moves
    #expect(listed.count == 2, "the option that was right, and the one that is right now")
    #expect(listed.allSatisfy { $0.item == "how-many-groups" && $0.part == "predict" })
    #expect(try desk.regraded().moves.count == listed.count, "nothing changed without --apply")

    let kept = try #require(listed.first)
    let settled = try desk.run(
      "settle", kept.event, "--score", "\(kept.before)", "--by", "A. Teacher", "--course", course)
    #expect(settled.status == 0, "\(settled.diagnostics)")
    let applied = try desk.regraded("--apply")
    #expect(applied.decided == 1)
    #expect(applied.moves.map(\.event) == listed.dropFirst().map(\.event))
    #expect(try desk.regraded().moves.isEmpty)
  }

  @Test func `says so in words, with the exit status of something pending`() throws {
    let desk = try deskWithCourse()
    let course = desk.path("course")
    for k in 2...6 {
      _ = try desk.run(
        "answer", "how-many-groups", "--seed", "3", "predict=\(k)", "--save", "--course", course)
    }
    try desk.replace("highest: silhouette", by: "lowest: silhouette", in: drill)
    let run = try desk.run("regrade", "--course", course)
    #expect(run.status == 1)
    #expect(run.output.contains("nothing is changed without --apply"))
    #expect(try desk.run("regrade", "--apply", "--course", course).status == 0)
    let after = try desk.run("regrade", "--course", course)
    #expect(after.status == 0)
    #expect(after.output == "No grade moves: 5 answers.\n")
  }
}

@Suite struct `centroid regrade on what cannot be graded` {
  private let question = "interview-objective"
  private let rubric = "course/Lessons/01-what-is-clustering/rubrics/interview-objective.md"
  private let text = "Points that are close together go into the same group."

  private func answered() throws -> Desk {
    let desk = try deskWithCourse()
    _ = try desk.run(
      "answer", question, "--seed", "1", text, "--save", "--course", desk.path("course"))
    return desk
  }

  @Test func `keeps the grade, names the place in the rubric, and applies nothing`() throws {
    let desk = try answered()
    try desk.replace(": [", by: ": [[", in: rubric)
    let run = try desk.run("regrade", "--apply", "--course", desk.path("course"))
    #expect(run.status == 0)
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "keeps its grade; it cannot be graded now: its rubric has a mistake: "
          + "Lessons/01-what-is-clustering/rubrics/interview-objective.md:"))
    #expect(words.contains("No grade moves: 0 answers; 1 more cannot be graded now."))
    let events = try desk.run("export").output
    #expect(!events.contains("regraded"))
  }

  @Test func `does not give an answer nothing for a mistake of the author`() throws {
    let desk = try answered()
    try desk.replace(": [", by: ": [[", in: rubric)
    let run = try desk.run(
      "answer", question, "--seed", "1", text, "--course", desk.path("course"))
    #expect(!run.output.contains("0 of 6"))
    #expect(run.output.contains("The tutor cannot mark it now: its rubric has a mistake"))
  }

  @Test func `names the event of every answer that would move`() throws {
    let desk = try deskWithCourse()
    let course = desk.path("course")
    for k in 2...6 {
      _ = try desk.run(
        "answer", "how-many-groups", "--seed", "3", "predict=\(k)", "--save", "--course", course)
    }
    try desk.replace("highest: silhouette", by: "lowest: silhouette", in: drill)
    let events = try desk.regraded().moves.map(\.event)
    let words = try desk.run("regrade", "--course", course).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for event in events { #expect(words.contains("(event \(event))")) }
    #expect(try desk.run("regrade", "--help").output.contains("A journal holds no names"))
  }
}

@Suite struct `centroid settle` {
  private let question = "interview-objective"

  /// A desk with one written answer that disputes one point, and the answer's event.
  private func disputed() throws -> (Desk, event: String) {
    let desk = try Desk()
    _ = try desk.run(
      "interview", question, "--seed", "1",
      input: "Points that are close together go into the same group.\n.\n1 2\ndone\n1\nq\n")
    let listed = try desk.run("disputes", "--json")
    let disputes = try JSONDecoder().decode([Disputed].self, from: Data(listed.output.utf8))
    return (desk, try #require(disputes.first?.event))
  }

  @Test func `tells who decided and why wherever the dispute is looked at`() throws {
    let (desk, event) = try disputed()
    _ = try desk.run(
      "settle", event, "between", "no", "--by", "A. Teacher", "--because", "it is not there")
    #expect(
      try desk.run("disputes", "--all").output
        .contains("settled: not said (A. Teacher: it is not there)"))
  }

  @Test func `says what a decided score holds up, and takes it back`() throws {
    let (desk, event) = try disputed()
    #expect(try desk.run("settle", event, "--score", "0").output.contains("17 % to 0 %"))
    let point = try desk.run("settle", event, "between", "yes")
    #expect(point.output.hasPrefix("Kept. No grade moves. The score was decided to be 0 %"))
    let back = try desk.run("settle", event, "--withdraw")
    #expect(back.output.contains("0 % to 33 %"), "\(back.output)\(back.diagnostics)")
    #expect(
      try desk.run("settle", event, "between", "--withdraw").output.contains("33 % to 17 %"))
    let nothing = try desk.run("settle", event, "--withdraw")
    #expect(nothing.status == 64)
    #expect(nothing.diagnostics.contains("there is nothing to take back"))
  }

  @Test func `leaves every key in the JSON of a dispute`() throws {
    let (desk, _) = try disputed()
    let output = try desk.run("disputes", "--json").output
    for key in ["settled", "score", "by", "because"] {
      #expect(output.contains("\"\(key)\" : null"))
    }
    #expect(output.contains("\"waiting\" : true"))
  }

  @Test func `lists a dispute of a question that the course no longer has`() throws {
    let (desk, _) = try disputed()
    let course = try deskWithCourse()
    let interview = "course/Lessons/01-what-is-clustering/interview.md"
    try course.replace("ask interview-objective", by: "ask interview-other", in: interview)
    let run = try desk.run("disputes", "--all", "--course", course.path("course"))
    #expect(run.output.contains("the course no longer has this question"))
  }

  @Test func `lets a point that is credited by now be put on record by a regrading`() throws {
    let (desk, _) = try disputed()
    let course = try deskWithCourse()
    try course.replace(
      "between:\n  said:\n", by: "between:\n  said:\n    - same group\n",
      in: "course/Lessons/01-what-is-clustering/rubrics/interview-objective.md")
    let folder = course.path("course")
    let before = try desk.run("disputes", "--course", folder).output
    #expect(before.contains("`centroid regrade --apply` puts it on"))
    _ = try desk.run("regrade", "--apply", "--course", folder)
    #expect(
      try desk.run("disputes", "--course", folder).output
        == "Nothing is waiting to be settled.\n")
    #expect(
      try desk.run("disputes", "--all", "--course", folder).output.contains("credited by now"))
  }
}

@Suite struct `centroid disputes` {
  @Test func `lists a dispute until a person has settled it, and the grade follows`() throws {
    let desk = try Desk()
    let lines = [
      "answer interview-objective", "Points that are close together go into the same group.", ".",
      "1 2", "done", "1", "q",
    ]
    let talk = try desk.run(
      "interview", "interview-objective", "--seed", "1",
      input: lines.dropFirst().joined(separator: "\n") + "\n")
    #expect(talk.output.contains("I did say that"), "the prompt tells the word")
    let listed = try desk.run("disputes", "--json")
    let disputes = try JSONDecoder().decode([Disputed].self, from: Data(listed.output.utf8))
    let dispute = try #require(disputes.first)
    #expect(disputes.map(\.point) == ["between"])
    #expect(
      try desk.run("disputes").output.contains("centroid settle \(dispute.event) between yes"))

    let settled = try desk.run("settle", dispute.event, "between", "yes", "--because", "it does")
    #expect(settled.status == 0, "\(settled.diagnostics)")
    #expect(settled.output.contains("17 % to 33 %"))
    #expect(try desk.run("disputes").output == "Nothing is waiting to be settled.\n")
    #expect(try desk.run("disputes", "--all").output.contains("settled: said"))
  }

  @Test(arguments: [
    (["settle", "nothing", "--score", "1"], "no answer has the event nothing"),
    (["settle", "x"], "Name a point with yes or no"),
    (["settle", "x", "within", "yes", "--withdraw"], "Name a point with yes or no"),
    (["settle", "x", "--score", "1", "--withdraw"], "Name a point with yes or no"),
    (["settle", "x", "--score", "2"], "--score takes a number from 0 to 1"),
  ])
  func `what cannot be settled is a usage error`(arguments: [String], words: String) throws {
    let run = try Desk().run(arguments)
    #expect(run.status == 64)
    #expect(run.diagnostics.contains(words), "\(run.diagnostics)")
  }
}
