// What counts of the answers of one run-through. The machine grades, learners dispute and people
// decide, in any order and on any machine; what counts is read off from all of it, so nothing that
// one of them said is ever written over.

/// An answer under the id of its event, as it counts now.
package struct GivenAnswer: Sendable, Equatable {
  package let event: EventID
  package let at: Instant
  package let answer: Answered
  /// The same with the last grade that was given while no person's decision was in force.
  package let undecided: Answered
  /// What a person decided about it.
  package let decisions: Decisions
  /// The points that the learner says to have made all the same, and nobody has decided since.
  package let openDisputes: [String]
}

extension GivenAnswer {
  /// The points that the machine credits by itself; nil where no machine has marked the answer.
  package var machinePoints: [String]? {
    guard let points = answer.points ?? undecided.points else { return nil }
    let isDecided = { decisions.points[$0] != nil }
    return points.filter { !isDecided($0) } + (undecided.points ?? []).filter(isDecided)
  }
}

/// A person's decisions on one answer, as far as they are in force.
package struct Decisions: Sendable, Equatable {
  private var onPoints: [String: Latest<Decided>] = [:]
  private var onScore: Latest<Decided>?

  package init() {}

  package var isEmpty: Bool { points.isEmpty && score == nil }

  /// Whether a point counts as made, by its id.
  package var points: [String: Bool] { onPoints.compactMapValues(\.value.credited) }

  /// The score of the whole answer.
  package var score: Double? { onScore?.value.score }

  /// The decision that is in force on a point; on the score where none is named.
  package func decision(on point: String? = nil) -> Decided? {
    guard let point else { return score == nil ? nil : onScore?.value }
    return points[point] == nil ? nil : onPoints[point]?.value
  }

  mutating func add(_ decision: Decided, at moment: Moment) {
    if let point = decision.point {
      Latest.keep(decision, at: moment, in: &onPoints[point])
    } else {
      Latest.keep(decision, at: moment, in: &onScore)
    }
  }

  /// Whether somebody decided about a point, or about the whole, after that moment.
  func settle(_ point: String, disputedAt moment: Moment) -> Bool {
    let onPoint = points[point] == nil ? nil : onPoints[point]?.moment
    let onScore = score == nil ? nil : onScore?.moment
    return [onPoint, onScore].contains { $0.map { $0 > moment } ?? false }
  }
}

/// What was said about the grades of one run-through.
struct GradeRecord: Sendable, Equatable {
  private var grades: [EventID: History<Regraded>] = [:]
  private var decisions: [EventID: History<Decided>] = [:]
  private var disputes: [String: History<Disputed>] = [:]

  mutating func add(_ grade: Regraded, at moment: Moment) {
    grades[grade.event, default: History()].insert(grade, at: moment)
  }

  mutating func add(_ decision: Decided, at moment: Moment) {
    decisions[decision.event, default: History()].insert(decision, at: moment)
  }

  mutating func add(_ dispute: Disputed, at moment: Moment) {
    disputes[dispute.part, default: History()].insert(dispute, at: moment)
  }

  /// All points that are disputed, settled or not.
  func disputedPoints(of part: String) -> [String] {
    disputes[part]?.values.last?.points ?? []
  }

  func given(_ entry: Latest<Answered>) -> GivenAnswer {
    let (answer, event) = (entry.value, entry.moment.id)
    let decisions = decisions(on: event)
    return GivenAnswer(
      event: event, at: entry.moment.at, answer: current(answer, event),
      undecided: answer.graded(undecidedGrade(of: event)), decisions: decisions,
      openDisputes: disputedPoints(of: answer.part).filter { point in
        disputed(point, of: answer.part).map { !decisions.settle(point, disputedAt: $0) } ?? false
      })
  }

  /// An answer with the grade that counts now.
  func current(_ answer: Answered, _ event: EventID) -> Answered {
    answer.graded(grades[event]?.values.last)
  }

  /// The end of the run-through with the grade that counts now.
  func current(_ finish: Finished, _ event: EventID) -> Finished {
    guard let grade = grades[event]?.values.last else { return finish }
    return Finished(
      item: finish.item, attempt: finish.attempt, seed: finish.seed, score: grade.score,
      passed: grade.passed, hints: finish.hints)
  }
}

extension GradeRecord {
  private func decisions(on event: EventID, before moment: Moment? = nil) -> Decisions {
    (decisions[event]?.entries ?? []).reduce(into: Decisions()) { decisions, entry in
      if moment.map({ entry.moment < $0 }) ?? true {
        decisions.add(entry.value, at: entry.moment)
      }
    }
  }

  private func undecidedGrade(of event: EventID) -> Regraded? {
    let grades = grades[event]?.entries ?? []
    guard decisions[event] != nil else { return grades.last?.value }
    return grades.last { decisions(on: event, before: $0.moment).isEmpty }?.value
  }

  /// Since when a point is disputed without a break.
  private func disputed(_ point: String, of part: String) -> Moment? {
    (disputes[part]?.entries ?? []).reversed().prefix { $0.value.points.contains(point) }
      .last?.moment
  }
}

extension Answered {
  /// The same answer with another grade; as it is where there is none.
  fileprivate func graded(_ grade: Regraded?) -> Answered {
    guard let grade else { return self }
    return Answered(
      item: item, part: part, seed: seed, attempt: attempt, answer: answer, hints: hints,
      confidence: confidence, chance: chance, score: grade.score, passed: grade.passed,
      misconceptions: grade.misconceptions ?? misconceptions ?? [],
      points: grade.points ?? points)
  }
}
