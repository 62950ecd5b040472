// Is the learner right as often as they feel sure? For each word of confidence, how many first
// answers were given under it, and how many of those were right.

/// How answers given with one confidence came out.
package struct Calibration: Sendable, Equatable {
  package let confidence: Confidence
  package let answers: Int
  package let right: Int
}

extension Progress {
  /// One line for each confidence that was used, from guess to sure. Of the answers to one part
  /// in one run-through only the first counts: after it the outcome is known.
  package var calibration: [Calibration] {
    let firsts = items.values.flatMap { record in
      record.runs.flatMap { run in run.firstAnswers.filter { $0.confidence != nil } }
    }
    return Confidence.allCases.compactMap { confidence in
      let given = firsts.filter { $0.confidence == confidence }
      if given.isEmpty { return nil }
      return Calibration(
        confidence: confidence, answers: given.count, right: given.count(where: \.passed))
    }
  }
}

extension Run {
  /// The first answer to each part.
  fileprivate var firstAnswers: [Answered] {
    var parts: Set<String> = []
    return answers.filter { parts.insert($0.part).inserted }
  }
}
