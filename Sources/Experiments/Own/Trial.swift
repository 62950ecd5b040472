// One state of the playground: an experiment, and what was decided about the gaps of its table.
//
// As text it is the same list of settings as everywhere, with "missing.age: median" for each
// decision, and "sample: 5000" where only some rows take part.

import Wording

package struct Trial: Sendable, Equatable {
  package var experiment: Experiment
  /// By the name of the column.
  package var missing: [String: Missing]
  /// How many rows take part, drawn by the seed; nil for all.
  package var sample: Int?

  package init(_ experiment: Experiment, missing: [String: Missing] = [:]) {
    self.experiment = experiment
    self.missing = missing
  }

  /// The learner's own file; nil for built-in data.
  package var path: String? {
    if case .file(let path) = experiment.data { path } else { nil }
  }
}

// MARK: - As settings

extension Trial {
  package static let missingPrefix = "missing."

  package static let sampleName = "sample"
  /// So many rows can be a sample.
  package static let sampleSizes = 10...1_000_000

  /// The settings that make this trial again.
  package var settings: [Setting] {
    let decisions = missing.sorted { $0.key < $1.key }.map { name, decision in
      Setting(Self.missingPrefix + name, decision.rawValue)
    }
    return experiment.settings + decisions + sampleSettings
  }

  private var sampleSettings: [Setting] {
    sample.map { [Setting(Self.sampleName, "\($0)")] } ?? []
  }

  /// A trial from its settings. Data that no generator has is a path of the learner's.
  ///
  /// - Throws: ``ExperimentError/settings(_:)`` with every mistake.
  package init(settings: [Setting]) throws(ExperimentError) {
    var missing: [String: Missing] = [:]
    var faults: [SettingFault] = []
    var rest: [Setting] = []
    var path: String?
    var sample: Int?
    for setting in settings {
      if setting.name == Self.sampleName {
        sample = Int(setting.value)
        if let fault = Self.sampleFault(setting) { faults.append(fault) }
      } else if setting.name == SettingName.data.rawValue, path == nil, Self.isPath(setting.value) {
        path = setting.value
        rest.append(Setting(setting.name, Self.anyFile))
      } else if setting.name.hasPrefix(Self.missingPrefix) {
        let column = String(setting.name.dropFirst(Self.missingPrefix.count))
        if let decision = Missing(rawValue: setting.value) {
          missing[column] = decision
        } else {
          faults.append(
            SettingFault(
              name: setting.name, value: setting.value,
              isNoneOf: Missing.allCases.map(\.rawValue)))
        }
      } else {
        rest.append(setting)
      }
    }
    self.init(try Self.experiment(rest, beside: faults), missing: missing)
    self.sample = sample
    if let path { experiment.data = .file(path) }
  }

  private static func sampleFault(_ setting: Setting) -> SettingFault? {
    guard !sampleSizes.contains(Int(setting.value) ?? 0) else { return nil }
    let expected = "a whole number from \(sampleSizes.lowerBound) to \(sampleSizes.upperBound)"
    return SettingFault(setting, .notAllowed(expected: expected))
  }

  private static func experiment(
    _ settings: [Setting], beside faults: [SettingFault]
  ) throws(ExperimentError) -> Experiment {
    let experiment: Experiment
    do throws(ExperimentError) {
      experiment = try Experiment(settings: settings)
    } catch {
      guard case .settings(let others) = error else { throw error }
      throw .settings(faults + others)
    }
    guard faults.isEmpty else { throw .settings(faults) }
    return experiment
  }

  /// Stands for a file whose ending content could not name.
  private static let anyFile = "own.csv"

  /// What has an ending or lies in a folder.
  private static func isPath(_ text: String) -> Bool { text.contains(".") || text.contains("/") }

  /// With some settings changed, as ``Experiment/applying(_:)``.
  package func applying(_ changes: [Setting]) throws(ExperimentError) -> Trial {
    var base = experiment
    var path = path
    if path != nil { base.data = .file(Self.anyFile) }
    var next = self
    for change in changes where change.name == Self.sampleName {
      if let fault = Self.sampleFault(change) { throw .settings([fault]) }
      next.sample = Int(change.value)
    }
    let named = changes.filter { $0.name != Self.sampleName }.map { change in
      guard change.name == SettingName.data.rawValue else { return change }
      path = Self.isPath(change.value) ? change.value : nil
      return path == nil ? change : Setting(change.name, Self.anyFile)
    }
    next.experiment = try base.applying(named)
    if let path { next.experiment.data = .file(path) }
    return next
  }
}

// MARK: - What depends on what

extension Trial {
  /// The settings that make the table: equal ones give equal tables.
  package var tableSettings: [Setting] {
    let experiment = experiment.dataSettings
    guard path != nil else { return experiment + sampleSettings }
    let features = self.experiment.features.map { Setting("features", $0) }
    // The seed draws the rows of a sample, and nothing else of a file.
    return experiment.filter { $0.name != SettingName.seed.rawValue || sample != nil } + features
      + settings.filter { $0.name.hasPrefix(Self.missingPrefix) } + sampleSettings
  }

  /// The settings that make what is clustered.
  package var preparedSettings: [Setting] { tableSettings + experiment.columnSettings }

  /// The settings that make the groups.
  package var traceSettings: [Setting] {
    preparedSettings + [Setting("seed", "\(experiment.seed)")] + experiment.method.settings
  }
}
