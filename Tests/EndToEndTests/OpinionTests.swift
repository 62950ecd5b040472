// A second opinion comes from a program that the user has named. It is asked at a key, shown where it
// is asked for, and the journal is the same with it and without it.

import BuiltProgram
import Foundation
import Scheduling
import ScriptedLearner
import Testing

private let question = "interview-objective"
private let written = "Points that are close together go into the same group."
private let reply =
  #"{"points": {"between": {"said": true, "words": "same group", "why": "kindly read"}}}"#
/// Waits in a pipe until a test writes to it.
private let waits = "read x < \"$CENTROID_HOME/pipe\"; echo '\(reply)'"

extension Desk {
  fileprivate func configure(_ script: String) throws {
    try write("#!/bin/sh\n\(script)\n", to: "home/opinion")
    // Given to a shell by name: a file that was just written may be busy, as programs are started
    // all the time here, and each holds for a moment what is being written.
    try write(
      "second-opinion: {command: [/bin/sh, \(path("home/opinion"))], seconds: 600, name: Lab}\n",
      to: "home/config.yaml")
    #expect(mkfifo(path("home/pipe"), 0o600) == 0)
  }

  /// In plain lines: writes the answer, marks it, and types `more`.
  fileprivate func answer(typing more: [String], in course: [String] = []) throws
    -> BuiltProgram.Run
  {
    let options = ["--plain", "--seed", "7"] + course
    let lines = [written, ".", "1", "done"] + more + ["quit", ""]
    return try run(options + ["interview", question], input: lines.joined(separator: "\n"))
  }

  /// What is on record of the answer, without times and names.
  fileprivate var grades: [String] {
    get throws {
      try events().compactMap { event in
        switch event.happening {
        case .answered(let it): "\(it.item) \(it.answer) \(it.score) \(it.points ?? [])"
        case .selfMarked(let it): "\(it.item) \(it.points)"
        case .finished(let it): "\(it.item) \(it.score) \(it.passed)"
        case .disputed(let it): "\(it.item) \(it.points)"
        default: nil
        }
      }
    }
  }

  /// At a terminal, where the answer is marked and a second opinion is asked for.
  fileprivate func asking() throws -> PseudoTerminal {
    let terminal = try atTerminal("--seed", "7", "interview", question)
    try terminal.wait(for: "the editor") { $0.text.contains("commit") }
    terminal.type(written + "\u{4}")
    try terminal.wait(for: "the points") { $0.text.contains("d done") }
    terminal.type("d")
    try terminal.wait(for: "the mark") { $0.text.contains("o second opinion") }
    terminal.type("o")
    try terminal.wait(for: "the asking") { $0.text.contains("Asking Lab") }
    return terminal
  }

  /// At a terminal, where a file of one answer is marked beside a second opinion.
  fileprivate func marking(with variables: [String: String] = [:]) throws -> PseudoTerminal {
    try write(#"{"id": "a", "text": "\#(written)"}"#, to: "answers.jsonl")
    return try atTerminal(
      [
        "mark", "--prompt", question, "--answers", path("answers.jsonl"), "--opinion", "--course",
        RepositoryCourse.root.path,
      ], with: variables)
  }

  /// Comes back once the program that is asked waits.
  fileprivate func openPipe() -> Int32 { open(path("home/pipe"), O_WRONLY) }
}

@Suite struct `At the program a second opinion` {
  @Test func `is shown in plain lines, and the journal is the same without it`() throws {
    let (with, without) = (try Desk(), try Desk())
    try with.configure("echo '\(reply)'")
    let run = try with.answer(typing: ["opinion"])
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Lab agrees with the mark on 0 of 1 point. No mark changes."))
    #expect(run.output.contains("(“same group”; kindly read; the mark says no)"))
    let plain = try without.answer(typing: ["opinion"])
    #expect(!plain.output.contains("Lab"))
    #expect(try with.grades == without.grades)
    #expect(try with.grades.count == 3)
  }

  @Test func `that fails is told in its place, and the journal is the same`() throws {
    let (with, without) = (try Desk(), try Desk())
    try with.configure("echo broken >&2; exit 7")
    let run = try with.answer(typing: ["opinion"])
    #expect(run.status == 0)
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("There is none. No mark changes."))
    #expect(words.contains("Lab: it failed with status 7 and said: broken"))
    _ = try without.answer(typing: [])
    #expect(try with.grades == without.grades)
  }

