// What many learners may have on record, made by a seed: run-throughs of every exercise, question
// and text of a course on many variants, right and wrong, with hints, disputes and decisions.
// Every grade is worked out here one by one, with nothing remembered but keys, and stands in the
// events as the tutor would have put it there.

import Clustering
import Courseware
import Experiments
import Foundation
import Grading
import Scheduling
import ScriptedLearner
import Tutoring

/// What an answer is made of.
enum AnswerKind: String, CaseIterable {
  case choice, number, tuning, order, written

  init(_ task: Courseware.Task) {
    switch task {
    case .choose(let choice):
      self = choice.options.allSatisfy { Double($0.id) != nil } ? .number : .choice
    case .tune: self = .tuning
    case .order: self = .order
    case .write: self = .written
    }
  }
}

struct StoredAnswers {
  struct Given {
    let event: EventID
    let kind: AnswerKind
    let answer: Answered
    /// Whether a person decided its score.
    var isDecided = false
  }

  /// A run-through with its end.
  struct Story {
    var given: [Given] = []
    var end: EventID?
    fileprivate(set) var events: [LearningEvent] = []
  }

  private(set) var stories: [Story] = []
  /// The written answers, each once.
  private(set) var texts: Set<String> = []

  var given: [Given] { stories.flatMap(\.given) }
  var events: [LearningEvent] { stories.flatMap(\.events) }

  private let course: Course
  private let sentences: Sentences
  private var numbers: SeededGenerator
  private var instances: [Variant: Instance] = [:]
  private var verdicts: [Known: Verdict] = [:]
  private var story = Story()
  private var clock: Int64 = 1_700_000_000_000
  private var answers = 0
  private var attempt = ""

  private struct Variant: Hashable {
    let item: String
    let seed: UInt64
  }

  private struct Known: Hashable {
    let variant: Variant
    let part: String
    let answer: String
  }

  /// - Parameters:
  ///   - count: how many answers, at least; the last run-through is brought to its end.
  ///   - variants: how many seeds are dealt of each part.
  init(_ count: Int, variants: Int, of course: Course, seed: UInt64 = 1) throws {
    self.course = course
    sentences = try Sentences(of: course)
    numbers = SeededGenerator(seed: seed)
    let exercises = course.topics.flatMap(\.exercises)
    let readings = course.topics.flatMap { [$0.lesson] + [$0.walkthrough].compactMap(\.self) }
      .filter { !$0.checks.isEmpty }
    while answers < count {
      for seed in 1...UInt64(variants) where answers < count {
        for exercise in exercises where answers < count { try go(through: exercise, seed) }
        for reading in readings where answers < count { try go(through: reading, seed) }
      }
    }
  }

  /// As lines of an export, in the order of time.
  func lines() throws -> String { try Self.lines(events) }

  /// Only the answers of one kind, and nothing else about them.
  func lines(of kind: AnswerKind) throws -> String {
    let wanted = Set(given.filter { $0.kind == kind }.map(\.event))
    return try Self.lines(events.filter { wanted.contains($0.id) })
  }

  private static func lines(_ events: [LearningEvent]) throws -> String {
    let encoder = JSONEncoder()
    return try events.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
      .joined()
  }
}

// MARK: - Exercises

extension StoredAnswers {
  private mutating func go(through exercise: Exercise, _ seed: UInt64) throws {
    begin()
    let variant = Variant(item: exercise.id, seed: seed)
    if instances[variant] == nil {
      instances[variant] = try exercise.instance(seed: seed, runner: RepositoryCourse.runner)
    }
    guard let instance = instances[variant] else { return }
    var results: [StageResult] = []
    for stage in exercise.stages {
      let hints = chance(0.1) ? Array(stage.hints.prefix(1)) : []
      if !hints.isEmpty {
        tell(.hinted(Hinted(item: exercise.id, part: stage.id, attempt: attempt, level: 1)))
      }
      for answer in answers(to: stage, of: instance) {
        let verdict = try verdict(on: answer, stage, of: instance, variant)
        add(
          Answered(
            item: exercise.id, part: stage.id, seed: seed, attempt: attempt, answer: answer.text,
            hints: hints.count, score: verdict.score(afterHints: hints), passed: verdict.passed,
            misconceptions: verdict.misconceptions, points: verdict.credited),
          AnswerKind(stage.task))
        results.append(StageResult(stage: stage, verdict: verdict, hints: hints))
      }
      guard let last = results.last else { continue }
      if case .write(let writing) = stage.task {
        tell(.selfMarked(SelfMarked(item: exercise.id, attempt: attempt, points: some(writing))))
        dispute(&results, writing, stage)
      } else if case .choose = stage.task, !last.verdict.passed, chance(0.01) {
        decide(&results, stage)
      }
    }
    let result = ExerciseResult(exercise, results: results)
    finish(exercise.id, seed, result.score, result.passed)
  }

