// What may be found. A search gives nothing away:
//
//   pages      up to the first question that is not answered; what follows it is still hidden
//   questions  their words, not their options, replies, reasons and keys
//   exercises  the introduction, and the steps that were reached; never a hint or an afterword
//   cards      the front; the back once the card was turned and graded
//   interview  the question and how to build an answer; never its points or the senior answer
//
// Figures are runs, and nothing is run for a search: where one stands, a blank is read.

package import Courseware
import Markup
package import Scheduling
import Screen

extension SearchIndex {
  package init(of course: Course, _ progress: Progress) {
    places = course.topics.flatMap { Self.places(of: $0, progress) }
  }

  /// In the order in which the parts are best taken.
  private static func places(of topic: Topic, _ progress: Progress) -> [Place] {
    var places = pages(topic.lesson, "lesson", progress)
    for drill in topic.exercises where drill.kind != .interview {
      places.append(exercise(drill, progress))
    }
    for card in topic.cards { places.append(self.card(card, of: topic, progress)) }
    if let code = topic.walkthrough { places += pages(code, "walkthrough", progress) }
    for question in topic.exercises where question.kind == .interview {
      places.append(exercise(question, progress))
    }
    return places
  }

  private static func pages(
    _ reading: Reading, _ kind: String, _ progress: Progress
  ) -> [Place] {
    let run = progress.record(of: reading.id)?.runs.last
    return reading.pages.enumerated().map { index, page in
      var texts = [page.title]
      for passage in page.passages {
        texts += words(of: passage)
        if case .check(let check) = passage, run?.answer(to: check.id) == nil { break }
      }
      return Place(
        kind: kind, title: page.title, note: "page \(index + 1)",
        name: "page \(index + 1) of \"\(reading.title)\"", route: .reading(reading.id), page: index,
        texts: texts.map { SearchText($0) })
    }
  }

  private static func exercise(_ exercise: Exercise, _ progress: Progress) -> Place {
    let runs = progress.record(of: exercise.id)?.runs ?? []
    var texts = [exercise.title] + exercise.introduction.flatMap(words)
    for stage in exercise.stages {
      texts +=
        (stage.title == exercise.title ? [] : [stage.title]) + stage.prose.flatMap(words)
        + words(of: stage.task)
      guard runs.contains(where: { $0.answer(to: stage.id) != nil }) else { break }
    }
    return Place(
      kind: "\(exercise.kind)", title: exercise.title,
      name: "\(exercise.kind) \"\(exercise.title)\"", route: .exercise(exercise.id),
      texts: texts.map { SearchText($0) })
  }

  private static func card(_ card: Card, of topic: Topic, _ progress: Progress) -> Place {
    let front = plain.text(card.front)
    let back = progress.card(card.id) == nil ? [] : card.back.flatMap(words)
    return Place(
      kind: "cards", title: front, name: "card \"\(front)\"", route: .cards(topic: topic.id),
      card: card.id, texts: ([front] + back).map { SearchText($0) })
  }
}

// MARK: - The words of things

extension SearchIndex {
  /// Stands for a figure.
  static let blank = "__"

  private static var plain: Prose { Prose { _ in blank } }

  private static func words(of block: Block) -> [String] {
    plain.elements(for: block).flatMap(words)
  }

  private static func words(of passage: Passage) -> [String] {
    switch passage {
    case .prose(let block): words(of: block)
    case .callout(let audience, let blocks): words(of: plain.callout(audience, blocks))
    case .plot(let plot): [plot.caption].compactMap(\.self)
    case .check(let check): [check.choice.question]
    case .source(let excerpt): [excerpt.file] + excerpt.lines
    }
  }

  private static func words(of task: Task) -> [String] {
    switch task {
    case .choose(let choice): [choice.question]
    case .tune(let tuning): [tuning.goal]
    case .order(let ordering): [ordering.question] + ordering.steps.map(\.text).sorted()
    case .write(let writing): [writing.question] + writing.structure
    }
  }

  private static func words(of element: Element) -> [String] {
    switch element {
    case .heading(let text), .code(let text, _): [text]
    case .prose(let spans), .item(_, let spans): [spans.map(\.text).joined()]
    case .callout(_, let lines): lines.map { $0.map(\.text).joined() }
    default: []
    }
  }
}
