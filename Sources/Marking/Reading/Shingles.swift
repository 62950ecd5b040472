// Sentences that were copied: all runs of five stems of the lesson, and whether most of a
// sentence's runs are among them.

struct Shingles: Sendable {
  private static let length = 5
  private let runs: Set<[String]>

  init(of texts: [String]) {
    runs = Set(
      texts.flatMap { text in
        sentences(of: text).flatMap { Self.runs(of: $0.words) }
      })
  }

  /// A sentence of eight words or more, three quarters of whose runs are known.
  func holds(_ words: [Word]) -> Bool {
    guard words.count >= 8, !runs.isEmpty else { return false }
    let own = Self.runs(of: words)
    return Double(own.count(where: runs.contains)) >= 0.75 * Double(own.count)
  }

  private static func runs(of words: [Word]) -> [[String]] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { words[$0..<($0 + length)].map(\.stem) }
  }
}
