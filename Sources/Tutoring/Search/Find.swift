// Looking for words on the page that one is at. It lies over any scene: "/" asks for the words,
// the page shows where they stand, n and N go through them, "/" once more looks in the whole
// course, and esc puts it away. It ends by itself when another page is opened.

import Screen

/// What a face marks on its page.
package struct Finding: Sendable, Equatable {
  package let words: String
  /// Which of the hits one is at, counted from 0 and beyond the last; nil where all are alike.
  package let current: Int?
  /// How many places of the whole course have the words.
  package let elsewhere: Int

  package init(words: String, current: Int?, elsewhere: Int) {
    self.words = words
    self.current = current
    self.elsewhere = elsewhere
  }
}

package enum FindStep: Sendable, Equatable {
  case ask, next, previous
}

struct Find: Sendable {
  private(set) var draft = Draft()
  private(set) var isTyping = true
  private var current = 0
  private let index: SearchIndex

  init(in index: SearchIndex) {
    self.index = index
  }

  /// Words that were found already, and are shown where they stand.
  init(_ words: String, in index: SearchIndex) {
    self.index = index
    draft = Draft(text: words, cursor: words.count)
    isTyping = false
  }

  enum Outcome: Equatable {
    case goesOn, ends
    /// The whole course is to be searched.
    case everywhere
    /// The event is not for the search.
    case passes
  }

  mutating func handle(_ event: Event) -> Outcome {
    switch event {
    case .edit(let edit) where isTyping:
      draft.applyOnOneLine(edit)
      current = 0
    case .enter where isTyping:
      isTyping = false
      if Pattern(draft.text) == nil { return .ends }
    case .find(.ask): return .everywhere
    case .find(.next): current += 1
    case .find(.previous): current -= 1
    case .back: return .ends
    default: return .passes
    }
    return .goesOn
  }
}

// MARK: - Over a scene

extension Find {
  func scene(over scene: Scene) -> Scene {
    let pattern = Pattern(draft.text)
    var found = Scene(
      title: scene.title, place: scene.place, main: scene.main, aside: scene.aside,
      actions: isTyping ? Self.asking : Self.going + scene.actions.compactMap(Self.rest),
      notice: scene.notice, input: isTyping ? .line(label: "/", draft) : .keys, pace: nil)
    found.find = Finding(
      words: draft.text, current: current,
      elsewhere: pattern.map { index.hits(for: $0).count } ?? 0)
    return found
  }

  private static let asking = [
    Action(keys: [.enter], word: "find", label: "find", event: .enter),
    Action(keys: [.escape], word: "back", label: "leave", event: .back),
    .quit,
  ]

  private static let going = [
    Action(keys: [.character("n")], word: "n", label: "next hit", event: .find(.next)),
    Action(keys: [.character("N")], word: "N", label: "hit before", event: .find(.previous)),
    Action(keys: [.character("/")], word: "/", label: "whole course", event: .find(.ask)),
    Action(keys: [.escape], word: "done", label: "done", event: .back),
  ]

  /// What else can be done on the page, by the keys that the search leaves free.
  private static func rest(_ action: Action) -> Action? {
    let taken = going.flatMap(\.keys)
    let keys = action.keys.filter { !taken.contains($0) }
    guard !keys.isEmpty else { return nil }
    return Action(keys: keys, word: action.word, label: action.label, event: action.event)
  }
}

extension Draft {
  /// Pasted lines become one.
  mutating func applyOnOneLine(_ edit: Edit) {
    guard case .insert(let text) = edit else { return apply(edit) }
    apply(.insert(String(text.map { $0.isNewline ? " " : $0 })))
  }
}
