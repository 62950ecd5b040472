// What speaks against a column taking part. It can take part all the same: that is the learner's
// to decide, and until then it stays out, with its reason.

import Wording

extension OwnColumn {
  package enum Hint: Sendable, Equatable {
    /// Whole numbers that rise from row to row, such as an id.
    case rising
    /// Whole numbers, all different, under a name such as customer_id.
    case named
    case constant(Double)
    /// Labels of an earlier run.
    case label
    /// More cells without a number than with one.
    case mostlyGaps
  }

  /// Why it stays out at first: "rises from row to row like an id, ...".
  package var hintWords: String? {
    switch hint {
    case .rising: "rises from row to row like an id, which says nothing about likeness"
    case .named: "has whole numbers, all different, and the name of an id"
    case .constant(let value): "is always \(brief(value)), which tells no rows apart"
    case .label: "looks like the groups of an earlier run"
    case .mostlyGaps: "has more gaps than numbers (\(counted(gaps, "gap")))"
    case nil: nil
    }
  }

  /// The same in two words, for a list.
  package var hintInShort: String? {
    switch hint {
    case .rising, .named: "like an id"
    case .constant(let value): "always \(brief(value))"
    case .label: "like labels"
    case .mostlyGaps: "mostly gaps"
    case nil: nil
    }
  }
}

extension OwnColumn.Hint {
  /// Fewer numbers rise by chance.
  private static let fewest = 8

  init?(name: String, _ tally: OwnTally, _ numbers: () -> [Double]) {
    if LabelColumn.usualNames.contains(name.lowercased()) {
      self = .label
    } else if tally.numbers > 1, tally.least == tally.largest {
      self = .constant(tally.least)
    } else if tally.gaps > tally.numbers {
      self = .mostlyGaps
    } else if tally.rises, tally.gaps == 0,
      isNameOfID(name) && tally.numbers > 2
        || tally.numbers >= Self.fewest && !areYears(name, tally)
    {
      self = .rising
    } else if isNameOfID(name), tally.isWhole, tally.numbers > 2,
      Set(numbers()).count == tally.numbers
    {
      self = .named
    } else {
      return nil
    }
  }
}

/// Years rise from row to row as well, and tell much.
private func areYears(_ name: String, _ tally: OwnTally) -> Bool {
  let names: Set = ["year", "years", "yr", "jahr", "jahre", "année", "annee", "año", "anno"]
  return nameWords(name).contains { names.contains($0) }
    || (1800...2100).contains(tally.least) && (1800...2100).contains(tally.largest)
}

/// "id", "customer_id", "OrderNo", "row number".
private func isNameOfID(_ name: String) -> Bool {
  let last = nameWords(name).last ?? ""
  return ["id", "ids", "nr", "no", "number", "index", "idx", "key", "uid", "row", "#"]
    .contains(last)
}

/// "customer", "id" for customer_id and customerID alike.
func nameWords(_ name: String) -> [String] {
  var words = [""]
  var isAfterSmall = false
  for character in name {
    let parts = !character.isLetter && character != "#"
    if parts || (character.isUppercase && isAfterSmall) { words.append("") }
    isAfterSmall = character.isLowercase
    if !parts { words[words.count - 1] += character.lowercased() }
  }
  return words.filter { !$0.isEmpty }
}
