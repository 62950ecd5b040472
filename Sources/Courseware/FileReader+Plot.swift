import Experiments
import Markup

private enum ViewName: String, CaseIterable {
  case scatter, sweep, shares, profiles, rows

  /// The keys that only this view has.
  var keys: [String] {
    switch self {
    case .scatter: ["x", "y", "groups", "links"]
    case .sweep: ["measure", "over"]
    case .shares, .profiles: []
    case .rows: ["count"]
    }
  }
}

private enum Visibility: String, CaseIterable {
  case shown, hidden
}

private let plotKeys = [
  "of", "view", "caption", "with", "x", "y", "groups", "links", "measure", "over", "count",
]

extension FileReader {
  mutating func plot(_ fence: Fence, of base: NamedExperiment?) -> Plot? {
    guard fence.isReadable else { return nil }
    return plot(fence.yaml, at: fence.position, of: base)
  }

  /// A list of plots inside another block.
  mutating func plots(_ key: String, in fields: Fields, of base: NamedExperiment?) -> [Plot] {
    guard let yaml = fields[key] else { return [] }
    guard let items = yaml.list else {
      error(at: yaml.position, "`\(key)` is not a list of plots", "write `- {view: shares}`")
      return []
    }
    return items.compactMap { plot($0, at: $0.position, of: base) }
  }

  private mutating func plot(_ yaml: YAML?, at position: Position, of base: NamedExperiment?)
    -> Plot?
  {
    guard let fields = fields(yaml, of: "plot", at: position, keys: plotKeys),
      let subject = subject(in: fields, or: base),
      let name = viewName(in: fields)
    else { return nil }
    let changes = settings(fields["with"], at: fields.position)
    let shown = laying(changes, over: subject)
    guard let view = view(name, in: fields, of: shown) else { return nil }
    return Plot(
      view: view, caption: optionalText("caption", in: fields) ?? "",
      settings: surroundings.isExercise ? changes.values : shown.settings)
  }

  /// The experiment that `of` names; without it, the one around.
  mutating func subject(in fields: Fields, or base: NamedExperiment?) -> NamedExperiment? {
    let known = surroundings.experiments
    guard let yaml = fields["of"] else {
      if base == nil { missing("of", in: fields, example: known.first?.name ?? "an-experiment") }
      return base
    }
    if let base, surroundings.isExercise, yaml.text == base.name { return base }
    if let found = known.first(where: { $0.name == yaml.text }) { return found }
    error(
      at: yaml.position, "there is no experiment `\(yaml.text ?? "")`",
      suggestion(for: yaml.text ?? "", among: known.map(\.name)))
    return nil
  }

  private mutating func viewName(in fields: Fields) -> ViewName? {
    guard let yaml = fields["view"] else {
      missing("view", in: fields, example: "scatter")
      return nil
    }
    guard let name = word(yaml, as: ViewName.self, called: "view") else { return nil }
    let foreign = ViewName.allCases.filter { $0 != name }.flatMap(\.keys)
    for pair in fields.pairs where foreign.contains(pair.key) {
      error(
        at: pair.keyPosition, "`\(pair.key)` means nothing for the view `\(name.rawValue)`",
        "leave it out")
    }
    return name
  }

  private mutating func view(_ name: ViewName, in fields: Fields, of shown: NamedExperiment)
    -> Plot.View?
  {
    switch name {
    case .scatter: return scatter(in: fields, of: shown)
    case .shares: return .distanceShares
    case .profiles: return .profiles
    case .rows: return .rows(whole("count", in: fields, range: 1...40) ?? 8)
    case .sweep:
      let measure = measure("measure", in: fields)
      let over = sweep("over", in: fields, over: shown)
      guard let measure, let over else { return nil }
      return .sweep(measure, over: over.setting, values: over.values)
    }
  }

  private mutating func scatter(in fields: Fields, of shown: NamedExperiment) -> Plot.View? {
    let x = column("x", in: fields, of: shown)
    let y = column("y", in: fields, of: shown)
    if fields.has("x") != fields.has("y") {
      error(
        at: fields.keyPosition(fields.has("x") ? "x" : "y"), "a scatter plot has two axes",
        "give both `x` and `y`, or neither")
    }
    let groups = fields["groups"].flatMap { word($0, as: Visibility.self, called: "visibility") }
    let showsLinks = flag("links", in: fields)
    if showsLinks { checkCenters(x: x, y: y, areHidden: groups == .hidden, in: fields, of: shown) }
    return .scatter(x: x, y: y, showsGroups: groups != .hidden, showsLinks: showsLinks)
  }

  /// Links lead to the centers of the groups, which have a place only in columns of the run.
  private mutating func checkCenters(
    x: String?, y: String?, areHidden: Bool, in fields: Fields, of shown: NamedExperiment
  ) {
    if areHidden {
      error(
        at: fields.keyPosition("links"),
        "links lead to the centers of groups, and these are hidden",
        "leave out `groups: hidden` or `links`")
    }
    guard let features = shown.features else { return }
    for (key, name) in [("x", x), ("y", y)] {
      guard let name, !features.contains(name), shown.columns?.contains(name) != false else {
        continue
      }
      error(
        at: fields.keyPosition(key),
        "there are no centers to link to: `\(name)` takes no part in `\(shown.name)`",
        "choose one of its features, or leave out `links`")
    }
  }

  private mutating func column(_ key: String, in fields: Fields, of shown: NamedExperiment)
    -> String?
  {
    guard let name = optionalText(key, in: fields), let yaml = fields[key] else { return nil }
    check(column: name, at: yaml.position, of: shown)
    return name
  }

  /// Whether a table has a column, as far as that is known before it is read.
  mutating func check(column name: String, at position: Position, of shown: NamedExperiment) {
    guard let columns = shown.columns, !columns.contains(name) else { return }
    error(
      at: position, "the table of `\(shown.name)` has no column `\(name)`",
      suggestion(for: name, among: columns))
  }

  mutating func measure(_ key: String, in fields: Fields) -> Measure? {
    guard let yaml = fields[key] else {
      missing(key, in: fields, example: "silhouette")
      return nil
    }
    return word(yaml, as: Measure.self, called: "measure")
  }
}
