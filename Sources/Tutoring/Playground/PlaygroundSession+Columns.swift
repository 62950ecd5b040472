// The list of columns: which take part, and what becomes of the gaps of those that have some.

import Experiments
import Wording

/// The open list: where the cursor is, and which names are shown.
struct ColumnList: Sendable, Equatable {
  var cursor = 0
  /// Only columns whose names hold this are shown.
  var filter = ""
  /// How many are shown at once: a table may have thousands.
  static let window = 14
}

/// A column as the list shows it.
struct ListedColumn: Sendable, Equatable {
  let name: String
  let takesPart: Bool
  /// Of the learner's own table; nil for built-in data, which has no gaps.
  let own: OwnColumn?
  let missing: Missing?

  var hasGaps: Bool { (own?.gaps ?? 0) > 0 && own?.isUsable == true }

  /// Whether something is still to be said about its gaps.
  var isOpen: Bool { hasGaps && missing == nil }

  /// What it can be, each as it is set and as it is told.
  var choices: [PlayField.Choice] {
    if own?.isUsable == false { return [] }
    guard let own, hasGaps else {
      return [.init("in", shown: "takes part"), .init("out", shown: "left out")]
    }
    return Missing.allCases.map { .init($0.rawValue, shown: own.words(for: $0)) }
  }

  var value: String {
    if own?.isUsable == false { return "out" }
    if hasGaps { return takesPart ? (missing ?? .column).rawValue : Missing.column.rawValue }
    return takesPart ? "in" : "out"
  }

  var field: Field {
    Field(name: name, label: name, value: shown, choices: choices.map(\.shown))
  }

  private var shown: String {
    let chosen = choices.first { $0.value == value }?.shown ?? value
    if let own, !own.isUsable { return "left out: \(own.reasonInShort ?? "see its line")" }
    let hint = own?.hintInShort.map { ": \($0)" } ?? ""
    let doubt = own?.doubtInShort.map { "; \($0)" } ?? ""
    guard isOpen, let own else {
      return value == "out" ? chosen + hint : chosen + (takesPart ? doubt : "")
    }
    return counted(own.gaps, "gap") + own.cause
      + (hint.isEmpty ? ": to be decided" + doubt : ", left out\(hint)")
  }
}

extension OwnColumn {
  /// Why it stays out, in two words; nil where nothing but the learner keeps it out.
  var reasonInShort: String? {
    switch obstacle {
    case .text(let example): "text such as '\(cut(example))'"
    case .dates: "dates"
    case .twoWords(let one, let other): "\(cut(one)) or \(cut(other))"
    case .empty: "empty"
    case .tooLarge: "too large"
    case .unnamed: "no name"
    case .repeatedName: "there twice"
    case nil: hintInShort
    }
  }

  /// What stands in the first gap, where it is not empty.
  fileprivate var cause: String {
    guard let text = firstGap?.text, !text.isEmpty else { return "" }
    return " such as '\(cut(text))'"
  }

  private func cut(_ text: String) -> String {
    text.count > 12 ? text.prefix(11) + "…" : text
  }
}

// MARK: - Listing

extension PlaygroundSession {
  /// All columns of the data, in their order.
  func listed(in world: World) throws(ExperimentError) -> [ListedColumn] {
    let playing = tabled(in: world)
    let chosen = Set(state.trial.experiment.features)
    guard let table = try playing.ownTable() else {
      return try playing.decided().table.columns.map { name in
        ListedColumn(
          name: name, takesPart: chosen.isEmpty || chosen.contains(name), own: nil, missing: nil)
      }
    }
    let taking = Set(
      table.taking(state.trial.missing, features: state.trial.experiment.features).columns)
    return table.columns.map { column in
      ListedColumn(
        name: column.name, takesPart: column.isUsable && taking.contains(column.name), own: column,
        missing: state.trial.missing[column.name])
    }
  }

  /// Those whose names hold what is looked for.
  func shown(in world: World) -> [ListedColumn] {
    let all = (try? listed(in: world)) ?? []
    guard let filter = columns?.filter.lowercased(), !filter.isEmpty else { return all }
    return all.filter { $0.name.lowercased().contains(filter) }
  }
}

// MARK: - Choosing

extension PlaygroundSession {
  /// Handles an event of the open list; false where it means something elsewhere.
  mutating func choose(_ event: Event, in world: inout World) -> Bool {
    switch event {
    case .move(let step), .step(let step):
      let last = max(0, shown(in: world).count - 1)
      let next = min(max(0, (columns?.cursor ?? 0) + step), last)
      columns?.cursor = next
    case .turn(let steps):
      let shown = shown(in: world)
      guard let cursor = columns?.cursor, shown.indices.contains(cursor) else { return true }
      turn(shown[cursor], steps, in: &world)
    case .enter:
      let shown = shown(in: world)
      guard let cursor = columns?.cursor, shown.indices.contains(cursor) else { return true }
      let column = shown[cursor]
      let out = column.hasGaps ? Missing.column.rawValue : "out"
      let back = column.hasGaps ? lastDecision(about: column.name).rawValue : "in"
      _ = setColumn(column.name, column.takesPart ? out : back, in: &world)
    case .back: columns = nil
    default: return false
    }
    return true
  }

