// An answer that a person has marked, to measure a marker by.

package struct MarkedAnswer: Sendable, Equatable {
  package let prompt: String
  package let id: String
  package let text: String
  /// What sort of answer it is, for the report only: "paraphrase", "negated".
  package let kind: String
  /// For every point of the rubric whether the answer makes it.
  package let points: [String: Bool]
  /// Whether it says something false about the subject.
  package let contradiction: Bool

  package init(
    prompt: String, id: String, text: String, kind: String, points: [String: Bool],
    contradiction: Bool
  ) {
    self.prompt = prompt
    self.id = id
    self.text = text
    self.kind = kind
    self.points = points
    self.contradiction = contradiction
  }
}

/// What a marker, or anything that stands in for one, says of an answer.
package struct Judgement: Sendable, Equatable {
  package let credited: Set<String>
  /// Nil where it is not judged.
  package let contradiction: Bool?

  package init(credited: Set<String>, contradiction: Bool? = nil) {
    self.credited = credited
    self.contradiction = contradiction
  }

  package init(_ mark: Mark) {
    credited = Set(mark.points.filter(\.isCredited).map(\.id))
    contradiction = mark.contradiction != nil
  }
}
