// A mock interview in figures, from what is on record: how the learner marked each answer, how the
// machine did, and how long it took.

package import Courseware
package import Scheduling
import Wording

package struct MockReport: Sendable, Equatable {
  package struct Answer: Sendable, Equatable {
    package let item: String
    package let title: String
    package let level: String
    /// How many points there are.
    package let points: Int
    /// Points that each side credits; nil where it has not marked.
    package let learner: Int?
    package let machine: Int?
    /// What counts, in points: a person's decision, else the machine's points, else the learner's.
    package let earned: Double
    package let isDecided: Bool
    package let isAnswered: Bool
    package let elapsed: Int64
    package let isLate: Bool
  }

  package let answers: [Answer]
  package let elapsed: Int64
  package let allowed: Int64?
  package let pauses: Int
}

extension Course {
  /// Questions that the course no longer has are left out.
  package func report(of interview: Mocked, _ progress: Progress) -> MockReport {
    var answers: [MockReport.Answer] = []
    for (index, item) in interview.questions.enumerated() {
      guard let exercise = exercise(item), let (stage, writing) = exercise.writing,
        interview.attempts.indices.contains(index)
      else { continue }
      let attempt = interview.attempts[index]
      let run = progress.record(of: item)?.run(attempt)
      let ids = writing.points.map(\.id)
      let given = run?.given(to: stage.id)
      let isDecided = given.map { !$0.decisions.isEmpty } ?? false
      answers.append(
        MockReport.Answer(
          item: item, title: exercise.title, level: exercise.level, points: ids.count,
          learner: run?.markedPoints.map { marked in ids.count(where: marked.contains) },
          machine: given?.machinePoints.map { credited in ids.count(where: credited.contains) },
          earned: given?.earned(of: writing, own: run?.markedPoints) ?? 0, isDecided: isDecided,
          isAnswered: given != nil,
          elapsed: interview.elapsed.indices.contains(index) ? interview.elapsed[index] : 0,
          isLate: interview.late.contains(attempt)))
    }
    return MockReport(
      answers: answers, elapsed: interview.elapsed.reduce(0, &+),
      allowed: interview.allowed, pauses: interview.pauses)
  }
}

extension GivenAnswer {
  /// Hints are none of an interview's.
  fileprivate func earned(of writing: Writing, own: [String]?) -> Double {
    let standing = standing(own: own, .write(writing))
    if !decisions.isEmpty { return standing.score * Double(writing.points.count) }
    let credited = standing.points ?? own ?? []
    return Double(writing.points.count { credited.contains($0.id) })
  }
}

extension MockReport {
  static let header = ["question", "tier", "you", "machine", "time"]

  var rows: [[String]] {
    answers.map { answer in
      [
        answer.title, answer.level, answer.marks(answer.learner),
        answer.marks(answer.machine)
          + (answer.isDecided ? ", decided \(brief(answer.earned))" : ""),
        MockTime.figure(answer.elapsed) + (answer.isLate ? " late" : ""),
      ]
    }
  }

  private func total(_ marks: KeyPath<Answer, Int?>) -> Int {
    answers.reduce(0) { $0 + ($1[keyPath: marks] ?? 0) }
  }

  private var points: Int { answers.reduce(0) { $0 + $1.points } }

  /// The share of all points that count; what was not answered earns nothing.
  package var mark: Double? {
    guard points > 0 else { return nil }
    return answers.reduce(0) { $0 + $1.earned } / Double(points)
  }

  var tone: Tone {
    guard let mark else { return .neutral }
    return mark >= 0.6 ? .good : mark > 0 ? .partial : .bad
  }

  var headline: String {
    let answered = answers.count(where: \.isAnswered)
    guard answered > 0 else { return "No question was answered." }
    return "You answered \(answered) of \(counted(answers.count, "question"))"
      + (mark.map { ": \(percentage($0)) of the points." } ?? ".")
  }

  var lines: [String] {
    var lines: [String] = []
    if answers.contains(where: { $0.learner != nil }) {
      let machine = answers.contains { $0.machine != nil }
      lines.append(
        "You credit yourself with \(total(\.learner)) of \(counted(points, "point"))"
          + (machine ? ", the machine credits \(total(\.machine))." : "."))
    }
    let used = MockTime.figure(elapsed)
    lines.append(
      "Time: \(used)"
        + (allowed.map { " of \(MockTime.figure($0))" } ?? ", without a clock")
        + (pauses == 0
          ? "." : "; the clock stood still \(pauses == 1 ? "once" : "\(pauses) times")."))
    return lines
  }
}

extension MockReport.Answer {
  fileprivate func marks(_ credited: Int?) -> String {
    guard isAnswered else { return "no answer" }
    return credited.map { "\($0) of \(points)" } ?? "not yet"
  }
}

// MARK: - Past interviews

extension Course {
  /// One row an interview, the latest first.
  func table(
    of interviews: some Sequence<(at: Instant, interview: Mocked)>, _ progress: Progress
  ) -> [Element] {
    let rows = interviews.reversed().map { at, interview in
      let report = report(of: interview, progress)
      return [
        "\("\(at)".prefix(10))", interview.tier, "\(report.answers.count)",
        report.mark.map { percentage($0) } ?? "–", MockTime.figure(report.elapsed),
      ]
    }
    return rows.isEmpty
      ? [] : [.table(header: ["date", "tier", "questions", "points", "time"], rows: rows)]
  }
}
