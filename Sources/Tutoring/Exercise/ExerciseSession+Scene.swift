import Charts
import Courseware
import Experiments
import Grading
import Scheduling
import Screen
import Wording

extension ExerciseSession {
  func scene(in world: World) -> Scene {
    if isOpening { return opening(in: world) }
    guard let stage else { return summary(in: world) }
    let isClosed = closing(stage) != nil && !isMarking(in: world)
    return Scene(
      title: "\(exercise.title) · \(exercise.kind)",
      place: "seed \(instance.seed) · \(position + 1) of \(exercise.stages.count), \(stage.id)",
      main: [.heading(stage.title)] + text(of: stage, in: world) + workbench(stage, in: world)
        + (isMarking(in: world) ? answers(to: stage, in: world) : []),
      aside: isClosed ? outcome(of: stage, in: world) : task(stage, in: world),
      actions: actions(stage, isClosed: isClosed, in: world) + Action.always
        + (isWriting(stage) ? [] : [again]),
      input: isWriting(stage) ? .text(desk.draft) : .keys)
  }

  /// What the exercise is about, before its first stage.
  private func opening(in world: World) -> Scene {
    let count = exercise.stages.count
    let stages = exercise.stages.enumerated().map { index, stage in
      Element.item(mark: "\(index + 1).", [Span(stage.title)])
    }
    return Scene(
      title: "\(exercise.title) · \(exercise.kind)",
      place: "seed \(instance.seed) · about \(exercise.minutes) min",
      main: prose(in: world).elements(for: exercise.introduction).flatMap { [$0, .gap] }
        + [.prose([Span(count == 1 ? "One step:" : "\(count) steps:")])] + stages,
      actions: [Self.begin] + Action.always + [again])
  }

  private static let begin = Action(
    keys: [.enter, .character("n"), .space], word: "begin", label: "begin", event: .next)

  func prose(in world: World, _ stage: Stage? = nil) -> Prose {
    let base = stage.map { instance.settings(for: $0) } ?? instance.common
    let mine = base.overlaid(with: desk.settings ?? [])
    return world.prose(
      of: world.course.topic(exercise.topic),
      local: [Variant(id: "base", settings: base), Variant(id: "this", settings: mine)])
  }

  private func text(of stage: Stage, in world: World) -> [Element] {
    let prose = prose(in: world, stage)
    return stage.prose.flatMap { passage -> [Element] in
      switch passage {
      case .prose(let block): prose.elements(for: block)
      case .callout(let audience, let blocks):
        world.wants(audience) ? [prose.callout(audience, blocks)] : []
      case .plot(let plot): world.picture(of: plot, in: instance.settings(for: stage))
      case .source(let excerpt):
        [.code(excerpt.lines.joined(separator: "\n"), firstLine: excerpt.firstLine)]
      case .check: []
      }
    }
  }

  /// While a text is written, letters belong to the text.
  private func isWriting(_ stage: Stage) -> Bool {
    if case .write = stage.task { verdicts[stage.id] == nil } else { false }
  }
}

// MARK: - The task

extension ExerciseSession {
  /// What is changed and looked at again and again: the run of the values on the desk.
  private func workbench(_ stage: Stage, in world: World) -> [Element] {
    guard case .tune(let tuning) = stage.task else { return [] }
    let settings = instance.settings(for: stage).overlaid(with: desk.settings ?? [])
    return tuning.plots.flatMap { world.picture(of: $0, in: settings) }
  }

  private func task(_ stage: Stage, in world: World) -> [Element] {
    let taken = hintsTaken(in: stage, world)
    let told = stage.hints.prefix(taken).enumerated().map { index, hint in
      Element.callout(
        title: "Hint \(index + 1) of \(stage.hints.count), −\(percentage(hint.price))",
        [[Span(hint.text)]])
    }
    return told + question(stage, in: world)
  }

  private func question(_ stage: Stage, in world: World) -> [Element] {
    switch stage.task {
    case .choose(let choice):
      desk.panel.elements(
        question: choice.question, options: instance.options(of: stage).map(\.text))
    case .tune(let tuning): form(tuning, stage, in: world)
    case .order(let ordering): steps(ordering, stage)
    case .write(let writing):
      isMarking(in: world) ? marking(writing, in: world) : writingTask(writing)
    }
  }

