// What an answer is worth. One rule, wherever a grade is shown, put on record or worked out again:
//
//     a person's decision   over   the machine's verdict,   else   the learner's own marks
//
// The learner's marks count for a text that no machine marks. A person may decide on single
// points, and the rest stays as it was marked, or on the whole score, which nothing changes then.

package import Courseware

extension Verdict {
  /// What counts of an answer on which this is the machine's verdict.
  ///
  /// - Parameters:
  ///   - own: the points that the learner found in their own text, by id; nil before they marked
  ///     it. Points that the task does not have, or no longer has, are passed over.
  ///   - points: what a person decided about single points of a text.
  ///   - score: what a person decided the whole answer to be worth.
  package func counting(
    own: [String]? = nil, points: [String: Bool] = [:], score: Double? = nil, in task: Task
  ) -> Verdict {
    var verdict = self
    if case .write(let writing) = task {
      if credited == nil, let own { verdict = writing.verdict(own: own) }
      if !points.isEmpty { verdict = writing.decided(points, over: verdict) }
    }
    return score.map { verdict.decided($0, in: task) } ?? verdict
  }

  private func decided(_ score: Double, in task: Task) -> Verdict {
    Verdict(
      score: score, passed: score >= task.passMark - 1e-9,
      headline: "A person decided: \(Int((score * 100).rounded())) %. \(headline)",
      criteria: criteria, evidence: evidence, consequence: consequence, solution: solution,
      runs: runs, misconceptions: misconceptions, credited: credited, isDecided: true)
  }
}

extension Writing {
  /// The verdict by the learner's own marks.
  func verdict(own: [String]) -> Verdict {
    verdict(
      credited: points.map(\.id).filter(own.contains),
      reasons: points.map {
        own.contains($0.id) ? "you found it in your answer" : "you did not find it in your answer"
      })
  }

  fileprivate func decided(_ decisions: [String: Bool], over verdict: Verdict) -> Verdict {
    let credited = verdict.credited ?? []
    let reasons = verdict.criteria.map(\.why)
    return self.verdict(
      credited: points.map(\.id).filter { decisions[$0] ?? credited.contains($0) },
      reasons: points.enumerated().map { index, point in
        switch decisions[point.id] {
        case true?: "a person decided that you say it"
        case false?: "a person decided that you do not say it"
        case nil: reasons.indices.contains(index) ? reasons[index] : "nobody has marked it"
        }
      })
  }
}

extension Task {
  /// What a decided score must reach: a written answer's own mark, else all of it.
  fileprivate var passMark: Double {
    if case .write(let writing) = self { writing.passMark } else { 1 }
  }
}
