import Foundation
import Scheduling
import Testing

@Suite struct EventTests {
  @Test func `an event is one flat object with documented names`() throws {
    let id = try #require(EventID("e-1"))
    let event = LearningEvent(
      id: id, at: Instant(milliseconds: 1_767_603_600_000),
      happening: .answered(answer("run-1", seed: .max, confidence: .fairly, passed: true)))
    #expect(
      try line(event) == """
        {"answer":"k = 3","at":1767603600000,"attempt":"run-1","confidence":"fairly","hints":0,\
        "id":"e-1","item":"near","kind":"answered","part":"predict","passed":true,"score":1,\
        "seed":18446744073709551615}
        """)
  }

  @Test(arguments: everyKind)
  func `every kind reads back as it was written`(_ happening: Happening) throws {
    let event = LearningEvent(
      id: try #require(EventID("e-1")), at: Instant(milliseconds: -5), happening: happening)
    let read = try JSONDecoder().decode(LearningEvent.self, from: Data(line(event).utf8))
    #expect(read == event)
    #expect(try line(event).contains(#""kind":"\#(happening.kind)""#))
  }

  @Test func `a kind of the future is kept whole`() throws {
    let text = #"{"at":5,"aura":{"hue":[1,2.5,null,true,"x"]},"id":"e-9","kind":"glowed"}"#
    let event = try JSONDecoder().decode(LearningEvent.self, from: Data(text.utf8))
    guard case .unknown("glowed", let members) = event.happening else {
      Issue.record("read as \(event.happening)")
      return
    }
    #expect(members.keys.sorted() == ["aura"])
    #expect(try line(event) == text)
  }

  @Test(arguments: [
    #"{"at":5,"id":"","kind":"seen","item":"x"}"#,
    #"{"at":5,"id":"a b","kind":"seen","item":"x"}"#,
    #"{"at":5,"id":"\u0000","kind":"seen","item":"x"}"#,
    #"{"at":9223372036854775807,"id":"a","kind":"seen","item":"x"}"#,
    #"{"at":5,"id":"a","kind":"reviewed","card":"x","grade":5}"#,
    #"{"at":5,"id":"a","kind":"seen"}"#,
    #"{"at":5,"id":"a"}"#,
  ])
  func `what is no event is refused`(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LearningEvent.self, from: Data(text.utf8))
    }
  }

  @Test func `a score that is no share becomes one`() {
    let scores = [Double.nan, -1, 0.25, .infinity].map {
      Finished(item: "x", attempt: "a", seed: 1, score: $0, passed: true).score
    }
    #expect(scores == [0, 0, 0.25, 1])
  }

  @Test(arguments: [
    #""event":"e","kind":"decided","score":7"#,
    #""event":"e","kind":"regraded","passed":true,"score":7"#,
    #""hints":0,"kind":"finished","passed":true,"score":7,"seed":1"#,
    #""answer":"x","hints":0,"kind":"answered","part":"p","passed":true,"score":7,"seed":1"#,
  ])
  func `a score that is read is held to a share too`(_ members: String) throws {
    let text = #"{"at":5,"attempt":"a","id":"e-1","item":"x",\#(members)}"#
    let event = try JSONDecoder().decode(LearningEvent.self, from: Data(text.utf8))
    #expect(try line(event).contains(#""score":1,"#) || line(event).contains(#""score":1}"#))
  }

  @Test func `stamps rise even when the clock stands still or is set back`() {
    var stamper = Stamper(using: Dice(seed: 3), after: Instant(milliseconds: 10))
    let times = [5, 5, 4, 100].map {
      stamper.stamp(.seen(item: "x"), at: Instant(milliseconds: $0)).at.milliseconds
    }
    #expect(times == [11, 12, 13, 100])
  }

  @Test func `fresh ids are 32 hexadecimal digits and differ`() {
    var dice = Dice(seed: 4)
    let ids = (0..<1000).map { _ in EventID.random(using: &dice) }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy { $0.text.count == 32 && EventID($0.text) == $0 })
  }
}

