// The lines of a whole sitting, kept beside the tests so that any two builds of the program can
// be told the same.

import Foundation

struct Recording {
  /// The seed that the lines answer to.
  static let seed: UInt64 = 7
  /// A learner's way through all parts of the topic.
  static let wholeTopic = Recording(name: "whole-topic.lines")
  /// Everything that moves, and everything that can be tried and looked up.
  static let besides = Recording(name: "besides.lines")

  private let file: URL

  private init(name: String) {
    file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }

  func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// Made anew only on purpose.
  func keep(_ text: String) throws {
    guard ProcessInfo.processInfo.environment["CENTROID_RECORD"] == "1" else { return }
    try Data(text.utf8).write(to: file)
  }
}
