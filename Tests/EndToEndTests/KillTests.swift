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
  var moments = Moments(seed: 1)
  var desk = try Desk()
  var seed: UInt64 = 1
  var endings: [Ending] = []
  while endings.count < kills / 2 {
    let ending =
      switch face {
      case .lines: try answerInLinesAndKill(desk, seed, &moments)
      case .screen: try answerOnScreenAndKill(desk, seed, &moments)
      }
    if let ending {
      endings.append(ending)
      moments.learn(from: ending)
    } else {
      // All is passed: begin afresh.
      desk = try Desk()
      seed += 1
    }
  }
  let counts = Ending.allCases.map { one in "\(endings.count { $0 == one }) \(one)" }
  print("kills of \(face): \(counts.joined(separator: ", "))")
}

/// What became of the answer before the kill.
private enum Ending: CaseIterable {
  case acknowledged, keptUnsaid, lostUnsaid
}

/// One sitting: goes on to the next answer, gives it, and kills the program a moment later. Nil
/// where no answer is left to give.
private func answerInLinesAndKill(
  _ desk: Desk, _ seed: UInt64, _ moments: inout Moments
) throws -> Ending? {
  var speaker = Speaker(try Mirror(seed: seed, after: desk.events()))
  let program = try desk.inPipe("--seed", "\(seed)")
  try program.wait(for: speaker.opening.joined(separator: "\n"))
  while let line = try speaker.nextLine() {
    let before = speaker.mirror
    let heard = program.output.count
    let told = try speaker.say(line).joined(separator: "\n")
    program.say(line)
    if speaker.mirror.answers == before.answers {
      try program.wait(for: told, after: heard)
      continue
    }
    program.read(forMilliseconds: moments.next())
    program.end()
    #expect(program.waitForExit() == 128 + SIGKILL)
    let isAcknowledged = program.has(told, after: heard)
    return try compare(desk, seed, before, speaker.mirror, isAcknowledged: isAcknowledged)
  }
  return nil
}

private func answerOnScreenAndKill(
  _ desk: Desk, _ seed: UInt64, _ moments: inout Moments
) throws -> Ending? {
  var typist = Typist(try Mirror(seed: seed, after: desk.events(), isAtTerminal: true))
  let terminal = try desk.atTerminal("--seed", "\(seed)")
  try terminal.wait(for: typist.rows)
  while let key = try typist.nextKey() {
    let before = typist.mirror
    typist.type(key)
    let rows = typist.rows
    terminal.type(key.bytes)
    if typist.mirror.answers == before.answers {
      try terminal.wait(for: rows)
      continue
    }
    terminal.read(forMilliseconds: moments.next())
    terminal.signal(SIGKILL)
    #expect(terminal.waitForExit() == 128 + SIGKILL)
    let isAcknowledged = terminal.screen.lines == rows
    return try compare(desk, seed, before, typist.mirror, isAcknowledged: isAcknowledged)
  }
  return nil
}

/// The journal holds all answers or, where the last one was not acknowledged, all but that; and
/// the tutor comes back to the place that belongs to them.
private func compare(
  _ desk: Desk, _ seed: UInt64, _ before: Mirror, _ after: Mirror, isAcknowledged: Bool
) throws -> Ending {
  let back = try Mirror(seed: seed, after: desk.events())
  let isKept = back.answers == after.answers
  #expect(isKept || !isAcknowledged && back.answers == before.answers)
  #expect(back.tutor.place == (isKept ? after : before).tutor.place)
  return isAcknowledged ? .acknowledged : isKept ? .keptUnsaid : .lostUnsaid
}

/// When to kill: before, in and after the program's work, whatever the machine is worth today.
private struct Moments {
  private var chance: SeededGenerator
  private var latest = 20.0

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  /// In milliseconds after the answer.
  mutating func next() -> Int32 { Int32(Double.random(in: 0...latest, using: &chance)) }

  /// Later where the answer was not yet on disk, earlier where it was.
  mutating func learn(from ending: Ending) { latest *= ending == .lostUnsaid ? 2.5 : 0.6 }
}
