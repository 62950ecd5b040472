// A misconception is a wrong idea with a name. A card puts it right and so declares it; a wrong
// option, a broken constraint or a near miss shows it. Both may stand in any file of the course, so
// that the names are compared only when all files are read.
//
//     <!-- card: inertia-falls; misconception: lowest-inertia-is-best -->
//     - {id: 8, misconception: lowest-inertia-is-best}

import Markup

/// A wrong idea that the course knows: where it shows, and which card puts it right.
package struct Misconception: Sendable, Equatable {
  /// A part of the course that some answer shows it in.
  package struct Place: Sendable, Hashable {
    /// The exercise's id, or the reading's.
    package let item: String
    /// The stage's id, or the check's.
    package let part: String

    package init(item: String, part: String) {
      self.item = item
      self.part = part
    }
  }

  /// It reads as the wrong idea does: "lowest-inertia-is-best".
  package let id: String
  package let card: String
  package let places: [Place]

  /// The idea as it is read: "lowest inertia is best".
  package var words: String { id.split(separator: "-").joined(separator: " ") }
}

extension Course {
  /// Every misconception, in the order of the cards that put them right.
  package var misconceptions: [Misconception] {
    let shown = topics.flatMap(\.shownMisconceptions)
    return topics.flatMap(\.cards).compactMap { card in
      card.misconception.map { id in
        Misconception(
          id: id, card: card.id, places: shown.filter { $0.id == id }.map(\.place))
      }
    }
  }
}

extension Topic {
  fileprivate typealias Shown = (id: String, place: Misconception.Place)

  fileprivate var shownMisconceptions: [Shown] {
    let checks = ([lesson] + (walkthrough.map { [$0] } ?? [])).flatMap { reading in
      reading.pages.flatMap(\.passages).flatMap { passage -> [Shown] in
        guard case .check(let check) = passage else { return [] }
        return Self.shown(check.choice.misconceptions, in: reading.id, check.id)
      }
    }
    let stages = exercises.flatMap { exercise in
      exercise.stages.flatMap { Self.shown($0.task.misconceptions, in: exercise.id, $0.id) }
    }
    return checks + stages
  }

  private static func shown(_ ids: [String], in item: String, _ part: String) -> [Shown] {
    Set(ids).sorted().map { ($0, Misconception.Place(item: item, part: part)) }
  }
}

extension Task {
  fileprivate var misconceptions: [String] {
    switch self {
    case .choose(let choice): choice.misconceptions
    case .tune(let tuning): tuning.nearMisses.compactMap(\.misconception)
    case .order(let ordering): ordering.constraints.compactMap(\.misconception)
    case .write: []
    }
  }
}

extension Choice {
  fileprivate var misconceptions: [String] { options.compactMap(\.misconception) }
}

// MARK: - Reading

/// The names in one file, with where they stand.
struct MisconceptionNames {
  struct Name {
    let id: String
    let file: String
    let position: Position
  }

  var declared: [Name] = []
  var shown: [Name] = []
}

extension FileReader {
  /// What a wrong answer shows, under the key `misconception`.
  mutating func misconception(in fields: Fields) -> String? {
    guard let id = optionalText("misconception", in: fields), let yaml = fields["misconception"]
    else { return nil }
    misconceptions.shown.append(.init(id: id, file: path, position: yaml.position))
    return id
  }
}

extension CourseReader {
  /// Every name that is shown has one card, and every card's name is shown somewhere.
  mutating func checkMisconceptions() {
    let known = misconceptions.declared.map(\.id)
    for (index, name) in misconceptions.declared.enumerated() {
      if let other = misconceptions.declared[..<index].first(where: { $0.id == name.id }) {
        note(
          name,
          "the misconception `\(name.id)` has a card already, at \(other.file):\(other.position)",
          "take it out of one of them")
      } else if !misconceptions.shown.contains(where: { $0.id == name.id }) {
        note(
          name, severity: .warning, "no answer shows the misconception `\(name.id)`",
          "name it at a wrong option, a constraint or a near miss")
      }
    }
    for name in misconceptions.shown where !known.contains(name.id) {
      note(
        name, "no card puts the misconception `\(name.id)` right",
        known.isEmpty
          ? "write `<!-- card: an-id; misconception: \(name.id) -->` under a card's heading"
          : suggestion(for: name.id, among: known))
    }
  }

  private mutating func note(
    _ name: MisconceptionNames.Name, severity: Mistake.Severity = .error, _ what: String,
    _ remedy: String
  ) {
    mistakes.append(
      Mistake(
        file: name.file, position: name.position, severity: severity, what: what, remedy: remedy))
  }
}
