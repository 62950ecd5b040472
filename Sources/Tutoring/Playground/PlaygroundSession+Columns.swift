// The list of columns: which take part, and what becomes of the gaps of those that have some.

import Experiments
import Wording

/// The open list: where the cursor is, and which names are shown.
struct ColumnList: Sendable, Equatable {
  var cursor = 0
  /// Only columns whose names hold this are shown.
  var filter = ""
  /// How many are shown at once: a table may have thousands.
  static let window = 10
}

/// A column as the list shows it.
struct ListedColumn: Sendable, Equatable {
  let name: String
  let takesPart: Bool
  /// Of the learner's own table; nil for built-in data, which has no gaps.
  let own: OwnColumn?
  let missing: Missing?

  var hasGaps: Bool { (own?.gaps ?? 0) > 0 && own?.isUsable == true }

  /// What it can be, each as it is set and as it is told.
  var choices: [PlayField.Choice] {
    if let own, let reason = own.reason { return [.init("out", shown: reason)] }
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
    let shown =
      hasGaps && missing == nil
      ? "to be decided" : choices.first { $0.value == value }?.shown ?? value
    return Field(name: name, label: name, value: shown, choices: choices.map(\.shown))
  }
}

// MARK: - Listing

extension PlaygroundSession {
  /// All columns of the data, in their order.
  func listed(in world: World) throws(ExperimentError) -> [ListedColumn] {
    let playing = playing(in: world)
    let chosen = Set(state.trial.experiment.features)
    guard let table = try playing.ownTable() else {
      return try playing.decided().table.columns.map { name in
        ListedColumn(
          name: name, takesPart: chosen.isEmpty || chosen.contains(name), own: nil, missing: nil)
      }
    }
    let able = Set(table.features(state.trial.missing))
    return table.columns.map { column in
      let takesPart =
        able.contains(column.name) && column.isUsable
        && (chosen.isEmpty || chosen.contains(column.name))
      return ListedColumn(
        name: column.name, takesPart: takesPart, own: column,
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
      if column.hasGaps, column.missing == nil {
        turn(column, 1, in: &world)
      } else {
        let out = column.hasGaps ? Missing.column.rawValue : "out"
        let back = column.hasGaps ? Missing.rows.rawValue : "in"
        _ = setColumn(column.name, column.takesPart ? out : back, in: &world)
      }
    case .back: columns = nil
    default: return false
    }
    return true
  }

  private mutating func turn(_ column: ListedColumn, _ steps: Int, in world: inout World) {
    let field = PlayField(column.name, column.value, .choice(column.choices))
    // Deciding for what it is already is a decision too.
    let isDecision = column.hasGaps && column.missing == nil && steps < 0
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
    let field = PlayField(name, column.value, .choice(column.choices))
    let meant = field.value(meantBy: value)
    guard column.choices.contains(where: { $0.value == meant }) else {
      world.notice = "\(name) can be \(column.choices.map(\.value).joined(separator: ", "))."
      return true
    }
    if let reason = column.own?.reason {
      world.notice = "It stays out: \(reason)."
      return true
    }
    var next = state
    if column.hasGaps { next.trial.missing[name] = Missing(rawValue: meant) }
    let isIn = meant != "out" && meant != Missing.column.rawValue
    let chosen = all.filter { $0.name == name ? isIn : $0.takesPart }.map(\.name)
    adopt(chosen, of: all, next, in: &world)
    return true
  }

  /// The columns by a list of names, or "all".
  mutating func setFeatures(_ list: String, in world: inout World) {
    guard let all = try? listed(in: world) else { return }
    if list.lowercased() == "all" {
      return adopt(able(all).map(\.name), of: all, state, in: &world)
    }
    let names = CSV.names(list) ?? []
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      world.notice = "\(twice) is named twice; name each column once."
      return
    }
    if let unknown = names.first(where: { name in !able(all).contains { $0.name == name } }) {
      let reason = all.first { $0.name == unknown }?.own?.reason
      world.notice =
        reason.map { "\($0)." }
        ?? "\(unknown) cannot take part; there are \(able(all).prefix(12).map(\.name).joined(separator: ", "))."
      return
    }
    adopt(names, of: all, state, in: &world)
  }

  private func able(_ all: [ListedColumn]) -> [ListedColumn] {
    all.filter { column in
      column.own.map { $0.isUsable && (!column.hasGaps || (column.missing ?? .column) != .column) }
        ?? true
    }
  }

  private mutating func adopt(
    _ chosen: [String], of all: [ListedColumn], _ next: PlayState, in world: inout World
  ) {
    guard !chosen.isEmpty || !all.contains(where: \.takesPart) else {
      world.notice = "One column has to take part."
      return
    }
    var next = next
    let isAll = all.allSatisfy { column in
      let decided = next.trial.missing[column.name] ?? .column
      let isAble = column.own?.isUsable ?? true && (!column.hasGaps || decided != .column)
      return !isAble || chosen.contains(column.name)
    }
    next.trial.experiment.features = isAll ? [] : chosen
    if let components = next.trial.experiment.components, components > max(1, chosen.count) {
      next.trial.experiment.components = nil
      world.notice = "PCA is off: there are fewer columns than components."
    }
    change(to: next)
  }
}
