// How long from a key in the playground to the picture of the new run: one parameter is changed
// on a table of one's own, k-means with k = 8, every run a fresh one. A measurement, no test: it
// asserts nothing and runs on request,
//
//     CENTROID_BENCH=1 swift test -c release --disable-testable-imports --filter KeyToPlayground

import BuiltProgram
import Foundation
import Testing

private let isWanted = ProcessInfo.processInfo.environment["CENTROID_BENCH"] == "1"

@Suite(.serialized) struct PlaygroundBenchmark {
  @Test(.enabled(if: isWanted), arguments: [10_000, 100_000, 1_000_000])
  func `KeyToPlayground`(rows: Int) throws {
    let desk = try Desk()
    try desk.write(table(rows: rows), to: "table.csv")
    try desk.write("data: table.csv\nk: 8\nrestarts: 1\n", to: "eight.experiment")
    let start = ContinuousClock.now
    let terminal = try desk.atTerminal(
      ["play", desk.path("eight.experiment")], columns: 120, rows: 40)
    try terminal.wait(for: "the first run") { $0.isComplete }
    print("\(rows) rows: opened and run in \(ContinuousClock.now - start)")

    // From the data to the seed, which begins k-means anew and leaves the data alone.
    terminal.type("\u{1B}OB")
    try terminal.wait(for: "the cursor") { $0.value(of: "seed")?.hasPrefix("◂") == true }
    var echoes: [Duration] = []
    var pictures: [Duration] = []
    var figures: [Duration] = []
    for seed in 2...(rows > 100_000 ? 12 : 61) {
      let start = ContinuousClock.now
      terminal.type("\u{1B}OC")
      try terminal.wait(for: "seed \(seed)") { $0.value(of: "seed")?.contains("\(seed)") == true }
      echoes.append(.now - start)
      try terminal.wait(for: "the groups") { $0.hasGroups }
      pictures.append(.now - start)
      try terminal.wait(for: "the figures") { $0.isComplete }
      figures.append(.now - start)
    }
    print("\(rows) rows, \(echoes.count) keys: key echo \(summary(echoes))")
    print("\(rows) rows, \(echoes.count) keys: picture of the new run \(summary(pictures))")
    print("\(rows) rows, \(echoes.count) keys: and all its figures \(summary(figures))")
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

  /// Whether the groups of the present run are drawn and counted.
  fileprivate var hasGroups: Bool { text.contains("in 8 groups") && !text.contains("Working") }

  /// Whether nothing is still being worked out.
  fileprivate var isComplete: Bool {
    hasGroups && !text.contains("stops it")
      && text.contains(/silhouette\s+[-0-9]/)
  }
}
