// What is counted about a column while its cells go by.

struct OwnTally {
  var gaps = 0
  /// Of the gaps, those that hold a text.
  var texts = 0
  var firstGap: OwnColumn.Gap?
  var firstText: String?
  var tooLarge: OwnColumn.Gap?

  private(set) var numbers = 0
  private var least = Double.infinity
  private var largest = -Double.infinity
  private var previous = -Double.infinity
  /// Whether all numbers so far are whole and each is larger than the one before.
  private var rises = true

  mutating func add(_ value: Double, in row: Int) {
    numbers += 1
    least = min(least, value)
    largest = max(largest, value)
    if rises {
      rises = value > previous && value == value.rounded(.towardZero)
      previous = value
    }
  }
}

extension OwnTally {
  /// More text than numbers is a column of text.
  func obstacle(rows: Int) -> OwnColumn.Obstacle? {
    if numbers == 0, texts == 0 { return .empty }
    if texts > numbers, let firstText { return .text(example: firstText) }
    return tooLarge.map { .tooLarge($0.text, line: $0.line) }
  }

  func hint(name: String) -> OwnColumn.Hint? {
    if LabelColumn.usualNames.contains(name.lowercased()) { return .label }
    if numbers > 1, least == largest { return .constant(least) }
    return rises && numbers > 2 && gaps == 0 ? .rising : nil
  }
}

extension OwnColumn {
  /// A column from its tally; `values` are those of the whole table, row after row.
  init(
    _ name: String, at index: Int, _ tally: OwnTally, _ obstacle: Obstacle?, rows: Int,
    _ values: [Double]
  ) {
    let obstacle = obstacle ?? tally.obstacle(rows: rows)
    let width = max(1, values.count / max(1, rows))
    let isFillable = tally.gaps > 0 && obstacle == nil
    let numbers =
      isFillable
      ? stride(from: index, to: values.count, by: width).map { values[$0] }
        .filter { !$0.isNaN }.sorted() : []
    self.name = name
    number = index + 1
    gaps = tally.gaps
    firstGap = tally.firstGap
    median = numbers.isEmpty ? nil : OwnColumn.median(ofSorted: numbers)
    mean = numbers.isEmpty ? nil : OwnColumn.mean(of: numbers)
    self.obstacle = obstacle
    hint = obstacle == nil ? tally.hint(name: name) : nil
  }

  private static func median(ofSorted numbers: [Double]) -> Double {
    let middle = numbers.count / 2
    return numbers.count.isMultiple(of: 2)
      ? numbers[middle - 1] / 2 + numbers[middle] / 2 : numbers[middle]
  }

  /// No sum of numbers that are allowed is too large.
  private static func mean(of numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }
}
