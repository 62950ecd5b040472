// The last thing said: what may be typed now, the most likely first.

import Screen
import Tutoring

extension Scene {
  var prompt: String {
    "\(opening) (\(accepted)):"
  }

  /// The same where all of it was said a moment ago.
  var shortPrompt: String {
    "\(opening) (\((kinds + ["? for all that can be typed"]).joined(separator: ", "))):"
  }

  /// What may be done besides answering, as the prompt names it.
  var namedActions: [String] { actions.filter(isWorthSaying).map(words) }

  /// What may be typed, as the inside of a sentence.
  var accepted: String {
    (kinds + namedActions + ["? for help"]).joined(separator: ", ")
  }

  private var opening: String {
    switch asking {
    case .text: "Write your answer, line by line"
    case .choice: "Your answer"
    case .order: "Your order"
    case .marks: "The points that you said"
    case .list: "Your choice"
    case .words: "Words to find"
    case .form: "Your change"
    case .said: "Go on"
    case .nothing: isGrading ? "How well did you know it" : "Go on"
    }
  }

  private var kinds: [String] {
    switch asking {
    case .text: ["a line with only . commits it", "only - takes the last line back"]
    case .choice(let items):
      [items.range] + (asksConfidence ? ["with guess, fairly or sure behind it"] : [])
    case .order(let items): ["all numbers, such as \(Self.example(items.count))"]
    case .marks: ["numbers, such as 1 3", "none"]
    case .list(let items, let cursor):
      [items.range] + (cursor.flatMap { items.named($0) } ?? [])
    case .form(let fields):
      // The value as it is: an example must not be an answer.
      fields.isEmpty
        ? []
        : ["NAME=VALUE" + (fields.lazy.compactMap(\.example).first.map { " such as \($0)" } ?? "")]
    case .words(let items): items.isEmpty ? [] : ["a number: \(items.range)"]
    case .said(let items): goingOn + ["\(items.range): I did say that"]
    case .nothing: goingOn
    }
  }

  private var goingOn: [String] { emptyLine.map { ["an empty line: \($0.label)"] } ?? [] }

  private var isGrading: Bool {
    actions.contains { if case .grade = $0.event { true } else { false } }
  }

  static func example(_ count: Int) -> String {
    (1...max(1, count)).reversed().map(String.init).joined(separator: " ")
  }

  /// Moving about means little without a screen, and some things are said already.
  private func isWorthSaying(_ action: Action) -> Bool {
    switch action.event {
    case .back where find?.status != nil: true
    case .move, .turn, .carry, .confidence, .help, .back, .quit, .restart: false
    // The stages of a pipeline have their numbers beside them; what a number does to a point of a
    // text is said with the numbers.
    case .pick: false
    // The sentences of a picture say all that its links show.
    case .links: false
    // What a form sets is named there.
    case .set(let field, _) where isInForm(field): false
    case .enter:
      switch asking {
      case .order, .form: true
      case .text, .choice, .marks, .list, .words: false
      case .nothing, .said: action != emptyLine
      }
    // Said where one looks around; it works on every page.
    case .find(.ask): find?.status != nil || isList
    case .find: true
    case .submit: if case .text = asking { false } else { true }
    default: action != emptyLine
    }
  }

  private var isList: Bool {
    if case .list = asking { true } else { false }
  }

  private func isInForm(_ field: String) -> Bool {
    guard case .form(let fields) = asking else { return false }
    return fields.contains { $0.name == field }
  }

  private func words(_ action: Action) -> String {
    let name = action.shortName
    if action.event == .hint, let price = action.label.price {
      return "\(name) for a hint that costs \(price)"
    }
    if action.event == .find(.ask), find == nil { return "/WORDS: \(action.label)" }
    if case .find = action.event { return "\(action.word): \(action.label)" }
    return name == action.label ? name : "\(name): \(action.label)"
  }
}

extension Field {
  /// "k=3"; nil where the value is a sentence.
  fileprivate var example: String? {
    let value = uncut?.value ?? value
    guard !value.isEmpty, value.count <= 20, !value.contains(" ") else { return nil }
    return "\(label)=\(value)"
  }
}

extension [MenuItem] {
  fileprivate func named(_ cursor: Int) -> [String]? {
    indices.contains(cursor) ? ["an empty line for \(self[cursor].name)"] : nil
  }
}

extension Action {
  /// The shortest thing to type: a letter, or the word.
  fileprivate var shortName: String {
    let letters = keys.compactMap { key in
      if case .character(let letter) = key { letter } else { nil }
    }
    return letters.first { $0 != " " }.map(String.init) ?? word
  }
}

extension String {
  /// "10 %" in "hint (−10 %)".
  fileprivate var price: String? {
    guard let open = firstIndex(of: "("), let close = lastIndex(of: ")"), open < close else {
      return nil
    }
    return self[index(after: open)..<close].drop { !$0.isNumber }.description
  }
}
