// The structure of an interview answer, part by part: whether it is there, and in which words. It
// stands beside the score and is no part of it: an answer may be right and badly built.

package import Courseware
import Marking

extension Structure {
  /// - Returns: One criterion a part, in the order of the parts.
  package func criteria(of text: String, to writing: Writing) -> [Criterion] {
    guard let marker = try? marker(for: writing) else { return [] }
    return zip(parts, marker.mark(text).points).map { part, point in
      Criterion(
        name: part.id, earned: point.isCredited ? 1 : 0, possible: 1,
        why: point.finding.reason(Writing.Point(id: part.id, idea: part.idea)))
    }
  }
}
