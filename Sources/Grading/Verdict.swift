package import Experiments

/// What an answer earned and why, with the runs that decided it.
package struct Verdict: Sendable {
  /// Before the price of hints, 0...1.
  package let score: Double
  package let passed: Bool
  /// One plain sentence: what happened.
  package let headline: String
  package let criteria: [Criterion]
  package let evidence: [Evidence]
  /// What the learner's own answer leads to, where it was not right.
  package let consequence: String?
  /// The right answer in the learner's words, said after the stage is over.
  package let solution: String?
  /// An order that was run, beside the right one.
  package let runs: FlowComparison?
  /// The wrong ideas that the answer shows, by their ids.
  package let misconceptions: [String]
  /// Of a written answer that is marked: the points that it makes, by id.
  package let credited: [String]?
  /// Of a written answer that the machine should mark: why it cannot now, as a sentence.
  package let unmarked: String?
  /// A person decided the whole score: hints have no price any more.
  package let isDecided: Bool

  package init(
    score: Double, passed: Bool, headline: String, criteria: [Criterion] = [],
    evidence: [Evidence] = [], consequence: String? = nil, solution: String? = nil,
    runs: FlowComparison? = nil, misconceptions: [String] = [], credited: [String]? = nil,
    unmarked: String? = nil, isDecided: Bool = false
  ) {
    self.score = score
    self.passed = passed
    self.headline = headline
    self.criteria = criteria
    self.evidence = evidence
    self.consequence = consequence
    self.solution = solution
    self.runs = runs
    self.misconceptions = misconceptions
    self.credited = credited
    self.unmarked = unmarked
    self.isDecided = isDecided
  }
}

/// One thing that was looked at, what it earned, and why.
package struct Criterion: Sendable, Equatable {
  package let name: String
  package let earned: Double
  package let possible: Double
  package let why: String

  package init(name: String, earned: Double, possible: Double, why: String) {
    self.name = name
    self.earned = earned
    self.possible = possible
    self.why = why
  }
}

/// A run that a verdict rests on: a figure with the settings that give it again.
package struct Evidence: Sendable, Equatable {
  package let name: String
  package let value: String
  package let settings: [Setting]
  /// What was looked at in the run.
  package let figure: DecidingFigure

  package init(name: String, value: String, settings: [Setting], figure: DecidingFigure) {
    self.name = name
    self.value = value
    self.settings = settings
    self.figure = figure
  }
}
