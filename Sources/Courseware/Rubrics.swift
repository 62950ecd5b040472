// How written answers are recognized, for a whole course. Read apart from the course itself: it is
// many times as long, and only marking and `check` need it.

package import Marking
package import Markup

package struct Rubrics: Sendable {
  /// By the prompt of the question.
  package let phrasings: [String: Phrasings]
  private let files: [String: RubricFile]

  /// - Parameter files: where the phrasings stand, by prompt.
  package init(phrasings: [String: Phrasings] = [:], files: [String: RubricFile] = [:]) {
    self.phrasings = phrasings
    self.files = files
  }

  /// Where it is said how a question is marked; nil for phrasings that stand in no file.
  package func file(of prompt: String) -> RubricFile? { files[prompt] }

  /// What answers to a question are marked against; nil where the learner marks alone.
  package func rubric(for writing: Writing) -> Rubric? {
    guard let known = phrasings[writing.prompt] else { return nil }
    return Rubric(
      question: writing.question,
      points: writing.points.map { point in
        known.rubricPoint(point.id, idea: point.idea)
      }, wrong: known.wrong)
  }

  /// A marker for a question; nil where the learner marks alone. O(phrasings).
  ///
  /// - Parameter isLeftOut: whose phrasings are left out, by the id of a marked answer.
  /// - Throws: ``PhrasingError``; never for rubrics that were read without mistakes.
  package func marker(
    for writing: Writing, leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws(PhrasingError) -> Marker? {
    guard let known = phrasings[writing.prompt], let rubric = rubric(for: writing) else {
      return nil
    }
    return try Marker(
      rubric: rubric, lexicon: known.lexicon, lesson: known.lesson, leavingOut: isLeftOut)
  }
}

/// A file of phrasings, and where it speaks of each point.
package struct RubricFile: Sendable, Equatable {
  package let path: String
  private let points: [String: Position]

  package init(path: String, points: [String: Position]) {
    self.path = path
    self.points = points
  }

  /// The start of the file where it does not speak of the point, or none is meant.
  package func position(of point: String?) -> Position { point.flatMap { points[$0] } ?? .start }
}

/// Of one question: an author's knowledge of how people say its points.
package struct Phrasings: Sendable, Equatable {
  /// Of one point; see ``Rubric/Point``.
  package struct Point: Sendable, Equatable {
    package var said: [String] = []
    package var denied: [String] = []
    package var seen: [String: [String]] = [:]
    package var subject: Rubric.Subject?

    package init() {}
  }

  /// By the point's id.
  package let points: [String: Point]
  /// False statements that belong to no point.
  package let wrong: [String]
  package let lexicon: Lexicon
  /// What learners have read: sentences copied from it earn nothing.
  package let lesson: [String]

  package init(
    points: [String: Point], wrong: [String] = [], lexicon: Lexicon = Lexicon(),
    lesson: [String] = []
  ) {
    self.points = points
    self.wrong = wrong
    self.lexicon = lexicon
    self.lesson = lesson
  }

  /// Whether a phrasing was learned from this marked answer.
  package func have(seen answer: String) -> Bool {
    points.values.contains { $0.seen[answer] != nil }
  }

  /// A point with what is known of how people say it.
  func rubricPoint(_ id: String, idea: String) -> Rubric.Point {
    let known = points[id] ?? Point()
    return Rubric.Point(
      id: id, idea: idea, said: known.said, denied: known.denied, seen: known.seen,
      subject: known.subject)
  }
}

extension Course {
  /// Every question that is answered in writing, in the order of the course.
  package var writings: [Writing] {
    topics.flatMap(\.exercises).flatMap(\.stages).compactMap { stage in
      if case .write(let writing) = stage.task { writing } else { nil }
    }
  }
}
