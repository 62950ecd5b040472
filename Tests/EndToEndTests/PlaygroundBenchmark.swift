// How long from a key in the playground to the picture of the new run: one parameter is changed
// on a table of one's own, k-means with k = 8, every run a fresh one. A measurement, no test: it
// asserts nothing and runs on request,
//
//     CENTROID_BENCH=1 swift test -c release --disable-testable-imports --filter KeyToPlayground

import BuiltProgram
import Foundation
import Screen
import Testing

private let isWanted = ProcessInfo.processInfo.environment["CENTROID_BENCH"] == "1"

@Suite(.serialized) struct PlaygroundBenchmark {
  @Test(.enabled(if: isWanted), arguments: [10_000, 100_000, 1_000_000])
  func `KeyToPlayground`(rows: Int) throws {
    let desk = try Desk()
    try desk.write(table(rows: rows), to: "table.csv")
    try desk.write("data: table.csv\nk: 7\nrestarts: 1\n", to: "seven.experiment")
    let start = ContinuousClock.now
    let terminal = try desk.atTerminal(
      ["play", desk.path("seven.experiment")], columns: 120, rows: 40)
    try terminal.wait(for: "the first run") { $0.isComplete(7) }
    print("\(rows) rows: opened and run in \(ContinuousClock.now - start)")

    try terminal.move(to: "k")
    var echoes: [Duration] = []
    var pictures: [Duration] = []
    var figures: [Duration] = []
    for seed in 2...(rows > 100_000 ? 21 : 61) {
      // Another seed, so that no run is remembered; then from k = 7 to 8.
      try terminal.move(to: "seed")
      terminal.type(Key.right.bytes)
      try terminal.wait(for: "seed \(seed)") { $0.value(of: "seed")?.contains("\(seed)") == true }
      try terminal.move(to: "k")
      terminal.read(forMilliseconds: rows > 100_000 ? 3000 : 300)
      let start = ContinuousClock.now
      terminal.type(Key.right.bytes)
      try terminal.wait(for: "k 8") { $0.value(of: "k")?.contains("8") == true }
      echoes.append(.now - start)
      try terminal.wait(for: "the groups") { $0.hasGroups(8) }
      pictures.append(.now - start)
      try terminal.wait(for: "the figures") { $0.isComplete(8) }
      figures.append(.now - start)
      terminal.type(Key.left.bytes)
      try terminal.wait(for: "the run before") { $0.isComplete(7) }
    }
    print("\(rows) rows, \(echoes.count) keys: key echo \(summary(echoes))")
    print("\(rows) rows, \(echoes.count) keys: picture of the new run \(summary(pictures))")
    print("\(rows) rows, \(echoes.count) keys: and all its figures \(summary(figures))")
  }
}

extension PseudoTerminal {
  /// Brings the cursor of the form to a field.
  fileprivate func move(to name: String) throws {
    let isBelow = name == "k"
    while screen.value(of: name)?.hasPrefix("◂") != true {
      let before = screen.chosen
      type((isBelow ? Key.down : .up).bytes)
      try wait(for: "a move") { $0.chosen.count == 1 && $0.chosen != before }
    }
  }
}

/// Eight round groups that overlap a little.
private func table(rows: Int) -> String {
  var state: UInt64 = 1
  func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }
  var text = "x,y\n"
  for row in 0..<rows {
    let group = row % 8
    let (x, y) = ((0..<6).map { _ in uniform() }, (0..<6).map { _ in uniform() })
    let across = Double(group % 3) * 4 + x.reduce(-3, +)
    let up = Double(group / 3) * 4 + y.reduce(-3, +)
    text += "\(across),\(up)\n"
  }
  return text
}

extension VirtualScreen {
  /// What stands behind a name in the form.
  fileprivate func value(of name: String) -> String? {
    for line in lines {
      guard let found = line.range(of: " \(name) ", options: .backwards) else { continue }
      return line[found.upperBound...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }

  /// The lines of the form that can be changed now: one, but for a moment while it is drawn.
  fileprivate var chosen: [Int] { lines.indices.filter { lines[$0].contains("◂") } }

  /// Whether the groups of the present run are drawn and counted.
  fileprivate func hasGroups(_ k: Int) -> Bool { text.contains("in \(k) groups") }

  /// Whether nothing is still being worked out.
  fileprivate func isComplete(_ k: Int) -> Bool {
    hasGroups(k) && !text.contains("stops it")
      && text.contains(/silhouette\s+[-0-9]/)
  }
}
