// What is to be thought about before a column of numbers takes part. It does take part at first:
// only its reader knows whether three different values are a label or a count.

import Wording

extension OwnColumn {
  package enum Doubt: Sendable, Equatable {
    /// Whole numbers, of which only so many are different.
    case fewValues(Int)
    /// Whole numbers that name something, such as postcodes.
    case code
  }

  /// "has only 3 different values: is it a label?".
  package var doubtWords: String? {
    switch doubt {
    case .fewValues(let count): "has only \(count) different values: is it a label?"
    case .code: "looks like a code such as a postcode: near numbers need not be alike"
    case nil: nil
    }
  }

  /// The same in few words, for a list.
  package var doubtInShort: String? {
    switch doubt {
    case .fewValues(let count): "\(count) values, a label?"
    case .code: "like a code"
    case nil: nil
    }
  }
}

extension OwnColumn.Doubt {
  /// Of each value there are more rows than by chance.
  private static let fewestRows = 10

  init?(name: String, _ tally: OwnTally) {
    guard tally.isWhole, tally.numbers > 1 else { return nil }
    if tally.hasLeadingZero || isNameOfCode(name) {
      self = .code
    } else if let few = tally.fewValues, few > 1, tally.numbers >= Self.fewestRows * few {
      self = .fewValues(few)
    } else {
      return nil
    }
  }
}

private func isNameOfCode(_ name: String) -> Bool {
  let names: Set = ["plz", "zip", "zipcode", "postcode", "postal", "postleitzahl", "code"]
  return nameWords(name).contains { names.contains($0) }
}
