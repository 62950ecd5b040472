// Everything of the course that may be found, ready to be searched. It is made once when a
// search begins: what may be found depends on what the learner has answered so far.

import Courseware
import Scheduling
import Wording

package struct SearchIndex: Sendable {
  /// A page, an exercise, a card: what a hit opens.
  package struct Place: Sendable {
    /// "lesson", "lab", "cards" ...
    package let kind: String
    /// Of the page, the exercise or the front of the card.
    package let title: String
    /// "page 6"; empty where the part has no pages.
    package let note: String
    package let route: Route
    package let page: Int?
    let texts: [SearchText]
  }

  /// A place where the words stand.
  package struct Hit: Sendable {
    package let place: Place
    package let count: Int
    /// The words around the first of them.
    package let excerpt: String
  }

  let places: [Place]

  package func hits(for pattern: Pattern) -> [Hit] {
    places.compactMap { place in
      var count = 0
      var excerpt: String?
      for text in place.texts {
        let matches = pattern.matches(in: text)
        count += matches.count
        if excerpt == nil, let first = matches.first { excerpt = text.excerpt(around: first) }
      }
      return excerpt.map { Hit(place: place, count: count, excerpt: $0) }
    }
  }
}

extension SearchText {
  private static let before = 24
  private static let after = 44

  /// The words around a match, cut between words.
  fileprivate func excerpt(around match: Range<Int>) -> String {
    var start = max(0, match.lowerBound - Self.before)
    var end = min(characters.count, match.upperBound + Self.after)
    while start > 0, start < match.lowerBound, !characters[start - 1].isWhitespace { start += 1 }
    while end < characters.count, end > match.upperBound, !characters[end].isWhitespace {
      end -= 1
    }
    let words = String(characters[start..<end]).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return (start > 0 ? "…" : "") + words + (end < characters.count ? "…" : "")
  }
}
