// Answers from the command line: read, graded, and on request put on record.

import Courseware
import Experiments
import Foundation
import Grading
import Scheduling
import Tutoring

struct GradedAnswers {
  struct Entry {
    let stage: Stage
    let answer: Grading.Answer
    let verdict: Verdict
    /// The points that the learner found in a written answer.
    let found: [String]?
    /// Whether a written answer was marked by the machine.
    let isMarked: Bool

    /// A tuning is tried until its goal holds; every other stage is over with its answer.
    var isOver: Bool {
      if case .tune = stage.task { verdict.passed } else { true }
    }
  }

  let instance: Instance
  let entries: [Entry]

  var allPassed: Bool { entries.allSatisfy(\.verdict.passed) }

  var result: ExerciseResult {
    ExerciseResult(
      instance.exercise,
      results: entries.map { StageResult(stage: $0.stage, verdict: $0.verdict) })
  }

  init(
    _ instance: Instance, _ answers: [String], found: [String], on bench: Bench
  ) throws(Failure) {
    self.instance = instance
    var points: [String: [String]] = [:]
    for line in found {
      let (stage, list) = try Self.parts(line, of: instance.exercise)
      points[stage.id] = list.split(separator: ",").map(String.init)
    }
    var entries: [Entry] = []
    for line in answers {
      let (stage, text) = try Self.parts(line, of: instance.exercise)
      entries.append(
        try Self.grade(instance, stage, Self.content(text), found: points[stage.id], bench))
    }
    self.entries = entries
  }

  /// "stage=answer"; with one stage, the answer alone will do.
  private static func parts(
    _ line: String, of exercise: Exercise
  ) throws(Failure) -> (stage: Stage, text: String) {
    if let equals = line.firstIndex(of: "=") {
      let name = line[..<equals]
      if let stage = exercise.stages.first(where: { $0.id == name }) {
        return (stage, String(line[line.index(after: equals)...]))
      }
    }
    if exercise.stages.count == 1 { return (exercise.stages[0], line) }
    throw Failure(
      "\"\(line)\" names no stage; write STAGE=ANSWER with one of the stages "
        + exercise.stages.map(\.id).joined(separator: ", "),
      status: Failure.usage)
  }

  /// "@FILE" stands for the text of the file.
  private static func content(_ text: String) throws(Failure) -> String {
    guard text.hasPrefix("@") else { return text }
    let bytes = try Input.bytes(of: String(text.dropFirst()))
    guard let content = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(text.dropFirst()): is not UTF-8 text; save it as UTF-8")
    }
    return content
  }

  /// A malformed answer is no wrong answer: it ends the command.
  private static func grade(
    _ instance: Instance, _ stage: Stage, _ text: String, found: [String]?, _ bench: Bench
  ) throws(Failure) -> Entry {
    do throws(AnswerError) {
      let answer = try Grading.Answer(text: text, for: stage)
      let machine = try Grading.grade(
        instance, stage, answer, runner: bench.runner, markers: bench.markers)
      if case .write(let writing) = stage.task, let found { try writing.check(own: found) }
      return Entry(
        stage: stage, answer: answer, verdict: machine.counting(own: found, in: stage.task),
        found: found, isMarked: machine.credited != nil)
    } catch .unknownPoint(let point, _) {
      // The error's own sentence names all points, and this answer is not on record yet.
      throw Failure(
        "\(stage.id): there is no point \"\(point)\"; --save without --found lists them",
        status: Failure.usage)
    } catch {
      throw Failure("\(stage.id): \(error)", status: Failure.usage)
    }
  }
}

// MARK: - On record

extension GradedAnswers {
  /// Keeps the answers as one run-through, finished when every stage was answered.
  func save(_ learner: Learner) throws(Failure) {
    try learner.keep(happenings(UUID().uuidString.lowercased()))
  }

  private func happenings(_ attempt: String) -> [Happening] {
    let exercise = instance.exercise
    var happenings: [Happening] = []
    for entry in entries {
      happenings.append(
        .answered(
          Answered(
            item: exercise.id, part: entry.stage.id, seed: instance.seed, attempt: attempt,
            answer: entry.answer.text, score: entry.verdict.score,
            passed: entry.verdict.passed, misconceptions: entry.verdict.misconceptions,
            points: entry.isMarked ? entry.verdict.credited : nil)))
      if let found = entry.found {
        happenings.append(
          .selfMarked(SelfMarked(item: exercise.id, attempt: attempt, points: found)))
      }
    }
    let isWhole = exercise.stages.allSatisfy { stage in entries.contains { $0.stage.id == stage.id }
    }
    if isWhole {
      happenings.append(
        .finished(
          Finished(
            item: exercise.id, attempt: attempt, seed: instance.seed, score: result.score,
            passed: result.passed)))
    }
    return happenings
  }
}
