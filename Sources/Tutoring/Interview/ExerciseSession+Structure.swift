// The structure of an interview answer, shown once the learner has marked it: beside the points,
// and no part of the score.

import Courseware
import Grading
import Scheduling

extension ExerciseSession {
  /// The title above the model answer of a written stage.
  static let seniorTitle = "The senior answer"

  /// Nothing for other exercises, and where the topic does not say how structure is recognized.
  func structure(of stage: Stage, in world: World) -> [Element] {
    guard exercise.kind == .interview, case .write(let writing) = stage.task,
      let text = run(in: world)?.answer(to: stage.id)?.answer,
      let criteria = world.bench.structure(of: text, to: writing, in: exercise.topic),
      !criteria.isEmpty
    else { return [] }
    let found = criteria.count { $0.earned > 0 }
    return [
      .gap, .heading("Structure"),
      .verdict(
        headline: "It has \(found) of \(criteria.count) parts. This is no part of the score.",
        found == criteria.count ? .good : found > 0 ? .partial : .neutral,
        lines: criteria.map { "\($0.earned > 0 ? "[x]" : "[ ]") \($0.name): \($0.why)" }),
    ]
  }
}

extension Bench {
  private struct StructureKey: Hashable {
    let topic: String
    let prompt: String
    let text: String
  }

  /// Nil where it is not worked out yet; empty where the topic says nothing of structure.
  func structure(of text: String, to writing: Writing, in topic: String) -> [Criterion]? {
    try? result(of: StructureKey(topic: topic, prompt: writing.prompt, text: text)) { _ in
      structure(topic)?.criteria(of: text, to: writing) ?? []
    }
  }
}
