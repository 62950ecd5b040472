import Experiments
import Markup
import Wording

/// Settings with the places where they were written.
struct WrittenSettings {
  struct Entry {
    let setting: Setting
    let namePosition: Position
    let value: YAML
  }

  var entries: [Entry]
  let position: Position
  /// Names whose values were reported already.
  var rejected: [String] = []

  var values: [Setting] { entries.map(\.setting) }
}

extension FileReader {
  /// A mapping of settings: "k: 3", "features: [spend, visits]".
  mutating func settings(_ yaml: YAML?, at position: Position) -> WrittenSettings {
    guard let yaml, !yaml.isEmpty else { return WrittenSettings(entries: [], position: position) }
    guard let pairs = yaml.mapping else {
      error(at: yaml.position, "these are not settings", "write `name: value`, e.g. `{k: 3}`")
      return WrittenSettings(entries: [], position: yaml.position)
    }
    return settings(pairs, at: yaml.position)
  }

  mutating func settings(_ pairs: [YAML.Pair], at position: Position) -> WrittenSettings {
    var entries: [WrittenSettings.Entry] = []
    var rejected: [String] = []
    for pair in pairs {
      guard let value = settingValue(pair.value) else {
        let place = pair.value.isEmpty ? pair.keyPosition : pair.value.position
        error(at: place, "`\(pair.key)` has no value", "write `\(pair.key): value`")
        rejected.append(pair.key)
        continue
      }
      guard let setting = located(Setting(pair.key, value), at: pair.value.position) else {
        rejected.append(pair.key)
        continue
      }
      entries.append(.init(setting: setting, namePosition: pair.keyPosition, value: pair.value))
    }
    return WrittenSettings(entries: entries, position: position, rejected: rejected)
  }

  /// A text, or a list of texts with commas between.
  private func settingValue(_ yaml: YAML) -> String? {
    if let text = yaml.text { return text }
    guard let items = yaml.list, !items.isEmpty else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts.joined(separator: ",") : nil
  }

  /// A table stands beside the text; an experiment names it from the course folder.
  private mutating func located(_ setting: Setting, at position: Position) -> Setting? {
    let isFile = setting.value.hasSuffix(".csv") || setting.value.hasSuffix(".npy")
    guard setting.name == "data", isFile else { return setting }
    guard let path = resolved(setting.value, from: path) else {
      error(
        at: position, "`\(setting.value)` is outside the course folder",
        "copy the file beside this one and name it alone")
      return nil
    }
    guard surroundings.files.holds(path) else {
      error(
        at: position, "there is no file `\(path)`",
        nearestName(to: path, among: surroundings.files.tables).map { "did you mean `\($0)`?" }
          ?? "copy it beside this one")
      return nil
    }
    return Setting("data", path)
  }
}

extension CourseFiles {
  var tables: [String] { paths.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".npy") } }
}

// MARK: - Checking

extension FileReader {
  /// An experiment of its own.
  mutating func experiment(_ name: String, _ written: WrittenSettings) -> NamedExperiment {
    checked(name, written, fallback: written.values) { () throws(ExperimentError) in
      try Experiment(settings: written.values)
    }
  }

  /// Settings laid over an experiment.
  mutating func laying(_ written: WrittenSettings, over base: NamedExperiment) -> NamedExperiment {
    guard let experiment = base.experiment, !written.entries.isEmpty else { return base }
    return checked(base.name, written, fallback: base.settings) { () throws(ExperimentError) in
      try experiment.applying(written.values)
    }
  }

  private mutating func checked(
    _ name: String, _ written: WrittenSettings, fallback: [Setting],
    _ make: () throws(ExperimentError) -> Experiment
  ) -> NamedExperiment {
    do {
      let experiment = try make()
      return NamedExperiment(
        name: name, settings: experiment.settings, experiment: experiment)
    } catch {
      note(error, of: written)
      return NamedExperiment(name: name, settings: fallback, experiment: nil)
    }
  }

