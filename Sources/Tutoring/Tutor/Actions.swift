// Actions that mean the same everywhere, so that a key is learnt once.

import Screen

extension Action {
  static let quit = Action(keys: [.character("q")], word: "q", label: "quit", event: .quit)
  static let help = Action(keys: [.character("?")], word: "?", label: "help", event: .help)
  static let find = Action(
    keys: [.character("/")], word: "find", label: "find", event: .find(.ask))
  static let back = Action(keys: [.escape], word: "back", label: "back", event: .back)

  static func up(_ event: Event) -> Action {
    Action(keys: [.up, .character("k")], word: "up", label: "up", event: event)
  }

  static func down(_ event: Event) -> Action {
    Action(keys: [.down, .character("j")], word: "down", label: "down", event: event)
  }

  static func enter(_ label: String) -> Action {
    Action(keys: [.enter], word: "enter", label: label, event: .enter)
  }

  /// Choosing in a menu: up and down move, enter takes.
  static func choosing(_ label: String) -> [Action] {
    [enter(label), up(.move(-1)), down(.move(1))]
  }

  /// Stands at the end of every scene's actions.
  static let always = [back, find, help, quit]
}