@Suite struct InstantTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (1_767_603_600_123, "2026-01-05T09:00:00.123Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
    ] as [(Int64, String)])
  func `an instant is shown in the calendar`(_ milliseconds: Int64, _ text: String) {
    #expect("\(Instant(milliseconds: milliseconds))" == text)
  }

  @Test func `the calendar is that of Foundation on every day of eight centuries`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -140_000 as Int64, to: 150_000, by: 17) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      let expected = String(format: "%04d-%02d-%02d", year, month, day)
      #expect("\(Day(number: number))" == expected)
    }
  }

  @Test func `a day begins at the learner's own midnight`() {
    let halfPastEleven = Instant(milliseconds: 84_600_000)
    #expect(halfPastEleven.day(utcOffset: .utc).number == 0)
    #expect(halfPastEleven.day(utcOffset: UTCOffset(minutes: 60)).number == 1)
    #expect(Instant(milliseconds: 0).day(utcOffset: UTCOffset(minutes: -1)).number == -1)
  }

  @Test func `no arithmetic on the ends of time overflows`() {
    let (first, last) = (
      Instant(milliseconds: .min), Instant(milliseconds: .max)
    )
    #expect(last.adding(days: 36_500) == last)
    #expect(last.wholeDays(since: first) == 200_000_000)
    #expect(first.wholeDays(since: last) == -200_000_000)
  }
}

private let eventID: EventID = {
  var dice = Dice(seed: 3)
  return .random(using: &dice)
}()

private let everyKind: [Happening] = [
  .seen(item: "what-is-clustering"),
  .answered(answer("run-1", seed: 7, passed: false)),
  .answered(answer("run-1", seed: 7, hints: 2, confidence: .sure, passed: true)),
  .answered(
    Answered(
      item: "near", part: "predict", seed: 1, attempt: "a", answer: "b", confidence: .guess,
      chance: 0.25, score: 0, passed: false, misconceptions: ["one", "two"])),
  .hinted(Hinted(item: "near", part: "predict", attempt: "run-1", level: 2)),
  .finished(Finished(item: "near", attempt: "run-1", seed: 7, score: 0.1 + 0.2, passed: true)),
  .selfMarked(SelfMarked(item: "near", attempt: "run-1", points: ["a", "é\n\"\u{1B}"])),
  .disputed(Disputed(item: "near", part: "explain", attempt: "run-1", points: ["a"])),
  .decided(
    Decided(
      item: "near", attempt: "run-1", event: eventID, point: "a", credited: true, by: "A. Teacher",
      because: "“alike” is enough")),
  .decided(Decided(item: "near", attempt: "run-1", event: eventID, score: 0.8)),
  .regraded(
    Regraded(
      item: "near", attempt: "run-1", event: eventID, score: 0.5, passed: false, points: ["b"])),
  .answered(
    Answered(
      item: "near", part: "why", seed: 7, attempt: "run-1", answer: "because", score: 0.5,
      passed: false, points: ["a"])),
  .mocked(
    Mocked(
      attempt: "m", seed: .max, tier: "mixed", questions: ["near", "far"],
      attempts: ["m-1", "m-2"],
      elapsed: [61_000, 0], allowed: 120_000, late: ["m-1"], pauses: 1)),
  .mocked(
    Mocked(attempt: "m", seed: 7, tier: "expert", questions: [], attempts: [], elapsed: [])),
  .reviewed(Reviewed(card: "inertia", grade: .hard)),
  .reviewed(Reviewed(card: "inertia", grade: .easy, elapsed: 4200)),
  .placed(#"{"screen":"lesson","page":3}"#),
  .preferred(key: "level", value: "practitioner"),
  .unknown(kind: "glowed", members: ["hue": .array([.null, .natural(.max), .number(0.5)])]),
]

private func line(_ event: LearningEvent) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  return String(decoding: try encoder.encode(event), as: UTF8.self)
}
