// What somebody wrote is printed without what a terminal would obey, in words and in JSON.

import BuiltProgram
import Foundation
import Testing

@Suite struct `No control character of an answer reaches the terminal` {
  private static let spoken =
    "It minimizes the \u{07}\u{1B}[31m error \u{9B}2J against \u{202E}known labels"

  private func controls(in text: String) -> [String] {
    text.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E)
    }.map { String($0.value, radix: 16) }
  }

  @Test func `in the verdict on it, as words and as JSON`() throws {
    let desk = try Desk()
    for more in [[], ["--json"], ["--save"], ["--save", "--json"]] {
      let run = try desk.run(
        ["answer", "interview-objective", "--seed", "7", Self.spoken] + more)
      #expect(run.output.contains("known labels") || more.isEmpty || more == ["--json"])
      #expect(controls(in: run.output + run.diagnostics) == [], "\(more)")
    }
    let json = try desk.run("disputes", "--all", "--json").output
    #expect(controls(in: json) == [])
  }

  @Test func `in a mark and its reasons`() throws {
    let desk = try Desk()
    let line = #"{"id": "a\u001b[2J\u009b", "text": "Look for the \u0007 elbow in the curve."}"#
    for more in [[], ["--why"]] {
      let run = try desk.run(
        ["mark", "--prompt", "check-inertia", "--answers", "-"] + more, input: line)
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(controls(in: run.output) == [], "\(more)")
    }
  }

  @Test func `in an export, which reads back the same`() throws {
    let desk = try Desk()
    _ = try desk.run("answer", "interview-objective", "--seed", "7", Self.spoken, "--save")
    let export = try desk.run("export").output
    #expect(controls(in: export) == [])
    #expect(export.contains(#"\u009b"#))
    try desk.write(export, to: "events.jsonl")
    let other = try desk.run(
      ["import", desk.path("events.jsonl")], home: "other")
    #expect(other.status == 0)
    #expect(try desk.run(["export"], home: "other").output == export)
  }
}
