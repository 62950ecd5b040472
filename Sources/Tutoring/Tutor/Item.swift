// The names under which progress is kept. Journals refer to them: they stay as they are.

package import Courseware
package import Scheduling

package enum Item {
  package static func deck(_ topic: String) -> String { "\(topic)/cards" }
  /// A page that was read to its end.
  package static func page(_ page: Page, of reading: Reading) -> String {
    "\(reading.id)#\(page.id)"
  }
  /// The first look around.
  package static let tour = "tour"
  /// The walk along the pipeline of a flow exercise.
  package static func pipeline(_ flow: String) -> String { "\(flow)/pipeline" }
}

/// A part of a topic that a learner can open and pass.
package struct Part: Sendable, Equatable {
  package let route: Route
  package let item: String
  package let title: String
  /// "lesson", "lab", "cards" ...
  package let kind: String
  package let minutes: Int
  package let status: Status
  /// Best score so far, 0...1; nil before the first verdict.
  package let score: Double?
}

extension Progress {
  /// All parts of a topic in the order in which they are best taken.
  package func parts(of topic: Topic) -> [Part] {
    let lesson = part(topic.lesson, kind: "lesson")
    let exercises = topic.exercises.map { exercise in
      part(
        .exercise(exercise.id), item: exercise.id, exercise.title, "\(exercise.kind)",
        exercise.minutes)
    }
    let walkthrough = topic.walkthrough.map { [part($0, kind: "walkthrough")] } ?? []
    let practice = exercises.filter { $0.kind != "\(Exercise.Kind.interview)" }
    let interview = exercises.filter { $0.kind == "\(Exercise.Kind.interview)" }
    return [lesson] + practice + pipeline(of: topic) + deck(of: topic) + walkthrough + interview
  }

  private func part(_ reading: Reading, kind: String) -> Part {
    part(.reading(reading.id), item: reading.id, reading.title, kind, reading.minutes)
  }

  private func part(
    _ route: Route, item: String, _ title: String, _ kind: String, _ minutes: Int
  ) -> Part {
    Part(
      route: route, item: item, title: title, kind: kind, minutes: minutes,
      status: status(of: item), score: record(of: item)?.bestScore)
  }

  /// Nothing is asked for a grade on the way, so that there is no score and nothing to pass cold.
  private func pipeline(of topic: Topic) -> [Part] {
    topic.exercises.filter { $0.ordering != nil }.map { flow in
      let item = Item.pipeline(flow.id)
      return Part(
        route: .pipeline(flow.id), item: item, title: "\(flow.title), stage by stage",
        kind: "pipeline", minutes: 6, status: min(status(of: item), .passed), score: nil)
    }
  }

  private func deck(of topic: Topic) -> [Part] {
    guard !topic.cards.isEmpty else { return [] }
    let item = Item.deck(topic.id)
    return [
      Part(
        route: .cards(topic: topic.id), item: item, title: "\(topic.cards.count) flash cards",
        kind: "cards", minutes: (topic.cards.count + 1) / 2,
        status: status(ofDeck: item, cards: topic.cards.map(\.id)), score: nil)
    ]
  }
}
