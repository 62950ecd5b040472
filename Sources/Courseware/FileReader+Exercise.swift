// An exercise file: an experiment that every stage runs, an introduction, stages.

import Experiments
import Markup

extension FileReader {
  mutating func exercise(_ document: Document, topics: [String]) -> PlacedExercise? {
    let (opening, sections) = sections(document.blocks)
    let base = base(opening + sections.flatMap(\.elements))
    surroundings.experiments = base.map { [$0.named] } ?? []
    let introduction = blocks(opening.withoutExperiments, in: "the introduction")
    let drafts = stages(sections, over: base?.named)
    if base == nil { reportMissingBase(drafts, sections) }
    let fields = frontMatter(document.frontMatter, keys: Self.exerciseKeys)
    guard let fields, let particulars = particulars(fields) else { return nil }
    let kind = kind(in: fields)
    let topic = topic(in: fields, among: topics)
    let position = whole("position", in: fields, range: 1...1000)
    if !fields.has("position") { missing("position", in: fields, example: "1") }
    guard let kind, let topic else { return nil }
    let exercise = Exercise(
      id: particulars.id, kind: kind, topic: topic, title: particulars.title,
      level: particulars.level, minutes: particulars.minutes, concepts: particulars.concepts,
      introduction: introduction, experiment: base?.settings ?? [], draws: base?.draws ?? [],
      premises: base?.premises ?? [], stages: weighted(drafts, of: sections.count), file: path,
      places: base?.places ?? Places())
    return PlacedExercise(
      exercise: exercise, position: position ?? 1, idPosition: fields["id"]?.position ?? .start)
  }

  private mutating func kind(in fields: Fields) -> Exercise.Kind? {
    guard let yaml = fields["kind"] else {
      missing("kind", in: fields, example: "concept")
      return nil
    }
    guard let kind = word(yaml, as: Exercise.Kind.self, called: "kind") else { return nil }
    guard kind != .interview else {
      error(
        at: yaml.position, "an interview question is not an exercise file",
        "write it in `interview.md`, or let `kind` be `concept`, `lab` or `flow`")
      return nil
    }
    return kind
  }

  private mutating func topic(in fields: Fields, among topics: [String]) -> String? {
    guard let topic = text("topic", in: fields, example: topics.first ?? "a-topic") else {
      return nil
    }
    if topics.contains(topic) { return topic }
    error(
      at: fields["topic"]?.position ?? fields.position, "there is no topic `\(topic)`",
      suggestion(for: topic, among: topics))
    return nil
  }

  private mutating func stages(_ sections: [Section], over base: NamedExperiment?) -> [StageDraft] {
    if sections.isEmpty {
      error(at: .start, "the exercise has no stages", "start each stage with a line `## Title`")
    }
    var seen: [String] = []
    var drafts: [StageDraft] = []
    for section in sections {
      if let draft = stage(section, over: base, seen: &seen) { drafts.append(draft) }
    }
    checkWritten(drafts)
    return drafts
  }

  /// The points that a learner finds are kept for the run-through, not for a stage of it.
  private mutating func checkWritten(_ drafts: [StageDraft]) {
    let written = drafts.filter { draft in
      if case .write = draft.task { true } else { false }
    }
    guard written.count > 1 else { return }
    error(
      at: written[1].position, "the exercise has a second written answer",
      "keep one `ask`, or make two exercises")
  }

  private mutating func reportMissingBase(_ drafts: [StageDraft], _ sections: [Section]) {
    let runs = sections.contains { section in
      section.elements.contains { element in
        if case .fence(let fence) = element {
          [.check, .tune, .order].contains(fence.word)
        } else {
          false
        }
      }
    }
    guard runs else { return }
    error(
      at: sections.first?.position ?? .start, "the exercise has no experiment",
      "write a block `experiment base` before the first stage")
  }
}

/// An exercise with what orders it in its topic, and where its id stands.
struct PlacedExercise {
  let exercise: Exercise
  let position: Int
  let idPosition: Position
}

