// What every session can see, and where it leaves its wishes.

package import Courseware
package import Scheduling

package struct World: Sendable {
  package let course: Course
  package let bench: Bench
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
  /// Said once, on the next scene.
  var notice: String?
  /// The last review of a card that still counts, for undo.
  var lastReview: EventID?

  enum Wish: Sendable, Equatable {
    case go(Route)
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
}

extension World {
  /// A seed for the next run-through of an item, one that its learner has not met: 1...9999,
  /// short enough to be read out in class.
  func freshSeed(for item: String) -> UInt64 {
    let met = Set(progress.record(of: item)?.tries.compactMap(\.seed) ?? [])
    var state = seed
    for byte in item.utf8 { state = Self.mixed(state ^ UInt64(byte)) }
    repeat { state = Self.mixed(state) } while met.contains(Self.dealt(state)) && met.count < 9999
    return Self.dealt(state)
  }

  private static func dealt(_ state: UInt64) -> UInt64 { state % 9999 + 1 }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves every
  /// bit of the output.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
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
