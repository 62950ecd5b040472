// What an answer is worth. One rule, wherever a grade is shown, put on record or worked out again:
//
//     a person's decision   over   the machine's verdict,   else   what the machine credited
//     when it last could,   else   the learner's own marks
//
// The learner's marks count for a text that no machine marks. A person may decide on single
// points, and the rest stays as it was marked, or on the whole score, which nothing changes then.

package import Courseware
import Wording

/// What people decided about an answer.
package struct Rulings: Sendable, Equatable {
  /// Whether a point counts as made, by its id.
  package let points: [String: Bool]
  /// What the whole answer is worth, 0...1.
  package let score: Double?
  /// Who decided about a point and why, as far as they said.
  package let notes: [String: String]
  /// The same of the score.
  package let note: String?

  package init(
    points: [String: Bool] = [:], score: Double? = nil, notes: [String: String] = [:],
    note: String? = nil
  ) {
    self.points = points
    self.score = score
    self.notes = notes
    self.note = note
  }
}

extension Verdict {
  /// What counts of an answer on which this is the machine's verdict.
  ///
  /// - Parameters:
  ///   - own: the points that the learner found in their own text, by id; nil before they marked
  ///     it. Points that the task does not have, or no longer has, are passed over.
  ///   - recorded: the points of a text that the machine credited when it last could.
  ///   - points: what a person decided about single points of a text.
  ///   - score: what a person decided the whole answer to be worth.
  package func counting(
    own: [String]? = nil, points: [String: Bool] = [:], score: Double? = nil, in task: Task
  ) -> Verdict {
    counting(own: own, by: Rulings(points: points, score: score), in: task)
  }

  /// The same with what was marked before, and with the words of those who decided.
  package func counting(
    own: [String]? = nil, recorded: [String]? = nil, by rulings: Rulings, in task: Task
  ) -> Verdict {
    var verdict = self
    if case .write(let writing) = task {
      if credited == nil {
        if let recorded {
          verdict = writing.verdict(recorded: recorded, unmarked)
        } else if let own {
          verdict = writing.verdict(own: own, unmarked)
        }
      }
      if !rulings.points.isEmpty { verdict = writing.decided(rulings, over: verdict) }
    }
    return rulings.score.map { verdict.decided($0, rulings.note, in: task) } ?? verdict
  }

  private func decided(_ score: Double, _ note: String?, in task: Task) -> Verdict {
    return Verdict(
      score: score, passed: score >= task.passMark - 1e-9,
      headline: "A person decided: \(percentage(score))\(note.inBrackets). \(headline)",
      criteria: criteria, evidence: evidence, consequence: consequence, solution: solution,
      runs: runs, misconceptions: misconceptions, credited: credited, unmarked: unmarked,
      isDecided: true)
  }
}

extension Writing {
  /// The verdict by the learner's own marks.
  func verdict(own: [String], _ unmarked: String? = nil) -> Verdict {
    verdict(
      credited: points.map(\.id).filter(own.contains),
      reasons: points.map {
        own.contains($0.id) ? "you found it in your answer" : "you did not find it in your answer"
      }, unmarked: unmarked.map { "By your own marks. \($0)" })
  }

  /// The verdict by what the machine credited when it could.
  fileprivate func verdict(recorded: [String], _ unmarked: String?) -> Verdict {
    verdict(
      credited: points.map(\.id).filter(recorded.contains),
      reasons: points.map {
        recorded.contains($0.id)
          ? "credited when it was marked" : "not credited when it was marked"
      }, unmarked: "So it was marked. " + (unmarked ?? "Nothing marks it now."))
  }

  fileprivate func decided(_ rulings: Rulings, over verdict: Verdict) -> Verdict {
    let credited = verdict.credited ?? []
    let reasons = verdict.criteria.map(\.why)
    return self.verdict(
      credited: points.map(\.id).filter { rulings.points[$0] ?? credited.contains($0) },
      reasons: points.enumerated().map { index, point in
        let note = rulings.notes[point.id].inBrackets
        return switch rulings.points[point.id] {
        case true?: "a person decided that you say it\(note)"
        case false?: "a person decided that you do not say it\(note)"
        case nil: reasons.indices.contains(index) ? reasons[index] : "nobody has marked it"
        }
      }, unmarked: verdict.unmarked)
  }
}

extension String? {
  fileprivate var inBrackets: String { map { " (\($0))" } ?? "" }
}

extension Task {
  /// What a decided score must reach: a written answer's own mark, else all of it.
  fileprivate var passMark: Double {
    if case .write(let writing) = self { writing.passMark } else { 1 }
  }
}
