// How sure a learner says to be, before anything can be seen. The journal keeps the word and the
// chance that stood beside it, so that an answer means for good what it meant when it was given.

/// How sure the learner said to be, before seeing the outcome.
package enum Confidence: String, Sendable, Codable, CaseIterable {
  case guess, fairly, sure
}

extension Confidence {
  /// The chance that the word stands for, of an answer that is one of so many options.
  ///
  /// A guess is right as often as chance is. The other two follow what readers take "probable"
  /// (75 ± 12 in 100) and "almost certain" (93 ± 6) to mean in Sherman Kent's "Words of
  /// Estimative Probability" (Studies in Intelligence 8, 1964), in round numbers.
  package func chance(among options: Int) -> Double {
    switch self {
    case .guess: 1 / Double(max(2, options))
    case .fairly: 0.75
    case .sure: 0.95
    }
  }

  /// What the word counts as where nobody wrote down how many options there were: journals that
  /// were begun before chances were shown. Most questions have about four.
  static let optionsIfUnknown = 4
}
