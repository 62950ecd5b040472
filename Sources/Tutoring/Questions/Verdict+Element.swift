// A verdict as it is read: what happened, what each part earned, the figures, and where an
// answer that was not right would have led.

import Experiments
import Grading

extension Verdict {
  var element: Element {
    .verdict(
      headline: headline, tone,
      lines: criteriaLines + evidenceLines + [consequence, solution].compactMap(\.self))
  }

  var tone: Tone { passed ? .good : score > 0 ? .partial : .bad }

  private var criteriaLines: [String] {
    guard criteria.count > 1 else { return [] }
    return criteria.map { criterion in
      "\(criterion.name): \(percent(criterion.earned)) of \(percent(criterion.possible)). "
        + criterion.why
    }
  }

  private var evidenceLines: [String] {
    evidence.map { "\($0.name): \($0.value)" }
  }

  private func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) %"
  }
}
