// Which columns of a table take part. Two ideas, kept apart:
//
//     able     it holds numbers, and nobody decided that its gaps keep it out
//     at first where nobody chose: it is able, has no open gaps, and nothing speaks against it
//
// Where fewer than two columns would take part at first, the rows without gaps stand for the
// table, so that there is something to look at while the learner decides. So it is too where a
// column with open gaps was chosen.

package struct Taking: Sendable, Equatable {
  /// What becomes of gaps, with what is done until the learner decides.
  package let missing: [String: Missing]
  /// The columns that can be chosen, in the order of the file.
  package let able: [String]
  /// Those that do.
  package let columns: [String]
  /// Columns with gaps that would take part, once something is decided about them.
  package let undecided: [String]
  /// Those of them whose rows with gaps are left out until then; the others stay out.
  package let provisional: [String]

  /// Whether rows with gaps are left out although nobody decided that.
  package var isProvisional: Bool { !provisional.isEmpty }
}

extension OwnTable {
  package func taking(_ decided: [String: Missing], features: [String] = []) -> Taking {
    let undecided = columns.filter { $0.isUndecided(decided) }
    let named = Set(features)
    let isPoor = features.isEmpty && !undecided.isEmpty && isPoor(decided)
    let provisional = undecided.filter { isPoor || named.contains($0.name) }
    let missing = decided.merging(provisional.map { ($0.name, Missing.rows) }) { $1 }
    let ready = columns.filter { $0.canTakePart(missing[$0.name]) }
    let first = ready.filter { $0.takesPartAtFirst(missing) }
    let usual = (first.isEmpty ? ready : first).map(\.name)
    return Taking(
      missing: missing,
      able: columns.filter { $0.canTakePart(missing[$0.name]) || $0.isUndecided(decided) }
        .map(\.name), columns: features.isEmpty ? usual : features,
      undecided: undecided.map(\.name), provisional: provisional.map(\.name))
  }

  /// Fewer columns than a picture needs, but rows enough without gaps.
  private func isPoor(_ missing: [String: Missing]) -> Bool {
    let ready = columns.count {
      $0.canTakePart(missing[$0.name]) && $0.takesPartAtFirst(missing)
    }
    return ready < 2 && rows - rowsWithGaps >= max(2, rows / 10)
  }

  /// The decisions of before with this one for all columns with gaps: those that nothing was
  /// decided about or, where there are none, those that were not left out. What was left out by
  /// hand comes back only where everything was.
  package func deciding(all decision: Missing, _ missing: [String: Missing]) -> [String: Missing] {
    let open = columns.filter { $0.isUndecided(missing) }
    let all = columns.filter { $0.isUndecided([:]) }
    let taken = all.filter { missing[$0.name] != .column }
    let meant = [open, taken, all].first { !$0.isEmpty } ?? []
    return missing.merging(meant.map { ($0.name, decision) }) { $1 }
  }
}

extension OwnColumn {
  /// Whether it may take part once its gaps are decided on.
  package var isUsable: Bool { obstacle == nil }

  package func canTakePart(_ missing: Missing?) -> Bool {
    isUsable && (gaps == 0 || (missing ?? .column) != .column)
  }

  /// Whether it would take part, but for its gaps.
  package func isUndecided(_ missing: [String: Missing]) -> Bool {
    isUsable && gaps > 0 && hint == nil && missing[name] == nil
  }

  /// To decide about its gaps is to want it.
  fileprivate func takesPartAtFirst(_ missing: [String: Missing]) -> Bool {
    hint == nil || (gaps > 0 && missing[name] != nil)
  }
}
