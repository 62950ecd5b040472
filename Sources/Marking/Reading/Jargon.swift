// Word salad: little but the terms of the subject, in whatever grammar. Whoever explains
// something says most of it in everyday words; of jumbled answers hardly a word is one.

/// The terms of a subject.
struct Jargon: Sendable {
  private let stems: Set<String>
  private let beginnings: [String]

  /// - Parameter terms: words of the subject; "standard*" stands for all that begin so.
  init(terms: [String]) {
    let words = terms.map { $0.lowercased() }
    stems = Set(
      words.filter { !$0.hasSuffix("*") }.flatMap { sentences(of: $0) }.flatMap(\.words).map(\.stem)
    )
    beginnings = words.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
  }

  /// Whether an answer of these sentences says nothing with many terms.
  func fills(_ answer: [Sentence]) -> Bool {
    let words = answer.flatMap(\.words).filter { !$0.isSmall }
    guard words.count >= Self.fewest else { return false }
    return Double(words.count(where: isTerm)) >= Self.share * Double(words.count)
  }

  private func isTerm(_ word: Word) -> Bool {
    stems.contains(word.stem) || beginnings.contains(where: word.text.hasPrefix)
  }

  /// In answers that explain something at most two of three content words are terms of the
  /// subject, and short ones may be a list of what to do.
  private static let share = 0.75
  private static let fewest = 12
}
