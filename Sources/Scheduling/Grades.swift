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
package struct Decided: Sendable, Codable, Equatable {
  package let item: String
  package let attempt: String
  /// The answer's event.
  package let event: EventID
  /// The point, with whether it counts as made; nil where the whole answer is decided.
  package let point: String?
  package let credited: Bool?
  /// 0...1, for the whole answer; nil where a point is decided.
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
  /// The points that a written answer is credited with.
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

// MARK: - In the record of a run-through

/// An answer under the id of its event, as it counts now.
package struct GivenAnswer: Sendable, Equatable {
  package let event: EventID
  package let at: Instant
  package let answer: Answered
  /// What a person decided about it.
  package let decisions: Decisions
}

/// A person's decisions on one answer.
package struct Decisions: Sendable, Equatable {
  /// Whether a point counts as made, by its id.
  package private(set) var points: [String: Bool] = [:]
  /// The score of the whole answer.
  package private(set) var score: Double?

  package init() {}

  package var isEmpty: Bool { points.isEmpty && score == nil }

  mutating func add(_ decision: Decided) {
    if let point = decision.point, let credited = decision.credited {
      points[point] = credited
    } else if decision.point == nil, let decided = decision.score {
      score = decided
    }
  }
}

/// What was said about the grades of one run-through.
struct GradeRecord: Sendable, Equatable {
  private var latestGrades: [EventID: Latest<Regraded>] = [:]
  private var decisions = History<Decided>()
  private var latestDisputes: [String: Latest<Disputed>] = [:]

  mutating func add(_ grade: Regraded, at moment: Moment) {
    Latest.keep(grade, at: moment, in: &latestGrades[grade.event])
  }

  mutating func add(_ decision: Decided, at moment: Moment) {
    decisions.insert(decision, at: moment)
  }

  mutating func add(_ dispute: Disputed, at moment: Moment) {
    Latest.keep(dispute, at: moment, in: &latestDisputes[dispute.part])
  }

  func disputedPoints(of part: String) -> [String] { latestDisputes[part]?.value.points ?? [] }

  func decisions(on event: EventID) -> Decisions {
    decisions.values.filter { $0.event == event }.reduce(into: Decisions()) { $0.add($1) }
  }

  /// An answer with the grade that counts now.
  func current(_ answer: Answered, _ event: EventID) -> Answered {
    guard let grade = latestGrades[event]?.value else { return answer }
    return Answered(
      item: answer.item, part: answer.part, seed: answer.seed, attempt: answer.attempt,
      answer: answer.answer, hints: answer.hints, confidence: answer.confidence,
      chance: answer.chance, score: grade.score, passed: grade.passed,
      misconceptions: grade.misconceptions ?? answer.misconceptions ?? [],
      points: grade.points ?? answer.points)
  }

  /// The end of the run-through with the grade that counts now.
  func current(_ finish: Finished, _ event: EventID) -> Finished {
    guard let grade = latestGrades[event]?.value else { return finish }
    return Finished(
      item: finish.item, attempt: finish.attempt, seed: finish.seed, score: grade.score,
      passed: grade.passed, hints: finish.hints)
  }
}
