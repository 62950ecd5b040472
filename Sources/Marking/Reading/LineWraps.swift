// Where a line ends only because it was full. A text that was wrapped by hand or by an editor means
// the same as on one line; notes, one to a line, do not.

/// The line breaks of a text that stand for a blank.
struct LineWraps: Sendable {
  private let places: Set<String.Index>

  /// A line was full if the next word would have made it longer than any. O(characters).
  init(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let longest = lines.map(\.count).max() ?? 0
    var places: Set<String.Index> = []
    for (line, next) in zip(lines, lines.dropFirst())
    where longest >= Self.narrowest && Self.continues(line, in: next) {
      let word = next.prefix { !$0.isWhitespace }
      if line.count + 1 + word.count > longest { places.insert(line.endIndex) }
    }
    self.places = places
  }

  func contains(_ place: String.Index) -> Bool { places.contains(place) }

  /// A blank line and a bullet begin something else.
  private static func continues(_ line: Substring, in next: Substring) -> Bool {
    guard !line.allSatisfy(\.isWhitespace), let first = next.first else { return false }
    return first.isLetter || first.isNumber && !isNumbered(next) || "(\"“‘'".contains(first)
  }

  /// "2. Then scale".
  private static func isNumbered(_ line: Substring) -> Bool {
    let rest = line.drop(while: \.isNumber)
    return (rest.first == "." || rest.first == ")") && rest.dropFirst().first?.isWhitespace != false
  }

  /// In narrower texts every line is a note.
  private static let narrowest = 40
}
