// What can happen to a learner. New kinds may be added and members may be added to a kind; a
// name that was ever written to a journal keeps its meaning for good.

/// What happened in one ``LearningEvent``.
package enum Happening: Sendable, Equatable {
  /// A page, a part or an exercise was opened. Opening never passes anything.
  case seen(item: String)
  /// An answer or a prediction was given and graded.
  case answered(Answered)
  /// A hint was taken.
  case hinted(Hinted)
  /// A run-through of an item came to its end.
  case finished(Finished)
  /// The learner compared a written answer with the model, and marked these points as met.
  case selfMarked(SelfMarked)
  /// A mock interview came to its end: which questions it asked.
  case mocked(Mocked)
  /// The learner says to have made these points of a written answer all the same.
  case disputed(Disputed)
  /// A person settled what a point, or a whole answer, is worth.
  case decided(Decided)
  /// An answer, or the end of a run-through, was graded again.
  case regraded(Regraded)
  /// A flash card was turned and graded by the learner.
  case reviewed(Reviewed)
  /// The review of that id no longer counts.
  case undone(event: EventID)
  /// Where the learner is, as text that only the sessions understand. The latest counts.
  case placed(String)
  /// A choice that outlives the session, such as `level` = `practitioner`. The latest counts.
  case preferred(key: String, value: String)
  /// A kind that a newer version wrote: kept whole, and without effect here.
  case unknown(kind: String, members: [String: JSONValue])
}

/// An answer to one part of an item, with all that is needed to grade it again.
package struct Answered: Sendable, Codable, Equatable {
  /// The exercise, lesson or question.
  package let item: String
  /// The stage or check inside it.
  package let part: String
  package let seed: UInt64
  /// Names the run-through; all events of one run-through share it.
  package let attempt: String
  /// The answer in the canonical text of its kind.
  package let answer: String
  /// The number of hints that had been taken for this part.
  package let hints: Int
  package let confidence: Confidence?
  /// The chance of being right that stood beside the word of confidence, 0...1.
  package let chance: Double?
  /// 0...1
  package let score: Double
  package let passed: Bool
  /// The misconceptions that this answer shows, by their ids; nil where it shows none.
  package let misconceptions: [String]?
  /// Of a written answer the points that the machine credited, by id; nil where nothing marked it.
  package let points: [String]?

  package init(
    item: String, part: String, seed: UInt64, attempt: String, answer: String, hints: Int = 0,
    confidence: Confidence? = nil, chance: Double? = nil, score: Double, passed: Bool,
    misconceptions: [String] = [], points: [String]? = nil
  ) {
    self.item = item
    self.part = part
    self.seed = seed
    self.attempt = attempt
    self.answer = answer
    self.hints = hints
    self.confidence = confidence
    self.chance = chance.map(unitScore)
    self.score = unitScore(score)
    self.passed = passed
    self.misconceptions = misconceptions.isEmpty ? nil : misconceptions
    self.points = points
  }
}

/// A hint that was taken; level 1 is the mildest.
package struct Hinted: Sendable, Codable, Equatable {
  package let item: String
  package let part: String
  package let attempt: String
  package let level: Int

  package init(item: String, part: String, attempt: String, level: Int) {
    self.item = item
    self.part = part
    self.attempt = attempt
    self.level = level
  }
}

/// The end of a run-through of an item, with its verdict.
package struct Finished: Sendable, Codable, Equatable {
  package let item: String
  package let attempt: String
  package let seed: UInt64
  /// 0...1
  package let score: Double
  package let passed: Bool
  /// The number of hints taken in the whole run-through.
  package let hints: Int

  package init(
    item: String, attempt: String, seed: UInt64, score: Double, passed: Bool, hints: Int = 0
  ) {
    self.item = item
    self.attempt = attempt
    self.seed = seed
    self.score = unitScore(score)
    self.passed = passed
    self.hints = hints
  }
}

/// The points of the model answer that the learner found in their own.
package struct SelfMarked: Sendable, Codable, Equatable {
  package let item: String
  package let attempt: String
  package let points: [String]

  package init(item: String, attempt: String, points: [String]) {
    self.item = item
    self.attempt = attempt
    self.points = points
  }
}

/// A review of a flash card.
package struct Reviewed: Sendable, Codable, Equatable {
  package let card: String
  package let grade: Grade
  /// Milliseconds from question to grade, where they were measured.
  package let elapsed: Int64?

  package init(card: String, grade: Grade, elapsed: Int64? = nil) {
    self.card = card
    self.grade = grade
    self.elapsed = elapsed
  }
}

/// How well a card was remembered, in the words and numbers of Anki and FSRS.
package enum Grade: Int, Sendable, Codable, CaseIterable {
  case again = 1
  case hard, good, easy
}
