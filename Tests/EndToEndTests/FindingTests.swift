// Words are looked for at the built program, on the screen and in lines.

import BuiltProgram
import Screen
import Testing
import Tutoring

@Test func `a slash finds words in the course, and opens the page with the words marked`() throws {
  var typist = Typist(try Mirror(seed: 1, isAtTerminal: true))
  let terminal = try Desk().atTerminal("--seed", "1")
  try terminal.wait(for: typist.rows)
  func press(_ keys: [Key]) throws {
    for key in keys {
      typist.type(key)
      terminal.type(key.bytes)
      try terminal.wait(for: typist.rows)
    }
  }
  try press([.escape])  // The tour.
  try press("/middle of each".map { .character($0) })
  #expect(terminal.screen.text.contains("hit 1 of 1 · page 1 of \"What is clustering?\""))
  try press([.enter])
  #expect(terminal.screen.text.contains("1 of 12 pages"))
  #expect(terminal.screen.text.contains("/middle of each"))
  try press([.escape])
  #expect(!terminal.screen.text.contains("1 of 12 pages"))
  try press("/row".map { .character($0) } + [.enter])
  try press([.character("n"), .character("n"), .character("N")])
  #expect(terminal.screen.text.contains("hit 2 of "))
  try press([.character("/")])
  #expect(terminal.screen.text.contains("Find in the course"))
  terminal.type("\u{11}")
  #expect(terminal.waitForExit() == 0)
  #expect(terminal.screen.strange == [])
}

@Test func `in lines what the present page has is listed first`() throws {
  let run = try Desk().run(
    "learn", "what-is-clustering", "--seed", "1", input: "next\n/columns\nhits\nq\n")
  let lines = run.output.split(separator: "\n").map(String.init)
  let first = lines.firstIndex { $0.hasPrefix("  1  ") && $0.contains("What the eye finds") }
  let end = lines[(first ?? lines.endIndex)...].prefix(3).joined(separator: " ")
  #expect(end.contains("(this page"), "\(run.output)")
  #expect(run.status == 0)
}

@Test func `in lines a slash and words go to the first hit, and hits lists them all`() throws {
  let run = try Desk().run("--seed", "1", input: "/middle of each\nhits\n1\nback\nq\n")
  let lines = run.output.split(separator: "\n").map(String.init)
  #expect(lines.contains { $0.hasPrefix("Hit 1 of 1, page 1 of \"What is clustering?\": …") })
  #expect(lines.contains("Find in the course: 1 hit in 1 place."))
  #expect(
    lines.contains {
      $0.hasPrefix("  1  lesson A table without answers · …")
    })
  #expect(lines.contains("What is clustering?: 1 of 12 pages."))
  #expect(run.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  #expect(run.status == 0)
}
