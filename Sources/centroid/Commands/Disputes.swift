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
      somebody has read the answer and settled it with `centroid settle`.
      """)

  @Flag(help: "Those that are settled too.")
  var all = false

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let course = try course.open()
    let disputes = Dispute.all(in: try Learner().progress, course)
      .filter { all || $0.settled == nil }
    if json { return try Output.json(disputes) }
    disputes.forEach { $0.tell() }
    if disputes.isEmpty {
      Output.line(all ? "Nothing was disputed." : "Nothing is waiting to be settled.")
    }
  }
}

/// A disputed point of an answer. The keys of the JSON stay.
struct Dispute: Encodable {
  /// The answer's event.
  let event: String
  let item: String
  let point: String
  let idea: String
  let answer: String
  /// What the tutor had to say about the point.
  let machine: String
  /// What a person decided; nil while nobody has.
  let settled: Bool?

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
        event: given.event.text, item: item, point: point.id, idea: point.idea,
        answer: given.answer.answer, machine: finding?.words ?? "nobody marked it",
        settled: given.decisions.points[point.id])
    }
  }

  func tell() {
    Output.wrapped("\(item), \(point): \(idea)")
    Output.wrapped("  answer: \(TextWidth.sanitised(answer))")
    Output.wrapped("  tutor: \(TextWidth.sanitised(machine))")
    if let settled {
      Output.wrapped("  settled: \(settled ? "said" : "not said")")
    } else {
      Output.line("  centroid settle \(event) \(point) yes")
    }
    Output.line()
  }
}
