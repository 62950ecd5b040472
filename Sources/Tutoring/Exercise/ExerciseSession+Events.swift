import Courseware
import Experiments
import Grading
import Scheduling

extension ExerciseSession {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .back: world.wish = .back
    case .restart: restart(in: &world)
    case .previous: goBack()
    case .next: goOn(in: &world)
    case .hint: takeHint(in: &world)
    default: work(event, in: &world)
    }
  }

  private mutating func work(_ event: Event, in world: inout World) {
    guard let stage, closing(stage) == nil || isMarking(in: world) else {
      if let stage, event == .opinion, askOpinion(stage, in: world) { return }
      if let stage, dispute(event, stage, in: &world) { return }
      if event == .enter { goOn(in: &world) }
      return
    }
    switch stage.task {
    case .choose: choose(event, stage, in: &world)
    case .tune(let tuning): tune(event, tuning, in: &world)
    case .order: arrange(event, stage, in: &world)
    case .write(let writing):
      isMarking(in: world)
        ? mark(event, writing, in: &world) : write(event, in: &world)
    }
  }

  private mutating func takeHint(in world: inout World) {
    guard let stage, closing(stage) == nil else { return }
    let level = hintsTaken(in: stage, world) + 1
    guard level <= stage.hints.count else {
      world.notice = "There are no more hints for this step."
      return
    }
    world.record(
      .hinted(Hinted(item: exercise.id, part: stage.id, attempt: attempt, level: level)))
  }
}

// MARK: - One task a method

extension ExerciseSession {
  private mutating func choose(_ event: Event, _ stage: Stage, in world: inout World) {
    let options = instance.options(of: stage)
    if desk.panel.handle(event, options: options.count) { return }
    switch event {
    case .pick(let index) where options.indices.contains(index):
      commit(.choice(options[index].id), in: &world)
    case .pick: world.notice = "Choose a number from 1 to \(options.count)."
    case .enter where options.indices.contains(desk.cursor):
      commit(.choice(options[desk.cursor].id), in: &world)
    default: break
    }
  }

  private mutating func tune(_ event: Event, _ tuning: Tuning, in world: inout World) {
    switch event {
    case .move(let step): desk.move(step, count: tuning.parameters.count)
    case .turn(let step): turn(step, tuning)
    case .set(let field, let value): set(field, value, tuning, in: &world)
    case .undo: if !desk.undo() { world.notice = "Nothing to undo." }
    case .enter, .submit: commit(.settings(desk.settings ?? []), in: &world)
    default: break
    }
  }

  private mutating func turn(_ step: Int, _ tuning: Tuning) {
    guard tuning.parameters.indices.contains(desk.cursor) else { return }
    let parameter = tuning.parameters[desk.cursor]
    let now = desk.settings?.first { $0.name == parameter.setting }?.value
    let index = parameter.choices.firstIndex { $0.value == now } ?? 0
    let next = min(max(0, index + step), parameter.choices.count - 1)
    desk.set(parameter.setting, to: parameter.choices[next].value)
  }

  private mutating func set(
    _ field: String, _ value: String, _ tuning: Tuning, in world: inout World
  ) {
    guard let parameter = tuning.parameters.first(where: { $0.matches(field) }) else {
      let names = tuning.parameters.map(\.setting).joined(separator: ", ")
      world.notice = "There is no \"\(field)\" here; you can set \(names)."
      return
    }
    guard let choice = parameter.choices.first(where: { $0.matches(value) }) else {
      let values = parameter.choices.map(\.label).joined(separator: ", ")
      world.notice = "\(parameter.label) can be \(values)."
      return
    }
    desk.set(parameter.setting, to: choice.value)
  }

  private mutating func arrange(_ event: Event, _ stage: Stage, in world: inout World) {
    let dealt = instance.dealt(of: stage)
    switch event {
    case .move(let step): desk.move(step, count: dealt.count)
    case .carry(let step): desk.carry(step)
    case .arrange(let order):
      guard order.sorted() == Array(dealt.indices) else {
        world.notice = "Name each step once, such as \"\(Self.example(dealt.count))\"."
        return
      }
      let shown = desk.order ?? Array(dealt.indices)
      desk.order = order.map { shown[$0] }
    case .enter, .submit:
      let order = desk.order ?? Array(dealt.indices)
      commit(.order(order.map { dealt[$0].step }), in: &world)
    default: break
    }
  }

  static func example(_ count: Int) -> String {
    (1...max(1, count)).reversed().map(String.init).joined(separator: " ")
  }

  private mutating func write(_ event: Event, in world: inout World) {
    switch event {
    case .edit(let edit): world.notice = desk.draft.take(edit)
    case .write(let text):
      desk.draft = Draft(text: text, cursor: text.count)
      commit(.text(text), in: &world)
    case .submit: commit(.text(desk.draft.answer), in: &world)
    default: break
    }
  }

  private mutating func mark(_ event: Event, _ writing: Writing, in world: inout World) {
    switch event {
    case .move(let step): desk.move(step, count: writing.points.count)
    case .enter: desk.found.formSymmetricDifference([desk.cursor])
    case .pick(let index) where writing.points.indices.contains(index):
      desk.found.formSymmetricDifference([index])
    case .arrange(let found) where found.allSatisfy(writing.points.indices.contains):
      desk.found = Set(found)
    case .pick, .arrange: world.notice = "The points are 1 to \(writing.points.count)."
    case .submit:
      commitMarking(
        writing.points.indices.filter(desk.found.contains).map { writing.points[$0].id },
        in: &world)
    default: break
    }
  }
}

extension Tuning.Parameter {
  /// The line face accepts the setting's name and the label.
  func matches(_ field: String) -> Bool {
    setting == field || label.lowercased() == field.lowercased()
  }
}

extension Tuning.ParameterChoice {
  func matches(_ text: String) -> Bool {
    value == text || label.lowercased() == text.lowercased()
  }
}
