// However the full screen is left, the terminal is as it was; and whatever size it gets, all of
// it is drawn.

import BuiltProgram
import Foundation
import FullScreen
import GRDB
import Screen
import Testing
import Tutoring

/// The program at its first screen.
private func start(_ desk: Desk) throws -> (typist: Typist, terminal: PseudoTerminal) {
  let typist = Typist(try Mirror(seed: 1, isAtTerminal: true))
  let terminal = try desk.atTerminal("--seed", "1")
  try terminal.wait(for: typist.rows)
  #expect(!terminal.isSane)
  return (typist, terminal)
}

@Test func `quitting gives the terminal back`() throws {
  let (_, terminal) = try start(Desk())
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
  #expect(terminal.isSane)
}

@Test func `control-C gives the terminal back and ends by its signal`() throws {
  let (_, terminal) = try start(Desk())
  terminal.type("\u{3}")
  #expect(terminal.waitForExit() == 128 + SIGINT)
  #expect(terminal.isSane)
}

@Test(arguments: [["home"], ["watch", "k-means"], ["play"]])
func `control-C as often as one likes still leaves in good order`(place: [String]) throws {
  let terminal = try Desk().atTerminal(place + ["--seed", "1"])
  try terminal.wait(for: "a screen") { !$0.text.allSatisfy(\.isWhitespace) }
  for _ in 0..<20 {
    terminal.signal(SIGINT)
    sched_yield()
  }
  #expect(terminal.waitForExit() == 128 + SIGINT)
  #expect(terminal.isSane)
}

@Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV])
func `a signal that ends the program gives the terminal back`(signal: Int32) throws {
  let (_, terminal) = try start(Desk())
  terminal.signal(signal)
  #expect(terminal.waitForExit() == 128 + signal)
  #expect(terminal.isSane)
}

@Test func `control-Z gives the terminal back until the program goes on`() throws {
  let typist = Typist(try Mirror(seed: 1, isAtTerminal: true))
  let terminal = try Desk().shell(
    """
    set -m; $centroid --seed 1; echo "stopped by $?"; read line; fg; echo "ended by $?"
    """)
  try terminal.wait(for: typist.rows)
  terminal.type("\u{1A}")
  try terminal.wait(for: "the shell") { $0.text.contains("stopped by \(128 + SIGTSTP)") }
  #expect(terminal.isSane)
  terminal.type("\r")
  try terminal.wait(for: typist.rows)
  #expect(!terminal.isSane)
  terminal.type("q")
  try terminal.wait(for: "the shell") { $0.text.contains("ended by 0") }
  #expect(terminal.waitForExit() == 0)
  #expect(terminal.isSane)
}

@Test func `an answer that cannot be saved stays, and says why`() throws {
  let desk = try Desk()
  let (_, terminal) = try start(desk)
  try DatabaseQueue(path: desk.journal).write {
    try $0.execute(sql: "DROP TABLE events; DROP TABLE place")
  }
  terminal.type("\r")
  try terminal.wait(for: "what went wrong") { $0.text.contains("Not saved") }
  #expect(terminal.screen.text.contains("your answer is still here"))
  terminal.type("q")
  try terminal.wait(for: "a warning") { $0.text.contains("Quit once more") }
  terminal.type("q")
  #expect(terminal.waitForExit() == 1)
  #expect(terminal.isSane)
}

@Test func `a journal that is none is named before anything is drawn`() throws {
  let desk = try Desk()
  try desk.write("no journal at all, but somebody's notes", to: "home/journal.sqlite")
  let terminal = try desk.atTerminal()
  #expect(terminal.waitForExit() == 1)
  #expect(terminal.isSane)
  let lines = terminal.screen.lines.joined()
  #expect(lines.contains("journal.sqlite is not a journal of Centroid"))
}

private let sizes = [
  (50, 15), (80, 24), (120, 40), (60, 20), (10, 3), (240, 70), (40, 50), (200, 60), (80, 24),
]

/// A place, and the keys that lead to what is looked at there.
@Test(arguments: [
  (["home"], []), (["tour"], [Key.enter]), (["learn"], []), (["learn"], [.character("n")]),
  (["lab", "loud-feature"], [.enter, .right]), (["learn"], [.character("?")]),
])
func `every size of the window is drawn in full`(place: [String], keys: [Key]) throws {
  let desk = try Desk()
  var typist = Typist(try Mirror(seed: 1, at: place, isAtTerminal: true))
  let terminal = try desk.atTerminal(place + ["--seed", "1"])
  try terminal.wait(for: typist.rows)
  for key in keys {
    typist.type(key)
    terminal.type(key.bytes)
    try terminal.wait(for: typist.rows)
  }
  for (columns, rows) in sizes {
    terminal.resize(columns: columns, rows: rows)
    _ = typist.face.event(
      for: .resized(Size(width: columns, height: rows)), in: typist.mirror.tutor.scene)
    try terminal.wait(for: typist.rows)
  }
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
  #expect(terminal.screen.strange == [])
}
