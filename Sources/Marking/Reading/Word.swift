// An answer as words in sentences. Numbers, signs and short forms that people type in notes
// become words or borders: "w/o" is "without", "!=" is "not", "->" ends a clause.

/// One word of an answer and where it stands in it.
package struct Word: Sendable, Equatable {
  /// Lower case, as typed.
  package let text: String
  /// What is compared; see ``stem(of:)``.
  package var stem: String
  /// Its place in the answer.
  package let place: Range<String.Index>
  /// Which clause of its sentence it stands in, from 0.
  package let clause: Int
}

/// Words up to a full stop, a semicolon or the end of a line.
package struct Sentence: Sendable, Equatable {
  package var words: [Word]
  /// Whether a sign such as "=" or "->" stands in it, which is the verb of notes.
  package let hasSign: Bool
  /// Whether it ends with a question mark.
  package var isQuestion = false
}

/// The sentences of a text, in order; O(characters).
package func sentences(of text: String) -> [Sentence] {
  var splitter = Splitter(text)
  return splitter.split()
}

private struct Splitter {
  /// Whoever writes without a full stop is cut off here, so that no answer takes long to mark.
  private static let longest = 200

  private let text: String
  private let wraps: LineWraps
  private var index: String.Index
  private var finished: [Sentence] = []
  private var words: [Word] = []
  private var clause = 0
  private var hasSign = false

  init(_ text: String) {
    self.text = text
    wraps = LineWraps(of: text)
    index = text.startIndex
  }

  mutating func split() -> [Sentence] {
    while index < text.endIndex {
      let character = text[index]
      if character.isLetter || character.isNumber {
        word()
        if words.count >= Splitter.longest { endSentence() }
      } else {
        mark(character)
      }
    }
    endSentence()
    return finished
  }

  /// Letters, digits and apostrophes between them; a point or comma between digits.
  private mutating func word() {
    let start = index
    while index < text.endIndex, continuesWord(at: index, from: start) {
      index = text.index(after: index)
    }
    var end = index
    if text[start..<end].lowercased() == "w", end < text.endIndex, text[end] == "/" {
      end = text.index(after: end)
      if end < text.endIndex, text[end].lowercased() == "o" { end = text.index(after: end) }
      index = end
    }
    for written in ShortForms.words(for: text[start..<end].lowercased()) {
      if ShortForms.joins(words.last?.text, written), let first = words.popLast() {
        add(ShortForms.kMeans, over: first.place.lowerBound..<end)
      } else {
        add(written, over: start..<end)
      }
    }
  }

  private func continuesWord(at place: String.Index, from start: String.Index) -> Bool {
    let character = text[place]
    if character.isLetter || character.isNumber { return true }
    let next = text.index(after: place)
    guard place > start, next < text.endIndex else { return false }
    let before = text[text.index(before: place)]
    if "'’ʼ`".contains(character) { return text[next].isLetter && before.isLetter }
    return ".,".contains(character) && before.isNumber && text[next].isNumber
  }

  private mutating func mark(_ character: Character) {
    let next = text.index(after: index)
    let follower = next < text.endIndex ? text[next] : nil
    defer { index = text.index(after: index) }
    switch character {
    case "\n" where wraps.contains(index): break
    case "?":
      endSentence()
      if let last = finished.indices.last { finished[last].isQuestion = true }
    case "\n", "\r\n", "\r", ";", "!", "•": notEqual(follower) ?? endSentence()
    case ".": stop(follower)
    case "=", "→", "⇒", "≈", "≤", "≥", "↑", "↓": sign()
    case "-" where follower == ">": sign()
    case ">" where index > text.startIndex && "-=".contains(text[text.index(before: index)]): break
    case "<", ">": compare(character == ">" ? "more" : "less", over: index..<next)
    case ")" where hasListMark: dropListMark()
    case "≠": add("not", over: index..<next)
    case "+"
    where follower == "+" || index > text.startIndex && text[text.index(before: index)] == "+":
      break
    case "+", "&": add("and", over: index..<next)
    case ",", ":", "(", ")", "–", "—", "…", "[", "]": clause += 1
    case "-" where follower?.isWhitespace ?? true: clause += 1
    default: break
    }
  }

  /// "!=" is a sign, not the end of a sentence.
  private mutating func notEqual(_ follower: Character?) -> Void? {
    guard text[index] == "!", follower == "=" else { return nil }
    let next = text.index(after: index)
    add("not", over: index..<text.index(after: next))
    index = next
    hasSign = true
    return ()
  }

  /// "eps > gap" is read out.
  private mutating func compare(_ word: String, over place: Range<String.Index>) {
    hasSign = true
    add(word, over: place)
    add("than", over: place)
  }

  /// "(b)" and "2." begin another item.
  private var hasListMark: Bool {
    guard let last = words.last, last.text.count == 1 else { return false }
    return words.dropLast().last?.clause != last.clause
  }

  private mutating func dropListMark() {
    words.removeLast()
    endSentence()
  }

  private mutating func stop(_ follower: Character?) {
    if words.count == 1, hasListMark, words[0].text.allSatisfy(\.isNumber) {
      dropListMark()
    } else if follower == "." {
      clause += 1
    } else if isNumberSign {
      renameNumberSign()
    } else if follower?.isWhitespace ?? true, !ShortForms.endsWithStop(words.last?.text) {
      if index > text.startIndex, text[text.index(before: index)] == "." {
        clause += 1
      } else {
        endSentence()
      }
    }
  }

  /// "One cluster no. per row": the word stands in the middle of what is said.
  private var isNumberSign: Bool {
    guard let last = words.last, last.text == "no", let before = words.dropLast().last,
      before.clause == last.clause, last.place.upperBound == index
    else { return false }
    let rest = text[text.index(after: index)...]
    return rest.first == " "
      && (rest.dropFirst().first.map { $0.isLowercase || $0.isNumber } ?? false)
  }

  private mutating func renameNumberSign() {
    guard let sign = words.popLast() else { return }
    add("number", over: sign.place)
  }

  private mutating func sign() {
    hasSign = true
    clause += 1
  }

  private mutating func add(_ word: String, over place: Range<String.Index>) {
    words.append(
      Word(text: word, stem: Marking.stem(of: word), place: place, clause: clause))
  }

  private mutating func endSentence() {
    if !words.isEmpty { finished.append(Sentence(words: words, hasSign: hasSign)) }
    words = []
    clause = 0
    hasSign = false
  }
}
