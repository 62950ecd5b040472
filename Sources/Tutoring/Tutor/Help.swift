// Help is the scene's own table of actions, told in full and in groups: it cannot be out of date.

package import Screen

enum Help {
  static func scene(about scene: Scene) -> Scene {
    Scene(
      title: "Keys here: \(scene.title)", place: "help",
      main: groups(of: scene) + notes(on: scene),
      actions: [
        Action(
          keys: [.escape, .character("?"), .enter], word: "back", label: "back", event: .back),
        .quit,
      ])
  }

  /// What moves about, what can be done here, and what works on every screen.
  private enum Group: String, CaseIterable {
    case moving = "Moving"
    case here = "On this screen"
    case everywhere = "Everywhere"

    init(_ event: Event) {
      switch event {
      case .move, .next, .previous, .find(.next), .find(.previous): self = .moving
      case .back, .help, .quit, .find(.ask): self = .everywhere
      default: self = .here
      }
    }
  }

  /// One table a group, their columns below each other.
  private static func groups(of scene: Scene) -> [Element] {
    let rows = scene.actions.map { action in
      (Group(action.event), [keys(of: action, in: scene), action.word, action.meaning])
    }
    let all = Group.allCases.map { [$0.rawValue] + header } + rows.map(\.1)
    let widths = (0..<2).map { column in all.map { TextWidth.width(of: $0[column]) }.max() ?? 0 }
    func aligned(_ cells: [String]) -> [String] {
      zip(cells, widths).map { TextWidth.padded($0, $1) } + cells.dropFirst(widths.count)
    }
    return Group.allCases.flatMap { group -> [Element] in
      let mine = rows.filter { $0.0 == group }.map { aligned($0.1) }
      guard !mine.isEmpty else { return [] }
      return [.table(header: aligned([group.rawValue] + header), rows: mine)]
    }
  }

  private static let header = ["in plain lines", "what it does"]

  private static func keys(of action: Action, in scene: Scene) -> String {
    scene.keys(of: action).map(\.name).joined(separator: " ")
  }

  private static func notes(on scene: Scene) -> [Element] {
    let scrolling: [(keys: [Key], words: String)] = [
      ([.pageDown, .pageUp], ""), ([.character("d"), .character("u")], " (half a page)"),
      ([.character("g"), .character("G")], " (its ends)"),
    ]
    let free = scrolling.filter { entry in
      entry.keys.allSatisfy { scene.edit(for: $0) == nil && scene.action(for: $0) == nil }
    }.map { "\($0.keys.map(\.name).joined(separator: " and "))\($0.words)" }
    return [
      .gap,
      .prose([
        Span("A long page is scrolled by \(free.joined(separator: ", ")).")
      ]),
      .prose([Span("Answers are saved at once. Quit at any moment; you come back to this place.")]),
    ]
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
