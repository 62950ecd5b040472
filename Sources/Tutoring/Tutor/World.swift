// What every session can see, and where it leaves its wishes.

package import Courseware
import Experiments
import Grading
package import Scheduling

package struct World: Sendable {
  package let course: Course
  package internal(set) var bench: Bench
  package internal(set) var progress: Progress
  /// Every seed that is dealt comes from this one.
  package let seed: UInt64

  /// The time of the event being handled.
  var now = Instant(milliseconds: 0)
  /// Unique to the event being handled: the name of a run-through that begins with it.
  var nonce = ""
  /// What happened while it was handled, oldest first.
  var happenings: [Happening] = []
  /// Where the learner wants to be afterwards.
  var wish: Wish?
  /// The page from which another place is opened.
  var here: Bookmark?
  /// Said once, on the next scene.
  var notice: String?
  /// Files to be written before that.
  var files: [Effect] = []
  /// The table that was last open in the playground of this sitting.
  var lastTable: String?
  /// A mock interview that is under way, here or where it was left.
  var mock: MockSheet?
  /// The last review of a card that still counts, for undo.
  var lastReview: EventID?

  enum Wish: Sendable, Equatable {
    case go(Route)
    /// To a page of a text.
    case turn(to: Int, of: Route)
    /// To one of the hits of these words, by its number in the whole course.
    case show(hit: Int, of: String)
    /// To the playground, on this run.
    case play([Setting])
    case back
    case quit
  }

  init(course: Course, bench: Bench, progress: Progress, seed: UInt64) {
    self.course = course
    self.bench = bench
    self.progress = progress
    self.seed = seed
  }

  mutating func record(_ happening: Happening) {
    happenings.append(happening)
  }

  mutating func write(_ text: String, to path: String) {
    files.append(.write(path: path, text: text))
  }
}

extension World {
  /// A seed for the next run-through of an item, one that its learner has not met: the seed of
  /// this sitting itself while it is new, so that a class can be dealt the same variant.
  func freshSeed(for item: String) -> UInt64 {
    let met = Set(progress.record(of: item)?.tries.compactMap(\.seed) ?? [])
    return met.contains(seed) ? shortSeed(from: seed, for: item, notIn: met) : seed
  }
}

extension Course {
  var readings: [Reading] {
    topics.flatMap { [$0.lesson] + ($0.walkthrough.map { [$0] } ?? []) }
  }

  package func reading(_ id: String) -> Reading? {
    readings.first { $0.id == id }
  }

  package func exercise(_ id: String) -> Exercise? {
    topics.lazy.flatMap(\.exercises).first { $0.id == id }
  }

  package func topic(_ id: String) -> Topic? {
    topics.first { $0.id == id }
  }

  /// The topic that a reading belongs to.
  func topic(ofReading id: String) -> Topic? {
    topics.first { $0.lesson.id == id || $0.walkthrough?.id == id }
  }
}
