import BuiltProgram
import Foundation
import Testing

@Test func `help tells every command and ends well`() throws {
  let run = try Desk().run("--help")
  #expect(run.status == 0)
  for command in [
    "learn", "drill", "lab", "flow", "cards", "check", "answer", "cluster", "score", "inspect",
    "coverage", "map", "find",
  ] {
    #expect(run.output.contains("\n  \(command) "), "\(command)")
  }
  #expect(run.diagnostics.isEmpty)
}

@Test func `help tells the options of all commands, and what the exit status means`() throws {
  let help = try Desk().run("--help").output
  for option in ["--plain", "--color", "--background", "--glyphs", "--ascii", "--seed", "--course"]
  {
    #expect(help.contains(option), "\(option)")
  }
  for status in ["0 ", "1 ", "64 ", "130 "] { #expect(help.contains("\n  \(status)"), "\(status)") }
  #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
}

@Test(arguments: [
  "learn", "drill", "lab", "flow", "cards", "interview", "walkthrough", "watch", "coverage", "map",
  "tour", "pipeline", "play", "find",
])
func `help of a command that opens the tutor tells how it looks`(command: String) throws {
  let run = try Desk().run("help", command)
  #expect(run.status == 0)
  for option in ["--plain", "--color", "--background", "--glyphs", "--ascii"] {
    #expect(run.output.contains(option), "\(option)")
  }
}

@Test(arguments: [
  (["nonsense"], "there is no command nonsense; centroid --help lists them\n"),
  (["clustr", "--data", "t.csv"], "there is no command clustr; did you mean cluster?\n"),
  (["help", "clsuter"], "there is no command clsuter; did you mean cluster?\n"),
  (["--plain", "lern"], "there is no command lern; did you mean learn?\n"),
])
func `an unknown command is a usage error on standard error`(
  command: [String], sentence: String
) throws {
  let run = try Desk().run(command)
  #expect(run.status == 64)
  #expect(run.output.isEmpty)
  #expect(run.diagnostics == "centroid: \(sentence)")
}

@Test(arguments: [["watch", "dbscan", "wine.csv"], ["watch", "wine.csv"]])
func `who wants to watch a file is told where it can be taken`(command: [String]) throws {
  let run = try Desk().run(command)
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("no film of wine.csv"))
  #expect(run.diagnostics.contains("built-in data"))
  #expect(run.diagnostics.contains("centroid play FILE"))
}

@Test func `a misspelt method is named with the one that was probably meant`() throws {
  let run = try Desk().run("watch", "kmeans")
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("did you mean k-means?"))
}

@Test func `home is the first screen, and no command is where one left off`() throws {
  let desk = try Desk()
  _ = try desk.run("learn", "--seed", "1", input: "q\n")
  #expect(try desk.run("--seed", "1", input: "q\n").output.contains("What is clustering?: 1 of"))
  #expect(try desk.run("home", "--seed", "1", input: "q\n").output.contains("Centroid: cards"))
}

@Test func `help of a command tells its options`() throws {
  #expect(try Desk().run("help", "cluster").output.contains("--algorithm"))
}

@Test func `options may stand before the command`() throws {
  let desk = try Desk()
  let before = try desk.run("--plain", "--seed", "3", "learn", input: "q\n", home: "a")
  let after = try desk.run("learn", "--seed", "3", "--plain", input: "q\n", home: "b")
  #expect(before.status == 0)
  #expect(before.output == after.output)
  #expect(before.output.contains("What is clustering?"))
}

// MARK: - Progress

@Test func `progress goes from one machine to another, and twice does no harm`() throws {
  let desk = try Desk()
  let sitting = try desk.run("cards", "--seed", "1", input: "\n3\nq\n", home: "one")
  #expect(sitting.status == 0, "\(sitting.diagnostics)")
  let exported = try desk.run("export", "events.jsonl", home: "one")
  #expect(exported.status == 0)
  #expect(try desk.read("events.jsonl").contains("\"kind\":\"reviewed\""))
  let first = try desk.run("import", "events.jsonl", home: "two")
  #expect(first.output.contains("0 already there, 0 refused"))
  let second = try desk.run("import", "-", input: try desk.read("events.jsonl"), home: "two")
  #expect(second.output.hasPrefix("0 added"))
  #expect(try desk.run("export", home: "two").output == desk.read("events.jsonl"))
}

