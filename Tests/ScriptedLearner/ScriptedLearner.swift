// A learner who knows the topic: computes each right answer as the grader's author would, from
// runs, and says at any scene what to do next. Tests let it go through the whole course, in
// either face.

package import Courseware
package import Experiments
import Grading
import Scheduling
package import Tutoring

package struct ScriptedLearner {
  let course: Course
  let runner: Runner
  /// Answers every question wrong where it can.
  let alwaysWrong: Bool

  package init(course: Course, runner: Runner, alwaysWrong: Bool = false) {
    self.course = course
    self.runner = runner
    self.alwaysWrong = alwaysWrong
  }

  /// The next thing to do; nil when every part of every topic is passed.
  package func event(at tutor: Tutor) throws -> Event? {
    switch tutor.bookmark.route {
    case .home: nextPart(tutor)
    case .reading(let id): try reading(id, tutor)
    case .exercise(let id): try exercise(id, tutor)
    case .cards: card(tutor)
    case .pipeline: .next
    default: .back
    }
  }

  /// The place of the first part that is not passed in the menu of home.
  private func nextPart(_ tutor: Tutor) -> Event? {
    let parts = course.topics.flatMap { tutor.world.progress.parts(of: $0) }
    return parts.contains { $0.status < .passed } ? .pick(0) : nil
  }

  private func card(_ tutor: Tutor) -> Event {
    let actions = tutor.scene.actions
    if let easy = actions.first(where: { $0.event == .grade(.easy) }) { return easy.event }
    return actions.contains { $0.event == .enter } ? .enter : .back
  }
}

// MARK: - Readings

extension ScriptedLearner {
  private func reading(_ id: String, _ tutor: Tutor) throws -> Event {
    guard let reading = course.reading(id), let page = tutor.bookmark.position,
      let seed = tutor.bookmark.seed, let attempt = tutor.bookmark.attempt
    else { return .back }
    let run = tutor.world.progress.record(of: id)?.run(attempt)
    for case .check(let check) in reading.pages[page].passages
    where run?.answer(to: check.id) == nil {
      let question = Question(
        choice: check.choice, base: [], seed: seed, name: "\(id)/\(check.id)")
      return try pick(question)
    }
    return .next
  }

  private func pick(_ question: Question) throws -> Event {
    let right = try question.key(runner: runner).option
    let index = question.options.firstIndex { ($0.id == right) != alwaysWrong }
    return .pick(index ?? 0)
  }
}

// MARK: - Exercises

extension ScriptedLearner {
  private func exercise(_ id: String, _ tutor: Tutor) throws -> Event {
    guard let exercise = course.exercise(id), let position = tutor.bookmark.position,
      let seed = tutor.bookmark.seed, let attempt = tutor.bookmark.attempt,
      exercise.stages.indices.contains(position)
    else { return .next }
    let stage = exercise.stages[position]
    let run = tutor.world.progress.record(of: id)?.run(attempt)
    let instance = try exercise.instance(seed: seed, runner: runner)
    if case .write(let writing) = stage.task {
      return write(writing, run: run, answered: run?.answer(to: stage.id) != nil, tutor)
    }
    if run?.answer(to: stage.id) != nil { return .next }
    switch stage.task {
    case .choose: return try instance.question(of: stage).map(pick) ?? .next
    case .tune(let tuning): return tune(tuning, tutor)
    case .order(let ordering): return order(ordering, instance.dealt(of: stage), tutor)
    case .write: return .next
    }
  }

  private func tune(_ tuning: Tuning, _ tutor: Tutor) -> Event {
    let now = tutor.bookmark.settings ?? []
    let open = tuning.solution.first { wanted in
      now.contains { $0.name == wanted.name && $0.value != wanted.value }
    }
    guard let open,
      let choice = tuning.parameters.first(where: { $0.setting == open.name })?
        .choices.first(where: { $0.value == open.value })
    else { return .enter }
    return .set(field: open.name, value: choice.label)
  }

  /// The flow's steps in the order of production.
  private func order(
    _ ordering: Ordering, _ dealt: [Ordering.Step], _ tutor: Tutor
  ) -> Event {
    let right = FlowStep.allCases.compactMap { step in dealt.firstIndex { $0.step == step } }
    return tutor.bookmark.order == right ? .enter : .arrange(right)
  }

  private func write(
    _ writing: Writing, run: Run?, answered: Bool, _ tutor: Tutor
  ) -> Event {
    guard answered else { return .write(Self.essay(on: writing)) }
    guard run?.markedPoints == nil else { return .next }
    let marked = tutor.scene.menus.first?.items.allSatisfy { $0.mark == "[x]" } ?? false
    return marked ? .submit : .arrange(Array(writing.points.indices))
  }

  /// The last points in the rubric's own words, as many as it takes to pass; the learner then
  /// marks every point, as learners do.
  package static func essay(on writing: Writing) -> String {
    let needed = (writing.passMark * Double(writing.points.count)).rounded(.up)
    return writing.points.suffix(Int(needed)).map(\.idea).joined(separator: " ")
  }

  /// Says little.
  package static let note = """
    Points of one group are alike, and the distance decides what alike means.
    I would scale the columns, compare with noise, and watch the shares.
    """
}

extension Scene {
  /// The menus of the scene, wherever they stand.
  package var menus: [(items: [MenuItem], cursor: Int?)] {
    (main + aside).compactMap { element in
      guard case .menu(let items, let cursor) = element else { return nil }
      return (items, cursor)
    }
  }

  package var forms: [(fields: [Field], cursor: Int?)] {
    (main + aside).compactMap { element in
      guard case .form(let fields, let cursor) = element else { return nil }
      return (fields, cursor)
    }
  }
}
