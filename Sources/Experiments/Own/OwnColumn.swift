// What a column of the learner's own table holds, and whether it can take part.
//
// Nothing is refused here that a decision can mend: cells without a number are counted, and the
// learner says what becomes of them. A column that no decision can mend says why.

import Clustering
import Wording

package struct OwnColumn: Sendable, Equatable {
  /// Without control characters, so that it stays one line wherever it is written.
  package let name: String
  /// Counted from 1.
  package let number: Int
  /// Cells without a number.
  package let gaps: Int
  /// The first of them: where it is, and what stands there.
  package let firstGap: Gap?
  /// Of its numbers; nil where there is no gap to fill.
  package let median: Double?
  package let mean: Double?
  /// Why it cannot take part; nil where it can.
  package let obstacle: Obstacle?
  /// What speaks against it, though it can take part.
  package let hint: Hint?
  /// What is to be thought about, though it takes part.
  package let doubt: Doubt?
  /// From its least number to the largest; nil where it has none.
  package let range: ClosedRange<Double>?

  package struct Gap: Sendable, Equatable {
    package let row: Int
    /// The line of the file; nil where rows are no lines.
    package let line: Int?
    /// "" where the cell is empty.
    package let text: String
  }

  package enum Obstacle: Sendable, Equatable {
    case text(example: String)
    case dates(example: String)
    /// Nothing but these, such as yes and no.
    case twoWords(String, String)
    case empty
    case tooLarge(String, line: Int?)
    case unnamed
    case repeatedName
  }

  /// Whether there is nothing to compute with, so that nobody expects it to take part.
  package var holdsNoNumbers: Bool {
    switch obstacle {
    case .text, .dates, .twoWords, .empty: true
    default: false
    }
  }
}

// MARK: - In words

extension OwnColumn {
  /// Why it stays out: "city holds text such as 'Oslo'".
  package var reason: String? {
    let name = name.isEmpty ? "column \(number)" : printable(self.name)
    return switch obstacle {
    case .text(let example): "\(name) holds text such as '\(printable(example))'"
    case .dates(let example):
      "\(name) holds dates such as '\(printable(example))' (written as days or years they would be "
        + "numbers)"
    case .twoWords(let one, let other):
      "\(name) holds two words, '\(printable(one))' and '\(printable(other))' (written as 1 and 0 "
        + "they would be numbers)"
    case .empty: "\(name) is empty"
    case .tooLarge(let text, let line):
      "\(name) holds \(printable(text))\(place(line)), which is above "
        + "\(exact(Points.largestMagnitude)); use a larger unit"
    case .unnamed: "\(name) has no name; give it one in the first line"
    case .repeatedName: "\(name) is there twice; give each column its own name"
    case nil: nil
    }
  }

  /// "no number in 12 cells, the first in line 17 ('n/a')".
  package var gapWords: String? {
    guard let firstGap, gaps > 0 else { return nil }
    let text = firstGap.text.isEmpty ? "it is empty" : "'\(printable(firstGap.text))'"
    let place = firstGap.line.map { "line \($0)" } ?? "row \(firstGap.row + 1)"
    return gaps == 1
      ? "no number in 1 cell, in \(place) (\(text))"
      : "no number in \(grouped(gaps)) cells, the first in \(place) (\(text))"
  }

  private func place(_ line: Int?) -> String { line.map { " in line \($0)" } ?? "" }
}
