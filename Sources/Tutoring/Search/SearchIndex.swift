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
    package var note = ""
    /// Where it is, in a sentence: `page 6 of "Distance"`.
    package let name: String
    package let route: Route
    package var page: Int?
    package var card: String?
    let texts: [SearchText]
  }

  /// A place where the words stand.
  package struct Hit: Sendable {
    package let place: Place
    package let count: Int
    /// The words around the first of them.
    package let excerpt: String
    /// The number of the first of them among all in the course.
    let first: Int
  }

  /// One time that the words stand somewhere: the numbers of the place and of its text.
  struct Occurrence: Sendable, Equatable {
    let place: Int
    let text: Int
    let characters: Range<Int>
  }

  var places: [Place]

  /// Every time that the words stand in the course, in its order.
  func occurrences(of pattern: Pattern) -> [Occurrence] {
    places.indices.flatMap { place in
      places[place].texts.indices.flatMap { text in
        pattern.matches(in: places[place].texts[text]).map {
          Occurrence(place: place, text: text, characters: $0)
        }
      }
    }
  }

  package func hits(for pattern: Pattern) -> [Hit] {
    let all = occurrences(of: pattern)
    let firsts = all.indices.filter { $0 == 0 || all[$0].place != all[$0 - 1].place }
    return zip(firsts, firsts.dropFirst() + [all.count]).map { first, next in
      Hit(
        place: places[all[first].place], count: next - first, excerpt: excerpt(around: all[first]),
        first: first)
    }
  }

  func excerpt(around occurrence: Occurrence) -> String {
    text(of: occurrence).excerpt(around: occurrence.characters)
  }

  func text(of occurrence: Occurrence) -> SearchText {
    places[occurrence.place].texts[occurrence.text]
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
