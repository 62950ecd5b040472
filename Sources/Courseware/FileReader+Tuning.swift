import Experiments
import Markup

extension FileReader {
  static let tuneKeys = [
    "goal", "parameters", "conditions", "held-back", "shows", "plots", "solution", "near-misses",
  ]

  mutating func tuning(_ fields: Fields, over base: NamedExperiment) -> Tuning? {
    let goal = text("goal", in: fields, example: "Bring agreement to 0.9 or more.")
    let parameters = parameters(in: fields, over: base)
    let conditions = conditionList("conditions", in: fields)
    let heldBack = whole("held-back", in: fields, range: 0...200) ?? 0
    let plots = plots("plots", in: fields, of: base)
    let shows = shownMeasures(in: fields)
    let solution = solution(in: fields, parameters: parameters, over: base)
    let nearMisses = nearMisses(in: fields, over: base)
    guard let goal, !parameters.isEmpty, !conditions.isEmpty else { return nil }
    return Tuning(
      goal: goal, parameters: parameters, conditions: conditions, heldBackSeeds: heldBack,
      plots: plots, shows: shows, solution: solution, nearMisses: nearMisses)
  }

  private mutating func shownMeasures(in fields: Fields) -> [Measure] {
    guard let yaml = fields["shows"] else { return [] }
    return (yaml.list ?? [yaml]).compactMap { word($0, as: Measure.self, called: "measure") }
  }
}

// MARK: - Parameters

extension FileReader {
  private mutating func parameters(in fields: Fields, over base: NamedExperiment)
    -> [Tuning.Parameter]
  {
    guard let items = fields["parameters"]?.list, !items.isEmpty else {
      error(
        at: fields["parameters"]?.position ?? fields.position, "there is nothing to tune",
        "list `parameters:` as `- {setting: k, label: k, choices: 2...6}`")
      return []
    }
    return items.reduce(into: []) { above, item in
      if let parameter = parameter(item, below: above, over: base) { above.append(parameter) }
    }
  }

  private mutating func parameter(
    _ yaml: YAML, below above: [Tuning.Parameter], over base: NamedExperiment
  ) -> Tuning.Parameter? {
    let keys = ["setting", "label", "choices"]
    guard let fields = fields(yaml, of: "parameter", at: yaml.position, keys: keys) else {
      return nil
    }
    let setting = text("setting", in: fields, example: "scale")
    let label = fields.has("label") ? optionalText("label", in: fields) : setting
    let choices = choices(in: fields, over: base.accepting(setting ?? "", byChoiceOf: above))
    guard let setting, let label, let choices else { return nil }
    return Tuning.Parameter(setting: setting, label: label, choices: choices)
  }

  private mutating func choices(in fields: Fields, over base: NamedExperiment)
    -> [Tuning.ParameterChoice]?
  {
    guard let yaml = fields["choices"] else {
      missing("choices", in: fields, example: "[none, standard]")
      return nil
    }
    let rows: [(text: String, label: String, yaml: YAML)]
    if let pairs = yaml.mapping {
      rows = pairs.map { pair in
        let place = YAML(kind: .text(pair.key), position: pair.keyPosition)
        return (pair.key, pair.value.text ?? pair.key, place)
      }
    } else {
      rows = values(yaml).map { ($0.text, $0.text, $0.yaml) }
    }
    if rows.count < 2 {
      error(at: yaml.position, "a parameter has two choices or more", "add another one")
    }
    if let name = fields["setting"], let setting = name.text {
      let pair = YAML.Pair(key: setting, keyPosition: name.position, value: yaml)
      check(pair, rows.map { (text: $0.text, yaml: $0.yaml) }, over: base)
    }
    return rows.map { Tuning.ParameterChoice(value: $0.text, label: $0.label) }
  }
}

extension NamedExperiment {
  /// This experiment, or where the setting means nothing in it, what a choice made further up in
  /// the form turns it into: `eps` may stand below an `algorithm` that can be DBSCAN.
  fileprivate func accepting(
    _ setting: String, byChoiceOf parameters: [Tuning.Parameter]
  ) -> NamedExperiment {
    guard let experiment, !experiment.accepts(setting) else { return self }
    let others = parameters.flatMap { parameter in
      parameter.choices.compactMap {
        try? experiment.applying([Setting(parameter.setting, $0.value)])
      }
    }
    guard let other = others.first(where: { $0.accepts(setting) }) else { return self }
    return NamedExperiment(name: name, settings: other.settings, experiment: other)
  }
}

// MARK: - Answers that must pass, and answers that must not

extension FileReader {
  private mutating func solution(
    in fields: Fields, parameters: [Tuning.Parameter], over base: NamedExperiment
  ) -> [Setting] {
    guard let yaml = fields["solution"] else {
      missing("solution", in: fields, example: "{scale: standard}")
      return []
    }
    let written = settings(yaml, at: yaml.position)
    _ = laying(written, over: base)
    for entry in written.entries { checkReach(entry, parameters) }
    return written.values
  }

  /// A solution that no learner can set is none.
  private mutating func checkReach(
    _ entry: WrittenSettings.Entry, _ parameters: [Tuning.Parameter]
  ) {
    let setting = entry.setting
    guard let parameter = parameters.first(where: { $0.setting == setting.name }) else {
      error(
        at: entry.namePosition, "`\(setting.name)` is not among the parameters",
        suggestion(for: setting.name, among: parameters.map(\.setting)))
      return
    }
    guard !parameter.choices.contains(where: { $0.value == setting.value }) else { return }
    error(
      at: entry.value.position, "`\(setting.value)` is not a choice of `\(setting.name)`",
      suggestion(for: setting.value, among: parameter.choices.map(\.value)))
  }

  private mutating func nearMisses(in fields: Fields, over base: NamedExperiment) -> [NearMiss] {
    guard let yaml = fields["near-misses"] else { return [] }
    guard let items = yaml.list else {
      error(
        at: yaml.position, "`near-misses` is not a list",
        "write `- {with: {restarts: 50}, reply: Why it does not do.}`")
      return []
    }
    return items.compactMap { nearMiss($0, over: base) }
  }

  private mutating func nearMiss(_ yaml: YAML, over base: NamedExperiment) -> NearMiss? {
    let keys = ["with", "reply", "misconception"]
    guard let fields = fields(yaml, of: "near miss", at: yaml.position, keys: keys) else {
      return nil
    }
    if !fields.has("with") { missing("with", in: fields, example: "{restarts: 50}") }
    let changes = settings(fields["with"], at: fields.position)
    _ = laying(changes, over: base)
    let reply = text("reply", in: fields, example: "Why it does not do.")
    let misconception = misconception(in: fields)
    return reply.map {
      NearMiss(settings: changes.values, reply: $0, misconception: misconception)
    }
  }
}
