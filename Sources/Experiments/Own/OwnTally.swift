// What is counted about a column while its cells go by.

struct OwnTally {
  var gaps = 0
  /// Of the gaps, those that hold a text.
  var texts = 0
  var firstGap: OwnColumn.Gap?
  var tooLarge: OwnColumn.Gap?
  /// Whether a whole number is written as 04109.
  var hasLeadingZero = false

  /// The different texts, as long as they are two.
  private var words: [ArraySlice<UInt8>] = []
  private var hasMoreWords = false
  /// The different numbers, as long as they are few.
  private var few: [Double] = []

  private(set) var numbers = 0
  private(set) var least = Double.infinity
  private(set) var largest = -Double.infinity
  /// Whether all numbers so far are whole.
  private(set) var isWhole = true
  /// Whether they are whole and each is larger than the one before.
  private(set) var rises = true
  private var previous = -Double.infinity

  private static let mostFew = 10
  /// Fewer cells hold two words by chance.
  private static let fewestOfTwo = 8

  mutating func meet(_ word: ArraySlice<UInt8>) {
    guard !hasMoreWords, !words.contains(word) else { return }
    if words.count < 2 { words.append(word) } else { hasMoreWords = true }
  }

  mutating func add(_ value: Double) {
    numbers += 1
    least = min(least, value)
    largest = max(largest, value)
    isWhole = isWhole && value == value.rounded(.towardZero)
    if few.count <= Self.mostFew, !few.contains(value) { few.append(value) }
    guard rises else { return }
    rises = value > previous && isWhole
    previous = value
  }
}

extension OwnTally {
  /// More text than numbers is a column of text.
  func obstacle(rows: Int) -> OwnColumn.Obstacle? {
    if numbers == 0, texts == 0 { return .empty }
    if texts > numbers, let first = words.first {
      let example = Self.shown(first)
      if isDate(first) { return .dates(example: example) }
      if words.count == 2, !hasMoreWords, texts >= Self.fewestOfTwo {
        return .twoWords(example, Self.shown(words[1]))
      }
      return .text(example: example)
    }
    return tooLarge.map { .tooLarge($0.text, line: $0.line) }
  }

  /// How many numbers are different; nil where they are many.
  var fewValues: Int? { few.count <= Self.mostFew ? few.count : nil }

  private static func shown(_ word: ArraySlice<UInt8>) -> String {
    String(String(decoding: word, as: UTF8.self).prefix(80))
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
    doubt = obstacle == nil && hint == nil ? Doubt(name: name, tally) : nil
    range = tally.numbers > 0 ? tally.least...tally.largest : nil
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

/// 27.07.2024, 2024-07-27 or 7/27/24, with or without a time.
private func isDate(_ word: ArraySlice<UInt8>) -> Bool {
  let day = word.prefix { $0 != .space && $0 != UInt8(ascii: "T") }
  for mark in [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")] {
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3 else { continue }
    let isOfDigits = parts.joined().allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    let lengths = parts.map(\.count)
    let ends = [lengths[0], lengths[2]].sorted()
    return isOfDigits && (1...2).contains(lengths[1]) && (1...2).contains(ends[0])
      && [2, 4].contains(ends[1])
  }
  return false
}
