// A person's word on an answer. It goes over the tutor's grade, and no regrading goes over it.

import ArgumentParser
import Courseware
import Scheduling
import Tutoring
import Wording

struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A person's decision about an answer: on one of its points, or on its score.",
    discussion: """
      The answer is named by its event, as `centroid disputes` and `centroid export` print it; \
      its beginning will do. The decision is kept with its reason, the grade follows from it at \
      once, and a later regrading leaves it as it is.

      EXAMPLES
        centroid settle 3f2a9c1b-0 within yes --because "“alike” is enough"
        centroid settle 3f2a9c1b-0 --score 0.8 --by "A. Teacher"
      """)

  @Argument(help: "The answer's event, or how it begins.")
  var event: String

  @Argument(help: "The point, by its id.")
  var point: String?

  @Argument(help: "Whether the answer makes that point: yes or no.")
  var word: Word?

  @Option(help: "What the whole answer is worth, from 0 to 1.")
  var score: Double?

  @Option(help: "Who decided.")
  var by: String?

  @Option(help: "Why.")
  var because: String?

  @OptionGroup var course: CourseOption

  enum Word: String, ExpressibleByArgument, CaseIterable {
    case yes, no
  }

  func validate() throws {
    if let score, !(0...1).contains(score) {
      throw ValidationError("--score takes a number from 0 to 1.")
    }
    guard (score == nil) == (point != nil && word != nil), (point == nil) == (word == nil) else {
      throw ValidationError(
        "Name a point with yes or no, or give --score for the whole answer, and not both.")
    }
  }

  func run() throws {
    let course = try course.open()
    var learner = try Learner()
    let given = try answer(in: learner.progress)
    let stage = course.course.exercise(given.answer.item)?.stages
      .first { $0.id == given.answer.part }
    if let point { try check(point, of: stage, in: course) }
    let decision = Happening.decided(
      Decided(
        item: given.answer.item, attempt: given.answer.attempt, event: given.event, point: point,
        credited: word.map { $0 == .yes }, score: score, by: by, because: because))
    // What follows from the decision goes on record together with it.
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: learner.latest)
    learner.progress.add(stamper.stamp(decision, at: .now))
    let regrading = Regrading(
      of: learner.progress, in: course.course, bench: course.bench,
      only: { $0 == given.answer.item })
    let moves = regrading.moves.filter { $0.attempt == given.answer.attempt }
    try learner.keep([decision] + Regrading.happenings(of: moves))
    tell(moves)
  }

  private func tell(_ moves: [Regrading.Move]) {
    if moves.isEmpty { Output.line("Kept. No grade moves.") }
    for move in moves {
      let part = if case .answer(let part) = move.subject { part } else { "the whole" }
      Output.wrapped(
        "Kept. \(move.item), \(part): \(percentage(move.before)) to \(percentage(move.after)).")
    }
  }

  private func answer(in progress: Progress) throws(Failure) -> GivenAnswer {
    let found = progress.itemIDs.flatMap { progress.record(of: $0)?.runs ?? [] }
      .flatMap(\.givenAnswers).filter { $0.event.text.hasPrefix(event) }
    guard let first = found.first else {
      throw Failure(
        "no answer has the event \(event); `centroid disputes` and `centroid export` name them",
        status: Failure.usage)
    }
    guard found.count == 1 else {
      throw Failure(
        "\(found.count) answers begin with \(event); give more of it", status: Failure.usage)
    }
    return first
  }

  private func check(_ point: String, of stage: Stage?, in course: OpenCourse) throws(Failure) {
    guard case .write(let writing)? = stage?.task else {
      throw Failure(
        "that answer has no points; decide its --score instead", status: Failure.usage)
    }
    let known = writing.points.map(\.id)
    guard known.contains(point) else { throw course.unknown(point, among: known) }
  }
}
