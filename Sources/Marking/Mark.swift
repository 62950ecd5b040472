// What a marker found, with its reasons: for every credited point the words that it was taken
// from, for every other what stood in its way.

package struct Mark: Sendable, Equatable {
  package enum Finding: Sendable, Equatable {
    /// The words, from the first to the last that the phrasing needed.
    case said(String)
    /// The idea's words stand in a denial, which may be right: "it is not zero unless k is n".
    case denied(String)
    /// Its opposite was said, as its author foresaw, or it was told of its rival.
    case opposed(String)
    /// The idea's words stand in a list or a jumble, which says nothing about them.
    case listed(String)
    /// Said, and taken back or laid in another's mouth and rejected.
    case takenBack(String)
    /// Only the question's own words.
    case repeated(String)
    /// A sentence of the lesson.
    case copied(String)
    case missing
  }

  package struct Point: Sendable, Equatable {
    package let id: String
    package let finding: Finding

    package var isCredited: Bool {
      if case .said = finding { true } else { false }
    }
  }

  package let points: [Point]
  /// The words in which something false is said about the subject, if any.
  package let contradiction: String?
}
