// The machine's marks of a written answer. They are kept with the answer, and shown only after the
// learner has marked it, beside the learner's own marks.

import Courseware
import Grading
import Scheduling

extension ExerciseSession {
  /// The points that the machine credits, by id; nil where it does not know how to mark.
  func machinePoints(of answer: Answer, to stage: Stage, in world: World) -> [String]? {
    guard case .write(let writing) = stage.task, case .text(let text) = answer else { return nil }
    return world.bench.marks(of: text, to: writing)?.filter { $0.earned > 0 }.map(\.name)
  }

  /// Of an interview answer, point by point what the machine found, and where the learner's own
  /// mark differs.
  func machineMarks(of stage: Stage, in world: World) -> [Element] {
    guard exercise.kind == .interview, case .write(let writing) = stage.task,
      let run = run(in: world),
      let answer = run.answer(to: stage.id), let own = run.markedPoints,
      let criteria = world.bench.marks(of: answer.answer, to: writing)
    else { return [] }
    // What was credited then counts, even where the rubric has changed since.
    let credited = answer.points ?? criteria.filter { $0.earned > 0 }.map(\.name)
    let lines = criteria.map { criterion in
      let isCredited = credited.contains(criterion.name)
      let other = isCredited == own.contains(criterion.name) ? "" : " (you marked otherwise)"
      return "\(isCredited ? "[x]" : "[ ]") \(criterion.name): \(criterion.why)\(other)"
    }
    let count = writing.points.count { credited.contains($0.id) }
    return [
      .gap, .heading("The machine's marks"),
      .verdict(
        headline: "It credits \(count) of \(writing.points.count) points, "
          + "you \(writing.points.count { own.contains($0.id) }).",
        count == writing.points.count ? .good : count > 0 ? .partial : .neutral, lines: lines),
    ]
  }
}

extension Bench {
  private struct MarksKey: Hashable {
    let prompt: String
    let text: String
  }

  /// Nil where it is not worked out yet, and where the machine does not know how to mark.
  func marks(of text: String, to writing: Writing) -> [Criterion]? {
    let marks = try? result(of: MarksKey(prompt: writing.prompt, text: text)) { _ in
      rubrics(writing.prompt).criteria(of: text, to: writing)
    }
    return marks.flatMap(\.self)
  }
}
