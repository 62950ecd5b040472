// Help is the scene's own table of actions, told in full: it cannot be out of date.

import Screen

enum Help {
  static func scene(about scene: Scene) -> Scene {
    let rows = scene.actions.map { action in
      [action.keys.map(\.name).joined(separator: " "), action.word, action.label]
    }
    return Scene(
      title: "Keys here: \(scene.title)", place: "help",
      main: [
        .table(header: ["key", "typed in the line face", "what it does"], rows: rows),
        .gap,
        .prose([Span("Everything that you answer is on disk before the screen moves on.")]),
        .prose([Span("You can quit at any key; you come back to this place.")]),
      ],
      actions: [
        Action(
          keys: [.escape, .character("?"), .enter], word: "back", label: "back", event: .back),
        .quit,
      ])
  }
}

extension Key {
  /// As it stands on the last line and in help: "enter", "space", "↑", "ctrl-d".
  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "ctrl-\(letter)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .escape: "esc"
    case .pageUp: "page up"
    case .pageDown: "page down"
    case .backTab: "shift-tab"
    case .function(let number): "F\(number)"
    case .enter, .tab, .home, .end, .backspace, .delete, .insert: "\(self)"
    }
  }
}
