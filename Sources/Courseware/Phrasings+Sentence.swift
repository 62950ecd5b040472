// Sentences that are made of a phrasing, as plainly as can be. What they lack in grammar they have in
// common with notes.

package import Marking

extension Phrasings {
  /// "more [center] > farther/further" → "more center farther.", "more centroid further." and a few
  /// others. None for a phrasing with two denials, whose plain sentence denies nothing.
  package static func sentences(saying phrasing: String, _ lexicon: Lexicon) -> [String] {
    let terms = terms(of: phrasing, lexicon)
    guard terms.count(where: \.isDenied) < 2 else { return [] }
    var sentences: [String] = []
    for first in 0..<3 {
      for step in 0..<2 {
        let words = terms.enumerated().map { place, term in
          let choice = term.choices[(first + step * place) % term.choices.count]
          return (term.isDenied ? "not " : "") + choice
        }
        let sentence = words.joined(separator: " ") + "."
        if !sentences.contains(sentence) { sentences.append(sentence) }
      }
    }
    return sentences
  }

  private struct Term {
    let isDenied: Bool
    let choices: [String]
  }

  private static func terms(of phrasing: String, _ lexicon: Lexicon) -> [Term] {
    var terms: [Term] = []
    var isDenied = false
    for piece in phrasing.split(whereSeparator: \.isWhitespace) where piece != ">" {
      if piece == "no" {
        isDenied = true
        continue
      }
      let choices = piece.split(separator: "/").flatMap { wordings(String($0), lexicon, depth: 0) }
      if !choices.isEmpty { terms.append(Term(isDenied: isDenied, choices: choices)) }
      isDenied = false
    }
    return terms
  }

  /// An idea may take in another one, and so on.
  private static func wordings(_ choice: String, _ lexicon: Lexicon, depth: Int) -> [String] {
    if choice.hasPrefix("["), choice.hasSuffix("]"), depth < 8 {
      let idea = lexicon.ideas[String(choice.dropFirst().dropLast())] ?? []
      return idea.flatMap { wordings($0, lexicon, depth: depth + 1) }
    }
    return [
      choice.replacing("-", with: " ").replacing("_", with: " ").replacing("*", with: "")
    ]
  }
}
