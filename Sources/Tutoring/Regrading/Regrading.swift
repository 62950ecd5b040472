// Grades are derived from raw answers and content. When either the content or a person's decision
// changes, some grades no longer follow; a regrading lists exactly those, and changes nothing by
// itself.

package import Courseware
import Grading
package import Scheduling

/// Which stored grades no longer follow from their answers.
package struct Regrading: Sendable, Equatable {
  /// A grade that moves.
  package struct Move: Sendable, Equatable {
    package enum Subject: Sendable, Equatable {
      case answer(part: String)
      /// The run-through as a whole.
      case end
    }

    package let item: String
    package let subject: Subject
    package let attempt: String
    package let seed: UInt64
    package let event: EventID
    package let at: Instant
    /// 0...1
    package let before: Double
    package let after: Double
    package let passedBefore: Bool
    package let passed: Bool
    /// The points of a written answer, where they are marked.
    package let points: [String]?
    /// The misconceptions that an answer shows now; nil where they are the same.
    package let misconceptions: [String]?
    package let why: String
  }

  /// An answer that cannot be graded as the course is now: it keeps its grade. What a person
  /// decided about it counts all the same.
  package struct Orphan: Sendable, Equatable {
    package let item: String
    package let part: String
    package let event: EventID
    package let reason: String
  }

  /// Oldest first in each item.
  package private(set) var moves: [Move] = []
  package private(set) var orphans: [Orphan] = []
  /// How many answers were graded again; orphans are not among them.
  package private(set) var answers = 0
  /// How many answers a person decided something about, orphans among them.
  package private(set) var decided = 0

  /// What puts the new grades on record.
  package var happenings: [Happening] { Self.happenings(of: moves) }

  package static func happenings(of moves: [Move]) -> [Happening] {
    moves.map { move in
      .regraded(
        Regraded(
          item: move.item, attempt: move.attempt, event: move.event, score: move.after,
          passed: move.passed, points: move.points, misconceptions: move.misconceptions))
    }
  }
}

extension Regrading {
  /// Grades again what a learner has on record. O(answers), beside the runs of every variant and
  /// answer that was not met before.
  ///
  /// - Parameters:
  ///   - isMeant: which items; all if not said.
  ///   - threads: how many share the work. The outcome is the same.
  ///   - observe: told the share that is done, by any of the threads.
  package init(
    of progress: Progress, in course: Course, bench: Bench,
    only isMeant: (String) -> Bool = { _ in true }, threads: Int = 1,
    observe: @Sendable (Double) -> Void = { _ in }
  ) {
    let runs = progress.itemIDs.filter(isMeant).flatMap { item in
      (progress.record(of: item)?.runs ?? []).map { ItemRun(item: item, run: $0) }
    }
    let outcomes = runs.graded(in: course, bench: bench, threads: threads, observe: observe)
    for (run, outcomes) in zip(runs, outcomes) { add(outcomes, of: run.run, run.item, course) }
  }

  private mutating func add(
    _ outcomes: [GradedAgain], of run: Run, _ item: String, _ course: Course
  ) {
    var latest: [String: Regrade] = [:]
    var first: [String: Regrade] = [:]
    for (given, outcome) in outcomes {
      if !given.decisions.isEmpty { decided += 1 }
      let grade: Regrade?
      switch outcome {
      case .success(let regrade):
        grade = regrade
        answers += 1
      case .failure(let refused):
        grade = refused.standing
        orphans.append(
          Orphan(
            item: item, part: given.answer.part, event: given.event, reason: refused.reason))
      }
      guard let grade else { continue }
      latest[given.answer.part] = grade
      if first[given.answer.part] == nil { first[given.answer.part] = grade }
      if let move = Move(given, grade) { moves.append(move) }
    }
    let isDecided = run.givenAnswers.contains { !$0.decisions.isEmpty }
    let only = isDecided ? run.onlyPart : nil
    if let end = course.end(of: item, onlyPart: only, first: first, latest: latest),
      let move = Move(run, end)
    {
      moves.append(move)
    }
  }
}

// MARK: - After a decision

extension Regrading {
  /// What follows from the decisions on one answer, and from nothing else: the other answers, and
  /// the points that nobody decided about, keep the grades that are on record.
  package static func moves(
    afterDecisionOn event: EventID, attempt: String, of item: String, in progress: Progress,
    _ course: Course
  ) -> [Move] {
    guard let run = progress.record(of: item)?.run(attempt) else { return [] }
    var latest: [String: Regrade] = [:]
    var first: [String: Regrade] = [:]
    var moves: [Move] = []
    for given in run.givenAnswers {
      let isMeant = given.event == event
      let grade = (isMeant ? course.standing(of: given, in: run) : nil) ?? Regrade(given.answer)
      latest[given.answer.part] = grade
      if first[given.answer.part] == nil { first[given.answer.part] = grade }
      if isMeant, let move = Move(given, grade) { moves.append(move) }
    }
    // What is not worth something else leaves the whole as it is.
    guard !moves.isEmpty else { return [] }
    let end = course.end(of: item, onlyPart: run.onlyPart, first: first, latest: latest)
    return moves + [end.flatMap { Move(run, $0) }].compactMap(\.self)
  }
}

