import Experiments
import Markup

extension FileReader {
  static let conditionKeys = ["measure", "at-least", "at-most"]

  /// `{measure: agreement, at-least: 0.9}`: one condition for each bound.
  mutating func conditions(in fields: Fields) -> [Condition] {
    guard let measure = measure("measure", in: fields) else { return [] }
    let least = number("at-least", in: fields).map {
      Condition(measure: measure, relation: .atLeast, bound: $0)
    }
    let most = number("at-most", in: fields).map {
      Condition(measure: measure, relation: .atMost, bound: $0)
    }
    if !fields.has("at-least"), !fields.has("at-most") {
      missing("at-least", in: fields, example: "0.5")
    }
    return [least, most].compactMap(\.self)
  }

  mutating func conditionList(_ key: String, in outer: Fields) -> [Condition] {
    guard let yaml = outer[key] else {
      missing(key, in: outer, example: "[{measure: agreement, at-least: 0.9}]")
      return []
    }
    guard let items = yaml.list, !items.isEmpty else {
      error(
        at: yaml.position, "`\(key)` is not a list of conditions",
        "write `- {measure: agreement, at-least: 0.9}`")
      return []
    }
    return items.flatMap { item -> [Condition] in
      let keys = Self.conditionKeys
      guard let fields = fields(item, of: "condition", at: item.position, keys: keys) else {
        return []
      }
      return conditions(in: fields)
    }
  }
}

// MARK: - The experiment of an exercise

extension FileReader {
  /// What a seed may draw, each from its list.
  mutating func draws(_ yaml: YAML?, over base: NamedExperiment) -> [Draw] {
    guard let yaml else { return [] }
    guard let pairs = yaml.mapping else {
      error(at: yaml.position, "`draw` is not a mapping", "write `draw: {groups: [2, 3, 4]}`")
      return []
    }
    return pairs.compactMap { pair in
      let values = values(pair.value)
      check(pair, values, over: base)
      return values.isEmpty ? nil : Draw(setting: pair.key, values: values.map(\.text))
    }
  }

  mutating func premises(_ yaml: YAML?, over base: NamedExperiment) -> [Premise] {
    guard let yaml else { return [] }
    guard let items = yaml.list else {
      error(
        at: yaml.position, "`premise` is not a list",
        "write `- {with: {k: 3}, measure: silhouette, at-least: 0.2}`")
      return []
    }
    return items.flatMap { item in premise(item, over: base) }
  }

  private mutating func premise(_ yaml: YAML, over base: NamedExperiment) -> [Premise] {
    let keys = ["with"] + Self.conditionKeys
    guard let fields = fields(yaml, of: "premise", at: yaml.position, keys: keys) else { return [] }
    let changes = settings(fields["with"], at: yaml.position)
    _ = laying(changes, over: base)
    return conditions(in: fields).map { Premise(settings: changes.values, condition: $0) }
  }
}
