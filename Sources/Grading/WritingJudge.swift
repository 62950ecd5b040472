// A written answer is kept first. Then the learner says which points their own words hold, beside
// a model answer; only after that is the machine's mark shown, with the words that it rests on.
// The score is the machine's where a rubric says how points are recognized, else the learner's.

package import Courseware
package import Marking

extension Writing {
  /// Fewer words than this are not an answer.
  static let leastWords = 3

  func grade(_ text: String, markers: Markers) throws(AnswerError) -> Verdict {
    try checkLength(text)
    if let marker = markers.marker(for: self) { return verdict(of: marker.mark(text)) }
    return Verdict(
      score: 0, passed: false,
      headline: "Kept. Now compare it with a strong answer, point by point.")
  }

  func checkLength(_ text: String) throws(AnswerError) {
    let words = text.split(whereSeparator: \.isWhitespace)
      .count { $0.contains { $0.isLetter || $0.isNumber } }
    guard words >= Writing.leastWords else {
      throw .tooShort(words: words, least: Writing.leastWords)
    }
  }

  /// What a mark comes to, point by point, with the words that decided each.
  package func verdict(of mark: Mark) -> Verdict {
    let found = points.map { point in mark.points.first { $0.id == point.id } }
    return verdict(
      credited: zip(points, found).filter { $1?.isCredited ?? false }.map(\.0.id),
      reasons: zip(points, found).map { point, found in
        found?.finding.words ?? Mark.Finding.missing.words
      }, falsehood: mark.contradiction)
  }

  /// - Parameters:
  ///   - credited: the points that count as made, by id.
  ///   - reasons: one for each point.
  ///   - falsehood: words that say something false; they cost no point that is made elsewhere.
  func verdict(credited: [String], reasons: [String], falsehood: String? = nil) -> Verdict {
    let made = points.count { credited.contains($0.id) }
    let total = points.count
    let passed = Double(made) >= passMark * Double(total) - 1e-9
    let needed = Int((passMark * Double(total) - 1e-9).rounded(.up))
    let share = 1 / Double(max(1, total))
    let warning = falsehood.map { " This is not so, and an expert would stop there: “\($0)”." }
    return Verdict(
      score: total == 0 ? 1 : Double(made) / Double(total), passed: passed,
      headline: "Your answer makes \(made) of \(total) points"
        + (passed ? "." : "; \(needed) are asked.") + (warning ?? ""),
      criteria: zip(points, reasons).map { point, reason in
        Criterion(
          name: point.idea, earned: credited.contains(point.id) ? share : 0, possible: share,
          why: reason)
      }, credited: credited)
  }
}

/// What a written answer earns by the learner's own marks, where no rubric marks it.
///
/// - Throws: ``AnswerError/unknownPoint(_:accepted:)``.
package func selfMark(
  _ writing: Writing, found: [String]
) throws(AnswerError) -> Verdict {
  let known = writing.points.map(\.id)
  if let unknown = found.first(where: { !known.contains($0) }) {
    throw .unknownPoint(unknown, accepted: known)
  }
  return writing.verdict(
    credited: found,
    reasons: known.map {
      found.contains($0) ? "you found it in your answer" : "you did not find it in your answer"
    })
}

// MARK: - A person's word

extension Verdict {
  /// The verdict with a person's decisions over it: on single points of a written answer, or on
  /// its whole score.
  package func decided(
    points decisions: [String: Bool], score decided: Double?, in task: Task
  ) -> Verdict {
    var verdict = self
    if case .write(let writing) = task, !decisions.isEmpty {
      verdict = writing.verdict(
        credited: writing.points.map(\.id).filter {
          decisions[$0] ?? (credited ?? []).contains($0)
        },
        reasons: zip(writing.points, criteria.map(\.why)).map { point, reason in
          switch decisions[point.id] {
          case true?: "a person decided that you say it"
          case false?: "a person decided that you do not say it"
          case nil: reason
          }
        })
    }
    guard let decided else { return verdict }
    return Verdict(
      score: decided, passed: decided >= task.passMark - 1e-9,
      headline: "A person decided: \(Int((decided * 100).rounded())) %. \(verdict.headline)",
      criteria: verdict.criteria, evidence: verdict.evidence, consequence: verdict.consequence,
      solution: verdict.solution, runs: verdict.runs,
      misconceptions: verdict.misconceptions, credited: verdict.credited)
  }
}

extension Task {
  /// What a decided score must reach: a written answer's own mark, else all of it.
  fileprivate var passMark: Double {
    if case .write(let writing) = self { writing.passMark } else { 1 }
  }
}
