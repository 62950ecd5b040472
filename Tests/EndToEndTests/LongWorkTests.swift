// What takes long says how far it has come, leaves the keys working, and can be called off.

import BuiltProgram
import Foundation
import Testing

/// A course whose only page shows a run of many seconds.
private func slowCourse() throws -> Desk {
  let desk = try Desk()
  try desk.write(
    """
    ---
    title: Slow
    id: slow
    level: beginner
    minutes: 1
    concepts: []
    ---

    ```experiment slow
    data: blobs
    rows: 100000
    k: 50
    restarts: 100
    ```

    ## A long run

    The picture is on its way.

    ```plot
    of: slow
    view: scatter
    ```

    ## The page after it

    Nothing runs here.

    """, to: "course/Lessons/01-slow/lesson.md")
  return desk
}

@Test func `a long run shows how far it has come, and esc calls it off`() throws {
  let desk = try slowCourse()
  let terminal = try desk.atTerminal("--course", desk.path("course"), "learn")
  try terminal.wait(for: "the page before its picture") { $0.text.contains("on its way") }
  try terminal.wait(for: "the progress") { $0.text.contains("%") }
  #expect(terminal.screen.text.contains("esc stops it"))
  terminal.type("\u{1B}")
  try terminal.wait(for: "the end of the run") { $0.text.contains("This run was stopped") }
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
}

@Test func `the keys work while a long run is under way`() throws {
  let desk = try slowCourse()
  let terminal = try desk.atTerminal("--course", desk.path("course"), "learn")
  try terminal.wait(for: "the progress") { $0.text.contains("esc stops it") }
  terminal.type("?")
  try terminal.wait(for: "the help") { $0.text.contains("Keys here") }
  terminal.type("?n")
  try terminal.wait(for: "the next page") { $0.text.contains("Nothing runs here") }
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
}

@Test func `in lines, control-C twice in a row stops the run once, and not the program`() throws {
  let desk = try slowCourse()
  let terminal = try desk.atTerminal("--plain", "--course", desk.path("course"), "learn")
  try terminal.wait(for: "the progress") { $0.text.contains("control-C stops it") }
  for _ in 0..<20 {
    terminal.signal(SIGINT)
    sched_yield()
  }
  try terminal.wait(for: "the end of the run") { $0.text.contains("This run was stopped") }
  terminal.type("next\r")
  try terminal.wait(for: "the next page") { $0.text.contains("Nothing runs here") }
  terminal.type("quit\r")
  #expect(terminal.waitForExit() == 0)
}

@Test func `in lines, control-C at a question ends the program by its signal`() throws {
  let terminal = try Desk().atTerminal("--plain", "--seed", "1", "learn")
  try terminal.wait(for: "a question") { $0.text.contains("? for help):") }
  terminal.type("\u{3}")
  #expect(terminal.waitForExit() == 128 + SIGINT)
  #expect(terminal.isSane)
}

@Test func `in lines, control-C stops the run and not the program`() throws {
  let desk = try slowCourse()
  let terminal = try desk.atTerminal("--plain", "--course", desk.path("course"), "learn")
  try terminal.wait(for: "the progress") { $0.text.contains("control-C stops it") }
  terminal.type("\u{3}")
  try terminal.wait(for: "the end of the run") { $0.text.contains("This run was stopped") }
  terminal.type("next\r")
  try terminal.wait(for: "the next page") { $0.text.contains("Nothing runs here") }
  terminal.type("quit\r")
  #expect(terminal.waitForExit() == 0)
}
