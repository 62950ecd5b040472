// Words to tell a learner's story with: events whose ids and times can be read at a glance.

import Scheduling

/// A seeded generator (SplitMix64), so that a failing property can be seen again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Events one after the other, each a minute after the last unless a time is given.
struct Story {
  private(set) var events: [LearningEvent] = []
  private var stamper = Stamper(using: Dice(seed: 1))
  private var now = Story.morning(ofDay: 0)

  /// Nine o'clock, UTC.
  static func morning(ofDay day: Int64) -> Instant {
    Instant(milliseconds: 1_767_603_600_000).adding(days: day)
  }

  mutating func sleep(untilDay day: Int64) { now = Story.morning(ofDay: day) }
  mutating func jump(to instant: Instant) { now = instant }

  @discardableResult
  mutating func tell(_ happening: Happening) -> EventID {
    let event = stamper.stamp(happening, at: now)
    now = now.adding(minutes: 1)
    events.append(event)
    return event.id
  }

  /// A run-through of the drill `near` with one answer.
  mutating func run(_ attempt: String, seed: UInt64, passed: Bool, hints: Int = 0) {
    tell(.answered(answer(attempt, seed: seed, hints: hints, passed: passed)))
    tell(
      .finished(
        Finished(
          item: "near", attempt: attempt, seed: seed, score: passed ? 1 : 0.4, passed: passed,
          hints: hints)))
  }

  var progress: Progress { Progress(events: events) }
}

func answer(
  _ attempt: String, part: String = "predict", seed: UInt64, hints: Int = 0,
  confidence: Confidence? = nil, chance: Double? = nil, passed: Bool
) -> Answered {
  Answered(
    item: "near", part: part, seed: seed, attempt: attempt, answer: "k = 3", hints: hints,
    confidence: confidence, chance: chance, score: passed ? 1 : 0, passed: passed)
}
