import Courseware
import Experiments
import Grading
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

/// A tutor on the course of the repository, with a clock that ticks at every event.
struct Sitting {
  let course: Course
  var tutor: Tutor
  private(set) var saved: [LearningEvent] = []
  /// The learner's own files that were written.
  private(set) var written: [(path: String, text: String)] = []
  private let files: [String: String]
  private let secondOpinion: SecondOpinion?
  private var ticks: Int64 = 0

  init(
    seed: UInt64 = 1, after events: [LearningEvent] = [], minutesLater: Int64 = 0,
    on changed: CourseFiles? = nil, files: [String: String] = [:], at start: Route? = nil,
    secondOpinion: SecondOpinion? = nil
  ) throws {
    self.files = files
    self.secondOpinion = secondOpinion
    let (course, mistakes) = read(try changed ?? RepositoryCourse.files())
    let sound = try #require(course, "\(mistakes.map(\.description).joined(separator: "\n"))")
    self.course = sound
    saved = events
    ticks = (events.last.map { $0.at.milliseconds } ?? 1_700_000_000_000) + minutesLater * 60_000
    tutor = Tutor(
      course: self.course,
      bench: Bench(
        runner: Runner(own: .holding(files)), structure: RepositoryCourse.structure,
        markers: changed.map { .reading($0, of: sound) } ?? RepositoryCourse.markers,
        secondOpinion: secondOpinion),
      progress: Progress(events: events), seed: seed, at: start,
      Moment(now: Instant(milliseconds: ticks + 500), nonce: "start-\(ticks)"))
  }

  private mutating func take(_ event: Event) {
    ticks += 1000
    let moment = Moment(now: Instant(milliseconds: ticks), nonce: "tick-\(ticks)")
    let effects = tutor.handle(event, at: moment)
    for case .save(let event) in effects { saved.append(event) }
    for case .write(let path, let text) in effects { written.append((path, text)) }
  }

  var parts: [Part] {
    course.topics.flatMap { tutor.world.progress.parts(of: $0) }
  }
}

extension Sitting {
  mutating func wait(minutes: Int64) { ticks += minutes * 60_000 }

  /// Performs events one after another.
  mutating func perform(_ events: Event...) {
    for event in events { take(event) }
  }

  /// Goes on as one who knows would, until `isThere`.
  mutating func learn(until isThere: (Sitting) -> Bool) throws {
    let learner = ScriptedLearner(course: course, runner: RepositoryCourse.runner)
    var steps = 0
    while !isThere(self), steps < 500, let event = try learner.event(at: tutor) {
      perform(event)
      steps += 1
    }
    try #require(isThere(self), "not there after \(steps) steps")
  }

  func status(of item: String) -> Status { tutor.world.progress.status(of: item) }

  /// The same learner, on another day, with nothing but what was saved.
  func reopened(seed: UInt64 = 1, at start: Route? = nil) throws -> Sitting {
    try Sitting(seed: seed, after: saved, files: files, at: start, secondOpinion: secondOpinion)
  }
}

extension OwnFiles {
  /// Files that lie nowhere but here.
  static func holding(_ files: [String: String]) -> OwnFiles {
    OwnFiles(folder: "/home") { path throws(Refusal) in
      guard let text = files[path] else { throw Refusal("\(path): there is no such file") }
      return Array(text.utf8)
    }
  }
}

extension Scene {
  /// All words that either face could show.
  var words: String { "\(main) \(aside) \(notice ?? "") \(actions.map(\.label))" }
}
