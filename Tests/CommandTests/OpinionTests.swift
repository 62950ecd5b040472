import BuiltProgram
import Foundation
import Testing

private let good = #"{"points": {"within": {"said": true, "words": "close together"}}}"#
private let answers = #"{"id": "a", "text": "Points that are close together go together."}"#

private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

extension Desk {
  /// A program in the user's own folder, and a configuration that names it.
  fileprivate func configure(_ script: String, seconds: Int = 60) throws {
    try write(script, to: "home/opinion")
    // Given to a shell by name: a file that was just written may be busy, as programs are started
    // all the time here, and each holds for a moment what is being written.
    try write(
      "second-opinion:\n  command: [/bin/sh, \(path("home/opinion")), a b, $HOME]\n"
        + "  seconds: \(seconds)\n  name: Lab\n", to: "home/config.yaml")
  }

  fileprivate func mark(_ more: String..., home: String = "home") throws -> Run {
    try run(
      ["mark", "--prompt", "interview-objective", "--answers", "-", "--course", root.path] + more,
      input: answers, home: home)
  }
}

private struct Line: Decodable {
  struct Opinion: Decodable {
    struct Point: Decodable {
      let said: Bool
      let words: String?
    }
    let name: String
    let points: [String: Point]
  }
  let points: [String: Bool]
  let opinion: Opinion?

  init(_ run: Run) throws {
    self = try JSONDecoder().decode(Line.self, from: Data(run.output.utf8))
  }
}

/// A script that never ends by itself: nobody writes into the pipe that it reads.
private let forEver = "mkfifo \"$CENTROID_HOME/pipe\"; read x < \"$CENTROID_HOME/pipe\""

@Suite struct `A command with a second opinion` {
  @Test func `stands beside the marks, and changes none`() throws {
    let desk = try Desk()
    let without = try Line(desk.mark())
    #expect(without.opinion == nil)
    try desk.configure("#!/bin/sh\ncat > \"$CENTROID_HOME/asked\"\necho '\(good)'\n")
    let run = try desk.mark("--opinion")
    #expect(run.status == 0, "\(run.diagnostics)")
    let line = try Line(run)
    #expect(line.opinion?.name == "Lab")
    #expect(line.opinion?.points["within"]?.said == true)
    #expect(line.points == without.points)
    #expect(run.diagnostics.contains("It says nothing of between, "))
    #expect(try desk.read("home/asked").hasPrefix(#"{"answer":"Points that are close together"#))
    #expect(try desk.mark("--opinion", "--why").output.contains("+ within: “close together”"))
  }

  @Test func `may be as short as the one in the README`() throws {
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let script = try #require(text.split(separator: "```sh\n").first { $0.hasPrefix("#!/bin/sh") })
    let desk = try Desk()
    try desk.configure(String(try #require(script.split(separator: "```").first)))
    let run = try desk.mark("--opinion")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try Line(run).opinion?.points["within"]?.said == true)
  }

  @Test func `is started without a shell, in the user's own folder, without a terminal`() throws {
    let desk = try Desk()
    try desk.configure(
      """
      #!/bin/sh
      printf '%s\\n' "$@" > "$CENTROID_HOME/words"
      pwd > "$CENTROID_HOME/folder"
      (: < /dev/tty) 2> /dev/null && echo terminal >> "$CENTROID_HOME/folder"
      echo '\(good)'
      """)
    #expect(try desk.mark("--opinion").status == 0)
    #expect(try desk.read("home/words") == "a b\n$HOME\n")
    #expect(try desk.read("home/folder").hasSuffix("/home\n"))
  }

  @Test(arguments: [
    ("exit 3", "Lab: it failed with status 3"),
    ("echo one >&2; echo two >&2; exit 1", "Lab: it failed with status 1 and said: one\n"),
    ("kill -9 $$", "Lab: it was ended by signal 9"),
    ("echo '\(good)'; exit 1", "Lab: it failed with status 1"),
    ("", "Lab: it replied nothing"),
    ("echo no", "Lab: its reply is not JSON"),
    ("while :; do echo flood; done", "Lab: it was ended: it wrote more than 65536 bytes"),
  ])
  func `that fails is told, and the line is printed without it`(
    script: String, message: String
  ) throws {
    let desk = try Desk()
    let without = try Line(desk.mark())
    try desk.configure("#!/bin/sh\n\(script)\n")
    let run = try desk.mark("--opinion")
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("centroid: a: \(message)"), "\(run.diagnostics)")
    let line = try Line(run)
    #expect(line.opinion == nil)
    #expect(line.points == without.points)
  }

