// What is looked for, as a scene says it: the words, how many times they stand anywhere, and
// which of those times one is at. The faces mark the words wherever they are seen; the one that
// one is at is known again by the words around it, because only the face knows what of a place
// it shows.

package struct Finding: Sendable, Equatable {
  package let words: String
  /// `hit 3 of 17 · page 2 of "What is clustering?"`; nil in the list of all hits.
  package let status: String?
  /// Nil where all hits are alike.
  package let spot: Spot?

  package init(words: String, status: String? = nil, spot: Spot? = nil) {
    self.words = words
    self.status = status
    self.spot = spot
  }

  /// One hit, and what stands around it.
  package struct Spot: Sendable, Equatable {
    package let before: String
    package let after: String
    /// Which of the hits of its place it is, from 0.
    package let number: Int
    /// The hit with some words before and after it.
    package let excerpt: String

    package init(before: String, after: String, number: Int, excerpt: String) {
      self.before = before
      self.after = after
      self.number = number
      self.excerpt = excerpt
    }
  }
}

extension Finding.Spot {
  package static let reach = 20

  /// How many characters around a hit of the screen are those around this one; nil where they
  /// are too few for the same hit.
  package func agreement(before shown: String, after following: String) -> Int? {
    let same =
      zip(before.reversed(), shown.reversed()).prefix { $0 == $1 }.count
      + zip(after, following).prefix { $0 == $1 }.count
    return same * 2 >= before.count + after.count ? same : nil
  }
}

extension SearchText {
  /// The characters next to a match, each run of blanks as one.
  package func surroundings(of match: Range<Int>) -> (before: String, after: String) {
    let reach = Finding.Spot.reach
    let before = characters[..<match.lowerBound].suffix(2 * reach)
    let after = characters[match.upperBound...].prefix(2 * reach)
    return (String(single(before).suffix(reach)), String(single(after).prefix(reach)))
  }

  private func single(_ characters: ArraySlice<Character>) -> [Character] {
    characters.reduce(into: []) { kept, character in
      if !character.isWhitespace { return kept.append(character) }
      if kept.last != " " { kept.append(" ") }
    }
  }
}
