// One run-through of an exercise: a row of stages, each answered once and for all before the
// next one opens. Only tuning may be tried again and again, because there trying is the task.
//
// What was answered is read from the journal's events; what is being chosen, set, ordered or
// written and is not committed yet is the `Desk`.

import Courseware
import Experiments
import Grading
import Scheduling

struct ExerciseSession: Session {
  let exercise: Exercise
  private(set) var instance: Instance
  private(set) var attempt: String
  /// The stage being looked at, from 0; −1 is the introduction, and the number of stages the
  /// summary when all are done.
  private(set) var position = 0
  var desk = Desk()
  /// Verdicts of this run-through by stage, kept because a grade may take many runs.
  private(set) var verdicts: [String: Verdict] = [:]

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .exercise(let id) = bookmark.route, let exercise = world.course.exercise(id) else {
      return nil
    }
    let open = world.progress.record(of: id)?.tries.last { $0.finish == nil }
    let seed = bookmark.seed ?? open?.seed ?? world.freshSeed(for: id)
    guard let instance = try? exercise.instance(seed: seed, runner: world.bench.runner) else {
      return nil
    }
    self.exercise = exercise
    self.instance = instance
    attempt = bookmark.attempt ?? open?.attempt ?? world.nonce
    recall(in: world)
    // No bookmark leads past a stage that is open.
    let furthest = firstOpenStage(in: world)
    let start = verdicts.isEmpty ? firstPosition : furthest
    position = min(max(firstPosition, bookmark.position ?? start), furthest)
    lay(out: bookmark)
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .exercise(exercise.id))
    bookmark.attempt = attempt
    bookmark.seed = instance.seed
    bookmark.position = position
    bookmark.cursor = desk.cursor
    bookmark.settings = desk.settings
    bookmark.order = desk.order
    bookmark.draft = desk.draft
    bookmark.found = desk.found.isEmpty ? nil : desk.found.sorted()
    return bookmark
  }

  mutating func appear(in world: inout World) {
    world.record(.seen(item: exercise.id))
  }

  /// Whether the introduction is being looked at.
  var isOpening: Bool { position < 0 }

  /// The summary has been reached.
  var isOver: Bool { position >= exercise.stages.count }

  var firstPosition: Int { exercise.introduction.isEmpty ? 0 : -1 }

  var stage: Stage? {
    exercise.stages.indices.contains(position) ? exercise.stages[position] : nil
  }

  /// The verdict that closes the stage; a tuning that has not met its goal stays open.
  func closing(_ stage: Stage) -> Verdict? {
    guard let verdict = verdicts[stage.id] else { return nil }
    if case .tune = stage.task, !verdict.passed { return nil }
    return verdict
  }
}

// MARK: - Coming back

extension ExerciseSession {
  private func firstOpenStage(in world: World) -> Int {
    exercise.stages.firstIndex { closing($0) == nil || isMarking($0, in: world) }
      ?? exercise.stages.count
  }

  /// Grades again what this run-through has on record.
  private mutating func recall(in world: World) {
    guard let run = world.progress.record(of: exercise.id)?.run(attempt) else { return }
    for stage in exercise.stages {
      guard let given = run.given(to: stage.id),
        let verdict = counted(given, stage, own: run.markedPoints, in: world)
      else { continue }
      verdicts[stage.id] = verdict
    }
  }

  /// What an answer on record is worth; nil where it cannot be graded any more.
  private func counted(
    _ given: GivenAnswer, _ stage: Stage, own: [String]?, in world: World
  ) -> Verdict? {
    guard let answer = try? Answer(text: given.answer.answer, for: stage),
      let machine = try? verdict(on: answer, stage, in: world)
    else { return nil }
    return machine.counting(for: given, own: own, in: stage.task)
  }

  private func verdict(
    on answer: Answer, _ stage: Stage, in world: World
  ) throws(AnswerError) -> Verdict {
    try grade(
      instance, stage, answer, runner: world.bench.runner, markers: world.bench.markers)
  }

  /// Puts everything on the desk that the stage starts with, or as the bookmark left it.
  mutating func lay(out bookmark: Bookmark? = nil) {
    desk = Desk()
    desk.cursor = bookmark?.cursor ?? 0
    desk.draft = bookmark?.draft ?? Draft()
    guard let stage else { return }
    // The course may have changed since, and the journal may come from anywhere.
    switch stage.task {
    case .tune(let tuning):
      let start = tuning.values(in: instance.settings(for: stage))
      desk.settings = tuning.values(start, keeping: bookmark?.settings ?? [])
    case .order(let ordering):
      let (order, dealt) = (bookmark?.order ?? [], Array(ordering.steps.indices))
      desk.order = order.sorted() == dealt ? order : dealt
    case .write(let writing):
      desk.found = Set((bookmark?.found ?? []).filter(writing.points.indices.contains))
    case .choose: break
    }
  }
}

