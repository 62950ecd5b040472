// Small pieces of text: numbers as a person writes them, foreign text made harmless, and the
// nearest known name for a misspelt one.

/// The shortest text that reads back as the same number: "3" and not "3.0".
func number(_ value: Double) -> String {
  if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return "\(whole)" }
  return "\(value)"
}

/// A number with a fixed count of digits after the point, the same on every platform.
package func fixed(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
  let unit = (0..<digits).reduce(1.0) { power, _ in power * 10 }
  let scaled = (value.magnitude * unit).rounded()
  let whole = (scaled / unit).rounded(.down)
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard digits > 0 else { return "\(sign)\(Int(whole))" }
  let rest = "\(Int(scaled - whole * unit))"
  return "\(sign)\(Int(whole))." + String(repeating: "0", count: max(0, digits - rest.count)) + rest
}

func percent(_ share: Double, digits: Int = 0) -> String {
  fixed(share * 100, digits) + " %"
}

/// "1 cell", "2 cells".
func plural(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

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

/// The candidate that is fewest edits away, if it is near enough to be meant.
func nearest(to text: String, among candidates: [String]) -> String? {
  let text = text.prefix(longestName).lowercased()
  var best: (candidate: String, edits: Int)?
  for candidate in candidates {
    let edits = editDistance(text, candidate)
    if edits < best?.edits ?? .max { best = (candidate, edits) }
  }
  guard let best, best.edits <= max(1, best.candidate.count / 3) else { return nil }
  return best.candidate
}

/// Longer texts are no misspelt names, and the comparison is quadratic.
private let longestName = 60

/// Levenshtein's distance: insertions, deletions and replacements.
private func editDistance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let replaced = diagonal + (letter == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
