// An experiment as a list of settings, in both directions.
//
// Reading checks everything and reports all mistakes at once. Writing gives the canonical list,
// always in the same order, and reading it gives the same experiment again.

import Clustering
import Wording

extension Experiment {
  /// The ranges of the settings; the same for every experiment.
  package enum Allowed {
    package static let k = 1...50
    package static let restarts = 1...100
    package static let minSamples = 1...1000
    package static let components = 1...20
    package static let eps = 1e-6...1e6
    package static let multiplier = 1e-6...1e6
    package static let weight = 0.0...1000
    package static let spread = 0.01...100
    package static let noise = 0.0...10
    package static let dirty = 0...1000
    package static let outliers = 0...1000
    package static let minClusterSize = 2...1000
    package static let neighbors = 1...1000
    package static let xi = 0.001...0.999
  }

  /// An experiment from its settings.
  ///
  /// - Throws: ``ExperimentError/settings(_:)`` with every mistake.
  package init(settings: [Setting]) throws(ExperimentError) {
    var reader = SettingReader(settings)
    let data = reader.data()
    let algorithm = reader.algorithm()
    self.init(data: data ?? .generated(Generator(.customers)))
    seed = reader.seed() ?? seed
    // Names of columns can only be judged where the data is known.
    let columns = data?.columns
    features = reader.features(columns: columns)
    multipliers = reader.factors(.multiply, in: Allowed.multiplier, columns: columns)
    scaling = reader.choice(.scale, of: Scaling.self) ?? .none
    weights = reader.factors(.weight, in: Allowed.weight, columns: columns)
    components = reader.int(.components, in: Allowed.components)
    method = reader.method(algorithm ?? .kMeans)
    if let data, let algorithm {
      reader.noteIdleSettings(data: data, algorithm: algorithm)
    }
    guard reader.faults.isEmpty else { throw .settings(reader.faults) }
  }

  /// This experiment with some settings changed. What only went with the former data or the
  /// former algorithm is let go; `k` stays when the algorithm changes.
  ///
  /// - Throws: ``ExperimentError/settings(_:)`` with every mistake.
  package func applying(_ changes: [Setting]) throws(ExperimentError) -> Experiment {
    let kept = settings.filter { old in !changes.contains { $0.name == old.name } }
    func changed(_ name: SettingName) -> String? {
      changes.first { $0.name == name.rawValue }?.value
    }
    let data = changed(.data).flatMap(DataSource.init(name:)) ?? data
    let algorithm = changed(.algorithm).flatMap(AlgorithmName.init) ?? AlgorithmName(method)
    let fitting = kept.filter { old in
      guard let (name, _) = SettingName.named(old.name) else { return false }
      return name.missing(data: data, algorithm: algorithm) == nil
        && (changed(.data) == nil || isAboutColumns(old, of: data))
    }
    return try Experiment(settings: fitting + changes)
  }

  /// Whether every column that a setting names is there in other data.
  private func isAboutColumns(_ setting: Setting, of data: DataSource) -> Bool {
    guard let columns = data.columns else { return true }
    if setting.name == SettingName.features.rawValue {
      return features.allSatisfy(columns.contains)
    }
    guard let feature = SettingName.named(setting.name)?.feature else { return true }
    return columns.contains(feature)
  }
}

// MARK: - Reading the parts

extension DataSource {
  /// A generator with its defaults, or a file, by the name that content uses.
  init?(name: String) {
    if let kind = Generator.Kind(rawValue: name) {
      self = .generated(Generator(kind))
    } else if DataFileFormat(path: name) != nil {
      self = .file(name)
    } else {
      return nil
    }
  }

  var name: String {
    switch self {
    case .generated(let generator): generator.kind.rawValue
    case .file(let path): path
    }
  }
}

extension SettingReader {
  fileprivate mutating func data() -> DataSource? {
    guard let setting = setting(.data) else {
      note(SettingFault(name: "data", value: "", problem: .missing(example: "data: customers")))
      return nil
    }
    switch DataSource(name: setting.value) {
    case .generated(let generator):
      return .generated(filled(generator))
    case let file?:
      return file
    case nil:
      note(setting, isNoneOf: Generator.Kind.allCases.map(\.rawValue) + ["FILE.csv", "FILE.npy"])
      return nil
    }
  }

  private mutating func filled(_ generator: Generator) -> Generator {
    var generator = generator
    generator.rows = int(.rows, in: Generator.rowRange) ?? generator.rows
    generator.groups = int(.groups, in: Generator.groupRange) ?? generator.groups
    generator.dimensions = int(.dimensions, in: Generator.dimensionRange) ?? generator.dimensions
    generator.spread = double(.spread, in: Experiment.Allowed.spread) ?? generator.spread
    generator.noise = double(.noise, in: Experiment.Allowed.noise) ?? generator.noise
    generator.dirty = int(.dirty, in: Experiment.Allowed.dirty) ?? generator.dirty
    generator.outliers = int(.outliers, in: Experiment.Allowed.outliers) ?? generator.outliers
    return generator
  }

  /// The algorithm, k-means where none is named; nil where the name is wrong.
  fileprivate mutating func algorithm() -> AlgorithmName? {
    setting(.algorithm) == nil ? .kMeans : choice(.algorithm, of: AlgorithmName.self)
  }
}

// MARK: - Writing

extension Experiment {
  /// The settings that make this experiment again.
  package var settings: [Setting] {
    dataSettings + columnSettings + method.settings
  }

  /// The settings on one line, as the command line takes them.
  package var line: String {
    settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  var dataSettings: [Setting] {
    var list = [Setting("data", data.name)]
    if case .generated(let generator) = data {
      list += generator.kind.settings.map { name in
        Setting(name.rawValue, generator.written(name))
      }
    }
    return list + [Setting("seed", "\(seed)")]
  }

  var columnSettings: [Setting] {
    var list: [Setting] = []
    if !features.isEmpty {
      list.append(Setting("features", features.map(CSV.quoted).joined(separator: ",")))
    }
    list += multipliers.map { Setting("multiply." + $0.feature, exact($0.factor)) }
    list.append(Setting("scale", scaling.rawValue))
    list += weights.map { Setting("weight." + $0.feature, exact($0.factor)) }
    if let components { list.append(Setting("components", "\(components)")) }
    return list
  }
}

extension Generator {
  fileprivate func written(_ name: SettingName) -> String {
    switch name {
    case .rows: "\(rows)"
    case .groups: "\(groups)"
    case .dimensions: "\(dimensions)"
    case .spread: exact(spread)
    case .noise: exact(noise)
    case .dirty: "\(dirty)"
    case .outliers: "\(outliers)"
    default: ""
    }
  }
}
