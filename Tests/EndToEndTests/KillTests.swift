// Killed at any moment, the program loses nothing that it has acknowledged: the line face by
// telling what came of an answer, the full screen by moving on.

import BuiltProgram
import Clustering
import Foundation
import Testing

/// More by `CENTROID_KILLS=200 swift test --filter KillTests`.
private let kills = ProcessInfo.processInfo.environment["CENTROID_KILLS"].flatMap { Int($0) } ?? 12

private enum Face: CaseIterable {
  case lines, screen
}

@Test(arguments: Face.allCases)
private func `a kill after any answer loses nothing`(face: Face) throws {
  var chance = SeededGenerator(seed: 1)
  var desk = try Desk()
  var seed: UInt64 = 1
  var count = 0
  while count < kills / 2 {
    let isKilled =
      switch face {
      case .lines: try answerInLinesAndKill(desk, seed, &chance)
      case .screen: try answerOnScreenAndKill(desk, seed, &chance)
      }
    if isKilled {
      count += 1
    } else {
      // All is passed: begin afresh.
      desk = try Desk()
      seed += 1
    }
  }
}

/// One sitting: goes on to the next answer, gives it, and kills the program a moment later. False
/// where no answer is left to give.
private func answerInLinesAndKill(
  _ desk: Desk, _ seed: UInt64, _ chance: inout SeededGenerator
) throws -> Bool {
  var speaker = Speaker(try Mirror(seed: seed, after: desk.events()))
  let program = try desk.inPipe("--seed", "\(seed)")
  try program.wait(for: speaker.opening.joined(separator: "\n"))
  var pace = Pace()
  while let line = try speaker.nextLine() {
    let before = speaker.mirror
    let heard = program.output.count
    let told = try speaker.say(line).joined(separator: "\n")
    let start = ContinuousClock.now
    program.say(line)
    if speaker.mirror.answers == before.answers {
      try program.wait(for: told, after: heard)
      pace.took(.now - start)
      continue
    }
    program.read(forMilliseconds: pace.moment(&chance))
    program.end()
    #expect(program.waitForExit() == 128 + SIGKILL)
    let isAcknowledged = program.has(told, after: heard)
    try compare(desk, seed, before, speaker.mirror, isAcknowledged: isAcknowledged)
    return true
  }
  return false
}

private func answerOnScreenAndKill(
  _ desk: Desk, _ seed: UInt64, _ chance: inout SeededGenerator
) throws -> Bool {
  var typist = Typist(try Mirror(seed: seed, after: desk.events()))
  let terminal = try desk.atTerminal("--seed", "\(seed)")
  try terminal.wait(for: typist.rows)
  var pace = Pace()
  while let key = try typist.nextKey() {
    let before = typist.mirror
    typist.type(key)
    let rows = typist.rows
    let start = ContinuousClock.now
    terminal.type(key.bytes)
    if typist.mirror.answers == before.answers {
      try terminal.wait(for: rows)
      pace.took(.now - start)
      continue
    }
    terminal.read(forMilliseconds: pace.moment(&chance))
    terminal.signal(SIGKILL)
    #expect(terminal.waitForExit() == 128 + SIGKILL)
    let isAcknowledged = terminal.screen.lines == rows
    try compare(desk, seed, before, typist.mirror, isAcknowledged: isAcknowledged)
    return true
  }
  return false
}

/// The journal holds all answers or, where the last one was not acknowledged, all but that; and
/// the tutor comes back to the place that belongs to them.
private func compare(
  _ desk: Desk, _ seed: UInt64, _ before: Mirror, _ after: Mirror, isAcknowledged: Bool
) throws {
  let back = try Mirror(seed: seed, after: desk.events())
  let isKept = back.answers == after.answers
  #expect(isKept || !isAcknowledged && back.answers == before.answers)
  #expect(back.tutor.place == (isKept ? after : before).tutor.place)
}

/// How long the program takes for a step, so that a kill falls before, into or after its work.
private struct Pace {
  private var milliseconds = 10.0

  mutating func took(_ time: Duration) { milliseconds = time / .milliseconds(1) }

  func moment(_ chance: inout SeededGenerator) -> Int32 {
    Int32(Double.random(in: 0...max(4, 2 * milliseconds), using: &chance))
  }
}
