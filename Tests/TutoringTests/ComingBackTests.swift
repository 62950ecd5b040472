import Courseware
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `Coming back` {
  /// Every thirteenth moment on the way through the whole topic is left and come back to.
  @Test func `whoever leaves at any moment finds the same scene again`() throws {
    var sitting = try Sitting()
    let learner = ScriptedLearner(course: sitting.course, runner: RepositoryCourse.runner)
    var steps = 0
    while steps < 500, let event = try learner.event(at: sitting.tutor) {
      sitting.perform(event)
      steps += 1
      guard steps.isMultiple(of: 13) else { continue }
      let again = try sitting.reopened()
      let (left, found) = (sitting.tutor.scene, again.tutor.scene)
      #expect(left.title == found.title && left.place == found.place, "after step \(steps)")
      #expect(left.main == found.main, "after step \(steps): \(left.place)")
      #expect(left.aside == found.aside, "after step \(steps): \(left.place)")
    }
    #expect(steps > 100)
  }

  @Test func `a half-written answer is still there, with its cursor`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("interview-objective")), .next)
    for letter in "Points" { sitting.perform(.edit(.insert(String(letter)))) }
    sitting.perform(.edit(.left))
    let again = try sitting.reopened()
    #expect(again.tutor.scene.input == .text(Draft(text: "Points", cursor: 5)))
  }

  @Test func `a form is found as it was left`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("loud-feature")), .next)
    sitting.perform(.set(field: "scale", value: "min-max"), .move(1))
    let again = try sitting.reopened()
    #expect(again.tutor.scene.forms.first?.fields.first?.value == "min-max")
    #expect(again.tutor.scene.forms.first?.cursor == 1)
  }

  @Test func `a place that the course no longer has leads home`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.exercise("no-such-exercise")))
    #expect(sitting.tutor.bookmark.route == .home)
    #expect(sitting.tutor.scene.notice?.contains("cannot be opened") == true)
  }

  @Test func `a place of another version leads home`() throws {
    let place = LearningEvent(
      id: try #require(EventID("p")), at: Instant(milliseconds: 1_700_000_000_000),
      happening: .placed(#"[{"route":{"planet":{}}}]"#))
    #expect(try Sitting(after: [place]).tutor.bookmark.route == .home)
  }
}
