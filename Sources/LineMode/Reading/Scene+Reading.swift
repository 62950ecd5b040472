// A typed line becomes events. Nothing is guessed: what cannot be read changes nothing, and
// the learner is told what would have been accepted.

import Screen
import Tutoring

extension Scene {
  func events(for line: String) -> Result<[Event], Misreading> {
    if case .text(let draft) = asking { return .success(events(forText: line, draft)) }
    let line = line.trimmed
    if line.isEmpty { return emptyLine.map { .success([$0.event]) } ?? .failure(.empty(accepted)) }
    if let search = search(line) { return search }
    let words = line.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    return chosen(words) ?? confidence(words) ?? settings(line) ?? option(line) ?? action(line)
      ?? .failure(.unknown(TextWidth.sanitised(line), accepted: accepted))
  }
}

// MARK: - Numbers

extension Scene {
  /// "3", "3 sure", "3 1 2"; nil where the words are no numbers, or numbers are not asked for.
  private func chosen(_ words: [String]) -> Result<[Event], Misreading>? {
    let sure = words.last.flatMap(Event.confidence(named:))
    let names = sure == nil ? words : words.dropLast()
    let numbers = names.compactMap { Int($0) }
    guard numbers.count == names.count, !numbers.isEmpty else { return none(words) }
    switch asking {
    case .choice(let items):
      guard numbers.count == 1 else { return .failure(.oneNumber(items.range)) }
      return picked(numbers[0], of: items).map {
        (asksConfidence ? [sure] : []).compactMap(\.self) + $0
      }
    case .list(let items, _), .said(let items):
      guard numbers.count == 1 else { return .failure(.oneNumber(items.range)) }
      return picked(numbers[0], of: items)
    case .order(let items):
      guard numbers.sorted() == Array(1...items.count) else {
        return .failure(.everyNumber(example: Self.example(items.count)))
      }
      return .success([.arrange(numbers.map { $0 - 1 })])
    case .marks(let items):
      if numbers.count == 1 { return picked(numbers[0], of: items) }
      guard numbers.allSatisfy((1...items.count).contains) else {
        return .failure(.noSuch(items.range))
      }
      return .success([.arrange(numbers.map { $0 - 1 })])
    case .words(let items):
      guard numbers.count == 1, !items.isEmpty else { return nil }
      return picked(numbers[0], of: items)
    case .text, .form, .nothing: return nil
    }
  }

  private func picked(_ number: Int, of items: [MenuItem]) -> Result<[Event], Misreading> {
    guard let index = items.firstIndex(where: { $0.name == "\(number)" }) else {
      return .failure(.noSuch(items.range))
    }
    return .success([.pick(index)])
  }

  /// "none" takes all marks away.
  private func none(_ words: [String]) -> Result<[Event], Misreading>? {
    guard case .marks = asking, words.map({ $0.lowercased() }) == ["none"] else { return nil }
    return .success([.arrange([])])
  }

  private func confidence(_ words: [String]) -> Result<[Event], Misreading>? {
    guard asksConfidence, words.count == 1, let event = Event.confidence(named: words[0]) else {
      return nil
    }
    return .success([event])
  }
}

// MARK: - Words

extension Scene {
  /// "/silhouette" or "find silhouette" goes to the first hit; where words are asked for, a line
  /// is words.
  private func search(_ line: String) -> Result<[Event], Misreading>? {
    let mark = ["/", "find "].first { line.lowercased().hasPrefix($0) }
    let words = String(line.dropFirst(mark?.count ?? 0)).trimmed
    if case .words(let items) = asking {
      let isNumber = items.contains { $0.name == line }
      if isNumber || actions.contains(where: { $0.word == line || $0.hasKey(named: line) }) {
        return nil
      }
      return words.isEmpty ? .failure(.noWords) : .success([.write(words)])
    }
    guard mark != nil, actions.contains(where: { $0.event == .find(.ask) }) else { return nil }
    if words.isEmpty { return find == nil ? .failure(.noWords) : .success([.find(.ask)]) }
    return .success([.find(.look(words))])
  }
}

extension Scene {
  /// An option in its own words.
  private func option(_ line: String) -> Result<[Event], Misreading>? {
    guard case .choice(let items) = asking else { return nil }
    let index = items.firstIndex { $0.text.lowercased() == line.lowercased() }
    return index.map { .success([.pick($0)]) }
  }

  /// "scale=standard, k=3". A value may hold commas of its own: "features=spend,visits".
  private func settings(_ line: String) -> Result<[Event], Misreading>? {
    guard takesSettings, line.contains("=") else { return nil }
    var settings: [(field: String, value: String)] = []
    for piece in line.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        settings.append((String(parts[0]).trimmed, String(parts[1]).trimmed))
      } else if !settings.isEmpty {
        settings[settings.count - 1].value += "," + String(piece).trimmed
      } else {
        return nil
      }
    }
    return .success(settings.map { .set(field: $0.field, value: $0.value) })
  }
}

extension Scene {
  /// Where there is a form; and where there is none but a key that sets something.
  private var takesSettings: Bool {
    if case .form = asking { return true }
    return asking.isNothing && actions.contains { if case .set = $0.event { true } else { false } }
  }
}

// MARK: - Actions

extension Scene {
  /// A key's letter, an action's word, the first word of its label, or the name of a key.
  private func action(_ line: String) -> Result<[Event], Misreading>? {
    let word = line.lowercased()
    let found =
      actions.first { line.count == 1 && $0.keys.contains(.character(Character(line))) }
      ?? actions.first { $0.word.lowercased() == word }
      ?? actions.first { line.count == 1 && $0.keys.contains(.character(Character(word))) }
      ?? actions.first { $0.label.split(separator: " ").first.map { $0.lowercased() } == word }
      ?? actions.first { $0.hasKey(named: word) }
    guard let found else { return nil }
    if found.event == .enter, needsNumber { return .failure(.empty(accepted)) }
    return .success([found.event])
  }

  /// Whether enter would answer with an option that only a screen shows as chosen.
  private var needsNumber: Bool {
    switch asking {
    case .choice, .marks: true
    case .text, .order, .list, .form, .words, .said, .nothing: false
    }
  }
}

extension Action {
  /// "esc" is typed by those who have read it.
  func hasKey(named word: String) -> Bool {
    word.count > 1 && keys.contains { $0.name.lowercased() == word }
  }
}