  @Test func `is waited for with the keys alive, and shown when it comes`() throws {
    let desk = try Desk()
    try desk.configure(waits)
    let terminal = try desk.asking()
    let pipe = desk.openPipe()
    terminal.type("?")
    try terminal.wait(for: "the help") { $0.text.contains("Keys here") }
    terminal.type("?")
    try terminal.wait(for: "the mark") { screen in
      screen.text.contains("I did say that") && !screen.text.contains("Keys here")
    }
    terminal.type("j")
    try terminal.wait(for: "the second point") { $0.text.contains("▸ [ ] There is no correct") }
    writeAll("go on\n", to: pipe)
    close(pipe)
    try terminal.wait(for: "the opinion") { $0.text.contains("Lab agrees with the mark on 0 of 1") }
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
  }

  @Test func `is called off by esc, and its program ended`() throws {
    let desk = try Desk()
    try desk.configure("trap '' TERM INT; \(waits)")
    let terminal = try desk.asking()
    let pipe = desk.openPipe()
    terminal.type("\u{1B}")
    try terminal.wait(for: "the end of it") { $0.text.contains("It was called off.") }
    try waitUntilUnread(pipe)
    try terminal.wait(for: "the key") { $0.text.contains("o ask again") }
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
  }

  @Test func `leaves no program behind when the tutor is left`() throws {
    let desk = try Desk()
    try desk.configure(waits)
    let terminal = try desk.asking()
    let pipe = desk.openPipe()
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
    try waitUntilUnread(pipe)
  }

  @Test func `leaves no program behind when control-C ends the marking of a file`() throws {
    let desk = try Desk()
    try desk.configure(waits)
    let terminal = try desk.marking()
    let pipe = desk.openPipe()
    terminal.type("\u{3}")
    #expect(terminal.waitForExit() == 128 + SIGINT)
    try waitUntilUnread(pipe)
  }

  @Test func `is not read from below the working folder`() throws {
    let terminal = try Desk().marking(with: ["CENTROID_HOME": "home"])
    #expect(terminal.waitForExit() == 1)
    #expect(terminal.screen.text.contains("only read from a whole path; CENTROID_HOME is none"))
  }

  /// Comes back once nobody can read from the pipe any more: whoever held it has ended.
  private func waitUntilUnread(_ pipe: Int32) throws {
    var request = pollfd(fd: pipe, events: 0, revents: 0)
    let found = poll(&request, 1, patience)
    close(pipe)
    #expect(found == 1 && Int32(request.revents) & POLLERR != 0, "the program is still there")
  }

  @Test func `is never what a course or the working folder names`() throws {
    let desk = try Desk()
    try desk.copyCourse()
    try desk.write("#!/bin/sh\n: > \"\(desk.path("started"))\"\n", to: "course/opinion")
    let text = "second-opinion: {command: [/bin/sh, \(desk.path("course/opinion"))]}\n"
    for place in [
      "config.yaml", ".config/centroid/config.yaml", "course/config.yaml",
      "course/Lessons/config.yaml", "course/Lessons/01-what-is-clustering/config.yaml",
      "course/Drills/config.yaml",
    ] { try desk.write(text, to: place) }
    let run = try desk.answer(typing: ["opinion"], in: ["--course", "course"])
    #expect(run.output.contains("Your answer makes 1 of 6 points"))
    #expect(!run.output.contains("second opinion"))
    // Nor where the course is what a user's own folder was set to.
    let atHome = try desk.run(
      ["--plain", "--seed", "7", "--course", "course", "interview", question],
      input: "\(written)\n.\n1\ndone\nopinion\nquit\n", home: "course")
    #expect(atHome.output.replacing("\n", with: " ").contains("which may name no command"))
    #expect(!FileManager.default.fileExists(atPath: desk.path("started")))
    // A key of a lesson is a mistake like any other that it does not know.
    try desk.change("Lessons/01-what-is-clustering/lesson.md") { lesson in
      lesson.replacing("---\n", with: "---\n\(text)", maxReplacements: 1)
    }
    let check = try desk.run("check", "course", "--seeds", "1")
    #expect(check.status == 1)
    #expect(check.output.contains("lesson.md:2:1: error: the front matter has no key"))
  }
}
