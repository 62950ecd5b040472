import Foundation
import Scheduling
import Testing

/// Review histories on which py-fsrs and fsrs-rs agree.
private struct Histories: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    let retention: Double
    let reviews: [Review]

    var testDescription: String {
      "\(retention) " + reviews.map { "\($0.grade)" }.joined()
    }
  }

  struct Review: Decodable {
    let at, due: Int64
    let grade: Int
    let retrievabilityBefore, stability, difficulty: Double
    let phase: String
    let step: Int?
  }

  let parameters: [Double]
  let cases: [Case]

  static func load() throws -> Histories {
    let file = try #require(
      Bundle.module.url(
        forResource: "fsrs-histories", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Histories.self, from: Data(contentsOf: file))
  }
}

@Suite struct FSRSTests {
  @Test func `the weights are those of the code of record`() throws {
    #expect(try Histories.load().parameters == FSRS.w)
  }

  @Test func `every history gives the states and dates of py-fsrs and fsrs-rs`() throws {
    let histories = try Histories.load()
    #expect(histories.cases.count == 59)
    for history in histories.cases {
      let scheduler = FSRS(retention: history.retention)
      var state: CardState?
      for (index, review) in history.reviews.enumerated() {
        let at = Instant(milliseconds: review.at)
        let place = "\(history.testDescription), review \(index + 1)"
        let before = state?.retrievability(at: at) ?? 0
        #expect(isClose(before, review.retrievabilityBefore), "\(place)")
        let grade = try #require(Grade(rawValue: review.grade))
        let next = scheduler.state(after: state, grade, at: at)
        #expect(isClose(next.memory.stability, review.stability), "\(place)")
        #expect(isClose(next.memory.difficulty, review.difficulty), "\(place)")
        #expect(words(next.phase) == (review.phase, review.step), "\(place)")
        #expect(next.due == Instant(milliseconds: review.due), "\(place)")
        state = next
      }
    }
  }

  @Test func `a whole history at once gives the same as review by review`() throws {
    for history in try Histories.load().cases {
      let scheduler = FSRS(retention: history.retention)
      let reviews = try history.reviews.map {
        (grade: try #require(Grade(rawValue: $0.grade)), at: Instant(milliseconds: $0.at))
      }
      let last = try #require(history.reviews.last)
      #expect(scheduler.schedule(reviews)?.due == Instant(milliseconds: last.due))
    }
    #expect(FSRS().schedule([]) == nil)
  }

  @Test func `without steps a card goes straight to review, and a lapse stays there`() {
    let scheduler = FSRS(learningSteps: [], relearningSteps: [])
    let first = scheduler.state(after: nil, .again, at: Story.morning(ofDay: 0))
    #expect(first.phase == .review)
    #expect(first.due == Story.morning(ofDay: 1))
    let lapsed = scheduler.state(after: first, .again, at: first.due)
    #expect(lapsed.phase == .review)
  }

  @Test func `with one step, hard waits for half as long again`() {
    let state = FSRS(learningSteps: [10])
      .state(after: nil, .hard, at: Story.morning(ofDay: 0))
    #expect(state.due == Story.morning(ofDay: 0).adding(minutes: 15))
  }

  @Test func `impossible settings become the nearest possible ones`() {
    #expect(FSRS(retention: 7).retention == 0.99)
    #expect(FSRS(retention: .nan).retention == 0.9)
    #expect(FSRS(maximumInterval: -3).maximumInterval == 1)
  }

  @Test func `no history of grades and times leads out of bounds`() {
    for seed in 0..<200 as Range<UInt64> {
      var dice = Dice(seed: seed)
      var now = Instant(milliseconds: 0)
      var state: CardState?
      for _ in 0..<40 {
        let grade = Grade.allCases.randomElement(using: &dice) ?? .good
        now = now.adding(minutes: .random(in: 0...4_000_000, using: &dice))
        let next = FSRS().state(after: state, grade, at: now)
        #expect(next.due > now, "seed \(seed)")
        #expect(next.memory.stability >= 0.001 && next.memory.stability.isFinite, "seed \(seed)")
        #expect((1...10).contains(next.memory.difficulty), "seed \(seed)")
        #expect((0...1).contains(next.retrievability(at: next.due)), "seed \(seed)")
        state = next
      }
    }
  }
}

/// Relative to the larger of the two, because both sides round their last bits on their own.
private func isClose(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-9)
}

private func words(_ phase: CardState.Phase) -> (String, Int?) {
  switch phase {
  case .learning(let step): ("learning", step)
  case .review: ("review", nil)
  case .relearning(let step): ("relearning", step)
  }
}
