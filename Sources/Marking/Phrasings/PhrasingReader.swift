// Reads phrasings. Authors write words; the marker compares stems, so both pass the same way.

/// Tries whether a phrasing can be read.
package func checkPhrasing(_ text: String, _ lexicon: Lexicon) throws(PhrasingError) {
  var reader = PhrasingReader(lexicon: lexicon)
  _ = try reader.read(text)
}

struct PhrasingReader {
  let lexicon: Lexicon
  private(set) var vocabulary = Vocabulary()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  mutating func read(_ text: String) throws(PhrasingError) -> Phrasing {
    var terms: [Phrasing.Term] = []
    var group = 0
    var isDenied = false
    for piece in text.split(whereSeparator: \.isWhitespace) {
      switch piece {
      case ">": group += terms.isEmpty ? 0 : 1
      case "no": isDenied = true
      default:
        let id = vocabulary.id(of: try wordings(of: piece))
        terms.append(Phrasing.Term(id: id, isDenied: isDenied, group: group))
        isDenied = false
      }
    }
    if terms.isEmpty { throw .empty }
    return Phrasing(text: text, terms: terms)
  }

  private func wordings(of piece: Substring) throws(PhrasingError) -> [Wording] {
    var all: [Wording] = []
    for choice in piece.split(separator: "/") {
      if choice.hasPrefix("["), choice.hasSuffix("]") {
        let name = String(choice.dropFirst().dropLast())
        guard let wordings = lexicon.wordings(of: name) else {
          throw .unknownIdea(name, known: lexicon.ideas.keys.sorted())
        }
        all += wordings.map(Self.wording)
      } else {
        all.append(Self.wording(String(choice)))
      }
    }
    all = all.filter { !$0.isEmpty }
    if all.isEmpty { throw .nothingToLookFor(String(piece)) }
    return all
  }

  /// "answer-key" → ["answer", "kei"]; "standard*" stays as it is.
  private static func wording(_ text: String) -> Wording {
    var stems: [String] = []
    var last: String?
    for part in text.lowercased().split(whereSeparator: { " -_".contains($0) }) {
      if part.hasSuffix("*") {
        stems.append(String(part))
        continue
      }
      for word in ShortForms.words(for: String(part)) {
        if ShortForms.joins(last, word) {
          stems[stems.count - 1] = stem(of: ShortForms.kMeans)
        } else {
          stems.append(stem(of: word))
        }
        last = word
      }
    }
    return stems
  }
}
