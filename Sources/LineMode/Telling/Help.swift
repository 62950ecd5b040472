// Help in lines: the tables of keys as what can be typed, each thing once, and what only the line
// face has. Keys that cannot be typed into a line are left out, and so is how a page is scrolled.

import Tutoring

extension Paper {
  func help(_ scene: Scene) -> [String] {
    let tables = scene.main.flatMap { element -> [String] in
      guard case .table(let header, let rows) = element else { return [] }
      let title = (header.first ?? "").trimmed
      return wrapped("\(title):") + rows.flatMap { wrapped(said($0), indent: 4, first: 2) } + [""]
    }
    return tidied([""] + header(scene) + [""] + tables + Self.own.flatMap { wrapped($0) })
  }

  private static let own = [
    "Several numbers put steps in order or mark points: 3 1 2.",
    "NAME=VALUE changes a value.",
    "/WORDS or find WORDS goes to the first hit, here or further on in the course; then next and "
      + "previous go from hit to hit, hits lists them all, and back returns here.",
    "An empty line takes what the question offers for it.",
    "repeat says everything here once more.",
    "Answers are saved at once. Quit at any moment; you come back to this place.",
  ]

  /// "cards, or c: flash cards that are due", of the keys, the word and the meaning of an action.
  private func said(_ cells: [String]) -> String {
    let cells = cells.map(\.trimmed)
    guard cells.count == 3 else { return cells.joined(separator: " ") }
    let keys = cells[0].split(separator: " ").map(String.init)
    let typed = [cells[1]] + keys.filter { isTyped($0) && $0 != cells[1] }
    let names = typed.joined(separator: " or ")
    return cells[2] == cells[1] ? names : "\(names): \(cells[2])"
  }

  private func isTyped(_ key: String) -> Bool {
    key == "esc" || key.count == 1 && key.allSatisfy(\.isASCII)
  }
}
