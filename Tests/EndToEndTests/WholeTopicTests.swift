// A learner who knows goes through everything that the first topic has, at the built program.

import BuiltProgram
import Foundation
import Testing

@Test func `every part can be passed on the full screen`() throws {
  let desk = try Desk()
  var typist = Typist(try Mirror(seed: 7))
  let terminal = try desk.atTerminal("--seed", "7")
  try terminal.wait(for: "the first screen") { $0.lines == typist.rows }
  var count = 0
  while let key = try typist.nextKey() {
    typist.type(key)
    terminal.type(key.bytes)
    let rows = typist.rows
    try terminal.wait(for: "after \(key)\n\(rows.joined(separator: "\n"))\ninstead of") {
      $0.lines == rows
    }
    count += 1
    try #require(count < 5000, "stuck at\n\(terminal.screen.text)")
  }
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
  #expect(terminal.isSane)
  #expect(terminal.screen.strange == [])
  #expect(try desk.openParts() == [])
}

@Test func `every part can be passed in plain lines without a terminal`() throws {
  let desk = try Desk()
  var speaker = Speaker(try Mirror(seed: 7))
  let program = try desk.inPipe("--seed", "7")
  var told = speaker.opening.joined(separator: "\n")
  var heard = 0
  while true {
    try program.wait(for: told, after: heard)
    heard = program.output.count
    guard let line = try speaker.nextLine() else { break }
    told = try speaker.say(line).joined(separator: "\n")
    program.say(line)
  }
  program.say("q")
  #expect(program.waitForExit() == 0)
  #expect(program.output.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "only text and line ends")
  #expect(!program.output.contains(0x7F))
  #expect(String(bytes: program.output, encoding: .utf8) != nil)
  #expect(try desk.openParts() == [])
}
