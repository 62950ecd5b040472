// What the machine credits a written answer with, point by point, each with the words that it was
// taken from or what stood in its way.

package import Courseware
import Marking

extension Rubrics {
  /// - Returns: One criterion a point, named by its id; nil where nothing says how the points of
  ///   this question are recognized.
  package func criteria(of text: String, to writing: Writing) -> [Criterion]? {
    guard let marker = try? marker(for: writing) else { return nil }
    let share = 1 / Double(max(1, writing.points.count))
    return zip(writing.points, marker.mark(text).points).map { point, mark in
      Criterion(
        name: point.id, earned: mark.isCredited ? share : 0, possible: share,
        why: mark.finding.reason(point))
    }
  }
}
