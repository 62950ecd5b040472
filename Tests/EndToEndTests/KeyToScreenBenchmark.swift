// How long from a key to the last byte of the redrawn screen, and from the start of the program
// to its first screen. A measurement, no test: it asserts nothing and runs on request,
//
//     CENTROID_BENCH=1 swift test -c release --filter KeyToScreen

import BuiltProgram
import Foundation
import Screen
import Testing

private let isWanted = ProcessInfo.processInfo.environment["CENTROID_BENCH"] == "1"

@Test(.enabled(if: isWanted)) func `KeyToScreen`() throws {
  let walks: [(place: [String], keys: [Key], count: Int)] = [
    (["home"], [.down, .down, .down, .up, .up], 100),
    (["learn"], [.pageDown, .pageUp, .right, .left], 150),
    (["lab", "loud-feature"], [.right, .down, .right, .up, .left, .down, .left, .up], 250),
  ]
  let perWalk = try walks.map { try times(at: $0.place, typing: $0.keys, count: $0.count) }
  for (walk, times) in zip(walks, perWalk) {
    print("key to screen, \(walk.place[0]), \(times.count) keys: \(summary(times))")
  }
  let all = perWalk.flatMap(\.self)
  print("key to screen, \(all.count) keys: \(summary(all))")
  let starts = try (0..<20).map { _ in try timeToFirstScreen() }
  print("start to first screen, \(starts.count) starts: \(summary(starts))")
}

/// The expected screen is computed before the key is typed, so that only the program works.
private func times(
  at place: [String], typing keys: [Key], count: Int
) throws -> [Duration] {
  let desk = try Desk()
  let terminal = try desk.atTerminal(place + ["--seed", "1"])
  var typist = Typist(try Mirror(seed: 1, at: place, isAtTerminal: true))
  try terminal.wait(for: typist.rows)
  var times: [Duration] = []
  var before = typist.rows
  for index in 0..<10 * count where times.count < count {
    // A lab is begun before anything can be changed in it.
    let key = index == 0 && place.first == "lab" ? .enter : keys[index % keys.count]
    typist.type(key)
    let rows = typist.rows
    let start = ContinuousClock.now
    terminal.type(key.bytes)
    try terminal.wait(for: rows)
    // A key at the end of a list redraws nothing.
    if rows != before { times.append(.now - start) }
    before = rows
  }
  return times
}

private func timeToFirstScreen() throws -> Duration {
  let desk = try Desk()
  let rows = Typist(try Mirror(seed: 1, isAtTerminal: true)).rows
  let start = ContinuousClock.now
  let terminal = try desk.atTerminal(["--seed", "1"])
  try terminal.wait(for: rows)
  return .now - start
}

func summary(_ times: [Duration]) -> String {
  guard !times.isEmpty else { return "no time taken" }
  let sorted = times.sorted().map { $0 / .milliseconds(1) }
  let words = { (time: Double) in String(format: "%.1f ms", time) }
  return "median \(words(sorted[sorted.count / 2])), 95 % \(words(sorted[sorted.count * 95 / 100]))"
    + ", worst \(words(sorted[sorted.count - 1]))"
}
