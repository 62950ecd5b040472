// The course as it stands in the repository, for tests that go through it.

package import Courseware
package import Experiments
package import Foundation
package import Grading

package enum RepositoryCourse {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file of the two course folders, and the core's source for the walkthrough.
  package static func files() throws -> CourseFiles {
    let content = try below("Lessons", as: "Lessons").merging(
      try below("Drills", as: "Drills")
    ) { first, _ in first }
    return CourseFiles(
      content: content, sources: try below("Sources/Clustering", as: "Clustering"))
  }

  package static let runner = Runner()

  /// What interview answers of a topic are marked for besides their content.
  package static let structure: @Sendable (String) -> Structure? = {
    guard let files = try? files(), let course = read(files).course else { return { _ in nil } }
    let structures = readStructures(files, of: course)
    return { structures[$0] }
  }()

  /// Who marks the written answers.
  package static let markers: Markers = {
    guard let files = try? files(), let course = read(files).course else { return .none }
    return .reading(files, of: course)
  }()

  private static func below(_ folder: String, as name: String) throws -> [String: [UInt8]] {
    let base = root.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.allObjects ?? []
    var files: [String: [UInt8]] = [:]
    for case let path as String in paths {
      let url = base.appending(path: path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files["\(name)/\(path)"] = Array(try Data(contentsOf: url))
    }
    return files
  }
}
