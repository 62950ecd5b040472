// Which mark stands before the decimals of each column. A column decides by itself; where its
// numbers can be read in two ways, as 1.450 can, the rest of the file decides. What is not read
// as it stands is told with the column and an example, so that nobody is surprised.

import Wording

/// A number that is read otherwise than it might have been meant.
package struct ReadNumber: Sendable, Hashable {
  package let text: String
  package let value: Double
  /// What stands beside it.
  var unit: NumberUnit?
}

/// What is counted about the numbers of one column.
struct MarkTally {
  /// Cells that speak for a mark before the decimals.
  private var points = 0
  private var commas = 0
  private var broken = 0
  private var clear = Marks<Int>(point: 0, comma: 0)
  /// The first of those that may be thousands, and of those with groups for certain.
  private var doubtful = Marks<String?>(point: nil, comma: nil)
  private var grouped: String?
  /// The first number with a unit, as it stands and without.
  private var measured: (whole: String, text: [UInt8], unit: NumberUnit)?
  private var hasTwoUnits = false

  private struct Marks<Value> {
    var point: Value
    var comma: Value

    subscript(mark: UInt8) -> Value {
      get { mark == .comma ? comma : point }
      set { if mark == .comma { comma = newValue } else { point = newValue } }
    }
  }

  /// - Parameter whole: the cell as it stands.
  mutating func add(_ text: [UInt8], _ unit: NumberUnit?, _ whole: () -> String) {
    if let unit {
      if measured == nil { measured = (whole(), text, unit) }
      hasTwoUnits = hasTwoUnits || measured?.unit != unit
    }
    add(text)
  }

  private mutating func add(_ text: [UInt8]) {
    switch NumberStyle.shape(of: text) {
    case .plain: return
    case .broken: broken += 1
    case .marked(let mark, let isDoubtful):
      if isDoubtful {
        doubtful[mark] = doubtful[mark] ?? String(decoding: text, as: UTF8.self)
      } else {
        clear[mark] += 1
        vote(for: mark)
      }
    case .grouped(let thousands, let decimal):
      grouped = grouped ?? String(decoding: text, as: UTF8.self)
      if let decimal {
        vote(for: decimal)
      } else if thousands == .comma {
        points += 1
      } else if thousands == NumberStyle.point {
        commas += 1
      }
    }
  }

  private mutating func vote(for mark: UInt8) {
    if mark == .comma { commas += 1 } else { points += 1 }
  }

  /// The mark that most cells speak for; nil where none does.
  fileprivate var mark: UInt8? {
    points == 0 && commas == 0 ? nil : commas > points ? .comma : NumberStyle.point
  }

  /// The mark that is taken, by what else is known.
  fileprivate func mark(file: UInt8?, separator: UInt8) -> UInt8 {
    if let mark = mark ?? file { return mark }
    // Alone between semicolons a comma is the decimal one; in quotes it parts thousands.
    return separator == .semicolon && doubtful.comma != nil ? .comma : NumberStyle.point
  }

  /// Dates and telephone numbers have marks between digits too, and dollars are no euros.
  fileprivate var isOfNumbers: Bool { (broken == 0 || grouped == nil) && !hasTwoUnits }

  /// Whether some cell is not what it is without a style.
  fileprivate func differs(under mark: UInt8) -> Bool {
    let other = mark == .comma ? NumberStyle.point : UInt8.comma
    return measured != nil || grouped != nil || doubtful[other] != nil || clear[other] > 0
  }

  /// The number to tell the reader of the table about; nil where none can be taken otherwise.
  fileprivate func example(under mark: UInt8, isMixed: Bool) -> ReadNumber? {
    guard isOfNumbers else { return nil }
    if let measured {
      return NumberStyle.value(of: measured.text, decimal: mark).map {
        ReadNumber(text: measured.whole, value: $0, unit: measured.unit)
      }
    }
    let other = mark == .comma ? NumberStyle.point : UInt8.comma
    let text = grouped ?? doubtful[other] ?? (isMixed && self.mark == nil ? doubtful[mark] : nil)
    return text.flatMap { text in
      NumberStyle.value(of: Array(text.utf8), decimal: mark).map {
        ReadNumber(text: text, value: $0)
      }
    }
  }
}

/// How the numbers of a whole file are read, column by column.
struct NumberReading {
  /// The mark before the decimals; nil where every cell is read as it stands.
  let marks: [UInt8?]
  /// What is told about a column.
  let examples: [ReadNumber?]

  var isPlain: Bool { marks.allSatisfy { $0 == nil } }

  init(_ tallies: [MarkTally], separator: UInt8) {
    let votes = tallies.filter(\.isOfNumbers).compactMap(\.mark)
    let commas = votes.count { $0 == .comma }
    let file: UInt8? =
      votes.isEmpty ? nil : 2 * commas > votes.count ? UInt8.comma : NumberStyle.point
    // Commas and points in one file, or semicolons, which stand where commas are decimal.
    let isMixed = separator != .comma || commas > 0
    var marks: [UInt8?] = []
    var examples: [ReadNumber?] = []
    for tally in tallies {
      let mark = tally.mark(file: file, separator: separator)
      marks.append(tally.isOfNumbers && tally.differs(under: mark) ? mark : nil)
      examples.append(tally.example(under: mark, isMixed: isMixed))
    }
    self.marks = marks
    self.examples = examples
  }
}
