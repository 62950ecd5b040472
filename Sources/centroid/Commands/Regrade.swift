// Grades everything again that is on record, and shows what would move.

import ArgumentParser
import Foundation
import Scheduling
import Synchronization
import Tutoring
import Wording

struct Regrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grades your stored answers again, and shows which grades would move.",
    discussion: """
      A grade follows from the answer, its seed and the course. After a change to the course this \
      shows which grades no longer follow, by how much they would move and why. Nothing is changed \
      without --apply; then the new grades are put beside the old ones in the journal. What a \
      person decided stays, and so does the grade of an answer that cannot be graded now: its \
      exercise is gone, or its rubric is missing or has a mistake. A journal holds no names, also \
      where several were brought together with `centroid import`: an answer is named by its date \
      and its event, which stands in whosever export it came from. The exit status is 0 when \
      nothing would move or all was applied, 1 when something would.

      EXAMPLES
        centroid regrade
        centroid regrade --item loud-feature
        centroid regrade --apply
      """)

  @Flag(help: "Puts the new grades on record.")
  var apply = false

  @Option(
    help: "Only the answers to this part, by its id.",
    completion: .custom { _, _, _ in exerciseIDs(nil) })
  var item: String?

  @Flag(help: "The moves as JSON.")
  var json = false

  @Option(
    help: "How many threads share the work, all cores if not said. The result is the same.")
  var threads = Platform.threads

  @OptionGroup var course: CourseOption

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }

  func run() throws {
    let course = try course.open()
    let learner = try Learner()
    if let item, learner.progress.record(of: item) == nil {
      throw Failure(
        "nothing is on record for \"\(item)\"; `centroid list` names the parts",
        status: Failure.usage)
    }
    let line = Mutex(ProgressLine("regrade"))
    let regrading = Regrading(
      of: learner.progress, in: course.course, bench: course.bench,
      only: { item == nil || item == $0 }, threads: threads,
      observe: { share in line.withLock { $0.show(share) } })
    line.withLock { $0.wipe() }
    if apply { try learner.keep(regrading.happenings) }
    let report = RegradeReport(regrading, isApplied: apply)
    if json { try Output.json(report) } else { report.tell() }
    if !apply, !regrading.moves.isEmpty { throw Failure() }
  }
}

/// The moves as they are printed. The keys of the JSON stay.
struct RegradeReport: Encodable {
  struct Row: Encodable {
    let event: String
    let item: String
    /// Nil for the run-through as a whole.
    let part: String?
    let attempt: String
    let seed: UInt64
    let at: String
    let before: Double
    let after: Double
    let passedBefore: Bool
    let passed: Bool
    let why: String

    enum CodingKeys: String, CodingKey {
      case event, item, part, attempt, seed, at, before, after, passed, why
      case passedBefore = "passed_before"
    }
  }

  struct Orphan: Encodable {
    let event: String
    let item: String
    let part: String
    let reason: String
  }

  let answers: Int
  let decided: Int
  let applied: Bool
  let moves: [Row]
  let ungraded: [Orphan]

  init(_ regrading: Regrading, isApplied: Bool) {
    answers = regrading.answers
    decided = regrading.decided
    applied = isApplied
    moves = regrading.moves.map(Row.init)
    ungraded = regrading.orphans.map {
      Orphan(event: $0.event.text, item: $0.item, part: $0.part, reason: $0.reason)
    }
  }
}

extension RegradeReport.Row {
  init(_ move: Regrading.Move) {
    event = move.event.text
    item = move.item
    part = if case .answer(let part) = move.subject { part } else { nil }
    attempt = move.attempt
    seed = move.seed
    at = "\(move.at)"
    before = move.before
    after = move.after
    passedBefore = move.passedBefore
    passed = move.passed
    why = move.why
  }
}

extension RegradeReport {
  func tell() {
    for row in moves {
      let place = row.part.map { "\(row.item), \($0)" } ?? "\(row.item), the whole"
      let verdict =
        row.passed == row.passedBefore ? "" : row.passed ? ", now passed" : ", no longer passed"
      Output.wrapped(
        "\(row.at.prefix(10))  \(place) (seed \(row.seed)): \(percentage(row.before)) to "
          + "\(percentage(row.after))\(verdict): \(row.why) (event \(row.event))")
    }
    for orphan in ungraded {
      Output.wrapped(
        "\(orphan.item), \(orphan.part): keeps its grade; it cannot be graded now: "
          + "\(orphan.reason) (event \(orphan.event))")
    }
    Output.wrapped(summary)
  }

  private var summary: String {
    let graded = moves.count { $0.part != nil }
    let kept =
      decided == 0
      ? "" : " A person decided about \(counted(decided, "answer")); that stays."
    let moved = "\(graded) of \(counted(answers, "answer"))"
    let stuck =
      ungraded.isEmpty ? "" : "; \(ungraded.count) more cannot be graded now"
    guard !moves.isEmpty else {
      return "No grade moves: \(counted(answers, "answer"))\(stuck).\(kept)"
    }
    return applied
      ? "\(moved) moved\(stuck).\(kept)"
      : "\(moved) would move; nothing is changed without --apply\(stuck).\(kept)"
  }
}
