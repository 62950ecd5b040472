// No grade is lost by accident: what cannot be graded now keeps its grade, a decision moves what it
// is about and nothing else, and a person's word counts without anybody who could still grade.

import Courseware
import Grading
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

private let question = "interview-objective"
private let folder = "Lessons/01-what-is-clustering/"
private let rubric = folder + "rubrics/interview-objective.md"

/// The course of the repository with a file changed, or without it.
private func files(
  _ path: String, _ change: (String) -> String? = { _ in nil }
) throws -> CourseFiles {
  let files = try RepositoryCourse.files()
  var content = files.content
  let text = try #require(content[path].map { String(decoding: $0, as: UTF8.self) })
  content[path] = change(text).map { Array($0.utf8) }
  return CourseFiles(content: content, sources: files.sources)
}

private func torn() throws -> CourseFiles {
  try files(rubric) { $0.replacing(": [", with: ": [[", maxReplacements: 1) }
}

private func withoutQuestion() throws -> CourseFiles {
  var files = try files(rubric)
  files = CourseFiles(
    content: files.content.mapValues { bytes in
      Array(
        String(decoding: bytes, as: UTF8.self).replacing(
          "ask interview-objective", with: "ask interview-other"
        ).utf8)
    }, sources: files.sources)
  return files
}

/// A learner who wrote one good sentence, and marked one point of it.
private func written() throws -> Sitting {
  var sitting = try Sitting(seed: 1)
  sitting.perform(
    .open(.exercise(question)), .write("Points that are close together go into the same group."),
    .arrange([0]), .submit)
  return sitting
}

extension Sitting {
  fileprivate func given(_ item: String = question, _ part: String = question) throws
    -> GivenAnswer
  {
    try #require(tutor.world.progress.record(of: item)?.runs.last?.given(to: part))
  }

  /// The same learner after other things happened.
  fileprivate func after(_ happenings: [Happening], on course: CourseFiles? = nil) throws
    -> Sitting
  {
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: saved.map(\.at).max())
    let events = happenings.map { stamper.stamp($0, at: .init(milliseconds: 0)) }
    return try Sitting(seed: 1, after: saved + events, on: course)
  }

  fileprivate func decision(
    _ item: String = question, _ part: String = question, point: String? = nil,
    _ credited: Bool? = nil, score: Double? = nil, by: String? = nil
  ) throws -> Happening {
    let given = try given(item, part)
    return .decided(
      Decided(
        item: item, attempt: given.answer.attempt, event: given.event, point: point,
        credited: credited, score: score, by: by))
  }

  /// The same learner after a decision and what follows from it at once.
  fileprivate func settled(_ decision: Happening, on course: CourseFiles? = nil) throws -> Sitting {
    let decided = try after([decision], on: course)
    guard case .decided(let word) = decision else { return decided }
    let moves = Regrading.moves(
      afterDecisionOn: word.event, attempt: word.attempt, of: word.item,
      in: decided.tutor.world.progress, decided.course)
    return try decided.after(Regrading.happenings(of: moves), on: course)
  }

  fileprivate func on(_ course: CourseFiles) throws -> Sitting { try after([], on: course) }

  fileprivate func regrading() -> Regrading {
    Regrading(of: tutor.world.progress, in: course, bench: tutor.world.bench)
  }

  fileprivate var finish: Finished? {
    tutor.world.progress.record(of: question)?.runs.last?.finish
  }
}

@Suite struct `An answer that cannot be graded now` {
  @Test func `keeps its grade where its rubric has a mistake, and the mistake is named`() throws {
    let found = try written().on(torn()).regrading()
    #expect(found.moves == [] && found.answers == 0)
    let orphan = try #require(found.orphans.first)
    #expect(orphan.reason.hasPrefix("its rubric has a mistake: \(rubric):"))
  }

  @Test func `keeps its grade where its rubric is missing`() throws {
    let found = try written().on(files(rubric)).regrading()
    #expect(found.moves == [])
    #expect(
      found.orphans.map(\.reason) == [
        "nothing says any more how its points are recognized; "
          + "the file rubrics/interview-objective.md is missing"
      ])
  }

  @Test func `shows on its page what is on record`() throws {
    let sitting = try written().on(torn())
    let words = sitting.tutor.scene.words
    #expect(words.contains("Your answer makes 1 of 6 points"))
    #expect(words.contains("So it was marked. The tutor cannot mark it now: its rubric has"))
  }

  @Test func `is worth what people decide about its points all the same`() throws {
    let sitting = try written()
    let decided = try sitting.after([sitting.decision(point: "between", true)], on: torn())
    let found = decided.regrading()
    #expect(found.moves.map(\.after) == [2.0 / 6, 2.0 / 6])
    #expect(found.orphans.count == 1, "its other points were not marked again")
  }

  @Test func `is marked by its writer while nothing else can`() throws {
    var sitting = try Sitting(seed: 1, on: torn())
    sitting.perform(
      .open(.exercise(question)),
      .write("Points that are close together go into the same group."))
    #expect(sitting.tutor.scene.words.contains("The tutor cannot mark it now: its rubric has"))
    sitting.perform(.arrange([0, 1]), .submit)
    let answer = try sitting.given().answer
    #expect(answer.score == 2.0 / 6 && answer.points == nil)
    #expect(sitting.tutor.scene.words.contains("By your own marks."))
    // Once the rubric is mended, the machine's mark is what counts.
    #expect(try sitting.on(RepositoryCourse.files()).regrading().moves.first?.after == 1.0 / 6)
  }
}

