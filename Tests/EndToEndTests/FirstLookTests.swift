// Who is shown around, and who is not.

import BuiltProgram
import FullScreen
import Screen
import Testing
import Tutoring

@Test func `the first start shows around, and one that was skipped is not shown again`() throws {
  let desk = try Desk()
  var typist = Typist(try Mirror(seed: 1, isAtTerminal: true))
  #expect(typist.rows[0].contains("A first look"))
  let terminal = try desk.atTerminal("--seed", "1")
  try terminal.wait(for: typist.rows)
  typist.type(.escape)
  terminal.type(Key.escape.bytes)
  try terminal.wait(for: typist.rows)
  #expect(terminal.screen.lines[0].contains("Centroid"))
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)

  let again = try desk.atTerminal("--seed", "1")
  try again.wait(for: "home") { $0.lines[0].contains("Centroid") }
  again.type("q")
  #expect(again.waitForExit() == 0)
}

@Test func `a command that names a place goes there at once`() throws {
  let terminal = try Desk().atTerminal("learn", "--seed", "1")
  try terminal.wait(for: Typist(try Mirror(seed: 1, at: ["learn"])).rows)
}

@Test func `plain lines at a terminal show around too`() throws {
  let terminal = try Desk().atTerminal("--plain", "--seed", "1")
  try terminal.wait(for: "the tour") { $0.text.contains("A first look: 1 of 5 pages.") }
}

@Test func `a script is not shown around`() throws {
  let run = try Desk().run("--seed", "1", input: "q\n")
  #expect(run.output.contains("Centroid: cards"))
  #expect(!run.output.contains("A first look"))
}

@Test func `the whole tour can be taken in plain lines`() throws {
  let run = try Desk().run("tour", "--seed", "1", input: "1\n2\n1\n\n\n\n\nq\n")
  let facts = [
    "Take the second line.", "That was line 1.", "Which group did it join?", "The point @ lies at",
    "from the middle of", "Everything is saved at once", "Help is one key away",
    "Colour is never needed", "Centroid: cards",
  ]
  for fact in facts { #expect(run.output.contains(fact), "\(fact)") }
  #expect(run.status == 0)
  #expect(!run.output.contains("\u{1B}"))
}
