// Written answers are marked by what the rubrics of a course say. Rubrics are long and seldom
// needed, so a judge is handed the way to get one, not all of them.
//
// A rubric with a mistake marks nobody: what could be read of it would miss points that were made.
// The learner marks alone then, as where there is no rubric, and is told why.

package import Courseware
package import Marking
import Synchronization

/// Where judges get the marker of a question from.
package struct Markers: Sendable {
  /// Who marks the answers to a question.
  package enum Finding: Sendable {
    case marker(Marker)
    /// No rubric says how the points are recognized.
    case learnerAlone
    /// A rubric should, and cannot be used as it is.
    case broken(BrokenRubric)
  }

  private let find: @Sendable (Writing) -> Finding

  /// - Parameter find: the marker of a question; nil where no rubric says how its points are
  ///   recognized, and the learner marks alone.
  package init(_ find: @escaping @Sendable (Writing) -> Marker?) {
    self.init(finding: { writing in find(writing).map(Finding.marker) ?? .learnerAlone })
  }

  package init(finding find: @escaping @Sendable (Writing) -> Finding) {
    self.find = find
  }

  /// Nobody marks but the learner.
  package static let none = Markers { _ in nil }

  /// Nil where the learner marks alone, for whatever reason.
  package func marker(for writing: Writing) -> Marker? {
    if case .marker(let marker) = find(writing) { marker } else { nil }
  }

  /// Why nothing marks a question that should be marked; nil where all is well.
  package func broken(_ writing: Writing) -> BrokenRubric? {
    if case .broken(let rubric) = find(writing) { rubric } else { nil }
  }
}

/// A rubric that marks nobody until its mistakes are mended.
package struct BrokenRubric: Error, Sendable, Equatable {
  package let prompt: String
  /// The first one, with its place in the course.
  package let mistake: String
  package let mistakes: Int

  package init(prompt: String, mistake: String, mistakes: Int) {
    self.prompt = prompt
    self.mistake = mistake
    self.mistakes = mistakes
  }
}

extension BrokenRubric: CustomStringConvertible {
  package var description: String {
    let more = mistakes > 1 ? " (and \(mistakes - 1) more; `centroid check` shows all)" : ""
    return "its rubric has a mistake: \(mistake)\(more)"
  }
}

extension Markers {
  /// Reads the rubric of a question when it is first asked for, and keeps its marker.
  package static func reading(_ files: CourseFiles, of course: Course) -> Markers {
    let shelf = Shelf()
    return Markers(finding: { writing in
      shelf.finding(for: writing.prompt) { Self.read(files, of: course, writing) }
    })
  }

  private static func read(
    _ files: CourseFiles, of course: Course, _ writing: Writing
  ) -> Finding {
    let (rubrics, mistakes) = readRubrics(files, of: course, only: writing.prompt)
    let errors = mistakes.filter { $0.severity == .error }
    if let first = errors.first {
      return .broken(
        BrokenRubric(prompt: writing.prompt, mistake: "\(first)", mistakes: errors.count))
    }
    do throws(PhrasingError) {
      return try rubrics.marker(for: writing).map(Finding.marker) ?? .learnerAlone
    } catch {
      // Phrasings were tried while they were read: none is left that could not be used.
      return .broken(BrokenRubric(prompt: writing.prompt, mistake: "\(error)", mistakes: 1))
    }
  }

  private final class Shelf: Sendable {
    private let findings = Mutex<[String: Finding]>([:])

    func finding(for prompt: String, read: () -> Finding) -> Finding {
      findings.withLock { findings in
        if let known = findings[prompt] { return known }
        let finding = read()
        findings[prompt] = finding
        return finding
      }
    }
  }
}
