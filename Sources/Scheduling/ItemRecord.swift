// What was done with one lesson, exercise or question: its run-throughs. A run-through begins
// with its first answer and ends with a verdict, or stays open and can be taken up again.

/// The history of one item.
package struct ItemRecord: Sendable, Equatable {
  private var runsByAttempt: [String: Run] = [:]
  private var latest: Moment?

  /// The last time anything happened to the item.
  package var lastSeen: Instant? { latest?.at }

  /// The run-throughs, the earliest first.
  package var runs: [Run] { runsByAttempt.values.sorted { $0.begin < $1.begin } }

  /// The run-throughs in which something was answered: opening an item, or only taking a hint,
  /// is no try.
  package var tries: [Run] { runs.filter(\.isTry) }

  package func run(_ attempt: String) -> Run? { runsByAttempt[attempt] }

  /// The best verdict so far, in 0...1; nil when no run-through was finished.
  package var bestScore: Double? {
    runsByAttempt.values.compactMap { $0.finish.map { unitScore($0.score) } }.max()
  }
}

extension ItemRecord {
  mutating func touch(_ moment: Moment) {
    latest = max(latest ?? moment, moment)
  }

  mutating func add(_ answer: Answered, at moment: Moment) {
    change(answer.attempt, at: moment) { $0.given.insert(answer, at: moment) }
  }

  mutating func add(_ hint: Hinted, at moment: Moment) {
    change(hint.attempt, at: moment) { $0.taken.insert(hint, at: moment) }
  }

  mutating func add(_ finish: Finished, at moment: Moment) {
    change(finish.attempt, at: moment) { Latest.keep(finish, at: moment, in: &$0.latestFinish) }
  }

  mutating func add(_ dispute: Disputed, at moment: Moment) {
    change(dispute.attempt, at: moment) { $0.grades.add(dispute, at: moment) }
  }

  mutating func add(_ decision: Decided, at moment: Moment) {
    change(decision.attempt, at: moment, byLearner: false) { $0.grades.add(decision, at: moment) }
  }

  mutating func add(_ grade: Regraded, at moment: Moment) {
    change(grade.attempt, at: moment, byLearner: false) { $0.grades.add(grade, at: moment) }
  }

  mutating func add(_ marking: SelfMarked, at moment: Moment) {
    change(marking.attempt, at: moment) { Latest.keep(marking, at: moment, in: &$0.latestMarking) }
  }

  /// What others say about an answer is nothing that the learner did.
  private mutating func change(
    _ attempt: String, at moment: Moment, byLearner: Bool = true, _ change: (inout Run) -> Void
  ) {
    if byLearner { touch(moment) }
    var run = runsByAttempt[attempt] ?? Run(attempt: attempt, begin: moment)
    run.begin = min(run.begin, moment)
    change(&run)
    runsByAttempt[attempt] = run
  }
}

/// One run-through of an item, from its first event to its verdict.
package struct Run: Sendable, Equatable {
  package let attempt: String
  fileprivate(set) var begin: Moment
  fileprivate var given = History<Answered>()
  fileprivate var taken = History<Hinted>()
  fileprivate var latestFinish: Latest<Finished>?
  fileprivate var latestMarking: Latest<SelfMarked>?
  fileprivate var grades = GradeRecord()

  fileprivate init(attempt: String, begin: Moment) {
    self.attempt = attempt
    self.begin = begin
  }

  package var beganAt: Instant { begin.at }
  /// The answers, in the order given, as they count now.
  package var answers: [Answered] { datedAnswers.map(\.value) }
  /// The same with their places in history.
  var datedAnswers: [Latest<Answered>] {
    given.entries.map { entry in
      Latest(value: grades.current(entry.value, entry.moment.id), moment: entry.moment)
    }
  }
  /// The same with what was decided about them.
  package var givenAnswers: [GivenAnswer] {
    given.entries.map(grades.given)
  }
  /// The hints, in the order taken.
  package var hints: [Hinted] { taken.values }
  /// The verdict; nil while the run-through is open.
  package var finish: Finished? {
    latestFinish.map { grades.current($0.value, $0.moment.id) }
  }
  /// The id of the verdict's event.
  package var finishEvent: EventID? { latestFinish?.moment.id }
  /// The points of a written answer that the learner says to have made all the same, whether or
  /// not a person has settled that; see ``GivenAnswer/openDisputes``.
  package func disputedPoints(of part: String) -> [String] { grades.disputedPoints(of: part) }
  /// The points that the learner found in their own answer.
  package var markedPoints: [String]? { latestMarking?.value.points }

  package var isTry: Bool { finish != nil || !answers.isEmpty }
  package var passed: Bool { finish?.passed == true }
  package var seed: UInt64? { finish?.seed ?? answers.last?.seed }

  /// Whether any event of the run-through tells of a hint.
  package var usedHint: Bool {
    !hints.isEmpty || (finish?.hints ?? 0) > 0 || answers.contains { $0.hints > 0 }
  }

  /// The last answer given to `part`.
  package func answer(to part: String) -> Answered? { given(to: part)?.answer }

  /// The same with its id and what was decided about it.
  package func given(to part: String) -> GivenAnswer? {
    givenAnswers.last { $0.answer.part == part }
  }
}

/// Values in the order of their moments, whatever the order they arrived in.
struct History<Value: Sendable & Equatable>: Sendable, Equatable {
  private(set) var entries: [Latest<Value>] = []

  var values: [Value] { entries.map(\.value) }

  mutating func insert(_ value: Value, at moment: Moment) {
    let later = entries.reversed().prefix { $0.moment > moment }.count
    entries.insert(Latest(value: value, moment: moment), at: entries.count - later)
  }
}
