// What a hint tells of an order. To name steps is no harm; to say which of two neighbours comes
// first is a rule of the answer, and to say what begins or ends it is four of ten.

import Experiments
import Marking

extension Ordering {
  func leak(in hint: HintText) -> String? {
    let right = rules.validOrder
    for sentence in hint.sentences {
      let named = named(in: sentence, among: right)
      if let pair = neighbours(named, in: right, sentence) {
        return "says that `\(name(pair.0))` comes right before `\(name(pair.1))`"
      }
      if let step = end(named, of: right, sentence) {
        return "says at which end `\(name(step))` stands"
      }
      if let step = placed(named, in: right, sentence) {
        return "says at which place `\(name(step))` stands"
      }
    }
    return row(in: hint, right).map {
      "tells `\(name($0.0))` and `\(name($0.1))` in a row of steps, as they come"
    }
  }

  private func name(_ step: Int) -> String { steps[step].step.rawValue }

  /// The steps that a sentence speaks of, as it goes from one to the next.
  private func named(in sentence: Sentence, among order: [Int]) -> [Int] {
    var found: [Int] = []
    for word in sentence.words {
      if let step = order.first(where: { steps[$0].step.isMeant(by: word.text) }),
        !found.contains(step)
      {
        found.append(step)
      }
    }
    return found
  }

  /// Two steps that follow one another in the right order, where the sentence says so: by a word
  /// such as "before", or by telling three steps or more as they come.
  private func neighbours(
    _ named: [Int], in right: [Int], _ sentence: Sentence
  ) -> (Int, Int)? {
    guard isRow(named, in: right) || sentence.speaksOfOrder else { return nil }
    return neighbours(among: named, in: right)
  }

  private func neighbours(among named: [Int], in right: [Int]) -> (Int, Int)? {
    zip(right, right.dropFirst()).first { before, after in
      named.contains(before) && named.contains(after)
        && rules.pairs.contains(PartialOrder.Pair(before, after))
    }
  }

  /// Three steps or more, told as they come or from the last to the first.
  private func isRow(_ named: [Int], in right: [Int]) -> Bool {
    let inOrder = right.filter(named.contains)
    return named.count > 2 && (named == inOrder || named == inOrder.reversed())
  }

  /// Steps that are told one sentence after the other: "Check it. Scale it. Cluster it."
  private func row(in hint: HintText, _ right: [Int]) -> (Int, Int)? {
    var named: [Int] = []
    for sentence in hint.sentences {
      named += self.named(in: sentence, among: right).filter { !named.contains($0) }
    }
    return isRow(named, in: right) ? neighbours(among: named, in: right) : nil
  }

  /// A step whose place is counted out: "the second of five".
  private func placed(_ named: [Int], in right: [Int], _ sentence: Sentence) -> Int? {
    guard named.count == 1, let place = right.firstIndex(of: named[0]) else { return nil }
    let text = " " + sentence.words.map(\.text).joined(separator: " ") + " "
    let isMiddle = right.count % 2 == 1 && place == right.count / 2
    let forms = Self.places(place) + (isMiddle ? [" in the middle ", " middle step "] : [])
    return forms.contains(where: text.contains) ? named[0] : nil
  }

  /// How people say that something is at a place, counted from 0.
  private static func places(_ place: Int) -> [String] {
    guard counts.indices.contains(place) else { return [] }
    let (ordinal, number) = counts[place]
    let verbs = ["is", "comes", "goes", "stands", "runs", "as"]
    let ordinals = verbs.flatMap { [" \($0) \(ordinal) ", " \($0) the \(ordinal) "] }
    return ordinals
      + ["of", "step", "place", "position", "in"].map { " \(ordinal) \($0) " }
      + ["number", "step", "place", "position"].flatMap {
        [" \($0) \(number) ", " \($0) \(place + 1) "]
      }
  }

  private static let counts = [
    ("first", "one"), ("second", "two"), ("third", "three"), ("fourth", "four"), ("fifth", "five"),
    ("sixth", "six"), ("seventh", "seven"), ("eighth", "eight"),
  ]

  private func end(_ named: [Int], of right: [Int], _ sentence: Sentence) -> Int? {
    guard named.count == 1 else { return nil }
    let text = " " + sentence.words.map(\.text).joined(separator: " ") + " "
    if named.first == right.first, Self.openings.contains(where: text.contains) { return named[0] }
    return named.first == right.last && Self.closings.contains(where: text.contains)
      ? named[0] : nil
  }

  private static let openings = [
    " comes first ", " goes first ", " is first ", " first step ", " start with ", " begin with ",
  ]
  private static let closings = [
    " comes last ", " goes last ", " is last ", " last step ", " end with ", " at the end ",
  ]
}

extension FlowStep {
  /// "scaler" and "scaling" mean the step `scale`.
  fileprivate func isMeant(by word: String) -> Bool {
    word.hasPrefix(rawValue.hasSuffix("e") ? String(rawValue.dropLast()) : rawValue)
  }
}

extension Sentence {
  private static let orderWords: Set<String> = [
    "before", "after", "then", "first", "next", "last", "earlier", "later", "follow", "follows",
    "precede", "precedes", "until", "once", "between", "need", "needs", "require", "requires",
    "depend", "depends", "wait", "waits", "prior", "directly",
  ]

  fileprivate var speaksOfOrder: Bool {
    hasSign || words.contains { Self.orderWords.contains($0.text) }
  }
}
