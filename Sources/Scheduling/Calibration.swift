// Is the learner right as often as they feel sure? For each word of confidence: how many first
// answers were given under it, what chance was said with it, and how many were right.

/// How answers given with one confidence came out.
package struct Calibration: Sendable, Equatable {
  package let confidence: Confidence
  package let answers: Int
  package let right: Int
  /// The mean chance that was said with them, 0...1.
  package let said: Double

  /// The share that was right.
  package var share: Double { answers == 0 ? 0 : Double(right) / Double(answers) }

  /// How many standard deviations the right answers lie under what was said; below 0 there were
  /// more of them. Nil where the answers are too few to say anything.
  package var surplus: Double? {
    guard answers >= Self.fewest else { return nil }
    let spread = (Double(answers) * said * (1 - said)).squareRoot()
    return spread > 0 ? (said * Double(answers) - Double(right)) / spread : nil
  }

  /// Of fewer answers nothing is said.
  package static let fewest = 5
  /// So far apart chance alone puts said and right once in ten times.
  package static let clear = 1.645
}

/// How well a learner knows what they know.
package struct Foresight: Sendable, Equatable {
  /// One line for each confidence that was used, from guess to sure.
  package let lines: [Calibration]
  /// The Brier score: the mean squared distance of what was said from what came true, 1 for
  /// right and 0 for wrong. 0 is best. Nil before the first answer.
  package let brier: Double?

  /// From so many answers on a picture of them tells something.
  package static let enough = 20

  package var answers: Int { lines.reduce(0) { $0 + $1.answers } }
  /// How many answers are still needed.
  package var missing: Int { max(0, Self.enough - answers) }

  /// The word whose chance is furthest from what came true, where that is no chance.
  package var leaning: Calibration? {
    let clear = lines.filter { ($0.surplus?.magnitude ?? 0) > Calibration.clear }
    return clear.max { ($0.surplus?.magnitude ?? 0) < ($1.surplus?.magnitude ?? 0) }
  }
}

extension Progress {
  /// Of the answers to one part in one run-through only the first counts: after it the outcome is
  /// known.
  package var foresight: Foresight {
    let firsts = items.values.flatMap { record in
      record.runs.flatMap { run in run.firstAnswers.filter { $0.confidence != nil } }
    }
    // Sums of doubles depend on their order, and that of a dictionary is another each time.
    let misses = firsts.map { answer in
      let miss = answer.saidChance - (answer.passed ? 1 : 0)
      return miss * miss
    }.sorted()
    return Foresight(
      lines: Confidence.allCases.compactMap { word in
        Calibration(word, of: firsts.filter { $0.confidence == word })
      }, brier: misses.isEmpty ? nil : misses.reduce(0, +) / Double(misses.count))
  }

  /// One line for each confidence that was used, from guess to sure.
  package var calibration: [Calibration] { foresight.lines }
}

extension Calibration {
  fileprivate init?(_ confidence: Confidence, of answers: [Answered]) {
    guard !answers.isEmpty else { return nil }
    let chances = answers.map(\.saidChance).sorted()
    self.init(
      confidence: confidence, answers: answers.count, right: answers.count(where: \.passed),
      said: chances.reduce(0, +) / Double(chances.count))
  }
}

extension Answered {
  /// What the learner said the chance was of being right.
  fileprivate var saidChance: Double {
    chance ?? confidence?.chance(among: Confidence.optionsIfUnknown) ?? 0
  }
}

extension Run {
  /// The first answer to each part.
  var firstAnswers: [Answered] {
    var parts: Set<String> = []
    return answers.filter { parts.insert($0.part).inserted }
  }
}
