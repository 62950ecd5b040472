// A written answer is kept first. Only then are the points and a model answer shown, and the
// learner says which of the points their own words hold.

package import Courseware

extension Writing {
  /// Fewer words than this are not an answer.
  static let leastWords = 3

  /// Keeps the answer; it earns nothing until the learner has compared it.
  func grade(_ text: String) throws(AnswerError) -> Verdict {
    let words = text.split(whereSeparator: \.isWhitespace)
      .count { $0.contains { $0.isLetter || $0.isNumber } }
    guard words >= Writing.leastWords else {
      throw .tooShort(words: words, least: Writing.leastWords)
    }
    return Verdict(
      score: 0, passed: false,
      headline: "Kept. Now compare it with a strong answer, point by point.")
  }
}

/// What a written answer earns once the learner has said which points it makes.
///
/// - Throws: ``AnswerError/unknownPoint(_:accepted:)``.
package func selfMark(
  _ writing: Writing, found: [String]
) throws(AnswerError) -> Verdict {
  let known = writing.points.map(\.id)
  if let unknown = found.first(where: { !known.contains($0) }) {
    throw .unknownPoint(unknown, accepted: known)
  }
  let made = known.count { found.contains($0) }
  let total = known.count
  let passed = Double(made) >= writing.passMark * Double(total) - 1e-9
  let needed = Int((writing.passMark * Double(total) - 1e-9).rounded(.up))
  let share = 1 / Double(max(1, total))
  return Verdict(
    score: total == 0 ? 1 : Double(made) / Double(total), passed: passed,
    headline: "Your answer makes \(made) of \(total) points"
      + (passed ? "." : "; \(needed) are asked."),
    criteria: writing.points.map { point in
      let isMade = found.contains(point.id)
      return Criterion(
        name: point.idea, earned: isMade ? share : 0, possible: share,
        why: isMade ? "you found it in your answer" : "you did not find it in your answer")
    })
}
