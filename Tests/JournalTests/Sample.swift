// Events and folders for these tests.

import Foundation
import Scheduling
import Testing

/// A seeded generator (SplitMix64), so that a failing property can be seen again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// An event with an id and a time that can be read at a glance.
func event(_ id: String, at milliseconds: Int64 = 0, _ happening: Happening) throws -> LearningEvent
{
  LearningEvent(
    id: try #require(EventID(id)), at: Instant(milliseconds: milliseconds), happening: happening)
}

func written(_ text: String, id: String = "w-1") throws -> LearningEvent {
  try event(
    id,
    .answered(
      Answered(
        item: "two-teams", part: "explain", seed: 7, attempt: "a", answer: text, score: 0,
        passed: false)))
}

/// `count` events of several kinds, with ties in time.
func sampleEvents(_ count: Int, seed: UInt64) -> [LearningEvent] {
  var dice = Dice(seed: seed)
  return (0..<count).map { index in
    let at = Instant(milliseconds: .random(in: 0...20, using: &dice) * 1000)
    let happening: Happening =
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: .seen(item: "lesson-\(index)")
      case 1: .preferred(key: "level", value: "level-\(index)")
      case 2: .reviewed(Reviewed(card: "card-\(index)", grade: .good, elapsed: 900))
      default:
        .finished(
          Finished(
            item: "drill", attempt: "a-\(index)", seed: dice.next(),
            score: .random(in: 0...1, using: &dice), passed: true))
      }
    return LearningEvent(id: .random(using: &dice), at: at, happening: happening)
  }
}

/// A folder of its own for one test, gone when the test is over.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("centroid-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: URL(fileURLWithPath: file(name)))
  }

  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
