// Standard output and standard error. What a person's file or journal said is cleaned of control
// characters before it is shown.

import Foundation
import Screen

enum Output {
  /// A line of results.
  static func line(_ text: String = "") { print(text) }

  /// A line of results, broken before it is wider than most windows; what follows is set in.
  static func wrapped(_ text: String) {
    for line in wrap(text, width: width, hangingIndent: 2) { self.line(line) }
  }

  /// How wide results are at most, so that they fit a window of the usual size.
  static let width = 80

  /// Without a line end; for prompts.
  static func open(_ text: String) { print(text, terminator: "") }

  /// What is not the result: notes, mistakes, reasons.
  static func diagnostic(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { TextWidth.sanitised(String($0)) }.joined(separator: "\n")
    FileHandle.standardError.write(Data("centroid: \(clean)\n".utf8))
  }

  /// Results as JSON: two spaces, keys in alphabetical order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    line(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Everything written so far leaves the program; false if there was no room for it. Whoever
  /// closed a pipe early has seen enough.
  @discardableResult
  static func flush() -> Bool { fflush(nil) == 0 || errno == EPIPE }

  /// Rows as columns, two spaces apart.
  static func table(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
    }
    for row in rows {
      let cells = zip(row, widths).map { TextWidth.padded($0, $1) }
      let text = cells.joined(separator: "  ")
      line(String(text.reversed().drop { $0 == " " }.reversed()))
    }
  }
}
