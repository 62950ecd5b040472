// Whoever tells what an answer is worth tells the same: its page, the page of its evidence, the
// record, and a regrading.

import Courseware
import Grading
import Scheduling
import Testing
import Tutoring

extension Sitting {
  fileprivate func lastRun(of item: String) throws -> Run {
    try #require(tutor.world.progress.record(of: item)?.runs.last)
  }

  fileprivate func regrading() -> Regrading {
    Regrading(of: tutor.world.progress, in: course, bench: tutor.world.bench)
  }

  /// The same learner after a person decided the score of the last answer to a part.
  fileprivate func decided(_ item: String, _ part: String, score: Double) throws -> Sitting {
    let run = try lastRun(of: item)
    let given = try #require(run.given(to: part))
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: saved.map(\.at).max())
    let decision = stamper.stamp(
      .decided(Decided(item: item, attempt: run.attempt, event: given.event, score: score)),
      at: .init(milliseconds: 0))
    return try Sitting(after: saved + [decision])
  }
}

@Suite struct `What an answer on record is worth` {
  @Test func `is the learner's own marks where nobody else marks, at once and for good`() throws {
    var sitting = try Sitting(on: SmallTopics.files)
    sitting.perform(.open(.exercise("say-center")), .write("A center is the mean of its rows."))
    #expect(try sitting.lastRun(of: "say-center").answers.last?.score == 0)
    sitting.perform(.arrange([0]), .submit)
    let run = try sitting.lastRun(of: "say-center")
    #expect(run.answers.last?.score == 1 && run.answers.last?.passed == true)
    #expect(run.answers.last?.points == nil, "no machine has credited anything")
    #expect(run.finish?.score == 1)
    #expect(sitting.regrading().moves == [])
  }

  @Test func `is a decided score on its page too, whatever hints were taken`() throws {
    let (lab, part) = ("loud-feature", "repair")
    var sitting = try Sitting()
    sitting.perform(.open(.exercise(lab)))
    try sitting.learn { $0.tutor.scene.place.contains(part) }
    sitting.perform(.hint)
    try sitting.learn { (try? $0.lastRun(of: lab))?.answer(to: part)?.passed == true }
    #expect(sitting.tutor.scene.words.contains("With 1 hint: 90 %"))
    let after = try sitting.decided(lab, part, score: 0.75)
    #expect(after.regrading().moves.map(\.after) == [0.75])
    let words = after.tutor.scene.words
    #expect(words.contains("A person decided: 75 %."))
    #expect(!words.contains("With 1 hint"))
  }

  @Test func `is a decided score on the page of a question in a text, and of its evidence`() throws
  {
    let lesson = "what-is-clustering/lesson"
    var sitting = try Sitting()
    sitting.perform(.open(.reading(lesson)), .next, .pick(0))
    let part = try #require(try sitting.lastRun(of: lesson).answers.last?.part)
    var after = try sitting.decided(lesson, part, score: 0.5)
    #expect(after.regrading().moves.map(\.after) == [0.5])
    after.perform(.open(.reading(lesson)))
    #expect(after.tutor.scene.words.contains("A person decided: 50 %."))
    after.perform(.open(.evidence(item: lesson, part: part)))
    #expect(after.tutor.scene.words.contains("A person decided: 50 %."))
  }
}
