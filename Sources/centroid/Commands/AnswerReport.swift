// Verdicts as they are printed, and as JSON whose keys stay as they are.

import Courseware
import Experiments
import Grading
import Tutoring
import Wording

struct AnswerReport: Encodable {
  struct Part: Encodable {
    let stage: String
    let answer: String
    let passed: Bool
    let score: Double
    let headline: String
    let criteria: [Mark]
    let evidence: [Figure]
    let consequence: String?
    /// Nil while the stage may still be tried.
    let solution: String?
    /// What a written answer is compared with, by id; nil until it is on record.
    let points: [String: String]?
    /// The parts of an interview answer, once it is on record; no part of the score.
    let structure: [Mark]?
  }

  struct Mark: Encodable {
    let name: String
    let earned: Double
    let possible: Double
    let why: String
  }

  /// A figure, and the settings that give it again.
  struct Figure: Encodable {
    let name: String
    let value: String
    let settings: [String: String]
    /// The line that gives the figure again.
    let replay: String
  }

  let exercise: String
  let seed: UInt64
  /// Whether every stage was answered and passed.
  let passed: Bool
  /// Of the whole exercise, 0...1; a stage without an answer earns nothing.
  let score: Double
  let stages: [Part]
}

extension AnswerReport {
  init(_ instance: Instance, _ graded: GradedAnswers, on bench: Bench, isRecorded: Bool) {
    exercise = instance.exercise.id
    seed = instance.seed
    passed = graded.result.passed
    score = graded.result.score
    stages = graded.entries.map { entry in
      let verdict = entry.verdict
      return Part(
        stage: entry.stage.id, answer: entry.answer.text, passed: verdict.passed,
        score: verdict.score, headline: verdict.headline,
        // The points of a written answer are told once it is on record, and not before.
        criteria: (entry.isMarked && !isRecorded ? [] : verdict.criteria).map(Mark.init),
        evidence: verdict.evidence.map { evidence in
          Figure(
            name: evidence.name, value: evidence.value,
            settings: evidence.settings.reduce(into: [:]) { $0[$1.name] = $1.value },
            replay: evidence.run.told(of: bench.courseFolder).line)
        },
        consequence: verdict.consequence, solution: entry.isOver ? verdict.solution : nil,
        points: isRecorded ? entry.stage.points : nil,
        structure: isRecorded ? instance.exercise.structure(of: entry, on: bench) : nil)
    }
  }

  func tell() {
    for part in stages {
      Output.line("\(part.stage): \(part.headline)")
      for mark in part.criteria where part.criteria.count > 1 {
        Output.line("  \(part.name(of: mark)): \(mark.why) (\(share(mark)))")
      }
      for figure in part.evidence { Output.line("  \(figure.name): \(figure.value)") }
      if let said = part.consequence { Output.line("  \(said)") }
      if !part.passed, let solution = part.solution { Output.line("  right would be: \(solution)") }
      // Who is not marked by the machine reads here what the points are.
      let isTold = part.criteria.count > 1
      for (id, idea) in (part.points ?? [:]).sorted(by: { $0.key < $1.key }) where !isTold {
        Output.line("  \(id): \(idea)")
      }
      if let structure = part.structure { tell(structure) }
    }
    Output.line("score \(percentage(score)), \(passed ? "passed" : "not passed") (seed \(seed))")
  }

  /// What is given back belongs to no rule.
  private func share(_ mark: Mark) -> String {
    mark.possible == 0
      ? percentage(mark.earned) : "\(percentage(mark.earned)) of \(percentage(mark.possible))"
  }

  private func tell(_ structure: [Mark]) {
    let found = structure.count { $0.earned > 0 }
    Output.wrapped(
      "Structure: it has \(found) of \(structure.count) parts. This is no part of the score.")
    for part in structure {
      Output.wrapped("  \(part.earned > 0 ? "[x]" : "[ ]") \(part.name): \(part.why)")
    }
  }
}

extension AnswerReport.Part {
  /// A point of a written answer is told with the id that commands take.
  fileprivate func name(of mark: AnswerReport.Mark) -> String {
    let id = points?.first { $0.value == mark.name }?.key
    return (id.map { "\($0), " } ?? "") + mark.name.withoutStop
  }
}

extension Stage {
  fileprivate var points: [String: String]? {
    guard case .write(let writing) = task else { return nil }
    return Dictionary(writing.points.map { ($0.id, $0.idea) }) { first, _ in first }
  }
}

extension AnswerReport.Mark {
  init(_ criterion: Criterion) {
    self.init(
      name: criterion.name, earned: criterion.earned, possible: criterion.possible,
      why: criterion.why)
  }
}

extension Exercise {
  /// Nil for other exercises, and where the topic does not say how structure is recognized.
  fileprivate func structure(
    of entry: GradedAnswers.Entry, on bench: Bench
  ) -> [AnswerReport.Mark]? {
    guard kind == .interview, case .write(let writing) = entry.stage.task,
      case .text(let text) = entry.answer,
      let criteria = bench.structure(topic)?.criteria(of: text, to: writing), !criteria.isEmpty
    else { return nil }
    return criteria.map(AnswerReport.Mark.init)
  }
}
