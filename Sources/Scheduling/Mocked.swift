// A mock interview, as it is kept: what was asked, and how long it took. The answers are events of
// their own, found by the attempts that are named here.

package struct Mocked: Sendable, Codable, Equatable {
  /// Names the interview.
  package let attempt: String
  package let seed: UInt64
  /// "mixed", or the level of all questions.
  package let tier: String
  /// The questions in the order asked, by item, and the run-through that answers each. A question
  /// that was not answered has an attempt without events.
  package let questions: [String]
  package let attempts: [String]
  /// Milliseconds of writing, question by question; time away does not count.
  package let elapsed: [Int64]
  /// Milliseconds that were allowed for the whole; nil without a clock.
  package let allowed: Int64?
  /// Attempts that were finished after time.
  package let late: [String]
  /// How often the clock stood still because the learner went away.
  package let pauses: Int

  package init(
    attempt: String, seed: UInt64, tier: String, questions: [String], attempts: [String],
    elapsed: [Int64], allowed: Int64? = nil, late: [String] = [], pauses: Int = 0
  ) {
    self.attempt = attempt
    self.seed = seed
    self.tier = tier
    self.questions = questions
    self.attempts = attempts
    self.elapsed = elapsed
    self.allowed = allowed
    self.late = late
    self.pauses = pauses
  }
}

extension Progress {
  /// The mock interviews, the earliest first.
  package var mocks: [(at: Instant, interview: Mocked)] {
    mockEvents.entries.map { (at: $0.moment.at, interview: $0.value) }
  }
}
