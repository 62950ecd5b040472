// Interview questions: every level-2 heading is an exercise of one stage, a written answer.

import Markup

extension FileReader {
  mutating func interview(_ document: Document, topic: String) -> [PlacedExercise] {
    let matter = frontMatter(document.frontMatter, keys: Self.commonKeys)
    let shared = matter.map { defaults(in: $0) } ?? Defaults()
    let (opening, sections) = sections(document.blocks)
    rejectOpening(opening, of: "question")
    if sections.isEmpty {
      error(at: .start, "the file has no questions", "start each with a line `## Title`")
    }
    var seen: [String] = []
    return sections.compactMap { question($0, topic: topic, shared: shared, seen: &seen) }
  }

  private struct Defaults {
    var level: String?
    var minutes: Int?
    var concepts: [String] = []
  }

  private mutating func defaults(in fields: Fields) -> Defaults {
    Defaults(
      level: level(in: fields, isRequired: false),
      minutes: whole("minutes", in: fields, range: 1...600), concepts: concepts(in: fields))
  }

  private mutating func question(
    _ section: Section, topic: String, shared: Defaults, seen: inout [String]
  ) -> PlacedExercise? {
    guard let draft = stage(section, over: nil, seen: &seen) else { return nil }
    let ask = section.elements.lazy.compactMap { element in
      if case .fence(let fence) = element, fence.word == .ask { fence } else { nil }
    }.first
    guard case .write = draft.task, let ask else { return nil }
    let fields = Fields(
      pairs: ask.yaml?.mapping ?? [], position: ask.position, name: "ask")
    let own = defaults(in: fields)
    let level = own.level ?? shared.level
    if level == nil, !fields.has("level") { missing("level", in: fields, example: "beginner") }
    let exercise = Exercise(
      id: draft.id, kind: .interview, topic: topic, title: section.title, level: level ?? "",
      minutes: own.minutes ?? 5, concepts: own.concepts.isEmpty ? shared.concepts : own.concepts,
      introduction: [], experiment: [], draws: [], premises: [], stages: weighted([draft], of: 1),
      file: path)
    return PlacedExercise(exercise: exercise, position: 0, idPosition: ask.position)
  }
}
