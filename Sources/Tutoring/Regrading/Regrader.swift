// Grades stored answers again, each from its raw text, its seed and the course as it is now. Many
// learners give the same answer to the same variant, so what was worked out once is kept.

import Courseware
import Experiments
import Grading
import Scheduling

struct Regrader {
  private struct Variant: Hashable {
    let item: String
    let seed: UInt64
  }

  private struct Given: Hashable {
    let variant: Variant
    let part: String
    let answer: String
  }

  private let course: Course
  private let runner: Runner
  private let markers: Markers
  private var instances: [Variant: Result<Instance, GradingError>] = [:]
  private var verdicts: [Given: Result<Verdict, Refused>] = [:]
  /// The keys of the questions of a text, which no seed changes, by their name.
  private var keys: [String: KeyResult] = [:]

  /// Why an answer cannot be graded any more.
  struct Refused: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  init(course: Course, bench: Bench) {
    self.course = course
    runner = bench.runner.remembering()
    markers = bench.markers
  }

  /// What an answer is worth now, by all who have a word on it.
  mutating func grade(_ given: GivenAnswer, of run: Run) throws(Refused) -> Regrade {
    let answer = given.answer
    if let exercise = course.exercise(answer.item) {
      return try grade(given, of: run, exercise)
    }
    if let reading = course.reading(answer.item) {
      let key = Given(
        variant: Variant(item: answer.item, seed: answer.seed), part: answer.part,
        answer: answer.answer)
      let verdict = try known(key) { (regrader) throws(Refused) in
        try regrader.verdict(on: answer, reading)
      }
      let check = reading.checks.first { $0.id == answer.part }
      let counted = check.map { verdict.counting(for: given, in: .choose($0.choice)) } ?? verdict
      return Regrade(verdict: counted, score: counted.score, points: nil)
    }
    throw Refused("the course has no part \(answer.item)")
  }
}

/// What an answer is worth, graded again.
struct Regrade: Sendable {
  let verdict: Verdict
  /// After the price of hints.
  let score: Double
  /// The points that the machine or a person credits a text with; nil where only its writer did.
  let points: [String]?

  var passed: Bool { verdict.passed }
}

extension Regrader {
  private mutating func grade(
    _ given: GivenAnswer, of run: Run, _ exercise: Exercise
  ) throws(Refused) -> Regrade {
    let answer = given.answer
    guard let stage = exercise.stages.first(where: { $0.id == answer.part }) else {
      throw Refused("\(answer.item) has no stage \(answer.part)")
    }
    let variant = Variant(item: answer.item, seed: answer.seed)
    let key = Given(variant: variant, part: answer.part, answer: answer.answer)
    let machine = try known(key) { (regrader) throws(Refused) in
      try regrader.verdict(on: answer, stage, of: exercise, variant)
    }
    let verdict = machine.counting(for: given, own: run.markedPoints, in: stage.task)
    let isOwnOnly = machine.credited == nil && given.decisions.points.isEmpty
    let hints = Array(stage.hints.prefix(max(0, answer.hints)))
    return Regrade(
      verdict: verdict, score: verdict.score(afterHints: hints),
      points: isOwnOnly ? nil : verdict.credited)
  }

  private mutating func known(
    _ key: Given, _ work: (inout Regrader) throws(Refused) -> Verdict
  ) throws(Refused) -> Verdict {
    if let known = verdicts[key] { return try known.get() }
    let result = Result { () throws(Refused) in try work(&self) }
    verdicts[key] = result
    return try result.get()
  }

  private mutating func verdict(
    on answer: Answered, _ reading: Reading
  ) throws(Refused) -> Verdict {
    guard let check = reading.checks.first(where: { $0.id == answer.part }) else {
      throw Refused("\(answer.item) has no question \(answer.part)")
    }
    let name = "\(reading.id)/\(check.id)"
    let question = Question(
      choice: check.choice, seed: answer.seed, name: name, known: keys[name])
    do {
      keys[name] = try? question.key(runner: runner)
      return try question.grade(.choice(answer.answer), runner: runner)
    } catch {
      throw Refused("\(error)")
    }
  }

  private mutating func verdict(
    on answered: Answered, _ stage: Stage, of exercise: Exercise, _ variant: Variant
  ) throws(Refused) -> Verdict {
    do {
      let instance = try instance(of: exercise, variant)
      let answer = try Answer(text: answered.answer, for: stage)
      return try Grading.grade(instance, stage, answer, runner: runner, markers: markers)
    } catch let error as GradingError {
      throw Refused("\(error)")
    } catch {
      throw Refused("\(error)")
    }
  }

  private mutating func instance(
    of exercise: Exercise, _ variant: Variant
  ) throws(GradingError) -> Instance {
    if let known = instances[variant] { return try known.get() }
    let runner = runner
    let result = Result { () throws(GradingError) in
      try exercise.instance(seed: variant.seed, runner: runner)
    }
    instances[variant] = result
    return try result.get()
  }
}
