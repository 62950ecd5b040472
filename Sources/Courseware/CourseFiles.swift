/// Everything that a course is made of, as bytes: loaded once at the edge, pure from here on.
package struct CourseFiles: Sendable {
  /// By path inside the course folder: "Lessons/01-x/lesson.md", "Drills/labs/y.md", "Drills/z.csv".
  package let content: [String: [UInt8]]
  /// The core's source, by path below `Sources`: "Clustering/KMeans.swift".
  package let sources: [String: [UInt8]]

  /// Files of the course that have more than ``mostBytes``: how many each has. They are not read.
  package let tooLarge: [String: Int]

  /// The most that one file of a course may have. A table of as many rows as a course may cluster
  /// takes less.
  package static let mostBytes = 50_000_000

  package init(
    content: [String: [UInt8]], sources: [String: [UInt8]] = [:], tooLarge: [String: Int] = [:]
  ) {
    self.content = content
    self.sources = sources
    self.tooLarge = tooLarge
  }

  /// Whether there is such a file, read or not.
  func holds(_ path: String) -> Bool { content[path] != nil || tooLarge[path] != nil }

  /// The bytes of a file of the course, by its path inside the course folder: what an experiment
  /// on a table reads through.
  package subscript(path: String) -> [UInt8]? { content[path] }

  /// In one order on every machine.
  package var paths: [String] { content.keys.sorted() }
}
