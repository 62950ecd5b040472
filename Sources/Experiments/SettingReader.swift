// From written settings to typed values, keeping every mistake.
//
// The reader hands out a value or nil, and notes a fault where it hands out nil for something
// that was written; so one pass over all settings finds all mistakes.

import Clustering
import Wording

struct SettingReader {
  private let settings: [Setting]
  private(set) var faults: [SettingFault] = []

  /// Names are looked at once, at the door: unknown ones and repeated ones are faults.
  init(_ settings: [Setting]) {
    var known: [Setting] = []
    for setting in settings {
      if SettingName.named(setting.name) == nil {
        let names = SettingName.allCases.filter { !$0.isOfAFeature }.map(\.rawValue)
        faults.append(
          SettingFault(setting, .unknownName(nearest: nearestName(to: setting.name, among: names))))
      } else if known.contains(where: { $0.name == setting.name }) {
        faults.append(SettingFault(setting, .repeated))
      } else {
        known.append(setting)
      }
    }
    self.settings = known
  }

  mutating func note(_ fault: SettingFault) {
    faults.append(fault)
  }

  func setting(_ name: SettingName) -> Setting? {
    settings.first { $0.name == name.rawValue }
  }
}

extension SettingFault {
  init(_ setting: Setting, _ problem: Problem) {
    self.init(name: setting.name, value: setting.value, problem: problem)
  }
}

// MARK: - Values

extension SettingReader {
  /// A whole number of a range.
  mutating func int(_ name: SettingName, in range: ClosedRange<Int>) -> Int? {
    guard let setting = setting(name) else { return nil }
    if let value = Int(setting.value), range.contains(value) { return value }
    note(
      SettingFault(
        setting,
        .notAllowed(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")))
    return nil
  }

  /// A number of a range.
  mutating func double(_ name: SettingName, in range: ClosedRange<Double>) -> Double? {
    setting(name).flatMap { double($0, in: range) }
  }

  private mutating func double(_ setting: Setting, in range: ClosedRange<Double>) -> Double? {
    if let value = decimal(setting.value), range.contains(value) { return value }
    let (least, most) = (exact(range.lowerBound), exact(range.upperBound))
    note(SettingFault(setting, .notAllowed(expected: "a number from \(least) to \(most)")))
    return nil
  }

  mutating func seed() -> UInt64? {
    guard let setting = setting(.seed) else { return nil }
    if let value = UInt64(setting.value) { return value }
    note(SettingFault(setting, .notAllowed(expected: "a whole number, 0 or more")))
    return nil
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: SettingName, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let setting = setting(name) else { return nil }
    if let value = Choice(rawValue: setting.value) { return value }
    note(setting, isNoneOf: Choice.allCases.map(\.rawValue))
    return nil
  }

  mutating func note(_ setting: Setting, isNoneOf choices: [String]) {
    let meant = nearestName(to: setting.value, among: choices)
    note(SettingFault(setting, .unknownChoice(choices, nearest: meant)))
  }

  /// The factors of the columns, for `multiply.` or `weight.`, as written.
  mutating func factors(
    _ name: SettingName, in range: ClosedRange<Double>, columns: [String]?
  ) -> [FeatureFactor] {
    settings.compactMap { setting in
      guard let named = SettingName.named(setting.name), named.name == name,
        let feature = named.feature
      else { return nil }
      guard isColumn(feature, of: columns, setting: setting),
        let factor = double(setting, in: range)
      else { return nil }
      return FeatureFactor(feature, factor)
    }
  }

  /// The columns that take part.
  mutating func features(columns: [String]?) -> [String] {
    guard let setting = setting(.features) else { return [] }
    let names = CSV.names(setting.value) ?? [""]
    if names.isEmpty || names.contains("") || Set(names).count < names.count {
      note(SettingFault(setting, .notAllowed(expected: "names with commas between, each once")))
      return []
    }
    return names.filter { isColumn($0, of: columns, setting: setting) }
  }

  private mutating func isColumn(
    _ feature: String, of columns: [String]?, setting: Setting
  ) -> Bool {
    guard let columns, !columns.contains(feature) else { return true }
    note(SettingFault(name: setting.name, value: feature, isNoneOf: columns))
    return false
  }

  /// Faults for the settings that mean nothing with this data and this algorithm.
  mutating func noteIdleSettings(data: DataSource, algorithm: AlgorithmName) {
    for setting in settings {
      guard let (name, _) = SettingName.named(setting.name) else { continue }
      if let owner = name.missing(data: data, algorithm: algorithm) {
        note(SettingFault(setting, .needs(owner)))
      }
    }
  }
}

extension SettingFault {
  init(name: String, value: String, isNoneOf choices: [String]) {
    self.init(
      name: name, value: value,
      problem: .unknownChoice(choices, nearest: nearestName(to: value, among: choices)))
  }
}

// MARK: - Words

/// A decimal number as people write it; not the hexadecimal, "inf" and "nan" that Swift reads.
func decimal(_ text: String) -> Double? {
  let allowed = text.utf8.allSatisfy { byte in
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".-+eE".utf8.contains(byte)
  }
  guard allowed, let value = Double(text), value.isFinite else { return nil }
  return value
}
