// Why a point of a written answer was credited or not, as a learner reads it.

package import Courseware
package import Marking

extension Mark.Finding {
  /// - Parameter point: the point that was looked for; its idea may only be told once the
  ///   answer is committed.
  package func reason(_ point: Writing.Point) -> String {
    switch self {
    case .said(let words): "you say “\(words)”"
    case .denied(let words): "you say the opposite: “\(words)”"
    case .listed(let words):
      "“\(words)” names the words; say how they hang together. Looked for: \(point.idea)"
    case .takenBack(let words): "“\(words)” is taken back, or said by others and rejected"
    case .repeated(let words): "“\(words)” only repeats the question. Looked for: \(point.idea)"
    case .copied(let words):
      "“\(words)” stands in the lesson, word for word; say it in words of your own"
    case .missing: "not found. Looked for: \(point.idea)"
    }
  }
}
