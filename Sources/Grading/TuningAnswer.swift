// A form offers so many values; anything else is not an answer to it.

import Courseware
import Experiments

extension Tuning {
  /// The settings as the form's own values; what is not named stays as the stage starts.
  func checked(_ settings: [Setting]) throws(AnswerError) -> [Setting] {
    var checked: [Setting] = []
    for setting in settings {
      let parameter = try parameter(setting.name)
      let value = try parameter.value(setting.value)
      guard !checked.contains(where: { $0.name == parameter.setting }) else {
        throw .settingTwice(parameter.setting)
      }
      checked.append(Setting(parameter.setting, value))
    }
    return checked
  }

  /// By the setting's name or by what the learner reads.
  private func parameter(_ name: String) throws(AnswerError) -> Parameter {
    let wanted = name.folded
    let found =
      parameters.first { $0.setting.folded == wanted }
      ?? parameters.first { $0.label.folded == wanted }
    guard let found else {
      throw .unknownSetting(name, accepted: parameters.map(\.setting))
    }
    return found
  }

  /// Settings as the form says them: "spend in: cents, scale: none".
  func named(_ settings: [Setting]) -> String {
    settings.map { setting in
      guard let parameter = parameters.first(where: { $0.setting == setting.name }) else {
        return "\(setting.name): \(setting.value)"
      }
      let choice = parameter.choices.first { $0.value.folded == setting.value.folded }
      return "\(parameter.label): \(choice?.label ?? setting.value)"
    }
    .joined(separator: ", ")
  }

  /// What an answer looks like.
  var example: String {
    parameters.first.map { "\($0.setting)=\($0.choices.first?.value ?? "VALUE")" } ?? "NAME=VALUE"
  }
}

extension Tuning.Parameter {
  /// A value of the form, by the value itself or by what the learner reads.
  fileprivate func value(_ text: String) throws(AnswerError) -> String {
    let wanted = text.folded
    let found =
      choices.first { $0.value.folded == wanted } ?? choices.first { $0.label.folded == wanted }
    guard let found else {
      throw .unknownValue(
        text, setting: setting,
        accepted: choices.map { $0.value == $0.label ? $0.value : "\($0.value) (\($0.label))" })
    }
    return found.value
  }
}

extension String {
  /// What is compared when a learner types a name or a value: case and spaces do not count.
  var folded: String {
    lowercased().filter { !$0.isWhitespace }
  }
}
