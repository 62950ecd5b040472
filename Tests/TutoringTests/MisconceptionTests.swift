// A wrong answer may show a wrong idea; its card then comes first, until clean answers retire it.

import Courseware
import Experiments
import Grading
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `A wrong idea that an answer shows` {
  private let more = "more-restarts-mend-any-grouping"
  private let card = "what-is-clustering/restarts-mend"

  /// A sitting in which the diagnosis of the half-moons was "start fifty times".
  private func met() throws -> Sitting {
    var sitting = try Sitting(seed: 4)
    try answer("restarts", in: &sitting)
    return sitting
  }

  private func answer(_ option: String, in sitting: inout Sitting) throws {
    sitting.perform(.open(.exercise("half-moons")))
    if sitting.tutor.bookmark.position != -1 { sitting.perform(.restart) }
    sitting.perform(.next, .set(field: "algorithm", value: "k-means"), .enter, .next)
    let exercise = try #require(sitting.course.exercise("half-moons"))
    let instance = try exercise.instance(
      seed: try #require(sitting.tutor.bookmark.seed), runner: RepositoryCourse.runner)
    let options = instance.options(of: exercise.stages[1])
    sitting.perform(.pick(try #require(options.firstIndex { $0.id == option })))
    #expect(sitting.saved.contains { $0.tells(of: option) })
  }

  private func open(_ sitting: Sitting) -> [OpenMisconception] {
    sitting.tutor.world.progress.misconceptions(in: sitting.course)
  }

  @Test func `is named in the journal with the answer`() throws {
    let answers = try met().saved.compactMap { event -> Answered? in
      if case .answered(let answer) = event.happening { answer } else { nil }
    }
    #expect(answers.last?.misconceptions == [more])
    #expect(answers.first?.misconceptions == nil)
  }

  @Test func `puts its card first, with the reason, until it was reviewed`() throws {
    var sitting = try met()
    sitting.perform(.open(.cards(topic: nil)))
    let front = sitting.tutor.scene
    #expect(front.place.hasPrefix("1 due"))
    #expect(front.words.contains("Because you chose \\\"Start fifty times instead of ten\\\""))
    #expect(!front.words.contains("any grouping"), "the idea would tell the back")
    #expect(front.words.contains("What do more restarts mend?"))
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.words.contains("more restarts mend any grouping"))
    sitting.perform(.grade(.good))
    #expect(!sitting.tutor.scene.words.contains("Because you chose"))
    #expect(
      sitting.saved.contains { $0.happening == .reviewed(Reviewed(card: card, grade: .good)) })
    #expect(open(sitting).map(\.asksForCard) == [false])
    // Met once more it asks once more.
    try answer("restarts", in: &sitting)
    #expect(open(sitting).map(\.asksForCard) == [true])
  }

  @Test func `is told where progress is seen`() throws {
    var sitting = try met()
    sitting.perform(.open(.coverage))
    #expect(sitting.tutor.scene.words.contains("An idea to shed"))
    sitting.perform(.open(.calibration))
    #expect(sitting.tutor.scene.words.contains("shown 1 time, last in"))
    #expect(sitting.tutor.scene.words.contains("0 of 2 clean answers"))
  }

  @Test func `comes before anything new in the advice`() throws {
    let sitting = try met()
    let advice = sitting.tutor.world.progress.advice(
      on: sitting.course, at: Instant(milliseconds: 1_700_000_100_000))
    #expect(advice?.title == "Review 1 card")
    #expect(advice?.why.contains("what a wrong answer of yours showed") == true)
  }

  @Test func `is retired by two clean answers, and not by one`() throws {
    var sitting = try met()
    try answer("single", in: &sitting)
    #expect(open(sitting).map(\.record.cleanAnswers) == [1])
    try answer("single", in: &sitting)
    #expect(open(sitting).isEmpty)
    try answer("restarts", in: &sitting)
    #expect(open(sitting).map(\.misconception.id) == [more])
  }
}

@Suite struct `The wrong ideas of the shipped course` {
  @Test func `are six to twelve, each with a card and places that show it`() throws {
    let course = try Sitting().course
    let misconceptions = course.misconceptions
    #expect((6...12).contains(misconceptions.count))
    for misconception in misconceptions {
      #expect(!misconception.places.isEmpty, "\(misconception.id)")
    }
  }

  @Test func `are shown by broken constraints and near misses too`() throws {
    let course = try Sitting().course
    let runner = RepositoryCourse.runner
    let flow = try #require(course.exercise("table-to-decision"))
    let order = try grade(
      flow.instance(seed: 1, runner: runner), flow.stages[0],
      .order([.scale, .check, .cluster, .evaluate, .assign]), runner: runner)
    #expect(order.misconceptions == ["checking-can-wait"])
    let lab = try #require(course.exercise("loud-feature"))
    let repair = try #require(lab.stages.first { $0.id == "repair" })
    let tuning = try grade(
      lab.instance(seed: 1, runner: runner), repair, .settings([.init("restarts", "50")]),
      runner: runner)
    #expect(tuning.misconceptions == ["more-restarts-mend-any-grouping"])
    let solved = try grade(
      lab.instance(seed: 1, runner: runner), repair, .settings([.init("scale", "standard")]),
      runner: runner)
    #expect(solved.passed && solved.misconceptions.isEmpty)
  }
}

extension LearningEvent {
  fileprivate func tells(of answer: String) -> Bool {
    if case .answered(let given) = happening { given.answer == answer } else { false }
  }
}
