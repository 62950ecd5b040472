// Writing line by line. Each line goes into the draft at once, so it is kept whatever happens
// next. A line of a single dot commits the text, one of a single hyphen takes the last line
// back. Help, leaving and quitting work by their words; all else
// is text.

import Screen
import Tutoring

extension Scene {
  func events(forText line: String, _ draft: Draft) -> [Event] {
    let word = line.trimmed
    if word == "." { return [.write(draft.text.trimmed)] }
    if word == "-" { return toTheEnd(of: draft) + [.edit(.eraseLine)] }
    if let action = actions.first(where: { $0.isSaid(by: word) }) {
      return [action.event == .submit ? .write(draft.text.trimmed) : action.event]
    }
    return toTheEnd(of: draft) + [.edit(.insert(line + "\n"))]
  }

  /// The full screen may have left the cursor anywhere.
  private func toTheEnd(of draft: Draft) -> [Event] {
    guard draft.cursor < draft.text.count else { return [] }
    let lines = draft.text.count { $0 == "\n" }
    return Array(repeating: .edit(.down), count: lines) + [.edit(.lineEnd)]
  }
}

extension Action {
  /// The actions that no letter of a text can mean on the full screen either.
  fileprivate func isSaid(by line: String) -> Bool {
    switch event {
    case .help: line == "?"
    case .quit: line == "q"
    default:
      (line == word || line == "esc" && keys.contains(.escape))
        && !keys.contains { if case .character = $0 { true } else { false } }
    }
  }
}