@Test func `a line that is no event is refused by its number`() throws {
  let run = try Desk().run("import", "-", input: "{}\n")
  #expect(run.status == 1)
  #expect(run.output == "0 added, 0 already there, 1 refused\n")
  #expect(run.diagnostics.hasPrefix("centroid: -:1: this line has no member"))
}

@Test func `an event from the future is refused, so that time here goes on`() throws {
  let run = try Desk().run(
    "import", "-", input: #"{"at":8640000000000000,"id":"a","item":"x","kind":"seen"}"#)
  #expect(run.output == "0 added, 0 already there, 1 refused\n")
  #expect(run.diagnostics.contains("is from the future"))
}

@Test func `progress as JSON names every part`() throws {
  let run = try Desk().run("progress", "--json")
  #expect(run.status == 0)
  #expect(run.output.contains("\"id\" : \"loud-feature\""))
  #expect(run.output.contains("\"best_score\" : null"))
}

// MARK: - Answers without a terminal

@Test func `answers are graded by running them`() throws {
  let desk = try Desk()
  let good = try desk.run("answer", "loud-feature", "--seed", "7", "diagnose=spend", "--json")
  #expect(good.status == 0, "\(good.diagnostics)")
  #expect(good.output.contains("\"passed\" : true"))
  let bad = try desk.run("answer", "loud-feature", "--seed", "7", "diagnose=visits")
  #expect(bad.status == 1)
  #expect(bad.output.hasPrefix("diagnose: You said: visits."))
  let malformed = try desk.run("answer", "loud-feature", "--seed", "7", "diagnose=height")
  #expect(malformed.status == 64)
  #expect(malformed.diagnostics.contains("there is no option “height”"))
  #expect(try desk.run("export").output.isEmpty)
}

@Test func `saved answers are on record`() throws {
  let desk = try Desk()
  _ = try desk.run("answer", "loud-feature", "--seed", "7", "diagnose=spend", "--save")
  #expect(try desk.run("export").output.contains("\"answer\":\"spend\""))
}

@Test func `an order that cannot be read is told the steps in no telling order`() throws {
  let run = try Desk().run("answer", "table-to-decision", "--seed", "1", "frobnicate")
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("assign, check, cluster, evaluate, scale"))
}

@Test func `no example of the help is an answer`() throws {
  let desk = try Desk()
  let help = try desk.run("answer", "--help").output + desk.run("--help").output
  #expect(!help.contains("scale=") && !help.contains("check scale"))
  let example = try desk.run("answer", "loud-feature", "--seed", "7", "trigger=restarts=1")
  #expect(help.contains("trigger=restarts=1"))
  #expect(example.status == 1)
}

@Test func `a repair that does not hold may be tried again, so no way out is told`() throws {
  let desk = try Desk()
  let told = try desk.run("answer", "loud-feature", "--seed", "7", "repair=scale=none")
  #expect(told.status == 1)
  #expect(!told.output.contains("scale: standard"), "\(told.output)")
  let json = try desk.run("answer", "loud-feature", "--seed", "7", "repair=scale=none", "--json")
  #expect(!json.output.contains("\"solution\""), "\(json.output)")
}

@Test func `the questions of a variant tell no answer`() throws {
  let run = try Desk().run("answer", "loud-feature", "--seed", "7")
  #expect(run.status == 0)
  #expect(run.output.contains("diagnose: "))
  #expect(!run.output.lowercased().contains("senior"))
}

// MARK: - Files that are no use

/// A file of so many bytes that takes no room on the disk.
private func sparse(_ desk: Desk, _ name: String, bytes: UInt64) throws {
  try desk.write("a,b\n", to: name)
  let file = try FileHandle(forWritingTo: desk.folder.appending(path: name))
  try file.truncate(atOffset: bytes)
  try file.close()
}

