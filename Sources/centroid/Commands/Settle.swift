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
      The answer is named by its event, as `centroid disputes`, `centroid regrade` and `centroid \
      export` print it; its beginning will do. The grade of that answer follows from the decision \
      at once, and its run-through with it; no other grade moves, and a later regrading leaves \
      what was decided as it is. Who decided and why is told where the answer is looked at, and \
      by `centroid disputes --all`. A score that was decided is what the answer is worth: hints \
      cost nothing any more, and its points no longer count.

      EXAMPLES
        centroid settle 3f2a9c1b-0 within yes --because "“alike” is enough"
        centroid settle 3f2a9c1b-0 --score 0.8 --by "A. Teacher"
        centroid settle 3f2a9c1b-0 --withdraw
      """)

  @Argument(help: "The answer's event, or how it begins.")
  var event: String

  @Argument(help: "The point, by its id.")
  var point: String?

  @Argument(help: "Whether the answer makes that point: yes or no.")
  var word: Word?

  @Option(help: "What the whole answer is worth, from 0 to 1.")
  var score: Double?

  @Flag(help: "Takes a decision back: on the point that is named, else on the score.")
  var withdraw = false

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
    let isOnPoint = point != nil && word != nil
    let ways = [score != nil, isOnPoint, withdraw].count { $0 }
    guard ways == 1, (point == nil) == (word == nil) || withdraw,
      point == nil || score == nil
    else {
      throw ValidationError(
        "Name a point with yes or no, or give --score for the whole answer, or --withdraw, and "
          + "only one of them.")
    }
  }

  func run() throws {
    let course = try course.open()
    var learner = try Learner()
    let given = try answer(in: learner.progress)
    try check(given, in: course)
    let decision = Happening.decided(
      Decided(
        item: given.answer.item, attempt: given.answer.attempt, event: given.event, point: point,
        credited: word.map { $0 == .yes }, score: score, by: by, because: because))
    // What follows from the decision goes on record together with it.
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: learner.latest)
    learner.progress.add(stamper.stamp(decision, at: .now))
    let moves = Regrading.moves(
      afterDecisionOn: given.event, attempt: given.answer.attempt, of: given.answer.item,
      in: learner.progress, course.course)
    try learner.keep([decision] + Regrading.happenings(of: moves))
    tell(moves, given)
  }

  private func tell(_ moves: [Regrading.Move], _ given: GivenAnswer) {
    let seen = moves.filter(\.isSeen)
    if seen.isEmpty { Output.wrapped("Kept. No grade moves." + (standing(given) ?? "")) }
    for move in seen {
      let part = if case .answer(let part) = move.subject { part } else { "the whole" }
      Output.wrapped(
        "Kept. \(move.item), \(part): \(percentage(move.before)) to "
          + "\(percentage(move.after))\(move.turn).")
    }
  }

  /// Why a decision on a point moves nothing.
  private func standing(_ given: GivenAnswer) -> String? {
    guard point != nil, let score = given.decisions.score else { return nil }
    return " The score was decided to be \(percentage(score)), and that stands until "
      + "`centroid settle \(given.event) --withdraw`."
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

  private func check(_ given: GivenAnswer, in course: OpenCourse) throws(Failure) {
    if withdraw, given.decisions.decision(on: point) == nil {
      throw Failure(
        "nobody has decided about \(point.map { "the point \($0)" } ?? "the score") of that "
          + "answer; there is nothing to take back", status: Failure.usage)
    }
    guard let point, !withdraw else { return }
    guard let exercise = course.course.exercise(given.answer.item),
      let stage = exercise.stages.first(where: { $0.id == given.answer.part })
    else {
      throw Failure(
        "the course no longer has \(given.answer.item), \(given.answer.part), nor its points; "
          + "decide the answer's --score instead", status: Failure.usage)
    }
    guard case .write(let writing) = stage.task else {
      throw Failure(
        "that answer has no points; decide its --score instead", status: Failure.usage)
    }
    let known = writing.points.map(\.id)
    guard known.contains(point) else { throw course.unknown(point, among: known) }
  }
}

extension Regrading.Move {
  /// Whether a learner would notice: more may have changed than the figure says.
  fileprivate var isSeen: Bool {
    percentage(before) != percentage(after) || passedBefore != passed
  }

  /// ", now passed"
  var turn: String {
    passed == passedBefore ? "" : passed ? ", now passed" : ", no longer passed"
  }
}
