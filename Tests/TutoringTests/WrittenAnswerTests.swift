import Scheduling
import ScriptedLearner
import Testing
import Tutoring

private let lab = "interview-objective"

/// A learner who wrote one good sentence, and has marked `found` of the points.
private func marked(_ found: [Int]) throws -> Sitting {
  var sitting = try Sitting(seed: 1)
  sitting.perform(
    .open(.exercise(lab)), .write("Points that are close together go into the same group."))
  sitting.perform(.arrange(found), .submit)
  return sitting
}

@Suite struct `A written answer` {
  @Test func `shows the tutor's mark only after the learner's own`() throws {
    var sitting = try Sitting(seed: 1)
    sitting.perform(
      .open(.exercise(lab)), .write("Points that are close together go into the same group."))
    #expect(!sitting.tutor.scene.words.contains("you say “"))
    sitting.perform(.arrange([0]), .submit)
    let words = sitting.tutor.scene.words
    #expect(words.contains("Your answer makes 1 of 6 points; 4 are asked."))
    #expect(words.contains("you say “"))
    #expect(words.contains("You had marked 1 of 6 yourself."))
  }

  @Test func `earns what the tutor found, whatever the learner marked`() throws {
    let sitting = try marked([0, 1, 2, 3, 4, 5])
    let answer = try #require(
      sitting.tutor.world.progress.record(of: lab)?.runs.last?.answers.last)
    #expect(answer.points == ["within"])
    #expect(answer.score == 1.0 / 6)
    #expect(sitting.status(of: lab) == .tried)
    #expect(sitting.tutor.scene.words.contains("not found; you had marked it"))
  }

  @Test func `is worth the same on the page of its evidence, and nothing before the own mark`()
    throws
  {
    var sitting = try Sitting(seed: 1)
    sitting.perform(
      .open(.exercise(lab)), .write("Points that are close together go into the same group."))
    sitting.perform(.open(.evidence(item: lab, part: lab)))
    #expect(sitting.tutor.scene.words.contains("Kept. Now compare it"))
    sitting.perform(.back, .arrange([0, 1]), .submit, .open(.evidence(item: lab, part: lab)))
    #expect(sitting.tutor.scene.words.contains("Your answer makes 1 of 6 points"))
  }

  @Test func `can be disputed, and the grade stays`() throws {
    var sitting = try marked([0, 1])
    sitting.perform(.pick(0))
    let run = try #require(sitting.tutor.world.progress.record(of: lab)?.runs.last)
    #expect(run.disputedPoints(of: lab) == ["between"])
    #expect(run.answers.last?.score == 1.0 / 6)
    let words = sitting.tutor.scene.words
    #expect(words.contains("you say that you said it: a person settles that"))
    #expect(words.contains("The grade stays until a person has settled it"))
    sitting.perform(.pick(0))
    let after = try #require(sitting.tutor.world.progress.record(of: lab)?.runs.last)
    #expect(after.disputedPoints(of: lab) == [])
  }

  @Test func `shows what a person decided when one comes back`() throws {
    let sitting = try marked([0])
    let given = try #require(
      sitting.tutor.world.progress.record(of: lab)?.runs.last?.givenAnswers.last)
    var stamper = Stamper(
      using: SystemRandomNumberGenerator(), after: sitting.saved.map(\.at).max())
    let decided = stamper.stamp(
      .decided(
        Decided(
          item: lab, attempt: given.answer.attempt, event: given.event, point: "between",
          credited: true)), at: .init(milliseconds: 0))
    let again = try Sitting(seed: 1, after: sitting.saved + [decided])
    let words = again.tutor.scene.words
    #expect(words.contains("Your answer makes 2 of 6 points"))
    #expect(words.contains("a person decided that you say it"))
  }
}
