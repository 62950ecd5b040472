// The lines of a whole sitting, kept beside the tests so that any two builds of the program can
// be told the same.

import Foundation

enum Recording {
  /// The seed that the lines answer to.
  static let seed: UInt64 = 7

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/whole-topic.lines")

  static func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// Made anew only on purpose.
  static func keep(_ text: String) throws {
    guard ProcessInfo.processInfo.environment["CENTROID_RECORD"] == "1" else { return }
    try Data(text.utf8).write(to: file)
  }
}