@Test(arguments: [
  ["cluster", "--data", "big.csv", "-k", "2"], ["inspect", "--data", "big.csv"],
  ["run", "big.experiment"], ["import", "big.csv"],
])
func `a file too large to read is refused before it is read`(command: [String]) throws {
  let desk = try Desk()
  let name = try #require(command.first { $0.hasPrefix("big.") })
  try sparse(desk, name, bytes: 10_700_000_000)
  let run = try desk.run(command)
  #expect(run.status == 1)
  #expect(
    run.diagnostics.hasPrefix(
      "centroid: \(name): has 10.7 GB, and at most 2 GB are read; give a part of it"),
    "\(run.diagnostics)")
}

@Test func `the playground tells that a file is too large`() throws {
  let desk = try Desk()
  try sparse(desk, "big.csv", bytes: 10_700_000_000)
  let run = try desk.run("play", "big.csv", input: "q\n")
  #expect((run.output + run.diagnostics).contains("at most 2 GB are read"), "\(run.output)")
}

@Test(arguments: ["/dev/zero", "/dev/stdin", "pipe", "pipe.experiment"])
func `the playground refuses what is no file that stays`(path: String) throws {
  let desk = try Desk()
  #expect(mkfifo(desk.path(path.hasPrefix("/") ? "other" : path), 0o600) == 0)
  let run = try desk.run(["play", path], piped: "q\n")
  #expect(run.status == 1)
  #expect(run.diagnostics.contains("\(path) is no file that stays; copy what it gives into one"))
}

@Test func `a file of a course that is too large is a mistake like others, and is not read`() throws
{
  let desk = try Desk()
  try desk.write("---\ntitle: Broken\n---\n# Nothing\n", to: "course/Lessons/01-x/lesson.md")
  try sparse(desk, "course/Drills/big.csv", bytes: 10_700_000_000)
  let run = try desk.run("check", "course")
  #expect(run.status == 1)
  #expect(
    run.output.contains(
      "course/Drills/big.csv:1:1: error: the file has 10 700 000 000 bytes, more than the"))
}

// MARK: - The course

@Test func `a broken course is reported by file, line and column`() throws {
  let desk = try Desk()
  try desk.write("---\ntitle: Broken\n---\n# Nothing\n", to: "course/Lessons/01-x/lesson.md")
  let run = try desk.run("check", "course")
  #expect(run.status == 1)
  let first = run.output.split(separator: "\n").first.map(String.init) ?? ""
  #expect(first.hasPrefix("course/Lessons/01-x/lesson.md:"), "\(run.output)")
  #expect(first.contains(": error: "))
}

@Test(arguments: ["course", "course/Lessons", "course/Lessons/01-x/lesson.md", "."])
func `a course is found from any of its files, and from elsewhere it is not`(path: String) throws {
  let desk = try Desk()
  try desk.write("---\ntitle: Broken\n---\n# Nothing\n", to: "course/Lessons/01-x/lesson.md")
  let run = try desk.run("check", path)
  #expect(run.status == 1)
  if path == "." {
    #expect(run.diagnostics.hasPrefix("centroid: .: neither a folder with Lessons"))
  } else {
    #expect(run.output.hasPrefix("course/Lessons/01-x/lesson.md:"), "\(run.output)")
  }
}

@Test func `a folder without a course is named with what to do`() throws {
  let run = try Desk().run("list", "--course", "nowhere")
  #expect(run.status == 1)
  #expect(run.diagnostics.hasPrefix("centroid: --course names nowhere"))
}

@Test func `a course that is a link to other folders shows nothing of them`() throws {
  let desk = try Desk()
  try desk.write("---\ntitle: Private\n---\n# Nothing\n", to: "elsewhere/01-x/lesson.md")
  try desk.write("", to: "course/Drills/.keep")
  try FileManager.default.createSymbolicLink(
    atPath: desk.path("course/Lessons"), withDestinationPath: desk.path("elsewhere"))
  let run = try desk.run("check", "course")
  #expect(run.status == 1)
  #expect(run.output.hasPrefix("course/Lessons:1:1: error: the course has no topics"))
}

@Test func `the course beside the program is sound`() throws {
  let run = try Desk().run("check", "--seeds", "1")
  #expect(run.status == 0, "\(run.output)")
  #expect(run.output.hasSuffix("no mistakes\n"))
}
