// The same learner at the same tutor, inside the test: what the program should be showing is
// known at every moment, because the tutor is a pure function of its events.

import Courseware
import Experiments
import Foundation
import Scheduling
import ScriptedLearner
import Tutoring

/// The course of the repository and what runs on it, read once for all tests.
enum House {
  static let course: Course? = (try? RepositoryCourse.files()).flatMap { read($0).0 }
  static let runner = RepositoryCourse.runner
  static let bench = Bench(
    runner: runner, structure: RepositoryCourse.structure,
    markers: RepositoryCourse.markers)

  struct HasNoCourse: Error {}
}

struct Mirror {
  let learner: ScriptedLearner
  private(set) var tutor: Tutor
  private(set) var saved: [LearningEvent]
  private(set) var isOver = false
  private var clock: Clock

  /// - Parameters:
  ///   - events: what a journal holds already.
  ///   - command: the command that the program was started with.
  ///   - isAtTerminal: whether somebody types; who does so for the first time is shown around.
  init(
    seed: UInt64, after events: [LearningEvent] = [], at command: [String] = [],
    isAtTerminal: Bool = false
  ) throws {
    guard let course = House.course else { throw House.HasNoCourse() }
    learner = ScriptedLearner(course: course, runner: House.runner)
    saved = events
    clock = Clock(after: events.map(\.at.milliseconds).max() ?? 0)
    tutor = Tutor(
      course: course, bench: House.bench, progress: Progress(events: events), seed: seed,
      at: Self.start(of: command, in: course) ?? (isAtTerminal && events.isEmpty ? .tour : nil),
      clock.next())
  }

  private static func start(of command: [String], in course: Course) -> Route? {
    switch command.first {
    case "learn": course.topics.first.map { .reading($0.lesson.id) }
    case "lab": command.last.map(Route.exercise)
    case "tour": .tour
    default: nil
    }
  }

  mutating func handle(_ events: [Event]) {
    for event in events {
      for effect in tutor.handle(event, at: clock.next()) {
        switch effect {
        case .save(let event): saved.append(event)
        case .write: break
        case .quit: isOver = true
        }
      }
    }
  }

  /// What the learner wants to do next; nil when all is passed.
  func wish() throws -> Event? { try learner.event(at: tutor) }

  var answers: [String] { saved.compactMap(\.answer) }

  /// The machine's clock, which never stands still.
  private struct Clock {
    private var latest: Int64
    private var count = 0

    init(after latest: Int64) { self.latest = latest }

    mutating func next() -> Moment {
      latest = max(latest + 10, Int64(Date().timeIntervalSince1970 * 1000))
      count += 1
      return Moment(now: Instant(milliseconds: latest), nonce: "mirror-\(latest)-\(count)")
    }
  }
}

extension LearningEvent {
  /// What was answered, without what differs from one run to the next; nil for other events.
  var answer: String? {
    switch happening {
    case .answered(let it): "\(it.item)/\(it.part) seed \(it.seed): \(it.answer)"
    case .selfMarked(let it): "\(it.item): \(it.points)"
    case .reviewed(let it): "\(it.card): \(it.grade)"
    default: nil
    }
  }
}

extension Tutor {
  /// Where the learner is, without what differs from one run to the next.
  var place: Bookmark {
    var place = bookmark
    place.attempt = nil
    return place
  }
}