  private func form(_ tuning: Tuning, _ stage: Stage, in world: World) -> [Element] {
    let now = try? Experiment(
      settings: instance.settings(for: stage).overlaid(with: desk.settings ?? []))
    let fields = tuning.parameters.map { parameter in
      let value = desk.settings?.first { $0.name == parameter.setting }?.value ?? ""
      // What only another algorithm knows is offered, and said to do nothing now.
      let idle = now?.accepts(parameter.setting) == false
      return Field(
        name: parameter.setting, label: parameter.label + (idle ? " (unused)" : ""),
        value: parameter.choices.first { $0.value == value }?.label ?? value,
        choices: parameter.choices.map(\.label))
    }
    let refused = verdicts[stage.id].map { [$0.refusal, .gap] } ?? []
    return [.prose([Span(tuning.goal, .bold)])] + refused
      + [.form(fields, cursor: desk.cursor), .gap] + figures(tuning, stage, in: world)
  }

  /// What the run of these values gives, beside what the stage began with.
  private func figures(_ tuning: Tuning, _ stage: Stage, in world: World) -> [Element] {
    let base = instance.settings(for: stage)
    let before = world.bench.outcome(of: base)
    let now = world.bench.outcome(of: base.overlaid(with: desk.settings ?? []))
    let rows = tuning.shows.map { measure in
      [measure.label, written(measure, now), written(measure, before)]
    }
    let advice = (try? now.get())?.advice.map { Element.prose([Span($0, .warning)]) } ?? []
    return [.table(header: ["it gives", "now", "at first"], rows: rows)] + advice
  }

  private func written(_ measure: Measure, _ run: Result<Trace, ExperimentError>) -> String {
    switch run {
    case .success(let trace): trace.value(of: measure).map { brief($0) } ?? "not defined"
    case .failure(let error): error.isUnfinished ? World.onItsWay : "not defined"
    }
  }

  private func steps(_ ordering: Ordering, _ stage: Stage) -> [Element] {
    let dealt = instance.dealt(of: stage)
    let order = desk.order ?? Array(dealt.indices)
    let items = order.enumerated().map { place, index in
      MenuItem(text: dealt[index].text, mark: "\(place + 1)", name: "\(place + 1)")
    }
    return [.prose([Span(ordering.question, .bold)]), .menu(items, cursor: desk.cursor)]
  }

}

// MARK: - The outcome

extension ExerciseSession {
  private func outcome(of stage: Stage, in world: World) -> [Element] {
    guard let verdict = verdicts[stage.id] else { return [] }
    let prose = prose(in: world, stage)
    let price = hintsTaken(in: stage, world)
    let paid =
      price == 0 || verdict.isDecided
      ? []
      : [
        Element.prose([
          Span("With \(counted(price, "hint")): \(percentage(score(of: stage, world)))")
        ])
      ]
    return mine(stage, in: world) + told(verdict, stage, in: world) + paid
      + after(stage, prose, in: world)
  }

  private func told(_ verdict: Verdict, _ stage: Stage, in world: World) -> [Element] {
    switch stage.task {
    case .choose, .tune: [verdict.element]
    case .order: [verdict.brokenRules] + runs(of: verdict)
    case .write(let writing):
      marks(verdict, writing, stage, in: world)
        + opinion(beside: verdict, writing, stage, in: world)
    }
  }

  /// What the learner answered, in the words of the task.
  func mine(_ stage: Stage, in world: World) -> [Element] {
    guard let text = run(in: world)?.answer(to: stage.id)?.answer else { return [] }
    switch stage.task {
    case .choose(let choice):
      let option = instance.options(of: stage).first { $0.id == text }?.text ?? text
      return [.prose([Span(choice.question, .bold)]), .prose([Span("Your answer: \(option)")])]
    case .write(let writing):
      return [
        .prose([Span(writing.question, .bold)]), .heading("Your answer"), .prose([Span(text)]),
      ]
    case .tune, .order: return []
    }
  }

  /// What is told only now: why, the pictures, the model answer.
  private func after(_ stage: Stage, _ prose: Prose, in world: World) -> [Element] {
    switch stage.task {
    case .choose(let choice):
      let pictures = choice.reveals.flatMap {
        world.picture(of: $0, in: instance.settings(for: stage).overlaid(with: choice.settings))
      }
      return pictures + prose.elements(for: choice.because)
    case .write(let writing):
      return structure(of: stage, in: world) + [
        .gap, .heading(Self.seniorTitle),
      ]
        + prose.elements(for: writing.model)
    case .tune, .order: return prose.elements(for: stage.afterword)
    }
  }

  /// Both executions of a flow, side by side.
  private func runs(of verdict: Verdict) -> [Element] {
    guard let runs = verdict.runs else { return [] }
    return [
      .gap, .heading("Your order, as it ran"),
      .table(header: Self.flowHeader, rows: rows(runs.learner)),
      .heading("The right order on the same table"),
      .table(header: Self.flowHeader, rows: rows(runs.right)),
    ]
  }