@Suite struct `A person's word` {
  @Test func `needs no course: the answer and its run-through follow, and nothing is left`() throws
  {
    let sitting = try written()
    let decided = try sitting.after([sitting.decision(score: 1)], on: withoutQuestion())
    let found = decided.regrading()
    #expect(found.orphans == [])
    #expect(found.moves.map(\.after) == [1, 1] && found.moves.allSatisfy(\.passed))
    let settled = try sitting.settled(sitting.decision(score: 1), on: withoutQuestion())
    #expect(settled.finish?.passed == true)
    #expect(settled.regrading().moves == [])
  }

  @Test func `moves its own answer and the whole, and none of the others`() throws {
    let lab = "how-many-groups"
    var sitting = try Sitting(seed: 3)
    sitting.perform(.open(.exercise(lab)))
    try sitting.learn { $0.status(of: lab) == .passed }
    let changed = try files("Drills/concept/how-many-groups.md") {
      $0.replacing("highest: silhouette", with: "lowest: silhouette", maxReplacements: 1)
    }
    let before = try sitting.given(lab, "predict").answer
    let decision = try sitting.decision(lab, "check-inertia", score: 0)
    let settled = try sitting.settled(decision, on: changed)
    #expect(try settled.given(lab, "check-inertia").answer.score == 0)
    #expect(try settled.given(lab, "predict").answer == before)
    let end = try #require(settled.tutor.world.progress.record(of: lab)?.runs.last?.finish)
    let weight = try #require(
      settled.course.exercise(lab)?.stages.first { $0.id == "check-inertia" }?.weight)
    #expect(abs(end.score - (1 - weight)) < 1e-9)
    #expect(settled.regrading().moves.contains { $0.subject == .answer(part: "predict") })
  }

  @Test func `on one point leaves the others as they are on record`() throws {
    let sitting = try written()
    // By now the rubric would credit nothing of this.
    let changed = try files(rubric) { text in
      let points = ["within", "between", "no-target", "criterion", "measure", "useful"]
      return "```phrasings\n"
        + points.map { "\($0): {said: [purple zebra]}" }.joined(separator: "\n") + "\n```\n"
    }
    let settled = try sitting.settled(sitting.decision(point: "between", true), on: changed)
    #expect(try settled.given().answer.points == ["between", "within"])
    #expect(try settled.given().answer.score == 2.0 / 6)
  }

  @Test func `can be taken back, and the machine's grade counts again`() throws {
    let sitting = try written()
    let settled = try sitting.settled(sitting.decision(score: 1))
    #expect(try settled.given().answer.score == 1 && settled.finish?.passed == true)
    let back = try settled.settled(settled.decision())
    #expect(try back.given().answer.score == 1.0 / 6)
    #expect(back.finish?.passed == false)
    #expect(back.regrading().moves == [])
  }

  @Test func `is the reason that is given, not the machine's marks`() throws {
    let sitting = try written()
    let onScore = try sitting.after([sitting.decision(score: 1, by: "A. Teacher")])
    #expect(
      onScore.regrading().moves.first?.why == "a person decided the score (A. Teacher)")
    let onPoints = try sitting.after([
      sitting.decision(point: "between", true), sitting.decision(point: "within", false),
    ])
    #expect(
      onPoints.regrading().moves.first?.why
        == "a person decided: said between; a person decided: not said within")
  }

  @Test func `in the middle of a run-through counts in its end, whatever hints were taken`() throws
  {
    let (lab, part) = ("loud-feature", "repair")
    var sitting = try Sitting()
    sitting.perform(.open(.exercise(lab)))
    try sitting.learn { $0.tutor.scene.place.contains(part) }
    sitting.perform(.hint)
    try sitting.learn {
      $0.tutor.world.progress.record(of: lab)?.runs.last?.answer(to: part)?.passed == true
    }
    let weight = try #require(
      sitting.course.exercise(lab)?.stages.first { $0.id == part }?.weight)
    var settled = try sitting.settled(sitting.decision(lab, part, score: 1))
    settled.perform(.open(.exercise(lab)))
    try settled.learn { $0.tutor.world.progress.record(of: lab)?.runs.last?.finish != nil }
    let end = try #require(settled.tutor.world.progress.record(of: lab)?.runs.last?.finish)
    #expect(end.score > 1 - weight)
    #expect(settled.regrading().moves == [])
  }

  @Test func `on a disputed point is told with its reason, and can be disputed anew`() throws {
    var sitting = try written()
    sitting.perform(.pick(0))
    let settled = try sitting.settled(
      sitting.decision(point: "between", false, by: "A. Teacher"))
    let told = "a person decided that you do not say it (A. Teacher)"
    let waiting = "you say that you said it: a person settles that"
    #expect(settled.tutor.scene.words.contains(told))
    #expect(!settled.tutor.scene.words.contains(waiting))
    var again = settled
    again.perform(.pick(0))
    #expect(again.tutor.scene.words.contains(waiting))
    #expect(try again.given().openDisputes == ["between"])
    again.perform(.pick(0))
    #expect(again.tutor.scene.words.contains("Taken back."))
    #expect(try again.given().openDisputes == [])
  }
}
