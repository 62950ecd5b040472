import Courseware
import Grading
import Markup
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `An exercise` {
  private func atRepair() throws -> Sitting {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("loud-feature")))
    try sitting.learn { $0.tutor.scene.place.contains("repair") }
    return sitting
  }

  @Test func `opens with what it is about`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("loud-feature")))
    #expect(sitting.tutor.scene.words.contains("4 steps"))
    sitting.perform(.enter)
    sitting.perform(.next)
    #expect(sitting.tutor.scene.place.contains("1 of 4, trigger"))
  }

  @Test func `a refused repair says why, and not the way out`() throws {
    var sitting = try atRepair()
    sitting.perform(.set(field: "restarts", value: "50"), .enter)
    let scene = sitting.tutor.scene
    #expect(scene.words.contains("More restarts find a better minimum"))
    #expect(!scene.words.contains("scale: standard"))
    #expect(scene.place.contains("repair"))
  }

  @Test func `a hint costs what it said, and is told once it is recorded`() throws {
    var sitting = try atRepair()
    let offer = try #require(sitting.tutor.scene.actions.first { $0.event == .hint })
    #expect(offer.label == "hint (−10 %)")
    sitting.perform(.hint)
    #expect(sitting.tutor.scene.words.contains("Look at what it is given"))
    try sitting.learn {
      $0.status(of: "loud-feature") >= .tried && $0.finished("loud-feature") != nil
    }
    let finished = try #require(sitting.finished("loud-feature"))
    #expect(finished.passed)
    #expect(finished.hints == 1)
    #expect(finished.score < 1)
  }

  @Test func `a value that means nothing to the chosen method is said to be unused`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("half-moons")))
    try sitting.learn { $0.tutor.scene.place.contains("repair") }
    #expect(sitting.labels == ["method", "k", "restarts", "scale", "eps (unused)"])
    sitting.perform(.set(field: "eps", value: "0.2"), .set(field: "method", value: "DBSCAN"))
    #expect(sitting.labels == ["method", "k (unused)", "restarts (unused)", "scale", "eps"])
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.words.contains("It holds on your table"))
  }

  @Test func `each change is run, and can be taken back`() throws {
    var sitting = try atRepair()
    let before = sitting.tutor.scene
    sitting.perform(.set(field: "k", value: "5"))
    #expect(sitting.tutor.scene.main != before.main)
    sitting.perform(.undo)
    #expect(sitting.tutor.scene.main == before.main)
    sitting.perform(.undo)
    #expect(sitting.tutor.scene.notice == "Nothing to undo.")
  }

  @Test func `a wrong prediction fails the run-through, and a new variant has another seed`() throws
  {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("how-many-groups")))
    let seed = try #require(sitting.tutor.bookmark.seed)
    let wrong = ScriptedLearner(
      course: sitting.course, runner: RepositoryCourse.runner, alwaysWrong: true)
    while sitting.finished("how-many-groups") == nil, let event = try wrong.event(at: sitting.tutor)
    {
      sitting.perform(event)
    }
    #expect(sitting.finished("how-many-groups")?.passed == false)
    #expect(sitting.status(of: "how-many-groups") == .tried)
    sitting.perform(.restart)
    #expect(sitting.tutor.bookmark.seed != seed)
  }

  @Test func `an order is run beside the right one`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("table-to-decision")), .next, .enter)
    let scene = sitting.tutor.scene
    #expect(scene.words.contains("Your order, as it ran"))
    #expect(scene.words.contains("The right order on the same table"))
    #expect(sitting.finished("table-to-decision")?.passed == false)
  }

  @Test(arguments: [
    "interview-objective", "interview-production", "interview-two-teams",
    "interview-tradeoffs", "loud-feature", "half-moons", "outlier-and-eps", "first-run",
    "how-many-groups", "what-counts-as-near",
  ])
  func `the senior answer is nowhere before the learner's own is committed`(id: String) throws {
    var sitting = try Sitting()
    let exercise = try #require(sitting.course.exercise(id))
    let model = try #require(exercise.stages.compactMap(\.modelWords).first)
    sitting.perform(.open(.exercise(id)))
    let learner = ScriptedLearner(course: sitting.course, runner: RepositoryCourse.runner)
    var isCommitted = false
    while !isCommitted, let event = try learner.event(at: sitting.tutor) {
      #expect(!sitting.tutor.scene.words.contains(model))
      sitting.perform(.help)
      #expect(!sitting.tutor.scene.words.contains(model))
      sitting.perform(.help)
      if case .write = event { isCommitted = true }
      sitting.perform(event)
    }
    #expect(sitting.tutor.scene.words.contains(model))
  }
}

extension Sitting {
  /// The fields of the form, as they are labelled.
  fileprivate var labels: [String] { tutor.scene.forms.flatMap { $0.fields.map(\.label) } }

  func finished(_ item: String) -> Finished? {
    tutor.world.progress.record(of: item)?.runs.last?.finish
  }
}

extension Stage {
  /// The first dozen characters of the model answer, enough to be told apart.
  fileprivate var modelWords: String? {
    guard case .write(let writing) = task, let block = writing.model.first,
      case .paragraph(let inlines) = block.kind
    else { return nil }
    return String(inlines.plainText.prefix(24))
  }
}
