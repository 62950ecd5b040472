// Why something is weak: a fact of the journal with its figures, and the sentence that says it.
// What was never tried is not weak; it is only open.

package import Courseware
package import Scheduling
import Wording

package enum Weakness: Sendable {
  /// Cards wait for their review; so many days since any of them was seen.
  case fading(Recall, daysAgo: Int64)
  /// Tried, and not passed yet.
  case notPassed(Exercise, tries: Int, best: Double?)
  /// No run-through without a hint reached as much.
  case leaningOnHints(Exercise, hints: Int, score: Double)
}

extension Progress {
  /// The most pressing first: what is being forgotten, what failed, what leaned on hints.
  func weaknesses(of material: Material, _ recall: Recall, at now: Instant) -> [Weakness] {
    let exercises = material.drills + material.questions
    return fading(recall, at: now) + exercises.compactMap(notPassed)
      + exercises.compactMap(leaningOnHints)
  }

  private func fading(_ recall: Recall, at now: Instant) -> [Weakness] {
    guard recall.due + recall.forgotten > 0, let last = recall.lastReview else { return [] }
    return [.fading(recall, daysAgo: days(from: last, to: now))]
  }

  private func notPassed(_ exercise: Exercise) -> Weakness? {
    guard status(of: exercise.id) == .tried, let record = record(of: exercise.id) else {
      return nil
    }
    let finished = record.tries.filter { $0.finish != nil }
    guard !finished.isEmpty else { return nil }
    return .notPassed(exercise, tries: finished.count, best: record.bestScore)
  }

  private func leaningOnHints(_ exercise: Exercise) -> Weakness? {
    guard let best = record(of: exercise.id)?.bestPass, best.hints > 0 else { return nil }
    return .leaningOnHints(exercise, hints: best.hints, score: best.score)
  }
}

extension Weakness {
  package var words: String {
    switch self {
    case .fading(let recall, let days):
      let lost = recall.forgotten > 0 ? ", \(recall.forgotten) of them forgotten" : ""
      return "Recall fell to \(percentage(recall.chance ?? 0)) over "
        + "\(counted(recall.begun, "card"))\(lost), last seen \(Self.ago(days))."
    case .notPassed(let exercise, let tries, let best):
      let score = best.map { ", with \(percentage($0)) at best" } ?? ""
      return "\(exercise.named) was tried \(counted(tries, "time")) and is not passed\(score)."
    case .leaningOnHints(let exercise, let hints, let score):
      return "\(exercise.named) was passed only with \(counted(hints, "hint")), at "
        + "\(percentage(score))."
    }
  }

  private static func ago(_ days: Int64) -> String {
    switch days {
    case ...0: "today"
    case 1: "yesterday"
    default: "\(days) days ago"
    }
  }
}

extension Exercise {
  /// `The lab "The loud feature"`.
  fileprivate var named: String {
    switch kind {
    case .concept: "The drill \"\(title)\""
    case .lab: "The lab \"\(title)\""
    case .flow: "The flow \"\(title)\""
    case .interview: "The interview question \"\(title)\""
    }
  }
}