  /// What was done about the gaps of a column when it last took part.
  private func lastDecision(about name: String) -> Missing {
    let decisions = history.filter { $0.trial.path == state.trial.path }
      .compactMap { $0.trial.missing[name] }
    return decisions.last { $0 != .column } ?? .rows
  }

  private mutating func turn(_ column: ListedColumn, _ steps: Int, in world: inout World) {
    let field = PlayField(column.name, column.value, .choice(column.choices))
    // Deciding for what it is already is a decision too.
    let isDecision = column.isOpen && steps < 0
    let value = isDecision ? Missing.column.rawValue : field.value(after: steps)
    _ = setColumn(column.name, value, in: &world)
  }

  /// Sets what becomes of a column, by its name; false where there is none.
  mutating func setColumn(_ name: String, _ value: String, in world: inout World) -> Bool {
    let name =
      name.hasPrefix(Trial.missingPrefix)
      ? String(name.dropFirst(Trial.missingPrefix.count)) : name
    guard let all = try? listed(in: world), let column = all.first(where: { $0.name == name })
    else { return false }
    if let reason = column.own?.reason {
      world.notice = "It stays out: \(reason)."
      return true
    }
    let field = PlayField(name, column.value, .choice(column.choices))
    let meant = field.value(meantBy: value)
    guard column.choices.contains(where: { $0.value == meant }) else {
      world.notice = "\(name) can be \(column.choices.map(\.value).joined(separator: ", "))."
      return true
    }
    var next = state
    if column.hasGaps { next.trial.missing[name] = Missing(rawValue: meant) }
    let isIn = meant != "out" && meant != Missing.column.rawValue
    let chosen = all.filter { $0.name == name ? isIn : $0.takesPart }.map(\.name)
    adopt(chosen, of: all, next, in: &world)
    return true
  }

  /// The columns by a list of names, or "all" that can.
  mutating func setFeatures(_ list: String, in world: inout World) {
    guard let all = try? listed(in: world) else { return }
    let able = able(all, in: world)
    if list.lowercased() == "all" {
      adopt(able, of: all, state, in: &world)
      world.notice = world.notice ?? Self.counts(taking: able.count, able: able.count, all) + "."
      return
    }
    let names = CSV.names(list) ?? []
    let known = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    let can = Set(able)
    var met: Set<String> = []
    for name in names {
      if let problem = problem(with: name, isAble: can.contains(name), known[name], able) {
        world.notice = problem
        return
      }
      if !met.insert(name).inserted {
        world.notice = "\(name) is named twice; name each column once."
        return
      }
    }
    adopt(names, of: all, state, in: &world)
  }

  /// How many take part, of those that can: the form counts them so too.
  static func counts(taking: Int, able: Int, _ all: [ListedColumn]) -> String {
    let rest = all.count { $0.own?.isUsable == false }
    return "\(grouped(taking)) of \(counted(able, "column")) take part"
      + (rest > 0 ? "; \(grouped(rest)) cannot" : "")
  }

  /// Why a column cannot be chosen; nil where it can.
  private func problem(
    with name: String, isAble: Bool, _ column: ListedColumn?, _ able: [String]
  ) -> String? {
    if isAble { return nil }
    if let reason = column?.own?.reason { return "\(reason)." }
    if let column, column.hasGaps {
      return "\(name) has gaps; decide about them, for example \(name)=median."
    }
    return "\(name) cannot take part; there are \(able.prefix(12).joined(separator: ", "))."
  }

  /// The names of those that can be chosen.
  func able(_ all: [ListedColumn], in world: World) -> [String] {
    guard let table = try? tabled(in: world).ownTable() else { return all.map(\.name) }
    return table.taking(state.trial.missing, features: state.trial.experiment.features).able
  }

  private mutating func adopt(
    _ chosen: [String], of all: [ListedColumn], _ next: PlayState, in world: inout World
  ) {
    guard !chosen.isEmpty || !all.contains(where: \.takesPart) else {
      world.notice = "One column has to take part."
      return
    }
    let table = try? tabled(in: world).ownTable()
    let first = table?.taking(next.trial.missing).columns ?? all.map(\.name)
    var next = next
    next.trial.experiment.features = Set(first) == Set(chosen) ? [] : chosen
    if let components = next.trial.experiment.components, components > max(1, chosen.count) {
      next.trial.experiment.components = nil
      world.notice = "PCA is off: there are fewer columns than components."
    }
    change(to: next)
  }
}

// MARK: - Gaps of all columns

extension PlaygroundSession {
  /// Decides about the gaps of all columns at once; nothing where there are none.
  mutating func decideAll(_ decision: Missing, in world: inout World) {
    guard let table = try? tabled(in: world).ownTable(), let all = try? listed(in: world) else {
      return
    }
    var next = state
    next.trial.missing = table.deciding(all: decision, state.trial.missing)
    let changed = Set(
      next.trial.missing.filter { state.trial.missing[$0.key] != $0.value }.map(\.key))
    let chosen = all.filter { column in
      changed.contains(column.name) ? decision != .column : column.takesPart
    }
    adopt(chosen.map(\.name), of: all, next, in: &world)
  }
}
