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

  /// Why an answer cannot be graded as the course is now.
  struct Refused: Error {
    let reason: String
    /// What it is worth all the same, by the record and by people.
    let standing: Regrade?

    init(_ reason: String, standing: Regrade? = nil) {
      self.reason = reason
      self.standing = standing
    }
  }

  init(course: Course, bench: Bench) {
    self.course = course
    runner = bench.runner.remembering()
    markers = bench.markers
  }

  /// What an answer is worth now, by all who have a word on it.
  mutating func grade(_ given: GivenAnswer, of run: Run) throws(Refused) -> Regrade {
    do throws(Refused) {
      return try graded(given, of: run)
    } catch {
      let standing = error.standing ?? course.standing(of: given, in: run)
      // A person's word on the whole answer needs nobody who can still grade it.
      if let standing, given.decisions.score != nil { return standing }
      throw Refused(error.reason, standing: standing)
    }
  }

  private mutating func graded(_ given: GivenAnswer, of run: Run) throws(Refused) -> Regrade {
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
      return Regrade(counted, score: counted.score, points: nil)
    }
    throw Refused("the course has no part \(answer.item)")
  }
}

extension Regrade {
  fileprivate init(_ verdict: Verdict, score: Double, points: [String]?) {
    self.init(
      score: score, passed: verdict.passed, points: points,
      misconceptions: verdict.misconceptions, why: verdict.headline)
  }
}

extension Course {
  /// What an answer is worth by the record and by people.
  func standing(of given: GivenAnswer, in run: Run) -> Regrade? {
    let answer = given.answer
    let stage = exercise(answer.item)?.stages.first { $0.id == answer.part }
    let check = reading(answer.item)?.checks.first { $0.id == answer.part }
    return given.standing(
      own: run.markedPoints, stage?.task ?? check.map { .choose($0.choice) },
      hints: stage?.hints ?? [])
  }
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
    let hints = Array(stage.hints.prefix(max(0, answer.hints)))
    let isMarked = machine.credited != nil || given.machinePoints != nil
    let grade = Regrade(
      verdict, score: verdict.score(afterHints: hints),
      points: isMarked ? verdict.credited : nil)
    if let obstacle = obstacle(to: machine, given, stage) {
      throw Refused(obstacle, standing: grade)
    }
    return grade
  }

  /// Why the machine does not mark a text that it should mark, or has marked.
  private func obstacle(to machine: Verdict, _ given: GivenAnswer, _ stage: Stage) -> String? {
    guard case .write(let writing) = stage.task, machine.credited == nil else { return nil }
    if let broken = markers.broken(writing) { return "\(broken)" }
    guard given.machinePoints != nil else { return nil }
    return "nothing says any more how its points are recognized; the file rubrics/"
      + "\(writing.prompt).md is missing"
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
