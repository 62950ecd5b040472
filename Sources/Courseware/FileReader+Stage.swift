// A stage holds one task: prose, the task's block, prose that is shown once the answer is on
// record. What belongs to every task (weight, settings, hints) is read here, the four kinds
// of task beside this file.

import Experiments
import Markup

/// A stage before the shares of the score are filled up.
struct StageDraft {
  let id: String
  let title: String
  let prose: [Passage]
  let settings: [Setting]
  let task: Task
  let hints: [Hint]
  let afterword: [Block]
  let weight: Double?
  let position: Position
  let places: Places
}

extension FenceWord {
  /// The blocks that are tasks.
  static let tasks: [FenceWord] = [.check, .tune, .order, .ask]
}

extension FileReader {
  static let stageKeys = ["weight", "with", "hints"]

  mutating func stage(_ section: Section, over base: NamedExperiment?, seen: inout [String])
    -> StageDraft?
  {
    let places = section.elements.indices.filter { section.elements[$0].isTask }
    guard let place = places.first, places.count == 1,
      case .fence(let fence) = section.elements[place]
    else {
      report(section, tasks: places)
      return nil
    }
    guard surroundings.isExercise || fence.word == .ask else {
      misplaced(fence, in: "an interview", remedy: "ask for a written answer with `ask`")
      return nil
    }
    let id = uniqueID(of: fence, seen: &seen)
    let before = Array(section.elements[..<place])
    let after = Array(section.elements[(place + 1)...])
    let keys = Self.stageKeys + taskKeys(fence.word)
    guard fence.isReadable,
      let fields = fields(fence.yaml, of: "\(fence.word)", at: fence.position, keys: keys)
    else { return nil }
    let shared = sharedParts(of: fields, task: fence.word, over: base)
    let prose = passages(before, in: "the text of a stage", of: shared.base)
    let outcome = task(fence, fields, after: after, over: shared.base)
    guard let id, let outcome else { return nil }
    let written = allPlaces(of: fence, after)
    checkHints(shared.hints, of: outcome.task, from: shared.base, written)
    return StageDraft(
      id: id, title: section.title, prose: prose, settings: shared.settings, task: outcome.task,
      hints: shared.hints, afterword: outcome.afterword, weight: shared.weight,
      position: section.position, places: written)
  }

  /// Those of the task's block, and below "rubric" those of the block that goes with it.
  private func allPlaces(of fence: Fence, _ after: [Element]) -> Places {
    var places = Places(fence.yaml, start: fence.position)
    for case .fence(let other) in after where other.word == .rubric {
      places.add(other.yaml, at: "rubric", start: other.position)
    }
    return places
  }

  private mutating func report(_ section: Section, tasks: [Int]) {
    if tasks.count > 1 {
      error(
        at: section.elements[tasks[1]].position, "the stage `\(section.title)` has a second task",
        "start another stage with a line `## Title` above it")
    } else {
      error(
        at: section.position, "the stage `\(section.title)` has no task",
        "write a block `check`, `tune`, `order` or `ask` in it")
    }
  }

  private func taskKeys(_ word: FenceWord) -> [String] {
    switch word {
    case .check: ["of"] + Self.choiceKeys.filter { $0 != "with" }
    case .tune: Self.tuneKeys
    case .order: Self.orderKeys
    default:
      surroundings.isExercise ? Self.askKeys : Self.askKeys + ["level", "minutes", "concepts"]
    }
  }

  /// Settings under `with` are the stage's, so a choice finds none of its own.
  private mutating func sharedParts(
    of fields: Fields, task: FenceWord, over base: NamedExperiment?
  ) -> (settings: [Setting], base: NamedExperiment?, hints: [Hint], weight: Double?) {
    let changes = settings(fields["with"], at: fields.position)
    let laid = base.map { laying(changes, over: $0) }
    let hints = hints(in: fields)
    return (changes.values, laid, hints, share("weight", in: fields))
  }

  private mutating func task(
    _ fence: Fence, _ fields: Fields, after: [Element], over base: NamedExperiment?
  ) -> (task: Task, afterword: [Block])? {
    if base == nil, fence.word != .ask { return nil }
    switch fence.word {
    case .check: return choiceTask(fields, after: after, over: base)
    case .tune:
      let afterword = blocks(after, in: "the text after a task")
      return base.flatMap { tuning(fields, over: $0) }.map { (.tune($0), afterword) }
    case .order:
      let afterword = blocks(after, in: "the text after a task")
      return ordering(fields).map { (.order($0), afterword) }
    default: return writing(fence, fields, after: after).map { (.write($0), []) }
    }
  }

  /// Plots after a question are drawn once it is answered, as those under `reveal`.
  private mutating func choiceTask(
    _ fields: Fields, after: [Element], over base: NamedExperiment?
  ) -> (task: Task, afterword: [Block])? {
    var reveals: [Plot] = []
    var prose: [Element] = []
    if fields.has("of") { _ = subject(in: fields, or: base) }
    for element in after {
      if case .fence(let fence) = element, fence.word == .plot {
        if let plot = plot(fence, of: base) { reveals.append(plot) }
      } else {
        prose.append(element)
      }
    }
    let because = blocks(prose, in: "the text after a question")
    let own = Fields(
      pairs: fields.pairs.filter { $0.key != "with" }, position: fields.position,
      name: fields.name)
    guard let choice = choice(own, over: base, because: because) else { return nil }
    return (.choose(choice.revealing(reveals)), [])
  }
}

extension Element {
  fileprivate var isTask: Bool {
    if case .fence(let fence) = self { FenceWord.tasks.contains(fence.word) } else { false }
  }
}

extension Choice {
  fileprivate func revealing(_ plots: [Plot]) -> Choice {
    Choice(
      question: question, options: options, key: key, settings: settings,
      reveals: reveals + plots, because: because, keepsOrder: keepsOrder)
  }
}

// MARK: - Hints

extension FileReader {
  private mutating func hints(in fields: Fields) -> [Hint] {
    guard let yaml = fields["hints"] else { return [] }
    guard let items = yaml.list else {
      error(
        at: yaml.position, "`hints` is not a list", "write `- {price: 0.1, text: Look again.}`")
      return []
    }
    let hints = items.compactMap { hint($0) }
    if hints.reduce(0, { $0 + $1.price }) > 1 + 1e-9 {
      error(
        at: yaml.position, "the hints cost more than the whole stage",
        "let their prices sum to 1 or less")
    }
    return hints
  }

  private mutating func hint(_ yaml: YAML) -> Hint? {
    guard let fields = fields(yaml, of: "hint", at: yaml.position, keys: ["price", "text"]) else {
      return nil
    }
    if !fields.has("price") { missing("price", in: fields, example: "0.1") }
    let price = share("price", in: fields)
    let text = text("text", in: fields, example: "Look at the two axes.")
    if let text, text.contains("`=") {
      error(
        at: fields["text"]?.position ?? fields.position,
        "a hint holds a figure, which is not computed",
        "say it in words; figures stand in the text of the stage")
    }
    guard let price, let text else { return nil }
    return Hint(text: text, price: price)
  }

  /// Hints before the last nudge, and say nothing of the answer.
  private mutating func checkHints(
    _ hints: [Hint], of task: Task, from start: NamedExperiment?, _ places: Places
  ) {
    for (index, hint) in hints.enumerated().dropLast() {
      guard let leak = hint.leak(in: task, start: start?.experiment) else { continue }
      error(
        at: places["hints/\(index)"], "the hint \(leak)", "only the last hint may come that near")
    }
  }
}
