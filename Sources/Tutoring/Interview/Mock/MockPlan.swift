// How a mock interview is to be: how many questions, of which tier, in what time. It is set in a
// form, or on the command line in the same words.

import Courseware
import Grading
import Scheduling

struct MockPlan: Sendable, Equatable {
  enum Time: Sendable, Equatable {
    case free
    /// As long as the course gives for each of the questions.
    case own
    /// For the whole.
    case minutes(Int)
  }

  static let mixed = "mixed"
  static let tiers = [mixed, "beginner", "intermediate", "expert"]
  static let longest = 240

  var count = 3
  var tier = Self.mixed
  var time = Time.free
}

// MARK: - As it is set

extension MockPlan {
  enum Name: String, CaseIterable {
    case questions, tier, time
  }

  /// Why a value cannot be taken.
  struct Refusal: Error {
    let words: String
  }

  mutating func set(_ name: Name, to value: String, among questions: [Exercise]) throws(Refusal) {
    switch name {
    case .questions:
      let most = questions.count
      guard let count = Int(value), (1...max(1, most)).contains(count) else {
        throw Refusal(words: "The number of questions is 1 to \(most).")
      }
      self.count = count
    case .tier:
      guard Self.tiers.contains(value) else {
        throw Refusal(words: "The tier is \(Self.tiers.joined(separator: ", ")).")
      }
      tier = value
    case .time: time = try Self.time(value)
    }
  }

  private static func time(_ text: String) throws(Refusal) -> Time {
    switch text {
    case "none": return .free
    case "own": return .own
    default:
      let number = text.hasSuffix(" min") ? String(text.dropLast(4)) : text
      guard let minutes = Int(number), (1...longest).contains(minutes) else {
        throw Refusal(
          words: "The time is a number of minutes from 1 to \(longest), own for each question's "
            + "own minutes, or none.")
      }
      return .minutes(minutes)
    }
  }

  func value(of name: Name) -> String {
    switch name {
    case .questions: "\(count)"
    case .tier: tier
    case .time:
      switch time {
      case .free: "none"
      case .own: "own"
      case .minutes(let minutes): "\(minutes) min"
      }
    }
  }

  func choices(of name: Name, among questions: [Exercise]) -> [String] {
    switch name {
    case .questions: (1...max(1, questions.count)).map(String.init)
    case .tier: Self.tiers
    case .time: ["none", "own"] + [10, 15, 20, 30, 45, 60].map { "\($0) min" }
    }
  }
}

// MARK: - Drawing

extension MockPlan {
  /// Draws questions by seed, those that are not passed yet before the others, and puts them in
  /// order from the easiest tier to the hardest, as an interview climbs.
  func drawn(from questions: [Exercise], _ progress: Progress, seed: UInt64) -> [Exercise] {
    let fitting = questions.filter { tier == Self.mixed || $0.level == tier }
    let shuffled = fitting.sorted { lot($0, seed) < lot($1, seed) }
    let open = shuffled.filter { progress.status(of: $0.id) < .passed }
    let passed = shuffled.filter { progress.status(of: $0.id) >= .passed }
    let drawn = (open + passed).prefix(count)
    return Self.tiers.flatMap { tier in drawn.filter { $0.level == tier } }
  }

  private func lot(_ question: Exercise, _ seed: UInt64) -> UInt64 {
    shortSeed(from: seed, for: "mock interview \(question.id)", notIn: [])
  }
}

extension Course {
  var interviewQuestions: [Exercise] {
    topics.flatMap(\.exercises).filter { $0.kind == .interview && $0.writing != nil }
  }
}

extension Exercise {
  /// The question that is answered in writing.
  var writing: (stage: Stage, writing: Writing)? {
    for stage in stages {
      if case .write(let writing) = stage.task { return (stage, writing) }
    }
    return nil
  }
}
