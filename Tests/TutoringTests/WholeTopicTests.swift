import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Test func `a learner who knows passes every part of the topic`() throws {
  var sitting = try Sitting()
  let learner = ScriptedLearner(course: sitting.course, runner: RepositoryCourse.runner)
  var done: [Event] = []
  while done.count < 500, let event = try learner.event(at: sitting.tutor) {
    sitting.perform(event)
    done.append(event)
  }
  let open = sitting.parts.filter { $0.status < .passed }.map(\.item)
  let scene = sitting.tutor.scene
  #expect(
    open.isEmpty,
    "\(done.suffix(4)) at \(scene.title), \(scene.place): \(scene.notice ?? "")\n\(scene.aside)")
}
