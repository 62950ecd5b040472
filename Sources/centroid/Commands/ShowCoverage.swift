import ArgumentParser
import Courseware
import Scheduling
import Tutoring

struct ShowCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Every concept: what you read, drilled, recall and explained, and what to do next.",
    discussion: """
      Shown is the mean of the exercises passed, the recall of the cards and the answers given. \
      Reading shows nothing.
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: TutorOptions

  func run() throws {
    guard json else { return try options.open { _, _ in .coverage } }
    let course = try options.course.open().course
    try Output.json(CoverageReport(course, try Learner().progress, at: .now))
  }
}

/// Coverage as it is printed. The keys of the JSON are these names, and they stay.
struct CoverageReport: Encodable {
  struct Share: Encodable {
    let done: Int
    let of: Int
  }

  struct Recall: Encodable {
    let cards: Int
    let begun: Int
    let due: Int
    /// The share of all cards that would be recalled now.
    let share: Double
  }

  struct Concept: Encodable {
    let id: String
    let read: Share
    let drilled: Share
    let recalled: Recall
    let explained: Share
    let shown: Double
    let weak: [String]
  }

  struct Next: Encodable {
    let title: String
    let note: String
    let why: String
  }

  let concepts: [Concept]
  /// Left out where nothing of the course is open.
  let next: Next?
}

extension CoverageReport {
  init(_ course: Course, _ progress: Progress, at now: Instant) {
    self.init(
      concepts: course.concepts.map { concept in
        Concept(concept.id, progress.standing(of: concept.material, at: now))
      },
      next: progress.advice(on: course, at: now).map {
        Next(title: $0.title, note: $0.note, why: $0.why)
      })
  }
}

extension CoverageReport.Concept {
  init(_ id: String, _ standing: Standing) {
    self.init(
      id: id, read: CoverageReport.Share(standing.read),
      drilled: CoverageReport.Share(standing.drilled),
      recalled: CoverageReport.Recall(standing.recall),
      explained: CoverageReport.Share(standing.explained), shown: standing.shown,
      weak: standing.weaknesses.map(\.words))
  }
}

extension CoverageReport.Share {
  init(_ share: Standing.Share) { self.init(done: share.done, of: share.of) }
}

extension CoverageReport.Recall {
  init(_ recall: Scheduling.Recall) {
    self.init(
      cards: recall.cards, begun: recall.begun, due: recall.due, share: recall.share)
  }
}
