// Written answers are marked by what the rubrics of a course say. Rubrics are long and seldom
// needed, so a judge is handed the way to get one, not all of them.

package import Courseware
package import Marking
import Synchronization

/// Where judges get the marker of a question from.
package struct Markers: Sendable {
  private let find: @Sendable (Writing) -> Marker?

  /// - Parameter find: the marker of a question; nil where no rubric says how its points are
  ///   recognized, and the learner marks alone.
  package init(_ find: @escaping @Sendable (Writing) -> Marker?) {
    self.find = find
  }

  /// Nobody marks but the learner.
  package static let none = Markers { _ in nil }

  package func marker(for writing: Writing) -> Marker? { find(writing) }
}

extension Markers {
  /// Reads the rubric of a question when it is first asked for, and keeps its marker.
  package static func reading(_ files: CourseFiles, of course: Course) -> Markers {
    let shelf = Shelf()
    return Markers { writing in
      shelf.marker(for: writing.prompt) {
        let rubrics = readRubrics(files, of: course, only: writing.prompt).rubrics
        // Phrasings were tried while they were read: none is left that could not be used.
        return try? rubrics.marker(for: writing)
      }
    }
  }

  private final class Shelf: Sendable {
    private let markers = Mutex<[String: Marker?]>([:])

    func marker(for prompt: String, read: () -> Marker?) -> Marker? {
      markers.withLock { markers in
        if let known = markers[prompt] { return known }
        let marker = read()
        markers[prompt] = .some(marker)
        return marker
      }
    }
  }
}
