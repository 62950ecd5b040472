// What an answer in an interview has besides its content, whatever was asked: it defines, it names
// a scenario, it weighs, it says what to watch. A topic says in `rubrics/structure.md` how
// that is recognized; the file belongs to no question.

package import Marking

package struct Structure: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package let id: String
    /// What it is, in words that may be shown to anybody at any time.
    package let idea: String

    package init(id: String, idea: String) {
      self.id = id
      self.idea = idea
    }
  }

  /// In the order of the file.
  package let parts: [Part]
  let phrasings: Phrasings

  package init(parts: [Part], phrasings: Phrasings) {
    self.parts = parts
    self.phrasings = phrasings
  }

  /// Marks answers to this question for their structure. O(phrasings).
  ///
  /// - Throws: ``PhrasingError``; never for a file that was read without mistakes.
  package func marker(for writing: Writing) throws(PhrasingError) -> Marker {
    let points = parts.map { phrasings.rubricPoint($0.id, idea: $0.idea) }
    return try Marker(
      rubric: Rubric(question: writing.question, points: points, wrong: phrasings.wrong),
      lexicon: phrasings.lexicon, lesson: phrasings.lesson)
  }
}
