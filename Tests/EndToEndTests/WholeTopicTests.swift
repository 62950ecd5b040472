// A learner who knows goes through everything that the first topic has, at the built program.

import BuiltProgram
import Foundation
import Testing

@Test func `every part can be passed on the full screen`() throws {
  let desk = try Desk()
  var typist = Typist(try Mirror(seed: 7, isAtTerminal: true))
  let terminal = try desk.atTerminal("--seed", "7")
  try terminal.wait(for: typist.rows)
  var count = 0
  while let key = try typist.nextKey() {
    typist.type(key)
    terminal.type(key.bytes)
    try terminal.wait(for: typist.rows)
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
  let (lines, transcript) = try transcriptOfAWholeSitting(at: desk)
  #expect(transcript.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "only text and line ends")
  #expect(!transcript.contains(0x7F))
  #expect(String(bytes: transcript, encoding: .utf8) != nil)
  #expect(try desk.openParts() == [])

  try Recording.wholeTopic.keep(lines)
  #expect(
    try Recording.wholeTopic.text() == lines,
    "the recorded lines are out of date: run this test once with CENTROID_RECORD=1")
  let again = try desk.run("--seed", "\(Recording.seed)", input: lines, home: "elsewhere")
  #expect(again.output.utf8.elementsEqual(transcript), "the same seed, another transcript")
}

/// Speaks line by line and listens after each.
private func transcriptOfAWholeSitting(at desk: Desk) throws -> (lines: String, bytes: [UInt8]) {
  var speaker = Speaker(try Mirror(seed: Recording.seed))
  let program = try desk.inPipe("--seed", "\(Recording.seed)")
  var lines = ""
  var told = speaker.opening
  var heard = 0
  while true {
    try program.wait(for: told.joined(separator: "\n"), after: heard)
    heard = program.output.count
    guard let line = try speaker.nextLine() else { break }
    told = try speaker.say(line)
    program.say(line)
    lines += line + "\n"
  }
  program.say("q")
  #expect(program.waitForExit() == 0)
  return (lines + "q\n", program.output)
}