  private mutating func verdict(
    on answer: Answer, _ stage: Stage, of instance: Instance, _ variant: Variant
  ) throws -> Verdict {
    let known = Known(variant: variant, part: stage.id, answer: answer.text)
    if let verdict = verdicts[known] { return verdict }
    let verdict = try grade(
      instance, stage, answer, runner: RepositoryCourse.runner, markers: RepositoryCourse.markers)
    if case .write = stage.task { return verdict }
    verdicts[known] = verdict
    return verdict
  }

  /// A tuning is tried until it holds; everything else is answered once.
  private mutating func answers(to stage: Stage, of instance: Instance) -> [Answer] {
    switch stage.task {
    case .choose(let choice): return [.choice(one(of: choice.options).id)]
    case .order(let ordering):
      let right = ordering.solution
      return [.order(chance(0.5) ? right : numbers.shuffled(right))]
    case .write(let writing): return [.text(freshText(on: writing))]
    case .tune(let tuning):
      let solution = Answer.settings(tuning.solution)
      if chance(0.4) { return [solution] }
      if chance(0.4), !tuning.nearMisses.isEmpty {
        return [.settings(one(of: tuning.nearMisses).settings), solution]
      }
      let tried = tuning.parameters.map { Setting($0.setting, one(of: $0.choices).value) }
      return [.settings(tried), solution]
    }
  }

  private mutating func freshText(on writing: Writing) -> String {
    var text = ""
    repeat {
      let count = 2 + numbers.nextIndex(below: 4)
      text = (0..<count).map { _ in one(of: sentences.about(writing)) }.joined(separator: " ")
    } while !texts.insert(text).inserted
    return text
  }

  private mutating func some(_ writing: Writing) -> [String] {
    writing.points.map(\.id).filter { _ in numbers.nextUnit() < 0.5 }
  }
}

// MARK: - A person's word

extension StoredAnswers {
  /// One text in twenty is disputed on its first missing point, and every other of these settled.
  private mutating func dispute(
    _ results: inout [StageResult], _ writing: Writing, _ stage: Stage
  ) {
    guard chance(0.05), let last = results.last, let given = story.given.last,
      let missing = writing.points.first(where: { !(last.verdict.credited ?? []).contains($0.id) })
    else { return }
    let answer = given.answer
    tell(
      .disputed(
        Disputed(item: answer.item, part: stage.id, attempt: attempt, points: [missing.id])))
    guard chance(0.5) else { return }
    tell(
      .decided(
        Decided(
          item: answer.item, attempt: attempt, event: given.event, point: missing.id,
          credited: true)))
    let verdict = last.verdict.counting(points: [missing.id: true], in: stage.task)
    settle(&results, verdict, stage, given)
  }

  /// The whole answer is right after all.
  private mutating func decide(_ results: inout [StageResult], _ stage: Stage) {
    guard let last = results.last, let given = story.given.last else { return }
    tell(
      .decided(
        Decided(item: given.answer.item, attempt: attempt, event: given.event, score: 1)))
    story.given[story.given.count - 1].isDecided = true
    settle(&results, last.verdict.counting(score: 1, in: stage.task), stage, given)
  }

