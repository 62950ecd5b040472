// What a step back brings back, in words: on a full screen one sees it, but not always which of
// many values it was.

import Experiments

extension PlaygroundSession {
  /// "Undone: k is 3 again (it was 5)."
  static func words(from later: PlayState, backTo earlier: PlayState) -> String {
    let (now, before) = (values(of: later), values(of: earlier))
    let names = (earlier.settings + later.settings).map(\.name)
    guard let name = names.first(where: { now[$0] != before[$0] }) else { return "Undone." }
    if name == SettingName.features.rawValue { return "Undone: the columns are as before." }
    guard let value = before[name] else { return "Undone: \(name) is as it was at first." }
    let was = now[name].map { " (it was \(shown($0)))" } ?? ""
    return "Undone: \(name) is \(shown(value)) again\(was)."
  }

  /// A path by its last part.
  private static func shown(_ value: String) -> String {
    value.contains("/") ? fileName(of: value) : value
  }

  private static func values(of state: PlayState) -> [String: String] {
    Dictionary(state.settings.map { ($0.name, $0.value) }) { $0 + ", " + $1 }
  }
}
