// A surface as text, for tests and for people: what is written, and in what style.

extension Surface {
  /// The rows as drawn, without the spaces at their ends.
  package var rows: [String] {
    (0..<height).map { y in
      var row = (0..<width).compactMap { self[$0, y]?.character }
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }

  /// The drawn text: one line a row, without empty lines at the end.
  package var text: String {
    var rows = rows
    while rows.last == "" { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  /// The drawn text with every styled run in brackets: `⟨bold good:passed⟩ plain`.
  package var markup: String {
    var lines = (0..<height).map(markup(ofRow:))
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private func markup(ofRow y: Int) -> String {
    var row = (0..<width).compactMap { self[$0, y] }.filter { $0.character != nil }
    while row.last == .blank { row.removeLast() }
    var line = ""
    var open: Style = .plain
    for cell in row {
      if cell.style != open {
        if open != .plain { line += "⟩" }
        if cell.style != .plain { line += "⟨\(cell.style.words):" }
        open = cell.style
      }
      if let character = cell.character { line.append(character) }
    }
    return open == .plain ? line : line + "⟩"
  }
}

extension Style {
  /// The style in words: `bold underline accent on muted`.
  package var words: String {
    var words: [String] = []
    if bold { words.append("bold") }
    if underline { words.append("underline") }
    if reverse { words.append("reverse") }
    if dim { words.append("dim") }
    if foreground != .plain { words.append(foreground.word) }
    if let background { words.append("on \(background.word)") }
    return words.joined(separator: " ")
  }
}

extension Ink {
  fileprivate var word: String {
    switch self {
    case .plain: "plain"
    case .muted: "muted"
    case .accent: "accent"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    case .cluster(let index): "cluster\(index)"
    }
  }
}
