// A question with options, wherever it stands: in a lesson, a drill or a lab. The panel is
// what the learner moves about in before anything is committed.

import Courseware
import Scheduling
import Screen

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

  func elements(question: String, options: [Choice.Option], asksConfidence: Bool) -> [Element] {
    let items = options.enumerated().map { index, option in
      MenuItem(text: option.text, name: "\(index + 1)")
    }
    let question: [Element] = [.prose([Span(question, .bold)]), .menu(items, cursor: cursor)]
    return asksConfidence ? question + [.gap, confidenceLine] : question
  }

  private var confidenceLine: Element {
    let choices = Confidence.allCases.flatMap { choice in
      choice == confidence
        ? [Span("  (*)\u{a0}\(choice)", .bold)] : [Span("  (\u{a0})\u{a0}\(choice)", .muted)]
    }
    return .prose([Span("How sure?")] + choices)
  }

  func actions(asksConfidence: Bool) -> [Action] {
    let sure = Action(
      keys: [.character("s")], word: "sure", label: "how sure", event: .confidence(confidence.next))
    return [.enter("answer"), .up(.move(-1)), .down(.move(1))] + (asksConfidence ? [sure] : [])
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
