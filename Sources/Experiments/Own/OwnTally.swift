// What is counted about a column while its cells go by.

struct OwnTally {
  var gaps = 0
  /// Of the gaps, those that hold a text.
  var texts = 0
  var firstGap: OwnColumn.Gap?
  var firstText: String?
  var tooLarge: OwnColumn.Gap?

  private(set) var numbers = 0
  private(set) var least = Double.infinity
  private(set) var largest = -Double.infinity
  /// Whether all numbers so far are whole.
  private(set) var isWhole = true
  /// Whether they are whole and each is larger than the one before.
  private(set) var rises = true
  /// Whether each is as much larger as the others.
  private(set) var hasEvenSteps = true
  private var previous = -Double.infinity

  mutating func add(_ value: Double) {
    numbers += 1
    least = min(least, value)
    largest = max(largest, value)
    isWhole = isWhole && value == value.rounded(.towardZero)
    guard rises else { return }
    rises = value > previous && isWhole
    // The first step is from the least of them to the second.
    if numbers == 2 { step = value - previous }
    hasEvenSteps = hasEvenSteps && (numbers < 3 || value - previous == step)
    previous = value
  }

  private var step = 0.0
}

extension OwnTally {
  /// More text than numbers is a column of text.
  func obstacle(rows: Int) -> OwnColumn.Obstacle? {
    if numbers == 0, texts == 0 { return .empty }
    if texts > numbers, let firstText { return .text(example: firstText) }
    return tooLarge.map { .tooLarge($0.text, line: $0.line) }
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
    let all = {
      stride(from: index, to: values.count, by: width).map { values[$0] }.filter { !$0.isNaN }
    }
    let numbers = tally.gaps > 0 && obstacle == nil ? all().sorted() : []
    self.name = name
    number = index + 1
    gaps = tally.gaps
    firstGap = tally.firstGap
    median = numbers.isEmpty ? nil : OwnColumn.median(ofSorted: numbers)
    mean = numbers.isEmpty ? nil : OwnColumn.mean(of: numbers)
    self.obstacle = obstacle
    hint = obstacle == nil ? Hint(name: name, tally, all) : nil
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
