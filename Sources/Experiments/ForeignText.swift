// Names and values come from files that anybody wrote, and a message repeats them.

/// Foreign text for a message: no control characters, and not too long.
func printable(_ text: String) -> String {
  let longest = 40
  var shown = ""
  for (position, character) in text.prefix(longest + 1).enumerated() {
    guard position < longest else { return shown + "…" }
    let harmless = character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
      default: true
      }
    }
    // A character may carry any number of marks; a few are enough.
    shown += harmless && character.unicodeScalars.count <= 4 ? String(character) : "�"
  }
  return shown
}

/// Foreign names for a message: the first of them where there are many.
func printableList(_ names: [String]) -> String {
  let most = 8
  let shown = names.prefix(most).map(printable).joined(separator: ", ")
  return names.count > most ? "\(shown) and \(names.count - most) more" : shown
}
