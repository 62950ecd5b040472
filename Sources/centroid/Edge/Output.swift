// Standard output and standard error. What a person's file or journal said is cleaned of control
// characters before it is shown.

import Foundation
import Screen

enum Output {
  /// A line of results; several where the text has line ends.
  static func line(_ text: String = "") { print(clean(text)) }

  /// Every line without what a terminal would obey. Files, answers and journals come from anywhere.
  private static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextWidth.sanitised(String($0)) }.joined(separator: "\n")
  }

  /// A line of results, broken before it is wider than most windows; what follows is set in.
  static func wrapped(_ text: String) {
    for line in wrap(text, width: width, hangingIndent: 2) { self.line(line) }
  }

  /// How wide results are at most, so that they fit a window of the usual size.
  static let width = 80

  /// Without a line end; for prompts.
  static func open(_ text: String) { print(clean(text), terminator: "") }

  /// JSON as it is, with the line ends that it has.
  static func data(_ json: String) { print(json.escapingControls, terminator: "") }

  /// What is not the result: notes, mistakes, reasons.
  static func diagnostic(_ text: String) {
    FileHandle.standardError.write(Data("centroid: \(clean(text))\n".utf8))
  }

  /// Results as JSON: two spaces, keys in alphabetical order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    data(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
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

extension String {
  /// JSON that reads back the same, without the characters that a terminal would obey or that turn
  /// a line around: JSON itself escapes only the oldest of them.
  var escapingControls: String {
    if utf8.allSatisfy({ $0 < 0x7F }) { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar.value >= 0x7F, .format, .lineSeparator, .paragraphSeparator:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
