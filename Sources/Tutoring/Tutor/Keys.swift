// Which keys an action has on the full screen. While a text is being written letters belong to the
// text; help and the way out then need keys of their own.

package import Screen

extension Scene {
  /// The keys that do this now, the most telling first.
  package func keys(of action: Action) -> [Key] {
    let extra: [Key] =
      switch action.event {
      case .help: [.function(1)]
      case .quit: [.control("q")]
      default: []
      }
    return (action.keys + extra).filter { edit(for: $0) == nil }
  }

  /// What a key does to what is being written; nil where it is free for an action.
  package func edit(for key: Key) -> Edit? {
    switch input {
    case .keys: nil
    case .text: key.edit
    case .line: key.writesOneLine ? key.edit : nil
    }
  }

  package func action(for key: Key) -> Action? {
    actions.first { keys(of: $0).contains(key) }
  }
}

extension Key {
  fileprivate var writesOneLine: Bool {
    switch self {
    case .enter, .up, .down: false
    default: true
    }
  }

  /// What the key does to a text.
  package var edit: Edit? {
    switch self {
    case .character(let character): .insert(String(character))
    case .enter: .insert("\n")
    case .backspace: .erase
    case .delete: .eraseForward
    case .left: .left
    case .right: .right
    case .up: .up
    case .down: .down
    case .home, .control("a"): .lineStart
    case .end, .control("e"): .lineEnd
    default: nil
    }
  }
}
