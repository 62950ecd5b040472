// The stem of a word: "cluster", "clusters" and "clustering" are one. Porter's suffix stripping
// (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980), after British
// spellings have been turned into American ones. A stem need not be a word; all that counts is
// that an author's word and a learner's word come to the same letters.

/// The letters that the forms of a word share; lower case in, lower case out.
package func stem(of word: String) -> String {
  if let own = ownStems[word] { return own }
  if EverydayWords.small.contains(word) { return word }
  var letters = Array(american(word).utf8)
  guard letters.count > 2, letters.allSatisfy({ $0 >= 97 && $0 <= 122 }) else {
    return String(decoding: letters, as: UTF8.self)
  }
  Porter.strip(&letters)
  return String(decoding: letters, as: UTF8.self)
}

/// Words that would be stripped to the stem of another word: "news" is not "new", and
/// an objective is no object.
private let ownStems = [
  "use": "use", "used": "use", "uses": "use", "using": "use", "news": "news",
  "adding": "add", "added": "add", "equalize": "equaliz", "equalise": "equaliz",
  "equalizes": "equaliz", "equalises": "equaliz", "equalized": "equaliz", "equalised": "equaliz",
  "objective": "objectiv", "objectives": "objectiv", "subjective": "subjectiv",
  "production": "production", "several": "several", "general": "general",
  "generally": "general", "university": "university", "unite": "unite", "united": "unite",
]

/// "centre" → "center", "normalise" → "normalize", "neighbour" → "neighbor".
private func american(_ word: String) -> String {
  var word = word
  for (british, us) in [("centre", "center"), ("metre", "meter"), ("isation", "ization")]
  where word.contains(british) {
    word.replace(british, with: us)
  }
  for ending in ["ise", "ised", "ises", "ising", "yse", "ysed", "yses", "ysing"]
  where word.count > ending.count + 3 && word.hasSuffix(ending) {
    let kept = word.dropLast(ending.count)
    return kept + (ending.hasPrefix("y") ? "yz" : "iz") + ending.dropFirst(2)
  }
  for ending in ["our", "ours", "oured", "ouring"]
  where word.count > ending.count + 3 && word.hasSuffix(ending) {
    return word.dropLast(ending.count) + "or" + ending.dropFirst(3)
  }
  return word
}

/// The five steps of the paper, on the bytes of a word of a…z.
private enum Porter {
  static func strip(_ word: inout [UInt8]) {
    plurals(&word)
    pastAndGerund(&word)
    finalY(&word)
    for (suffix, other) in doubleSuffixes where replace(suffix, by: other, in: &word, above: 0) {
      break
    }
    for (suffix, other) in singleSuffixes where replace(suffix, by: other, in: &word, above: 0) {
      break
    }
    for suffix in lastSuffixes where drop(suffix, from: &word) { break }
    finalE(&word)
  }

  private static let doubleSuffixes = pairs([
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
  ])
  private static let singleSuffixes = pairs([
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
    ("ful", ""), ("ness", ""),
  ])
  private static let lastSuffixes = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
  ].sorted { $0.count > $1.count }.map { Array($0.utf8) }

  private static func pairs(_ texts: [(String, String)]) -> [([UInt8], [UInt8])] {
    texts.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  private static func plurals(_ word: inout [UInt8]) {
    if ends(word, "sses") || ends(word, "ies") {
      word.removeLast(2)
    } else if ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), word.count > 3 {
      word.removeLast()
    }
  }

  private static func pastAndGerund(_ word: inout [UInt8]) {
    if ends(word, "eed") {
      if measure(word.dropLast(3)) > 0 { word.removeLast() }
      return
    }
    let suffix = ends(word, "ed") ? 2 : ends(word, "ing") ? 3 : 0
    guard suffix > 0, hasVowel(word.dropLast(suffix)) else { return }
    word.removeLast(suffix)
    if ends(word, "at") || ends(word, "bl") || ends(word, "iz") {
      word.append(letter("e"))
    } else if endsInDouble(word), let last = word.last, !"lsz".utf8.contains(last) {
      word.removeLast()
    } else if measure(word[...]) == 1, endsInShortSyllable(word[...]) {
      word.append(letter("e"))
    }
  }

  private static func finalY(_ word: inout [UInt8]) {
    if ends(word, "y"), hasVowel(word.dropLast()) { word[word.count - 1] = letter("i") }
  }

  private static func finalE(_ word: inout [UInt8]) {
    if word.count > 3, ends(word, "e") {
      let rest = word.dropLast()
      if measure(rest) > 1 || (measure(rest) == 1 && !endsInShortSyllable(rest)) {
        word.removeLast()
      }
    }
    if ends(word, "ll"), measure(word[...]) > 1 { word.removeLast() }
  }

  /// True when the suffix was there, whether or not the rest was long enough to lose it.
  private static func replace(
    _ suffix: [UInt8], by other: [UInt8], in word: inout [UInt8], above least: Int
  ) -> Bool {
    guard word.count > suffix.count, word.suffix(suffix.count).elementsEqual(suffix) else {
      return false
    }
    if measure(word.dropLast(suffix.count)) > least {
      word.removeLast(suffix.count)
      word += other
    }
    return true
  }

  private static func drop(_ suffix: [UInt8], from word: inout [UInt8]) -> Bool {
    guard word.count > suffix.count, word.suffix(suffix.count).elementsEqual(suffix) else {
      return false
    }
    let rest = word.dropLast(suffix.count)
    let isIon = suffix == Array("ion".utf8)
    if measure(rest) > 1, !isIon || rest.last == letter("s") || rest.last == letter("t") {
      word.removeLast(suffix.count)
    }
    return true
  }

  private static func letter(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(ascii: scalar) }

  private static func ends(_ word: [UInt8], _ suffix: String) -> Bool {
    word.count > suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  private static func isVowel(_ word: ArraySlice<UInt8>, _ index: Int) -> Bool {
    switch Unicode.Scalar(word[index]) {
    case "a", "e", "i", "o", "u": true
    case "y": index > word.startIndex && !isVowel(word, index - 1)
    default: false
    }
  }

  private static func hasVowel(_ word: ArraySlice<UInt8>) -> Bool {
    word.indices.contains { isVowel(word, $0) }
  }

  /// How many times a consonant follows a vowel: the paper's m.
  private static func measure(_ word: ArraySlice<UInt8>) -> Int {
    word.indices.dropFirst().count { isVowel(word, $0 - 1) && !isVowel(word, $0) }
  }

  private static func endsInDouble(_ word: [UInt8]) -> Bool {
    word.count > 1 && word[word.count - 1] == word[word.count - 2]
      && !isVowel(word[...], word.count - 1)
  }

  /// Consonant, vowel, consonant other than w, x or y: "hop" gets its e back.
  private static func endsInShortSyllable(_ word: ArraySlice<UInt8>) -> Bool {
    let end = word.endIndex
    guard word.count > 2, let last = word.last else { return false }
    return !isVowel(word, end - 1) && isVowel(word, end - 2) && !isVowel(word, end - 3)
      && !"wxy".utf8.contains(last)
  }
}
