// A clock runs on the screen. Plain lines tell what it comes to, once each, and no second of it.

import Courseware
import LineMode
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `In plain lines the clock of an interview` {
  private var tutor: Tutor
  private var face = LineMode()
  private var now: Int64 = 1_700_000_000_000

  init() throws {
    let course = try #require(House.course)
    tutor = Tutor(
      course: course, bench: House.bench, progress: Progress(events: []), seed: 7, at: .mock,
      Moment(now: Instant(milliseconds: now), nonce: "begin"))
    for (field, value) in [("questions", "1"), ("time", "4")] {
      take(.set(field: field, value: value))
    }
    take(.enter)
  }

  private mutating func take(_ event: Event, after seconds: Int64 = 1) {
    now += seconds * 1000
    _ = tutor.handle(event, at: Moment(now: Instant(milliseconds: now), nonce: "\(now)"))
  }

  /// What is told after a line was typed.
  private mutating func type(_ line: String, after seconds: Int64) -> String {
    if case .success(let events) = face.read(line, in: tutor.scene) {
      for (index, event) in events.enumerated() { take(event, after: index == 0 ? seconds : 0) }
    }
    return face.tell(tutor.scene).joined(separator: "\n")
  }

  @Test
  mutating func `is told when a question is asked, when it is nearly up, and when it is over`() {
    let asked = face.tell(tutor.scene).joined(separator: "\n")
    #expect(asked.contains("You have 4 min for this last question."))
    #expect(!asked.contains("left"))
    #expect(type("Points that are alike", after: 60) == "")
    #expect(type("go together,", after: 125).contains("Time is nearly up: less than 60 s left."))
    #expect(type("and the others apart,", after: 5) == "")
    #expect(type("as far as the data", after: 60).contains("Time is up. Nothing is lost"))
    #expect(type("allow it.", after: 5) == "")
    guard case .text(let draft) = tutor.scene.input else {
      Issue.record("nothing is written any more")
      return
    }
    #expect(
      draft.text
        == """
        Points that are alike
        go together,
        and the others apart,
        as far as the data
        allow it.

        """)
  }
}
