package import Markup

/// One thing wrong with a file of the course: where, what, and what would be right.
package struct Mistake: Error, Sendable, Equatable {
  package enum Severity: String, Sendable {
    /// The course cannot be taught as it is.
    case error
    /// It can, but hardly as it was meant.
    case warning
  }

  /// Path inside the course folder.
  package let file: String
  package let position: Position
  package let severity: Severity
  package let what: String
  package let remedy: String

  package var line: Int { position.line }
  package var column: Int { position.column }

  package init(
    file: String, position: Position, severity: Severity = .error, what: String, remedy: String
  ) {
    self.file = file
    self.position = position
    self.severity = severity
    self.what = what
    self.remedy = remedy
  }
}

extension Mistake {
  /// What the parser of Markdown found in a file.
  init(_ mistake: Markup.Mistake, in path: String) {
    self.init(
      file: path, position: mistake.position, what: mistake.problem, remedy: mistake.remedy)
  }
}

extension Mistake: Comparable {
  /// By file, then by place in it; the sentence decides the rest, so that an order is complete.
  package static func < (left: Mistake, right: Mistake) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return left.what < right.what
  }
}

extension Mistake: CustomStringConvertible {
  /// `Lessons/01-x/lesson.md:3:1: error: what is wrong; what would be right`.
  package var description: String { "\(file):\(position): \(severity): \(what); \(remedy)" }
}
