// Misspelled words of the subject: "similarty" is read as "similar", "gruop" as "group". A word is
// changed only if it is no word that we know, and only to a word of the rubric that begins with
// the same letter and is one slip away, or two in a long word. A slip is a letter too many, too
// few, another one, or two that changed places (optimal string alignment).

struct Spelling: Sendable {
  private let byLetter: [Character: [[Character]]]
  private let known: Set<String>

  /// - Parameters:
  ///   - stems: what a misspelled word may be changed to.
  ///   - known: stems of words that are right as they are.
  init(stems: Set<String>, known: Set<String>) {
    let usable = stems.filter { $0.count >= 4 && $0.allSatisfy(\.isLetter) }.sorted()
    byLetter = Dictionary(grouping: usable.map(Array.init)) { $0[0] }
    self.known = known.union(stems)
  }

  /// The stem that was meant, or the word's own.
  func corrected(_ word: Word) -> String {
    let letters = Array(word.stem)
    guard letters.count >= 4, let first = letters.first, !known.contains(word.stem),
      !EverydayWords.small.contains(word.text), !EverydayWords.verbs.contains(word.text)
    else { return word.stem }
    let limit = letters.count >= 8 ? 2 : 1
    var best: (stem: [Character], slips: Int)?
    for candidate in byLetter[first] ?? [] where abs(candidate.count - letters.count) <= limit {
      let slips = slips(letters, candidate)
      if slips <= limit, slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best.map { String($0.stem) } ?? word.stem
  }
}

/// The least number of slips from one word to the other; O(a·b).
func slips(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in b.indices {
      row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
