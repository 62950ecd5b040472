import Courseware
import Experiments
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

/// A tutor on the course of the repository, with a clock that ticks at every event.
struct Sitting {
  let course: Course
  var tutor: Tutor
  private(set) var saved: [LearningEvent] = []
  private var ticks: Int64 = 0

  init(seed: UInt64 = 1, after events: [LearningEvent] = []) throws {
    let (course, mistakes) = read(try RepositoryCourse.files())
    self.course = try #require(course, "\(mistakes.map(\.description).joined(separator: "\n"))")
    saved = events
    ticks = events.last.map { $0.at.milliseconds } ?? 1_700_000_000_000
    tutor = Tutor(
      course: self.course, bench: Bench(runner: RepositoryCourse.runner),
      progress: Progress(events: events), seed: seed,
      Moment(now: Instant(milliseconds: ticks + 500), nonce: "start-\(ticks)"))
  }

  mutating func perform(_ event: Event) -> Bool {
    ticks += 1000
    let moment = Moment(now: Instant(milliseconds: ticks), nonce: "tick-\(ticks)")
    let effects = tutor.handle(event, at: moment)
    for case .save(let event) in effects { saved.append(event) }
    return !effects.contains(.quit)
  }

  var parts: [Part] {
    course.topics.flatMap { tutor.world.progress.parts(of: $0) }
  }
}

@Test func `a learner who knows passes every part of the topic`() throws {
  var sitting = try Sitting()
  let learner = ScriptedLearner(course: sitting.course, runner: RepositoryCourse.runner)
  var done: [Event] = []
  while done.count < 500, let event = try learner.event(at: sitting.tutor) {
    _ = sitting.perform(event)
    done.append(event)
  }
  let open = sitting.parts.filter { $0.status < .passed }.map(\.item)
  let scene = sitting.tutor.scene
  #expect(
    open.isEmpty,
    "\(done.suffix(4)) at \(scene.title), \(scene.place): \(scene.notice ?? "")\n\(scene.aside)")
}
