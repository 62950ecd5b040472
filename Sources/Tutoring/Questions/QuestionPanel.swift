// A question with options, wherever it stands: in a lesson, a drill or a lab. The panel is
// what the learner moves about in before anything is committed.

import Scheduling
import Screen
import Wording

struct QuestionPanel: Sendable, Equatable {
  var cursor = 0
  /// What the learner said; nil as long as nothing was said, and then nothing is kept as said.
  var confidence: Confidence?

  /// Handles what only concerns the panel; false for everything else.
  mutating func handle(_ event: Event, options: Int) -> Bool {
    switch event {
    case .move(let step): cursor = min(max(0, cursor + step), max(0, options - 1))
    case .confidence(let confidence): self.confidence = confidence
    default: return false
    }
    return true
  }

  func elements(question: String, options: [String]) -> [Element] {
    let items = options.enumerated().map { index, option in
      MenuItem(text: option, name: "\(index + 1)")
    }
    return [
      .prose([Span(question, .bold)]), .menu(items, cursor: cursor), .gap,
      Confidence.line(among: options.count, said: confidence),
    ]
  }

  var actions: [Action] {
    [.enter("answer"), .up(.move(-1)), .down(.move(1)), Confidence.action(after: confidence)]
  }

  /// The word and its chance, as they are kept; nil where none was said.
  func said(among options: Int) -> (word: Confidence, chance: Double)? {
    confidence.map { ($0, $0.chance(among: options)) }
  }
}

extension Confidence {
  /// The three words, each with its chance, and which of them is said; none before the learner
  /// says one.
  static func line(among options: Int, said: Confidence?) -> Element {
    let choices = Confidence.allCases.flatMap { word in
      let words = "\(word)\u{a0}\(word.percent(among: options))"
      return word == said
        ? [Span("  (*)\u{a0}\(words)", .bold)] : [Span("  (\u{a0})\u{a0}\(words)", .muted)]
    }
    return .prose([Span("How sure?")] + choices)
  }

  /// In one piece, wherever the line is wrapped.
  private func percent(among options: Int) -> String {
    percentage(chance(among: options)).replacing(" ", with: "\u{a0}")
  }

  static func action(after said: Confidence?) -> Action {
    Action(
      keys: [.character("s")], word: "sure", label: "how sure",
      event: .confidence(said?.next ?? .guess))
  }
}

extension Confidence {
  var next: Confidence {
    switch self {
    case .guess: .fairly
    case .fairly: .sure
    case .sure: .guess
    }
  }
}
