// A verdict as it is read: what happened, where an answer that was not right would have led,
// what each part earned, and the figures.

import Experiments
import Grading
import Wording

extension Verdict {
  /// The whole verdict of a stage that is over. Only now may it say what would have been right.
  var element: Element {
    .verdict(
      headline: headline, tone,
      lines: (passed ? [] : [consequence, solution].compactMap(\.self)) + criteriaLines
        + evidenceLines)
  }

  /// The verdict of a try while the stage stays open: what went wrong, and nothing of the way out.
  var refusal: Element {
    .verdict(headline: headline, tone, lines: [consequence].compactMap(\.self))
  }

  /// An order: only the rules that it breaks, since the run beside it tells the rest.
  var brokenRules: Element {
    let broken = criteria.filter { $0.earned < $0.possible }
    return .verdict(
      headline: headline, tone, lines: broken.dropFirst().map { "\($0.name): \($0.why)" })
  }

  /// A written answer: its points, each marked as found or not.
  var points: Element {
    .verdict(
      headline: headline, tone,
      lines: criteria.map { "\($0.earned > 0 ? "[x]" : "[ ]") \($0.name)" })
  }

  var tone: Tone { passed ? .good : score > 0 ? .partial : .bad }

  /// One line for each thing that was looked at; with a single one the headline says it.
  private var criteriaLines: [String] {
    guard criteria.count > 1 else { return [] }
    return criteria.map { criterion in
      "\(criterion.name): \(criterion.why) (\(percentage(criterion.earned)) of "
        + "\(percentage(criterion.possible)))"
    }
  }

  private var evidenceLines: [String] {
    evidence.count > 1 ? evidence.map { "\($0.name): \($0.value)" } : []
  }
}
