// What an answer is marked against: the question, and points, each an idea with the ways of
// saying it that its author knows.

package struct Rubric: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    package let id: String
    /// The idea in one sentence.
    package let idea: String
    /// Ways to say it; see ``Phrasing``.
    package let said: [String]
    /// Ways to say its opposite: a match takes the point away and is a contradiction.
    package let denied: [String]
    /// Ways to say it that were learned from a marked answer, by that answer's id. Kept apart
    /// so that it can be measured how well answers are marked that nobody has seen.
    package let seen: [String: [String]]
    package let subject: Subject?

    package init(
      id: String, idea: String, said: [String] = [], denied: [String] = [],
      seen: [String: [String]] = [:], subject: Subject? = nil
    ) {
      self.id = id
      self.idea = idea
      self.said = said
      self.denied = denied
      self.seen = seen
      self.subject = subject
    }
  }

  /// What an idea is told of, and what it would be false of. Said of its rival, it is turned
  /// round: "DBSCAN assumes round groups". Each is one term; see ``Phrasing``.
  package struct Subject: Sendable, Equatable {
    package let own: String?
    package let rival: String

    package init(own: String? = nil, rival: String) {
      self.own = own
      self.rival = rival
    }
  }

  package let question: String
  package let points: [Point]
  /// False statements about the subject that belong to no single point.
  package let wrong: [String]

  package init(question: String, points: [Point], wrong: [String] = []) {
    self.question = question
    self.points = points
    self.wrong = wrong
  }
}