  private mutating func note(_ error: ExperimentError, of written: WrittenSettings) {
    guard case .settings(let faults) = error else {
      self.error(at: written.position, "\(error)", "change the settings")
      return
    }
    for fault in faults where !written.rejected.contains(fault.name) {
      self.error(at: written.position(of: fault), fault.what, fault.remedy)
    }
  }
}

extension WrittenSettings {
  fileprivate func position(of fault: SettingFault) -> Position {
    guard let entry = entries.last(where: { $0.setting.name == fault.name }) else {
      return position
    }
    switch fault.problem {
    case .unknownName, .repeated, .missing, .needs: return entry.namePosition
    case .unknownChoice, .notAllowed:
      let item = entry.value.list?.first { $0.text == fault.value }
      return item?.position ?? entry.value.position
    }
  }
}

// MARK: - What an experiment has

extension NamedExperiment {
  /// All columns of its table, where they are known before it is read.
  var columns: [String]? {
    guard case .generated(let generator) = experiment?.data else { return nil }
    return generator.columns
  }

  /// The columns that take part.
  var features: [String]? {
    guard let experiment else { return nil }
    return experiment.features.isEmpty ? columns : experiment.features
  }
}

// MARK: - Rows of values

extension FileReader {
  /// Longer sweeps say nothing more and take too long.
  private static var longestSweep: Int { 60 }

  /// `2...8`, or a list, each value as a setting would have it.
  mutating func values(_ yaml: YAML) -> [(text: String, yaml: YAML)] {
    if let text = yaml.text, let range = wholeRange(text) {
      guard range.count <= Self.longestSweep else {
        error(
          at: yaml.position, "`\(text)` has more than \(Self.longestSweep) values",
          "take a shorter range")
        return []
      }
      return range.map { ("\($0)", yaml) }
    }
    let items = yaml.list ?? (yaml.text == nil ? [] : [yaml])
    let values = items.compactMap { item in settingValue(item).map { (text: $0, yaml: item) } }
    guard !values.isEmpty, values.count == items.count else {
      error(at: yaml.position, "this is no row of values", "write `2...8` or `[2, 3, 4]`")
      return []
    }
    return values
  }

  /// "2...8"; nil for any other text.
  private func wholeRange(_ text: String) -> ClosedRange<Int>? {
    let bounds = text.split(separator: ".", omittingEmptySubsequences: false)
    guard bounds.count == 4, bounds[1].isEmpty, bounds[2].isEmpty, let low = Int(bounds[0]),
      let high = Int(bounds[3]), low <= high, high - low < 100_000
    else { return nil }
    return low...high
  }

  /// `over: {k: 2...8}`: one setting and its values, each checked on the experiment.
  mutating func sweep(_ key: String, in fields: Fields, over base: NamedExperiment)
    -> (setting: String, values: [String])?
  {
    guard let yaml = fields[key] else {
      missing(key, in: fields, example: "{k: 2...8}")
      return nil
    }
    guard let pair = yaml.mapping?.first, yaml.mapping?.count == 1 else {
      error(at: yaml.position, "`\(key)` is not one setting", "write `\(key): {k: 2...8}`")
      return nil
    }
    let values = values(pair.value)
    check(pair, values, over: base)
    return values.isEmpty ? nil : (pair.key, values.map(\.text))
  }

  /// Each value of a row is tried on the experiment; a name that is wrong is said once.
  mutating func check(
    _ pair: YAML.Pair, _ values: [(text: String, yaml: YAML)], over base: NamedExperiment
  ) {
    for value in values {
      let entry = WrittenSettings.Entry(
        setting: Setting(pair.key, value.text), namePosition: pair.keyPosition, value: value.yaml)
      let written = WrittenSettings(entries: [entry], position: pair.keyPosition)
      if laying(written, over: base).experiment == nil { return }
    }
  }
}
