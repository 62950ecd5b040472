import Foundation
import Journal
import Scheduling
import Testing

@Suite struct ExchangeTests {
  @Test func `an export is one object a line, by time and then by id, members sorted`() throws {
    let journal = try Journal.inMemory()
    try journal.append(event("b", at: 2, .seen(item: "lesson/one")))
    try journal.append(event("c", at: 1, .placed("a\nb")))
    try journal.append(event("a", at: 2, .reviewed(Reviewed(card: "x", grade: .good))))
    #expect(
      try journal.export() == #"""
        {"at":1,"id":"c","kind":"placed","place":"a\nb"}
        {"at":2,"card":"x","grade":3,"id":"a","kind":"reviewed"}
        {"at":2,"id":"b","item":"lesson/one","kind":"seen"}

        """#)
  }

  @Test func `exporting an imported export gives the same bytes`() throws {
    for seed in 0..<20 as Range<UInt64> {
      let journal = try Journal.inMemory()
      try journal.append(sampleEvents(60, seed: seed))
      let export = try journal.export()
      let copy = try Journal.inMemory()
      #expect(try copy.importLines(Data(export.utf8)).added == 60, "seed \(seed)")
      #expect(try copy.export() == export, "seed \(seed)")
      #expect(try set(copy) == set(journal), "seed \(seed)")
    }
  }

  @Test func `merging does not depend on order, and doing it again changes nothing`() throws {
    for seed in 0..<25 as Range<UInt64> {
      var dice = Dice(seed: seed)
      let events = sampleEvents(40, seed: seed)
      // Each event reaches one machine, another, or both, in an order of its own.
      let exports = try (0..<3).map { _ in
        let journal = try Journal.inMemory()
        for event in events.shuffled(using: &dice) where Bool.random(using: &dice) {
          try journal.append(event)
        }
        return try journal.export()
      }
      let one = try merged(exports.shuffled(using: &dice))
      let other = try merged((exports + exports).shuffled(using: &dice))
      #expect(one == other, "seed \(seed)")
      #expect(try merged([one, one]) == one, "seed \(seed)")
    }
  }

  @Test func `what a newer version wrote passes through unharmed`() throws {
    let lines = #"""
      {"at":1,"aura":{"hue":[1,2.5,null]},"id":"a","kind":"glowed","seed":18446744073709551615}
      {"at":2,"id":"b","item":"x","kind":"seen","mood":"curious"}

      """#
    let journal = try Journal.inMemory()
    #expect(try journal.importLines(Data(lines.utf8)).added == 2)
    #expect(try journal.export() == lines)
    #expect(try journal.events().events.map(\.happening.kind) == ["glowed", "seen"])
  }

  @Test func `spacing and the order of members make no other event`() throws {
    let journal = try Journal.inMemory()
    try journal.append(event("a", at: 2, .seen(item: "x/y")))
    let lines =
      "\u{FEFF}\r\n  { \"kind\": \"seen\", \"item\": \"x\\/y\", \"id\":\"a\",\"at\":2}\t\r\n"
    let report = try journal.importLines(Data(lines.utf8))
    #expect((report.added, report.alreadyThere, report.refused.count) == (0, 1, 0))
  }

  @Test func `every line that is no event is refused with its number and the reason`() throws {
    let journal = try Journal.inMemory()
    try journal.append(event("taken", .seen(item: "x")))
    let lines = [
      #"{"at":1,"id":"a","item":"x","kind":"seen"}"#,
      "",
      "hello",
      "[1]",
      #"{"at":1,"id":"b","kind":"seen"}"#,
      #"{"at":"noon","id":"b","item":"x","kind":"seen"}"#,
      #"{"at":1,"id":"b","card":"x","grade":9,"kind":"reviewed"}"#,
      #"{"at":1,"id":"b b","item":"x","kind":"seen"}"#,
      #"{"at":0,"id":"taken","item":"something else","kind":"seen"}"#,
      #"{"at":1,"attempt":"a","event":"a","id":"d","item":"x","kind":"decided","score":7}"#,
      #"{"at":1,"id":"c","item":"x","kind":"seen"}"#,
    ]
    let report = try journal.importLines(Data(lines.joined(separator: "\n").utf8))
    #expect(report.added == 2)
    #expect(
      report.refused.map { "line \($0.line) \($0.reason)" } == [
        "line 3 is no JSON",
        "line 4 is no JSON object",
        "line 5 has no member \"item\"",
        "line 6 has a wrong kind of value for \"at\"",
        "line 7 has an impossible value for \"grade\"",
        "line 8 has an impossible value for \"id\"",
        "line 9 has the id of another event that is already here",
        "line 10 has a value for \"score\" that is not from 0 to 1",
      ])
    #expect(try journal.export().contains("something else") == false)
  }

  @Test func `hostile bytes are refused and do no harm`() throws {
    let journal = try Journal.inMemory()
    let line = #"{"at":1,"id":"a","item":"#
    let hostile: [Data] = [
      Data(#"{"at":1,"id":"a","item":""#.utf8) + Data([0xFF, 0xFE])
        + Data(#"","kind":"seen"}"#.utf8),
      Data(repeating: UInt8(ascii: "["), count: 100_000),
      Data((line + String(repeating: "[", count: 100_000)).utf8),
      Data([0, 0, 0]),
    ]
    for bytes in hostile {
      #expect(try journal.importLines(bytes).refused.count == 1)
    }
    #expect(try journal.count() == 0)
  }

  @Test func `any text a learner can write comes back`() throws {
    let journal = try Journal.inMemory()
    let texts = ["", "\u{0}\u{1B}[31m\n\r\u{2028}", "é e\u{301} 👩‍👩‍👧 \u{FEFF}", "\"\\/ ${x} 'DROP"]
    for (index, text) in texts.enumerated() {
      try journal.append(written(text, id: "w-\(index)"))
    }
    let copy = try Journal.inMemory()
    #expect(try copy.importLines(Data(journal.export().utf8)).added == texts.count)
    let answers = try copy.events().events.compactMap { event -> String? in
      if case .answered(let answer) = event.happening { answer.answer } else { nil }
    }
    #expect(Set(answers.map { Array($0.utf8) }) == Set(texts.map { Array($0.utf8) }))
  }

  private func merged(_ exports: [String]) throws -> String {
    let journal = try Journal.inMemory()
    for export in exports { _ = try journal.importLines(Data(export.utf8)) }
    return try journal.export()
  }

  private func set(_ journal: Journal) throws -> [LearningEvent] {
    try journal.events().events.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }
}
