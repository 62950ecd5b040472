// Reads phrasings. Authors write words; the marker compares stems, so both pass the same way.

/// Tries whether a phrasing can be read.
package func checkPhrasing(_ text: String, _ lexicon: Lexicon) throws(PhrasingError) {
  var reader = PhrasingReader(lexicon: lexicon)
  _ = try reader.read(text)
}

/// Tries whether a subject can be read.
package func checkSubject(_ subject: Rubric.Subject, _ lexicon: Lexicon) throws(PhrasingError) {
  var reader = PhrasingReader(lexicon: lexicon)
  _ = try reader.read(subject)
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
    var isTelling = false
    for piece in text.split(whereSeparator: \.isWhitespace) {
      switch piece {
      case ">": group += terms.isEmpty ? 0 : 1
      case "no": isDenied = true
      default:
        let wordings = try wordings(of: piece)
        isTelling = isTelling || wordings.contains { !$0.allSatisfy(EverydayWords.small.contains) }
        let id = vocabulary.id(of: wordings)
        terms.append(Phrasing.Term(id: id, isDenied: isDenied, group: group))
        isDenied = false
      }
    }
    if isDenied { throw .nothingDenied }
    if terms.isEmpty { throw .empty }
    if terms.count == 1, !isTelling { throw .nothingToLookFor(text) }
    return Phrasing(text: text, terms: terms)
  }

  mutating func read(_ subject: Rubric.Subject?) throws(PhrasingError) -> Subject? {
    guard let subject else { return nil }
    var own: Int?
    if let text = subject.own { own = try term(text) }
    return Subject(own: own, rival: try term(subject.rival))
  }

  private mutating func term(_ text: String) throws(PhrasingError) -> Int {
    vocabulary.id(of: try wordings(of: Substring(text)))
  }

  private func wordings(of piece: Substring) throws(PhrasingError) -> [Wording] {
    var all: [Wording] = []
    for choice in piece.split(separator: "/") {
      guard choice.hasPrefix("[") == choice.hasSuffix("]") else {
        throw .openBracket(String(choice))
      }
      if choice.hasPrefix("[") {
        let name = String(choice.dropFirst().dropLast())
        guard let wordings = lexicon.wordings(of: name) else {
          throw .unknownIdea(name, known: lexicon.ideas.keys.sorted())
        }
        for text in wordings { all.append(try Self.wording(text)) }
      } else {
        all.append(try Self.wording(String(choice)))
      }
    }
    all = all.filter { !$0.isEmpty }
    if all.isEmpty { throw .nothingToLookFor(String(piece)) }
    return all
  }

  /// "answer-key" → ["answer", "kei"]; "standard*" stays as it is.
  private static func wording(_ text: String) throws(PhrasingError) -> Wording {
    var stems: [String] = []
    var last: String?
    for part in text.lowercased().split(whereSeparator: { " -_".contains($0) }) {
      if part.hasSuffix("*") {
        guard part.count > Vocabulary.shortest || !stems.isEmpty else {
          throw .shortBeginning(String(part))
        }
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
