// What may happen to a grade after it was given. The answer itself never changes: a dispute, a
// decision and a new grade each say of which answer they speak, and the latest counts.

/// The points of a written answer that the learner says to have made and was not credited with.
/// The latest list counts; an empty one takes the dispute back.
package struct Disputed: Sendable, Codable, Equatable {
  package let item: String
  package let part: String
  package let attempt: String
  package let points: [String]

  package init(item: String, part: String, attempt: String, points: [String]) {
    self.item = item
    self.part = part
    self.attempt = attempt
    self.points = points
  }
}

/// A person's word on an answer: on one of its points, or on its score. No machine goes over it.
/// The latest word on a point, and the latest on the score, counts. One that says neither yes, no
/// nor a score takes the earlier one back.
package struct Decided: Sendable, Codable, Equatable {
  package let item: String
  package let attempt: String
  /// The answer's event.
  package let event: EventID
  /// The point, with whether it counts as made; nil where the whole answer is decided.
  package let point: String?
  /// Nil where the score is decided, or a word on the point is taken back.
  package let credited: Bool?
  /// 0...1, for the whole answer; nil where a point is decided, or a score is taken back.
  package let score: Double?
  package let by: String?
  package let because: String?

  package init(
    item: String, attempt: String, event: EventID, point: String? = nil, credited: Bool? = nil,
    score: Double? = nil, by: String? = nil, because: String? = nil
  ) {
    self.item = item
    self.attempt = attempt
    self.event = event
    self.point = point
    self.credited = credited
    self.score = score.map(unitScore)
    self.by = by
    self.because = because
  }
}

/// What an answer, or the end of a run-through, is worth from now on.
package struct Regraded: Sendable, Codable, Equatable {
  package let item: String
  package let attempt: String
  /// The event of the answer or of the end.
  package let event: EventID
  /// 0...1
  package let score: Double
  package let passed: Bool
  /// The points that a written answer is credited with; nil where no machine marks it.
  package let points: [String]?
  /// The misconceptions that the answer shows; nil where that did not change.
  package let misconceptions: [String]?

  package init(
    item: String, attempt: String, event: EventID, score: Double, passed: Bool,
    points: [String]? = nil, misconceptions: [String]? = nil
  ) {
    self.item = item
    self.attempt = attempt
    self.event = event
    self.score = unitScore(score)
    self.passed = passed
    self.points = points
    self.misconceptions = misconceptions
  }
}
