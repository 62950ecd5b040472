// The names of the settings, and which experiment has which.
//
// The table is the one place that knows that `eps` belongs to DBSCAN and `dirty` to the
// customers; reading, writing and the form that a learner changes all ask it.

/// A setting of an experiment. Those of a column carry its name after a dot: "weight.visits".
package enum SettingName: String, Sendable, CaseIterable {
  case data, rows, groups, dimensions, spread, noise, dirty, outliers, seed
  case features
  case multiply = "multiply."
  case scale
  case weight = "weight."
  case components
  case algorithm
  case k, start, restarts
  case eps
  case minSamples = "min-samples"
  case linkage
  case minClusterSize = "min-cluster-size"
  case covariance, bandwidth, neighbors, xi
}

extension SettingName {
  /// The setting that a written name means, and the column for those that have one.
  static func named(_ text: String) -> (name: SettingName, feature: String?)? {
    for name in [SettingName.multiply, .weight] where text.hasPrefix(name.rawValue) {
      let feature = String(text.dropFirst(name.rawValue.count))
      return feature.isEmpty ? nil : (name, feature)
    }
    guard let name = SettingName(rawValue: text), !name.isOfAFeature else { return nil }
    return (name, nil)
  }

  var isOfAFeature: Bool { self == .multiply || self == .weight }

  /// The name as a remedy shows it.
  var shown: String { isOfAFeature ? rawValue + "FEATURE" : rawValue }
}

// MARK: - What belongs to what

extension Generator.Kind {
  var settings: [SettingName] {
    switch self {
    case .customers: [.rows, .dirty]
    case .blobs: [.rows, .groups, .dimensions, .spread, .outliers]
    case .anisotropic: [.rows, .groups, .spread]
    case .variedDensity: [.rows, .spread]
    case .moons, .circles: [.rows, .noise]
    case .uniform: [.rows, .dimensions]
    }
  }
}

extension SettingName {
  private static let ofGenerators: [SettingName] = [
    .rows, .groups, .dimensions, .spread, .noise, .dirty, .outliers,
  ]

  /// What the setting needs that this experiment lacks, or nil where it applies.
  func missing(data: DataSource, algorithm: AlgorithmName) -> String? {
    if SettingName.ofGenerators.contains(self) {
      guard case .generated(let generator) = data else { return "generated data" }
      if generator.kind.settings.contains(self) { return nil }
      let owners = Generator.Kind.allCases.filter { $0.settings.contains(self) }
      return "data \(owners.map(\.rawValue).joined(separator: " or "))"
    }
    let owners = AlgorithmName.allCases.filter { $0.settings.contains(self) }
    if owners.isEmpty || owners.contains(algorithm) { return nil }
    return "algorithm \(owners.map(\.rawValue).joined(separator: " or "))"
  }
}

extension Experiment {
  /// Whether a setting of this name means something here, so that a form can offer it.
  package func accepts(_ name: String) -> Bool {
    guard let (setting, feature) = SettingName.named(name) else { return false }
    if let feature, let columns = data.columns, !columns.contains(feature) { return false }
    return setting.missing(data: data, algorithm: AlgorithmName(method)) == nil
  }
}

extension DataSource {
  /// The columns where they are known before the data is read.
  var columns: [String]? {
    switch self {
    case .generated(let generator): generator.columns
    case .file: nil
    }
  }
}