// MARK: - Run-throughs

extension Course {
  /// What a run-through comes to; nil unless every part of it has a grade.
  ///
  /// - Parameter onlyPart: of an item that the course no longer has, the part that is the whole.
  fileprivate func end(
    of item: String, onlyPart: String?, first: [String: Regrade], latest: [String: Regrade]
  ) -> (score: Double, passed: Bool)? {
    if let exercise = exercise(item) {
      guard exercise.stages.allSatisfy({ latest[$0.id] != nil }) else { return nil }
      let result = ExerciseResult(exercise) { stage in
        latest[stage.id].map { ($0.score, $0.passed) }
      }
      return (result.score, result.passed)
    }
    guard let reading = reading(item), !reading.checks.isEmpty else {
      return onlyPart.flatMap { latest[$0] }.map { ($0.score, $0.passed) }
    }
    let scores = reading.checks.compactMap { first[$0.id]?.score }
    guard scores.count == reading.checks.count else { return nil }
    return (
      scores.reduce(0, +) / Double(scores.count),
      reading.checks.allSatisfy { latest[$0.id]?.passed ?? false }
    )
  }
}

extension Run {
  /// A run-through that came to its end with answers to one part had no other.
  fileprivate var onlyPart: String? {
    let parts = Set(answers.map(\.part))
    return parts.count == 1 ? parts.first : nil
  }
}

// MARK: - Moves

extension Regrading.Move {
  /// A score is stored as it was computed: what differs by less was only added up otherwise.
  private static let least = 1e-9

  fileprivate init?(_ given: GivenAnswer, _ grade: Regrade) {
    let old = given.answer
    let points = grade.points.flatMap { new in
      old.points != nil || old.score != grade.score ? new.sorted() : nil
    }
    let isSameIdea = Set(grade.misconceptions) == Set(old.misconceptions ?? [])
    let isSame =
      abs(old.score - grade.score) < Self.least && old.passed == grade.passed
      && (points == nil || Set(points ?? []) == Set(old.points ?? [])) && isSameIdea
    if isSame { return nil }
    self.init(
      item: old.item, subject: .answer(part: old.part), attempt: old.attempt, seed: old.seed,
      event: given.event, at: given.at, before: old.score, after: grade.score,
      passedBefore: old.passed, passed: grade.passed, points: points,
      misconceptions: isSameIdea ? nil : grade.misconceptions, why: Self.why(given, grade, points))
  }

  fileprivate init?(_ run: Run, _ end: (score: Double, passed: Bool)) {
    guard let finish = run.finish, let event = run.finishEvent else { return nil }
    if abs(finish.score - end.score) < Self.least, finish.passed == end.passed { return nil }
    self.init(
      item: finish.item, subject: .end, attempt: finish.attempt, seed: finish.seed, event: event,
      at: run.beganAt, before: finish.score, after: end.score, passedBefore: finish.passed,
      passed: end.passed, points: nil, misconceptions: nil,
      why: "its answers are worth something else")
  }

}

// MARK: - Why

extension Regrading.Move {
  /// A person's word first: what a machine says of a text is no reason where a person decided.
  private static func why(_ given: GivenAnswer, _ grade: Regrade, _ points: [String]?) -> String {
    if let decision = given.decisions.decision() {
      return "a person decided the score" + (decision.note.map { " (\($0))" } ?? "")
    }
    guard let points, let before = given.answer.points else { return grade.why }
    let decided = given.decisions.points
    let gained = points.filter { !before.contains($0) }
    let lost = before.filter { !points.contains($0) }
    let said: [(String, [String])] = [
      ("a person decided: said", gained.filter { decided[$0] != nil }),
      ("a person decided: not said", lost.filter { decided[$0] != nil }),
      ("now credited", gained.filter { decided[$0] == nil }),
      ("no longer credited", lost.filter { decided[$0] == nil }),
    ]
    let words = said.filter { !$0.1.isEmpty }.map { words, points in
      words + (words.hasSuffix("credited") ? ": " : " ") + points.joined(separator: ", ")
    }
    return words.isEmpty ? grade.why : words.joined(separator: "; ")
  }
}
