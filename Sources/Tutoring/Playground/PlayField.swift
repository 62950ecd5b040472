// The fields of the playground's form: what each is called, what it can be, and what one step to
// the left or right makes of it.

import Experiments
import Wording

/// One line of the form. Its name is that of the setting, its label is short: a narrow screen
/// shows it beside its value.
struct PlayField: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// One of some words; a value that is shown otherwise than it is set comes with both.
    case choice([Choice])
    case whole(ClosedRange<Int>, steps: Ladder)
    case number(ClosedRange<Double>)
    case seed
    /// Opens the list of columns.
    case columns
  }

  enum Ladder: Sendable, Equatable {
    case ones, rounded
  }

  struct Choice: Sendable, Equatable {
    let value: String
    let shown: String

    init(_ value: String, shown: String? = nil) {
      self.value = value
      self.shown = shown ?? value
    }
  }

  let name: String
  let label: String
  /// As it is set.
  let value: String
  let kind: Kind

  init(_ name: String, label: String? = nil, _ value: String, _ kind: Kind) {
    self.name = name
    self.label = label ?? name
    self.value = value
    self.kind = kind
  }
}

// MARK: - As both faces see it

extension PlayField {
  /// Longer values would push the form apart.
  private static let widest = 13

  var field: Field {
    var field = Field(
      name: name, label: label, value: short(shown), choices: choices(short))
    field.uncut = Field.Uncut(value: shown, choices: choices)
    return field
  }

  private var shown: String {
    guard case .choice(let choices) = kind else { return value }
    return choices.first { $0.value == value }?.shown ?? value
  }

  /// What may be chosen, in words where it is a range.
  var choices: [String] { choices { $0 } }

  private func choices(_ cut: (String) -> String) -> [String] {
    switch kind {
    case .choice(let choices):
      let shown = choices.prefix(20).map { cut($0.shown) }
      return choices.count > 20 ? shown + ["…"] : shown
    case .whole(let range, _): return ["\(range.lowerBound) to \(range.upperBound)"]
    case .number(let range):
      let whole = "\(exact(range.lowerBound)) to \(exact(range.upperBound))"
      return [whole.count <= Self.widest ? whole : "\(brief(range.lowerBound)) and up"]
    case .seed: return ["0 or more"]
    case .columns: return ["c: choose"]
    }
  }

  private func short(_ text: String) -> String {
    text.count > Self.widest ? String(text.prefix(Self.widest - 1)) + "…" : text
  }

  /// Whether a learner means this field.
  func isCalled(_ word: String) -> Bool {
    let word = word.lowercased()
    return name.lowercased() == word || label.lowercased() == word
  }

  /// The value that a learner's word stands for; the word itself where none is shown like it.
  func value(meantBy word: String) -> String {
    guard case .choice(let choices) = kind else { return word }
    let meant = choices.first {
      [$0.value, $0.shown, short($0.shown)].map { $0.lowercased() }.contains(word.lowercased())
    }
    return meant?.value ?? onlyOne(of: choices, from: word.lowercased()) ?? word
  }

  /// "db" is dbscan where nothing else begins so.
  private func onlyOne(of choices: [Choice], from start: String) -> String? {
    guard name == "algorithm" || name == "view", start.count > 1 else { return nil }
    let found = choices.filter { $0.shown.hasPrefix(start) }
    return found.count == 1 ? found[0].value : nil
  }
}

extension PlayField {
  /// Whether its value is a number with decimals.
  var isNumber: Bool { if case .number = kind { true } else { false } }
}

// MARK: - One step on

extension PlayField {
  /// The value after some steps to the right, or to the left where they are negative; the same
  /// at the end.
  func value(after steps: Int) -> String {
    switch kind {
    case .choice(let choices):
      guard !choices.isEmpty else { return value }
      let index = choices.firstIndex { $0.value == value } ?? (steps > 0 ? -1 : choices.count)
      return choices[min(max(0, index + steps), choices.count - 1)].value
    case .whole(let range, .ones):
      return
        "\(min(max(range.lowerBound, (Int(value) ?? range.lowerBound) + steps), range.upperBound))"
    case .whole(let range, .rounded):
      let next = rounded(Double(value) ?? 1, after: steps)
      return "\(min(max(range.lowerBound, Int(next.rounded())), range.upperBound))"
    case .number(let range):
      let next = rounded(Double(value) ?? 1, after: steps)
      return exact(min(max(range.lowerBound, next), range.upperBound))
    case .seed:
      let now = UInt64(value) ?? 0
      return steps < 0 ? "\(now - min(now, UInt64(-steps)))" : "\(now &+ UInt64(steps))"
    case .columns: return value
    }
  }

  /// The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
  private func rounded(_ value: Double, after steps: Int) -> Double {
    let rungs = (-7...7).flatMap { exponent in
      [10, 12, 15, 20, 25, 30, 40, 50, 60, 80].compactMap { Double("\($0)e\(exponent - 1)") }
    }
    // Nearly the same is the same: a typed 0.30000000001 steps to 0.4.
    let near = value.magnitude * 1e-9
    if steps > 0 { return rungs.first { $0 > value + near } ?? value }
    return rungs.last { $0 < value - near } ?? (value > 0 ? 0 : value)
  }
}
