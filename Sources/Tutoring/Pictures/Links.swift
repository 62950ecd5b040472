// Links from points to the centers of their groups. Any picture that has both can show them, so a
// key for it lies over every scene with such a picture, and no session has to know of it.

import Charts
import Screen

extension Action {
  static func links(areShown: Bool, event: Event = .links) -> Action {
    Action(
      keys: [.character("o")], word: "links", label: areShown ? "hide links" : "show links",
      event: event)
  }
}

extension Scene {
  /// The scene with a key for the links of its pictures; a session may have one of its own.
  ///
  /// - Parameter turned: Whether the key was pressed: what is shown by itself is hidden then,
  ///   what is hidden is shown.
  func offeringLinks(turned: Bool) -> Scene {
    let linkable = (main + aside).compactMap(\.linkable)
    let isTaken = actions.contains { $0.keys.contains(.character("o")) || $0.word == "links" }
    guard input == .keys, !isTaken, !linkable.isEmpty else { return self }
    let areUsual = linkable.contains(where: \.showsLinks)
    let areShown = areUsual != turned
    // Where a picture has links by itself, they can be seen to go away; elsewhere help names them.
    let end = areUsual ? actions.firstIndex { $0.event == .back } : nil
    var actions = actions
    actions.insert(.links(areShown: areShown), at: end ?? actions.endIndex)
    var scene = Scene(
      title: title, place: place, main: main.map { turned ? $0.linking(areShown) : $0 },
      aside: aside.map { turned ? $0.linking(areShown) : $0 }, actions: actions, notice: notice,
      input: input, pace: pace)
    scene.find = find
    return scene
  }
}

extension Element {
  fileprivate var linkable: ScatterChart? {
    guard case .chart(.scatter(let chart)) = self, chart.canShowLinks else { return nil }
    return chart
  }

  fileprivate func linking(_ areShown: Bool) -> Element {
    guard var chart = linkable else { return self }
    chart.showsLinks = areShown
    return .chart(.scatter(chart))
  }
}