  @Test(arguments: [
    forEver, "trap '' TERM INT HUP PIPE; \(forEver)", "exec <&- >&- 2>&-; \(forEver)",
    "(while :; do echo flood; done) >&2 & \(forEver)", "echo '\(good)'; exec >&-; \(forEver)",
  ])
  func `that does not end is ended after its time`(script: String) throws {
    let desk = try Desk()
    try desk.configure("#!/bin/sh\n\(script)\n", seconds: 1)
    let run = try desk.mark("--opinion")
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("a: Lab: it was ended after 1 s without an answer"))
    #expect(try Line(run).opinion == nil)
  }

  @Test(arguments: [
    // Reads nothing, though it is given more than a pipe holds.
    "exec <&-; echo '\(good)'",
    // Leaves somebody behind who holds its output.
    "(\(forEver)) & echo '\(good)'",
    "(while :; do echo flood; done) >&2 & echo '\(good)'",
  ])
  func `that has answered is not waited for`(script: String) throws {
    let desk = try Desk()
    try desk.configure("#!/bin/sh\n\(script)\n", seconds: 600)
    let long = String(repeating: "Points are close together. ", count: 10_000)
    try desk.write(#"{"id": "a", "text": "\#(long)"}"#, to: "long.jsonl")
    _ = try desk.run(
      "answer", "interview-objective", "--seed", "1", "It groups what is alike.", "--save")
    let run = try desk.run(
      "mark", "--prompt", "interview-objective", "--answers", desk.path("long.jsonl"), "--opinion")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try Line(run).opinion?.points["within"]?.said == true)
  }

  @Test func `helps who settles disputes, asked once an answer`() throws {
    let desk = try Desk()
    let lines = ["Points that are close together go together.", ".", "done", "1", "2", "quit", ""]
    _ = try desk.run(
      ["--plain", "--seed", "7", "interview", "interview-objective"],
      input: lines.joined(separator: "\n"))
    let before = try desk.run("disputes")
    try desk.configure(
      """
      #!/bin/sh
      echo asked >> "$CENTROID_HOME/count"
      echo '{"points": {"between": {"said": false, "why": "one side only"}}}'
      """)
    let run = try desk.run("disputes", "--opinion")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("  second opinion: not said; one side only\n"))
    #expect(run.output.split(separator: "\n").count { $0.contains("centroid settle") } == 2)
    #expect(try desk.read("home/count") == "asked\n")
    #expect(try desk.run("disputes").output == before.output, "it settles nothing")
    try desk.configure("#!/bin/sh\nexit 1\n")
    let failed = try desk.run("disputes", "--opinion")
    #expect(failed.status == 1)
    #expect(failed.output == before.output)
  }

  @Test func `is told nothing before the question is answered`() throws {
    let desk = try Desk()
    try desk.configure("#!/bin/sh\ncat > \"$CENTROID_HOME/asked\"\n")
    let run = try desk.run(
      "mark", "--prompt", "interview-objective", "--answers", "-", "--opinion", input: answers)
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("answer interview-objective first"))
    #expect(!FileManager.default.fileExists(atPath: desk.path("home/asked")))
  }
}

@Suite struct `The configuration of a second opinion` {
  @Test func `is asked for where there is none`() throws {
    let run = try Desk().mark("--opinion")
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("home/config.yaml names no command for a second opinion"))
    #expect(try Line(run).opinion == nil)
  }

  @Test(arguments: [
    ("second-opinion: {command: [opinion]}", "config.yaml:1:28: error: `opinion` is not the whole"),
    (
      "second-opinion: {command: [/nowhere/opinion]}",
      "config.yaml:1:27: error: there is no program `/nowhere/opinion`; check its path"
    ),
    ("second-opinion: {command: [/etc/passwd]}", "`/etc/passwd` is no program; run chmod +x"),
    ("second-opinion: {command: [/etc]}", "`/etc` is no program; name the file of one"),
    (
      "second-opinion: {seconds: 3}", "config.yaml:1:17: error: the second-opinion has no `command`"
    ),
    ("\u{1B}", "config.yaml:1:1: error: this is not YAML"),
  ])
  func `that is wrong is told where it is needed, and nowhere else`(
    text: String, message: String
  ) throws {
    let desk = try Desk()
    try desk.write(text, to: "home/config.yaml")
    let run = try desk.mark("--opinion")
    #expect(run.status == 1)
    #expect(run.diagnostics.contains(message), "\(run.diagnostics)")
    #expect(try Line(run).opinion == nil)
    let other = try desk.mark()
    #expect(other.status == 0)
    #expect(other.diagnostics == "")
  }

  @Test func `is read from the user's own folder alone`() throws {
    let desk = try Desk()
    try desk.configure("#!/bin/sh\n: > \"$CENTROID_HOME/started\"\n")
    let text = try desk.read("home/config.yaml")
    // Where it is looked for elsewhere: the working folder, and what a course brings along.
    for place in ["config.yaml", ".config/centroid/config.yaml", "centroid/config.yaml"] {
      try desk.write(text, to: place)
    }
    for place in ["other", "Lessons", "Drills"] { try desk.write(text, to: "\(place)/config.yaml") }
    let run = try desk.mark("--opinion", home: "empty")
    #expect(run.diagnostics.contains("empty/config.yaml names no command"))
    #expect(!FileManager.default.fileExists(atPath: desk.path("home/started")))
  }
}
