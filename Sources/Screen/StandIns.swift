// What to draw where only ASCII can be shown: a terminal in a plain locale, a file for an old
// tool. One cell for one cell, so that the layout stays.

/// The nearest ASCII character, or "?" where there is none.
package func asciiStandIn(for character: Character) -> Character {
  if character.isASCII { return character }
  return switch character {
  case "─", "━", "╌", "┄", "–", "—", "−", "‐", "‑": "-"
  case "│", "┃", "┊", "┆", "▏", "▎": "|"
  case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╭", "╮", "╰", "╯": "+"
  case "█", "▉", "▊", "▋", "▌", "▍", "■", "▆", "▇", "▓": "#"
  case "□", "░", "▒", "▁", "▂", "·", "•", "∙": "."
  case "▸", "▶", "›", "»", "→", "❯": ">"
  case "◂", "◀", "‹", "«", "←": "<"
  case "↑", "▲": "^"
  case "↓", "▼": "v"
  case "●", "◉", "◆": "@"
  case "○", "◇", "◦": "o"
  case "✓", "✔": "+"
  case "✗", "✘", "×": "x"
  case "’", "‘", "′": "'"
  case "“", "”", "″": "\""
  case "★", "☆": "*"
  case "≤": "<"
  case "≥": ">"
  case "≈": "~"
  case "€": "E"
  case "²": "2"
  case "³": "3"
  case "…": "~"
  case "\u{A0}": " "
  default: decomposedASCII(character)
  }
}

/// "é" is an "e" with a mark on it.
private func decomposedASCII(_ character: Character) -> Character {
  let base = character.decomposedBase
  return base.isASCII ? Character(base) : "?"
}

extension Character {
  fileprivate var decomposedBase: Unicode.Scalar {
    latinBases[unicodeScalars.first ?? "?"] ?? unicodeScalars.first ?? "?"
  }
}

/// The letters of the western languages; the rest of Unicode has no ASCII to fall back on.
private let latinBases: [Unicode.Scalar: Unicode.Scalar] = {
  let families: [(Unicode.Scalar, String)] = [
    ("A", "ÀÁÂÃÄÅ"), ("C", "Ç"), ("E", "ÈÉÊË"), ("I", "ÌÍÎÏ"), ("N", "Ñ"), ("O", "ÒÓÔÕÖØ"),
    ("U", "ÙÚÛÜ"), ("Y", "Ý"), ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"),
    ("n", "ñ"), ("o", "òóôõöø"), ("u", "ùúûü"), ("y", "ýÿ"), ("s", "ß"),
  ]
  var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (base, letters) in families {
    for letter in letters.unicodeScalars { bases[letter] = base }
  }
  return bases
}()
