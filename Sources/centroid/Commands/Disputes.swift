// "I did say that": what learners dispute about the marks of their written answers, and a
// person's word on it.

import ArgumentParser
import Courseware
import Grading
import Marking
import Scheduling
import Screen
import Tutoring

struct Disputes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Points of written answers that are disputed, for a person to settle.",
    discussion: """
      A learner who did say what the tutor did not find can say so. The grade stays until \
      somebody has read the answer and settled it with `centroid settle`. With --opinion the \
      command that you have named for it is given each answer, and what it says of the disputed \
      point stands beside (see `centroid help mark`); it settles nothing.
      """)

  @Flag(help: "Those that are settled too.")
  var all = false

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "What a command of your own says of every disputed point.")
  var opinion = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let course = try course.open()
    var disputes = Dispute.all(in: try Learner().progress, course)
      .filter { all || $0.settled == nil }
    let hasAll = opinion ? try askOpinions(on: &disputes, in: course) : true
    if json {
      try Output.json(disputes)
    } else {
      disputes.forEach { $0.tell() }
      if disputes.isEmpty {
        Output.line(all ? "Nothing was disputed." : "Nothing is waiting to be settled.")
      }
    }
    if !hasAll { throw Failure() }
  }

  /// Asks once about every answer, however many of its points are disputed.
  ///
  /// - Returns: Whether there is an opinion on each.
  private func askOpinions(
    on disputes: inout [Dispute], in course: OpenCourse
  ) throws -> Bool {
    guard !disputes.isEmpty else { return true }
    var asking = OpinionAsking(course)
    var known: [String: Opinion?] = [:]
    for (index, dispute) in disputes.enumerated() {
      let opinion =
        try known[dispute.event]
        ?? asking.opinion(
          on: AnswerLine(id: dispute.event, text: dispute.answer),
          to: course.writing(dispute.prompt))
      known[dispute.event] = .some(opinion)
      disputes[index].opinion = opinion.flatMap { OpinionReport($0).points[dispute.point] }
    }
    return asking.hasAll
  }
}

/// A disputed point of an answer. The keys of the JSON stay.
struct Dispute: Encodable {
  /// The answer's event.
  let event: String
  let item: String
  /// The question.
  let prompt: String
  let point: String
  let idea: String
  let answer: String
  /// What the tutor had to say about the point.
  let machine: String
  /// What a person decided; nil while nobody has.
  let settled: Bool?
  /// What the user's own command says of the point; nil where it was not asked or said nothing.
  var opinion: OpinionReport.Point?

  static func all(in progress: Progress, _ course: OpenCourse) -> [Dispute] {
    progress.itemIDs.flatMap { item -> [Dispute] in
      guard let exercise = course.course.exercise(item) else { return [] }
      return (progress.record(of: item)?.runs ?? []).flatMap { run in
        exercise.stages.flatMap { disputes(in: run, of: $0, item, course.bench.markers) }
      }
    }
  }

  private static func disputes(
    in run: Scheduling.Run, of stage: Stage, _ item: String, _ markers: Markers
  ) -> [Dispute] {
    guard case .write(let writing) = stage.task, let given = run.given(to: stage.id) else {
      return []
    }
    let disputed = run.disputedPoints(of: stage.id)
    if disputed.isEmpty { return [] }
    let mark = markers.marker(for: writing)?.mark(given.answer.answer)
    return writing.points.filter { disputed.contains($0.id) }.map { point in
      let finding = mark?.points.first { $0.id == point.id }?.finding
      return Dispute(
        event: given.event.text, item: item, prompt: writing.prompt, point: point.id,
        idea: point.idea,
        answer: given.answer.answer, machine: finding?.words ?? "nobody marked it",
        settled: given.decisions.points[point.id])
    }
  }

  func tell() {
    Output.wrapped("\(item), \(point): \(idea)")
    Output.wrapped("  answer: \(TextWidth.sanitised(answer))")
    Output.wrapped("  tutor: \(TextWidth.sanitised(machine))")
    if let opinion {
      let quote = opinion.words.map { "“\($0)”" }
      let reasons = [opinion.said ? "said" : "not said", quote, opinion.why].compactMap(\.self)
      Output.wrapped("  second opinion: \(reasons.joined(separator: "; "))")
    }
    if let settled {
      Output.wrapped("  settled: \(settled ? "said" : "not said")")
    } else {
      Output.line("  centroid settle \(event) \(point) yes")
    }
    Output.line()
  }
}