  private static let flowHeader = ["", "step", "state", "what happened"]

  private func rows(_ reports: [StepReport]) -> [[String]] {
    reports.enumerated().map { index, report in
      ["\(index + 1)", report.step.rawValue, "\(report.state)", report.sentence]
    }
  }

  private func summary(in world: World) -> Scene {
    let result = result(in: world)
    let (total, passed) = (result.score, result.passed)
    let rows = exercise.stages.map { stage in
      [
        stage.title, percentage(score(of: stage, world)), percentage(stage.weight),
        "\(hintsTaken(in: stage, world))",
      ]
    }
    let status = world.progress.status(of: exercise.id)
    return Scene(
      title: "\(exercise.title) · \(exercise.kind)", place: "seed \(instance.seed) · done",
      main: [
        .verdict(
          headline: passed
            ? "Passed: \(percentage(total))." : "Not passed yet: \(percentage(total)).",
          passed ? .good : .partial, lines: [advice(passed, status.words)]),
        .gap, .table(header: ["stage", "earned", "weight", "hints"], rows: rows),
      ],
      actions: [
        Action(keys: [.enter, .character("n"), .space], word: "next", label: "home", event: .back),
        again,
      ] + Action.always)
  }

  private func advice(_ passed: Bool, _ status: String) -> String {
    // An interview question has no variants.
    if exercise.kind == .interview, !passed {
      return "Try again on another day, from memory: the question stays the same."
    }
    return passed
      ? "This exercise now counts as \(status). Passed cold takes another day, a new seed, no hint."
      : "Every stage must be passed in one go. Try again with a new variant: its figures differ."
  }

}

// MARK: - Keys

extension ExerciseSession {
  private var again: Action {
    Action(
      keys: [.character("x")], word: "reset", label: "new variant", event: .restart)
  }

  private func actions(_ stage: Stage, isClosed: Bool, in world: World) -> [Action] {
    let previous = Action(
      keys: [.character("b")], word: "previous", label: "stage back", event: .previous)
    let back = position > firstPosition ? [previous] : []
    if isClosed {
      let last = position == exercise.stages.count - 1
      let next = Action(
        keys: [.enter, .character("n"), .space], word: "next",
        label: last ? "see the result" : "next step", event: .next)
      return [next] + disputing(stage, in: world) + askingOpinion(stage, in: world)
        + evidence(of: stage) + back
    }
    if case .write = stage.task, !isMarking(in: world) { return [.commit] + hint(stage, in: world) }
    return keys(of: stage, in: world) + hint(stage, in: world) + evidence(of: stage) + back
  }

  /// What decided the last answer, also where a tuning was refused and may be tried again.
  private func evidence(of stage: Stage) -> [Action] {
    verdicts[stage.id] == nil ? [] : [.evidence(exercise.id, stage.id)]
  }

  private func keys(of stage: Stage, in world: World) -> [Action] {
    switch stage.task {
    case .choose: desk.panel.actions
    case .tune:
      [
        .enter("submit"), .up(.move(-1)), .down(.move(1)),
        Action(keys: [.right, .character("l")], word: "right", label: "change", event: .turn(1)),
        Action(keys: [.left], word: "left", label: "change back", event: .turn(-1)),
        Action(keys: [.character("u")], word: "undo", label: "undo", event: .undo),
      ]
    case .order:
      [
        .enter("run this order"), .up(.move(-1)), .down(.move(1)),
        Action(
          keys: [.left, .character("K")], word: "earlier", label: "carry up", event: .carry(-1)),
        Action(
          keys: [.right, .character("J")], word: "later", label: "carry down", event: .carry(1)),
      ]
    case .write:
      [
        Action(keys: [.enter, .space], word: "mark", label: "mark", event: .enter),
        .up(.move(-1)), .down(.move(1)),
        Action(keys: [.character("d")], word: "done", label: "done", event: .submit),
      ]
    }
  }

  private func hint(_ stage: Stage, in world: World) -> [Action] {
    let taken = hintsTaken(in: stage, world)
    guard taken < stage.hints.count, !isMarking(in: world) else { return [] }
    let price = percentage(stage.hints[taken].price)
    return [
      // While a text is written, h is a letter.
      Action(
        keys: [.character("h"), .function(2)], word: "hint", label: "hint (−\(price))",
        event: .hint)
    ]
  }
}

extension Measure {
  /// The name in a column: "loudest share".
  fileprivate var label: String { rawValue.replacing("-", with: " ") }
}

extension Action {
  fileprivate static let commit = Action(
    keys: [.control("d")], word: "commit", label: "commit", event: .submit)
}
