// Why a point of a written answer was credited or not, as a learner reads it.

package import Courseware
package import Marking

extension Mark.Finding {
  /// Beside the point itself.
  package var words: String {
    switch self {
    case .said(let words): "you say “\(words)”"
    case .opposed(let words): "you say the opposite: “\(words)”"
    case .denied(let words): "found only in a denial: “\(words)”"
    case .listed(let words): "“\(words)” names the words; say how they hang together"
    case .takenBack(let words): "“\(words)” is taken back, or said by others and rejected"
    case .repeated(let words): "“\(words)” only repeats the question"
    case .copied(let words):
      "“\(words)” stands in the lesson, word for word; say it in words of your own"
    case .missing: "not found"
    }
  }

  /// Where the point is not shown: with what was looked for.
  ///
  /// - Parameter point: its idea may only be told once the answer is committed.
  package func reason(_ point: Writing.Point) -> String {
    switch self {
    case .said, .opposed, .takenBack, .copied: words
    case .denied, .listed, .repeated, .missing: "\(words). Looked for: \(point.idea)"
    }
  }
}
