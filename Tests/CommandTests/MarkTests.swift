import BuiltProgram
import Foundation
import Testing

private struct Judgement: Decodable, Equatable {
  let prompt: String
  let answer: String
  let points: [String: Bool]
  let contradiction: Bool
}

private func judgements(_ run: Run) throws -> [Judgement] {
  try run.output.split(separator: "\n").map {
    try JSONDecoder().decode(Judgement.self, from: Data($0.utf8))
  }
}

@Suite struct `centroid mark` {
  @Test func `prints one line of JSON for every answer`() throws {
    let desk = try Desk()
    try desk.write(
      """
      {"id": "a", "text": "Sum of squared distances of every point to its nearest centroid."}

      {"id": "b", "text": "k = n -> 0, so the lowest inertia isn't the best k"}
      {"id": "c", "text": ""}
      """, to: "answers.jsonl")
    let run = try desk.run(
      "mark", "--prompt", "check-inertia", "--answers", desk.path("answers.jsonl"))
    #expect(run.status == 0, "\(run.diagnostics)")
    let found = try judgements(run)
    #expect(found.map(\.answer) == ["a", "b", "c"])
    #expect(found.allSatisfy { $0.prompt == "check-inertia" && $0.points.count == 6 })
    #expect(found[0].points.filter(\.value).map(\.key) == ["def"])
    #expect(Set(found[1].points.filter(\.value).map(\.key)) == ["zero", "not-min"])
    #expect(found[2].points.allSatisfy { !$0.value })
  }

  @Test func `says for people which words earned a point`() throws {
    let run = try Desk().run(
      "mark", "--prompt", "check-inertia", "--answers", "-", "--why",
      input: #"{"id": "a", "text": "Look for the elbow in the curve."}"#)
    #expect(run.output.contains("+ elbow: you say “"))
    #expect(run.output.contains("- zero: not found. Looked for: the idea “zero”"))
  }

  @Test func `names what was looked for to an author, and to who has answered`() throws {
    let desk = try Desk()
    func looked(_ more: String...) throws -> Bool {
      try desk.run(
        ["mark", "--prompt", "interview-objective", "--answers", "-", "--why"] + more,
        input: #"{"id": "a", "text": "Nothing that it asks for."}"#
      ).output.contains("Looked for: There is no correct answer per example")
    }
    #expect(try !looked())
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    // The course beside the program is no course of one's own, wherever it lies.
    #expect(try !looked("--course", root.path))
    try FileManager.default.createDirectory(
      at: desk.folder.appending(path: "course"), withIntermediateDirectories: true)
    for name in ["Lessons", "Drills"] {
      try FileManager.default.copyItem(
        at: root.appending(path: name), to: desk.folder.appending(path: "course/\(name)"))
    }
    #expect(try !looked("--course", desk.path("course")))
    let interview = "course/Lessons/01-what-is-clustering/interview.md"
    try desk.write(
      try desk.read(interview).replacing("known target.", with: "target known before."),
      to: interview)
    #expect(try looked("--course", desk.path("course")))
    _ = try desk.run(
      "answer", "interview-objective", "--seed", "1", "It groups what is alike.", "--save")
    #expect(try looked())
  }

  @Test func `reads every line that is JSON, whatever stands in its strings`() throws {
    let desk = try Desk()
    try desk.write(
      "{\"id\": \"a\", \"text\": \"no label\u{2028}at all\u{85}\"}\r\n\r\n{\"id\": \"b\", \"text\": \"x\"}",
      to: "answers.jsonl")
    let run = try desk.run(
      "mark", "--prompt", "check-inertia", "--answers", desk.path("answers.jsonl"))
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try judgements(run).map(\.answer) == ["a", "b"])
  }

  @Test func `marks nothing where nothing came, from a file or a pipe`() throws {
    let desk = try Desk()
    try desk.write("", to: "none.jsonl")
    let arguments = ["mark", "--prompt", "check-inertia", "--answers"]
    let file = try desk.run(arguments + [desk.path("none.jsonl")])
    let pipe = try desk.run(arguments + ["-"], piped: "")
    for run in [file, pipe] {
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func `says why also where no journal can be kept`() throws {
    let desk = try Desk()
    try desk.write("no folder", to: "home")
    let run = try desk.run(
      "mark", "--prompt", "check-inertia", "--answers", "-", "--why",
      input: #"{"id": "a", "text": "Look for the elbow in the curve."}"#)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("+ elbow: you say “"))
  }

  @Test func `names the line that is no answer`() throws {
    let desk = try Desk()
    try desk.write("{\"id\": \"a\", \"text\": \"b\"}\n{\"id\": 3}\n", to: "bad.jsonl")
    let run = try desk.run(
      "mark", "--prompt", "check-inertia", "--answers", desk.path("bad.jsonl"))
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.diagnostics.contains("bad.jsonl:2: is not an answer; write {\"id\""))
  }

  @Test func `names the prompts that there are`() throws {
    let run = try Desk().run("mark", "--prompt", "nothing", "--answers", "-")
    #expect(run.status == 64)
    #expect(run.diagnostics.contains("interview-objective"))
  }
}

@Suite struct `centroid check --answers` {
  @Test func `lays the marker beside a person and beside two floors`() throws {
    let desk = try Desk()
    try desk.write(
      #"""
      {"id": "check-inertia", "prompt": "", "level": "beginner", "rubric": [], "answers": [
        {"id": "r1", "kind": "terse", "text": "look for the elbow of the curve", "contradiction": false,
         "points": {"def": false, "closer": false, "zero": false, "not-min": false,
                    "elbow": true, "other": false}},
        {"id": "r2", "kind": "empty", "text": "pass", "contradiction": false,
         "points": {"def": false, "closer": false, "zero": false, "not-min": false,
                    "elbow": false, "other": false}}]}
      """#, to: "marked/check-inertia.json")
    let run = try desk.run("check", "--answers", desk.path("marked"))
    #expect(run.status == 0, "\(run.diagnostics)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "2 answers, 12 answer-point pairs")
    #expect(lines[1].contains("as it is  answer left out  prompt left out  keyword  always false"))
    #expect(lines.contains { $0.hasPrefix("kappa, pooled") && $0.contains("1.000") })
  }

  @Test(arguments: [
    (#""elbow": true"#, "has no judgement of \"closer\""),
    (
      #""def": false, "closer": false, "zero": false, "not-min": false, "elbow": true, "other": false, "bend": true"#,
      "judges a point that the question does not have, \"bend\""
    ),
  ])
  func `refuses answers that are judged by other points`(points: String, why: String) throws {
    let desk = try Desk()
    let def = points.contains("def") ? "" : #""def": false, "#
    try desk.write(
      #"{"id": "check-inertia", "answers": [{"id": "r1", "kind": "terse", "text": "the elbow","#
        + #" "contradiction": false, "points": {"# + def + points + "}}]}",
      to: "marked/check-inertia.json")
    let run = try desk.run("check", "--answers", desk.path("marked"))
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.diagnostics.contains("check-inertia, answer r1: \(why)"), "\(run.diagnostics)")
    let file = try desk.run("check", "--answers", desk.path("marked/check-inertia.json"))
    #expect(file.diagnostics.contains("is a file; name the folder that it lies in"))
  }

  @Test func `refuses a folder without marked answers`() throws {
    let desk = try Desk()
    let run = try desk.run("check", "--answers", desk.folder.path)
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("holds no .json files of marked answers"))
  }
}
