// A question with options, wherever it stands: in a lesson, a drill or a lab. The panel is
// what the learner moves about in before anything is committed.

import Scheduling
import Screen
import Wording

struct QuestionPanel: Sendable, Equatable {
  var cursor = 0
  var confidence = Confidence.fairly

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
      confidence.line(among: options.count),
    ]
  }

  var actions: [Action] {
    [.enter("answer"), .up(.move(-1)), .down(.move(1)), confidence.action]
  }
}

extension Confidence {
  /// The three words, each with its chance, and which of them is said now.
  func line(among options: Int) -> Element {
    let choices = Confidence.allCases.flatMap { word in
      let words = "\(word)\u{a0}\(word.percent(among: options))"
      return word == self
        ? [Span("  (*)\u{a0}\(words)", .bold)] : [Span("  (\u{a0})\u{a0}\(words)", .muted)]
    }
    return .prose([Span("How sure?")] + choices)
  }

  /// In one piece, wherever the line is wrapped.
  private func percent(among options: Int) -> String {
    percentage(chance(among: options)).replacing(" ", with: "\u{a0}")
  }

  var action: Action {
    Action(keys: [.character("s")], word: "sure", label: "how sure", event: .confidence(next))
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