// MARK: - Going on

extension ExerciseSession {
  mutating func goOn(in world: inout World) {
    if isOpening {
      position = 0
      return lay()
    }
    guard let stage else { return world.wish = .back }
    guard closing(stage) != nil, !isMarking(in: world) else { return }
    position += 1
    lay()
  }

  mutating func goBack() {
    guard position > firstPosition else { return }
    position -= 1
    lay()
  }

  mutating func restart(in world: inout World) {
    let seed = world.freshSeed(for: exercise.id)
    do {
      instance = try exercise.instance(seed: seed, runner: world.bench.runner)
      attempt = world.nonce
      verdicts = [:]
      position = firstPosition
      lay()
      world.notice = "A new variant: seed \(seed)."
    } catch {
      world.notice = "\(error)"
    }
  }

  /// Puts an answer on record, and closes the run-through with the last one.
  mutating func commit(_ answer: Answer, in world: inout World) {
    guard let stage else { return }
    do {
      let verdict = try verdict(on: answer, stage, in: world)
      verdicts[stage.id] = verdict
      let isWriting = if case .write = stage.task { true } else { false }
      world.record(
        .answered(
          Answered(
            item: exercise.id, part: stage.id, seed: instance.seed, attempt: attempt,
            answer: answer.text, hints: hintsTaken(in: stage, world),
            confidence: said(of: stage)?.word, chance: said(of: stage)?.chance,
            score: score(of: stage, world), passed: verdict.passed,
            misconceptions: verdict.misconceptions, points: verdict.credited)))
      if !isWriting { finishIfDone(in: &world) }
    } catch {
      world.notice = "\(error)"
    }
  }

  mutating func commitMarking(_ points: [String], in world: inout World) {
    guard let stage, case .write(let writing) = stage.task,
      let given = run(in: world)?.given(to: stage.id),
      let verdict = counted(given, stage, own: points, in: world)
    else { return }
    verdicts[stage.id] = verdict
    desk.cursor = 0
    world.record(.selfMarked(SelfMarked(item: exercise.id, attempt: attempt, points: points)))
    if given.machinePoints == nil, !isMarkedByMachine(writing, in: world) {
      // The text was put on record before anybody had marked it.
      world.record(
        .regraded(
          Regraded(
            item: exercise.id, attempt: attempt, event: given.event,
            score: score(of: stage, world), passed: verdict.passed)))
    }
    finishIfDone(in: &world)
  }

  private func finishIfDone(in world: inout World) {
    guard run(in: world)?.finish == nil, exercise.stages.allSatisfy({ closing($0) != nil })
    else { return }
    let hints = exercise.stages.reduce(0) { $0 + hintsTaken(in: $1, world) }
    let result = result(in: world)
    world.record(
      .finished(
        Finished(
          item: exercise.id, attempt: attempt, seed: instance.seed, score: result.score,
          passed: result.passed, hints: hints)))
  }
}

// MARK: - Scores

extension ExerciseSession {
  func run(in world: World) -> Run? {
    world.progress.record(of: exercise.id)?.run(attempt)
  }

  func hintsTaken(in stage: Stage, _ world: World) -> Int {
    let levels = run(in: world)?.hints.filter { $0.part == stage.id }.map(\.level) ?? []
    return min(max(0, levels.max() ?? 0), stage.hints.count)
  }

  /// What the stage earned after the price of its hints.
  func score(of stage: Stage, _ world: World) -> Double {
    verdicts[stage.id]?.score(
      afterHints: Array(stage.hints.prefix(hintsTaken(in: stage, world)))) ?? 0
  }

  func result(in world: World) -> ExerciseResult {
    ExerciseResult(exercise) { stage in
      verdicts[stage.id].map { (score(of: stage, world), $0.passed) }
    }
  }

  /// A written answer is committed and its points wait for the learner's own marks.
  func isMarking(in world: World) -> Bool {
    stage.map { isMarking($0, in: world) } ?? false
  }

  private func isMarking(_ stage: Stage, in world: World) -> Bool {
    guard case .write = stage.task else { return false }
    return verdicts[stage.id] != nil && run(in: world)?.markedPoints == nil
  }
}
