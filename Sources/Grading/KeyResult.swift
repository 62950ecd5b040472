// An answer key is computed, so it can be explained: what every option came to, and how far the
// right one is ahead. A question is dealt only when the right one is clearly ahead.

import Experiments

/// Which option a run calls right, and the figures that say so.
package struct KeyResult: Sendable, Equatable {
  /// The id of the right option.
  package let option: String
  /// What was measured, in the order of the options where each has a run of its own.
  package let evidence: [Evidence]
  /// How far the right option is ahead, in the unit of `leastMargin`.
  package let margin: Double
  /// Below this margin the question is nearly a tie and is not dealt.
  package let leastMargin: Double
  /// What the figures say, in one sentence.
  package let finding: String
  /// What an option came to, where every option has a figure of its own: "silhouette 0.48".
  let figures: [OptionFigure]

  init(
    option: String, evidence: [Evidence], margin: Double, leastMargin: Double, finding: String,
    figures: [OptionFigure] = []
  ) {
    self.option = option
    self.evidence = evidence
    self.margin = margin
    self.leastMargin = leastMargin
    self.finding = finding
    self.figures = figures
  }

  /// Whether one option is right and the others are clearly not.
  package var isClear: Bool { margin >= leastMargin && margin.isFinite }

  /// What the option came to, in words.
  func figure(of option: String) -> String? {
    figures.first { $0.option == option }?.words
  }
}

struct OptionFigure: Sendable, Equatable {
  let option: String
  let words: String
}