extension [Element] {
  fileprivate var withoutExperiments: [Element] {
    filter { element in
      if case .fence(let fence) = element { fence.word != .experiment } else { true }
    }
  }
}

// MARK: - The experiment

/// The experiment of an exercise, with what a seed changes in it.
private struct Base {
  /// With the first value of every draw, so that what is laid over it can be checked.
  let named: NamedExperiment
  let settings: [Setting]
  let draws: [Draw]
  let premises: [Premise]
  let places: Places
}

extension FileReader {
  private mutating func base(_ elements: [Element]) -> Base? {
    var base: Base?
    for case .fence(let fence) in elements where fence.word == .experiment {
      if base != nil {
        error(at: fence.position, "the exercise has a second experiment", "keep one")
      } else if fence.name != "base" {
        error(
          at: fence.position, "the experiment of an exercise is called `base`",
          "write `experiment base`")
        base = self.base(fence)
      } else {
        base = self.base(fence)
      }
    }
    return base
  }

  private mutating func base(_ fence: Fence) -> Base {
    let pairs = fence.yaml?.mapping ?? []
    let drawn = pairs.first { $0.key == "draw" }?.value
    let written = settings(
      pairs.filter { !["draw", "premise"].contains($0.key) }, at: fence.position)
    guard fence.isReadable else {
      let unknown = NamedExperiment(name: "base", settings: [], experiment: nil)
      return Base(
        named: unknown, settings: [], draws: [], premises: [], places: Places(start: fence.position)
      )
    }
    let plain = experiment("base", written)
    let draws = draws(drawn, over: plain)
    let first = draws.compactMap { draw in draw.values.first.map { Setting(draw.setting, $0) } }
    let drawnExperiment = plain.experiment.flatMap { try? $0.applying(first) }
    let named = NamedExperiment(
      name: "base", settings: written.values, experiment: drawnExperiment ?? plain.experiment)
    let premises = premises(pairs.first { $0.key == "premise" }?.value, over: named)
    return Base(
      named: named, settings: written.values, draws: draws, premises: premises,
      places: Places(fence.yaml, start: fence.position))
  }
}

// MARK: - Shares of the score

extension FileReader {
  /// What the stages leave open is shared evenly among those without a weight.
  /// The sum is only judged where every stage could be read.
  mutating func weighted(_ drafts: [StageDraft], of count: Int) -> [Stage] {
    let open = drafts.filter { $0.weight == nil }
    if drafts.count == count { checkWeights(drafts, open: open) }
    let given = drafts.compactMap(\.weight).reduce(0, +)
    let share = open.isEmpty ? 0 : max(0, 1 - given) / Double(open.count)
    return drafts.map { draft in
      Stage(
        id: draft.id, title: draft.title, prose: draft.prose, settings: draft.settings,
        task: draft.task, hints: draft.hints, weight: draft.weight ?? share,
        afterword: draft.afterword, places: draft.places)
    }
  }

  private mutating func checkWeights(_ drafts: [StageDraft], open: [StageDraft]) {
    let given = drafts.compactMap(\.weight).reduce(0, +)
    let place = overflowing(drafts)?.places["weight"] ?? .start
    if given > 1 + 1e-9 {
      error(at: place, "the weights sum to more than 1", "let them sum to 1")
    } else if open.isEmpty, given < 1 - 1e-9, !drafts.isEmpty {
      error(at: place, "the weights sum to less than 1", "let them sum to 1, or leave one out")
    } else if !open.isEmpty, given > 1 - 1e-9 {
      error(
        at: open[0].position, "nothing of the score is left for the stage `\(open[0].title)`",
        "give the other stages less")
    }
  }

  /// The stage with whose weight the sum goes beyond 1, or the last one with a weight.
  private func overflowing(_ drafts: [StageDraft]) -> StageDraft? {
    var sum = 0.0
    for draft in drafts {
      sum += draft.weight ?? 0
      if sum > 1 + 1e-9 { return draft }
    }
    return drafts.last { $0.weight != nil }
  }
}
