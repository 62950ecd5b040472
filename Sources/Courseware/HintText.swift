// The words of a hint, to be compared with the words of an answer. Endings do not count, and a
// sentence is the furthest that words belong together.

import Marking

package struct HintText {
  /// The words of each sentence.
  let sentences: [Sentence]

  package init(_ text: String) {
    sentences = Marking.sentences(of: text)
  }

  init(_ sentence: Sentence) {
    sentences = [sentence]
  }

  /// Whether words stand in a sentence one after the other: "it falls" in "and then it falls".
  func says(_ words: String) -> Bool {
    let wanted = Courseware.stems(of: words)
    return !wanted.isEmpty && sentences.contains { $0.stems.contains(wanted) }
  }

  /// Whether one sentence has all the words of a text that say something, two or more, in any order.
  func holdsAll(of text: String) -> Bool {
    let wanted = HintText(text).contentStems
    return wanted.count > 1 && sentences.contains { wanted.isSubset(of: $0.stems) }
  }

  /// Whether a sentence is, or opens with, a word and a comma: "No, it does not".
  func answers(_ word: String) -> Bool {
    sentences.contains { sentence in
      guard let first = sentence.words.first, first.text == word.lowercased() else { return false }
      return sentence.words.count == 1 || sentence.words[1].clause > first.clause
    }
  }

  /// Whether a number stands in it, in digits or as a word.
  func says(number: Int) -> Bool {
    sentences.contains { $0.says(number: number) }
  }

  /// Every word that says something.
  var contentStems: Set<String> {
    Set(sentences.flatMap(\.words).filter { !$0.isSmall }.map(\.stem))
  }
}

func stems(of text: String) -> [String] {
  sentences(of: text).flatMap(\.words).map(\.stem)
}

/// The words of a text without those that only hold it together.
func contentStems(of text: String) -> Set<String> {
  HintText(text).contentStems
}

extension Sentence {
  var stems: [String] { words.map(\.stem) }

  /// "one" is hardly ever a number.
  func says(number: Int) -> Bool {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    let word = words.indices.contains(number - 2) ? words[number - 2] : nil
    return self.words.contains { $0.text == "\(number)" || $0.text == word }
  }
}