  private mutating func settle(
    _ results: inout [StageResult], _ verdict: Verdict, _ stage: Stage, _ given: Given
  ) {
    let hints = results.last?.hints ?? []
    results[results.count - 1] = StageResult(stage: stage, verdict: verdict, hints: hints)
    tell(
      .regraded(
        Regraded(
          item: given.answer.item, attempt: attempt, event: given.event,
          score: verdict.score(afterHints: hints), passed: verdict.passed,
          points: verdict.credited)))
  }
}

// MARK: - Texts with questions

extension StoredAnswers {
  /// Every question is asked again until it is answered right.
  private mutating func go(through reading: Reading, _ seed: UInt64) throws {
    begin()
    let variant = Variant(item: reading.id, seed: seed)
    var firsts: [Double] = []
    for check in reading.checks {
      let question = Question(
        choice: check.choice, seed: seed, name: "\(reading.id)/\(check.id)")
      let options = numbers.shuffled(check.choice.options)
      for option in options {
        let known = Known(variant: variant, part: check.id, answer: option.id)
        let verdict =
          try verdicts[known]
          ?? question.grade(.choice(option.id), runner: RepositoryCourse.runner)
        verdicts[known] = verdict
        if option == options.first { firsts.append(verdict.score) }
        add(
          Answered(
            item: reading.id, part: check.id, seed: seed, attempt: attempt, answer: option.id,
            score: verdict.score, passed: verdict.passed, misconceptions: verdict.misconceptions),
          AnswerKind(.choose(check.choice)))
        if verdict.passed { break }
      }
    }
    finish(reading.id, seed, firsts.reduce(0, +) / Double(firsts.count), true)
  }
}

// MARK: - Events

extension StoredAnswers {
  private mutating func begin() {
    story = Story()
    attempt = "run-\(stories.count + 1)"
  }

  @discardableResult
  private mutating func tell(_ happening: Happening) -> EventID? {
    clock += 1000
    guard let id = EventID("stored-\(clock)") else { return nil }
    story.events.append(
      LearningEvent(id: id, at: Instant(milliseconds: clock), happening: happening))
    return id
  }

  private mutating func add(_ answer: Answered, _ kind: AnswerKind) {
    guard let id = tell(.answered(answer)) else { return }
    story.given.append(Given(event: id, kind: kind, answer: answer))
    answers += 1
  }

  private mutating func finish(_ item: String, _ seed: UInt64, _ score: Double, _ passed: Bool) {
    story.end = tell(
      .finished(
        Finished(item: item, attempt: attempt, seed: seed, score: score, passed: passed)))
    stories.append(story)
  }

  private mutating func chance(_ share: Double) -> Bool { numbers.nextUnit() < share }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[numbers.nextIndex(below: elements.count)]
  }
}

extension Reading {
  fileprivate var checks: [Check] {
    pages.flatMap(\.passages).compactMap { passage in
      if case .check(let check) = passage { check } else { nil }
    }
  }
}

// MARK: - Sentences

/// What texts are put together from: the points of every question, said and denied; with
/// CENTROID_ANSWERS, a folder of marked answers (`check --answers`), their sentences instead.
private struct Sentences {
  private let own: [String: [String]]
  private let others: [String]

  init(of course: Course) throws {
    let folder = ProcessInfo.processInfo.environment["CENTROID_ANSWERS"]
    own = try course.writings.reduce(into: [:]) { own, writing in
      own[writing.prompt] =
        try folder.map { try Self.marked(writing.prompt, in: $0) }
        ?? writing.points.flatMap { [$0.idea, "It is not true that this holds: \($0.idea)"] }
    }
    others = own.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Mostly to the point.
  func about(_ writing: Writing) -> [String] {
    let own = own[writing.prompt] ?? []
    return own + own + own + others
  }

  private static func marked(_ prompt: String, in folder: String) throws -> [String] {
    struct File: Decodable {
      struct Answer: Decodable { let text: String }
      let answers: [Answer]
    }
    let url = URL(filePath: folder).appending(path: "\(prompt).json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).answers
      .flatMap { $0.text.split(whereSeparator: { ".\n".contains($0) }) }
      .map { $0.trimmingCharacters(in: .whitespaces) + "." }
      .filter { $0.split(separator: " ").count >= 3 }
  }
}
