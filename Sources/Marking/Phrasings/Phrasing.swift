// One way to say an idea, as an author writes it:
//
//     more [center] > nearer/closer
//
// Terms are separated by blanks and may stand in any order within a sentence; ">" says that what
// is before it comes first. "a/b" is either; "[near]" is any wording of an idea of the lexicon;
// "answer-key" is two words that follow one another; "standard*" any word that begins so;
// "no label" a term that must be denied. What a phrasing names undenied must not be denied.

/// A way to say an idea; made by ``PhrasingReader``.
struct Phrasing: Sendable, Equatable {
  /// As the author wrote it.
  let text: String
  /// Terms by index into ``terms``, group by group: all of one group precede all of the next.
  let terms: [Term]

  struct Term: Sendable, Equatable {
    /// Its number among all terms of the marker.
    let id: Int
    let isDenied: Bool
    /// Which group it belongs to, from 0.
    let group: Int
  }

  /// How many words a match may reach over.
  var widest: Int { 3 + 3 * terms.count }
}

/// Why a phrasing cannot be read.
package enum PhrasingError: Error, Sendable, Equatable {
  case empty
  /// A name in brackets that the lexicon does not have, and the names that it has.
  case unknownIdea(String, known: [String])
  /// A phrasing of a single everyday word would be found in any answer.
  case nothingToLookFor(String)
  /// "[near" without its other bracket.
  case openBracket(String)
  /// "k*": a beginning needs two letters at least.
  case shortBeginning(String)
  /// "no" at the end of a phrasing denies nothing.
  case nothingDenied
}

extension PhrasingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "a phrasing has no words"
    case .unknownIdea(let name, _): "no idea `[\(name)]` is in the lexicon"
    case .nothingToLookFor(let text): "`\(text)` has no word to look for"
    case .openBracket(let text): "`\(text)` has one bracket of two"
    case .shortBeginning(let text): "`\(text)` begins too many words"
    case .nothingDenied: "`no` stands at the end and denies nothing"
    }
  }
}
