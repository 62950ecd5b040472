import BuiltProgram
import Foundation
import Testing

private let spoken = "Clustering puts similar points into one group, say of customers."

@Suite struct `centroid interview --mock` {
  @Test func `begins with what the command line asks for`() throws {
    let run = try Desk().run(
      ["interview", "--mock", "--questions", "2", "--tier", "expert", "--minutes", "15"],
      input: "\(spoken)\n.\nq\n")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Mock interview: question 1 of 2, expert."))
    #expect(run.output.contains("You have 15 min for 2 questions."))
    #expect(run.output.contains("Mock interview: question 2 of 2, expert."))
    #expect(!run.output.contains("senior"))
  }

  @Test func `without more opens the form, which plain lines can fill in`() throws {
    let run = try Desk().run(
      ["interview", "--mock"], input: "questions=1\ntime=own\nenter\nquit\nq\n")
    #expect(run.output.contains("Mock interview: question 1 of 1"))
    #expect(run.output.contains("for this question."))
  }

  @Test func `asks the same of everybody with the same seed`() throws {
    func asked(_ seed: String) throws -> String {
      try Desk().run(["interview", "--mock", "--questions", "1", "--seed", seed], input: "q\n")
        .output
    }
    #expect(try asked("4") == asked("4"))
    #expect(Set(try (1...8).map { try asked("\($0)") }).count > 1)
  }

  @Test func `goes on where it was left, and begins no other over it`() throws {
    let desk = try Desk()
    _ = try desk.run(
      ["interview", "--mock", "--questions", "2", "--seed", "1"], input: "\(spoken)\n.\nhalf a\nq\n"
    )
    let later = try desk.run(
      ["interview", "--mock", "--questions", "1", "--tier", "expert"],
      input: "sentence more\n.\nq\n")
    #expect(later.output.contains("question 2 of 2"))
    #expect(later.output.contains("An interview is under way"))
    #expect(later.output.contains("Written so far:\n  half a"))
    #expect(later.output.contains("answer 1 of 2"))
  }

  @Test func `closes its questions to every other command until it is over`() throws {
    let desk = try Desk()
    let answer = ["answer", "interview-objective", "--seed", "1", "x y z"]
    let why = ["mark", "--prompt", "interview-objective", "--answers", "-", "--why"]
    func looked() throws -> Bool {
      try desk.run(why, input: #"{"id": "a", "text": "Nothing that it asks for."}"#)
        .output.contains("Looked for: There is no correct answer per example")
    }
    _ = try desk.run(answer + ["--save"])
    #expect(try looked())
    _ = try desk.run(["interview", "--mock", "--questions", "4"], input: "half a\nq\n")
    for more in [[], ["--save"], ["--save", "--json"]] {
      let run = try desk.run(answer + more)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.diagnostics.contains("finish it or end it there: centroid interview --mock"))
    }
    #expect(try !looked())
    let alone = try desk.run(["interview", "interview-objective"], input: "x y z\n.\nq\n")
    #expect(alone.output.contains("Your mock interview asks this question"))
    #expect(!alone.output.contains("senior"))
    _ = try desk.run(["interview", "--mock"], input: "end\nend\nq\n")
    #expect(try desk.run(answer).output.contains("score"))
    #expect(try looked())
  }

  @Test(arguments: [
    (["--questions", "0"], "--questions takes a number from 1"),
    (["--tier", "senior"], "senior"), (["--minutes", "soon"], "soon"),
    (["--minutes", "0.1"], "whole minutes from 1 to 240"),
    (["interview-objective"], "leave the id out"),
  ]) func `refuses what it cannot be`(more: [String], sentence: String) throws {
    let run = try Desk().run(["interview", "--mock"] + more)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.diagnostics.contains(sentence))
  }

  @Test func `its options mean nothing without it`() throws {
    let run = try Desk().run("interview", "--minutes", "5")
    #expect(run.status == 64)
    #expect(run.diagnostics.contains("with --mock"))
  }
}

@Suite struct `centroid answer, to an interview question` {
  private func answer(_ more: String...) throws -> String {
    try Desk().run(["answer", "interview-objective", "--seed", "1", spoken] + more).output
  }

  @Test func `tells its structure once it is on record, and not before`() throws {
    #expect(try answer("--save").contains("This is no part of the score."))
    #expect(try answer("--save", "--json").contains("\"structure\""))
    #expect(try !answer().contains("Structure"))
  }
}

/// An answer that the machine credits with one point, and its learner with three.
private let journal = """
  {"answer":"words","at":1700000000000,"attempt":"m-1","hints":0,"id":"e-1",\
  "item":"interview-objective","kind":"answered","part":"interview-objective","passed":false,\
  "points":["within"],"score":0.17,"seed":1}
  {"at":1700000001000,"attempt":"m-1","id":"e-2","item":"interview-objective",\
  "kind":"selfMarked","points":["within","between","measure"]}
  {"allowed":600000,"at":1700000002000,"attempt":"m","attempts":["m-1"],"elapsed":[61000],\
  "id":"e-3","kind":"mocked","late":[],"pauses":0,"questions":["interview-objective"],"seed":1,\
  "tier":"beginner"}

  """

@Suite struct `centroid progress after interviews` {
  private struct Report: Decodable {
    struct Marks: Decodable, Equatable {
      let answers: Int
      let mean_difference: Double?
      let agreement: Double?
      let kappa: Double?
    }

    struct Interview: Decodable, Equatable {
      let tier: String
      let questions: [String]
      let mark: Double?
      let seconds: Int
      let allowed_seconds: Int?
    }

    let self_marks: Marks
    let interviews: [Interview]
  }

  private func report(_ desk: Desk) throws -> Report {
    try JSONDecoder().decode(
      Report.self, from: Data(try desk.run("progress", "--json").output.utf8))
  }

  @Test func `says how learners mark themselves, and lists the interviews`() throws {
    let desk = try Desk()
    try desk.write(journal, to: "events.jsonl")
    #expect(try desk.run("import", desk.path("events.jsonl")).status == 0)
    let told = try desk.run("progress").output
    #expect(
      told.replacing("\n  ", with: " ").contains(
        "You credit yourself with 2.0 points more than the machine does, over 1 answer."))
    #expect(told.contains("Mock interview of 2023-11-14: 1 question, 17 % of the points."))
    let report = try report(desk)
    #expect(report.self_marks.answers == 1)
    #expect(report.self_marks.mean_difference == 2)
    #expect(report.self_marks.kappa == nil)
    #expect(
      report.interviews == [
        Report.Interview(
          tier: "beginner", questions: ["interview-objective"], mark: 1.0 / 6, seconds: 61,
          allowed_seconds: 600)
      ])
  }

  @Test func `has the same keys where there is nothing yet`() throws {
    let report = try report(try Desk())
    #expect(
      report.self_marks
        == Report.Marks(answers: 0, mean_difference: nil, agreement: nil, kappa: nil))
    #expect(report.interviews.isEmpty)
  }
}
