// The program, started as the tests of this folder need it.

import BuiltProgram
import Foundation
import Journal
import Scheduling

extension Desk {
  /// The file of the journal.
  var journal: String { path("home/journal.sqlite") }

  /// What the journal holds.
  func events() throws -> [LearningEvent] { try Journal(path: journal).events().events }

  private func environment(terminal: String) -> [String: String] {
    [
      "CENTROID_HOME": path("home"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
      "TERM": terminal, "TZ": "UTC", "TMPDIR": folder.path,
      // A crash is then only a crash, not a debugger that waits for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  func atTerminal(_ arguments: String...) throws -> PseudoTerminal { try atTerminal(arguments) }

  /// - Parameters:
  ///   - name: what the terminal is called in TERM.
  ///   - answer: what it says to a question; a VT100 says nothing.
  func atTerminal(
    _ arguments: [String], named name: String = "vt100", with variables: [String: String] = [:],
    columns: Int = 80, rows: Int = 24,
    answering answer: @escaping (String) -> String? = { _ in nil }
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      builtProgram().path, arguments,
      environment: environment(terminal: name).merging(variables) { $1 },
      columns: columns, rows: rows, answering: answer)
  }

  /// A shell at a terminal, with the program called `$centroid`.
  func shell(_ script: String) throws -> PseudoTerminal {
    let environment = environment(terminal: "vt100").merging(
      ["centroid": try builtProgram().path]) { first, _ in first }
    return try PseudoTerminal("/bin/sh", ["-c", script], environment: environment)
  }

  func inPipe(_ arguments: String...) throws -> PipedProgram {
    try PipedProgram(builtProgram().path, arguments, environment: environment(terminal: "dumb"))
  }

  /// The ids of the parts that are not passed, by the program's own account.
  func openParts() throws -> [String] {
    let run = try run("progress", "--json")
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    return report.topics.flatMap(\.parts).filter { !$0.status.hasPrefix("passed") }.map(\.id)
  }

  private struct Report: Decodable {
    struct Topic: Decodable { let parts: [Part] }
    struct Part: Decodable {
      let id: String
      let status: String
    }
    let topics: [Topic]
  }
}
