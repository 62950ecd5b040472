// What lies on the desk: chosen, set, ordered or written, and not committed yet.

import Courseware
import Experiments

struct Desk: Sendable, Equatable {
  var panel = QuestionPanel()
  /// The values of a form's fields, by setting.
  var settings: [Setting]?
  /// Earlier values, the latest last, for undo.
  var history: [[Setting]] = []
  /// The dealt steps in the learner's order, as positions in the deal.
  var order: [Int]?
  var draft = Draft()
  /// Points found in the own answer, by position.
  var found: Set<Int> = []
  /// How often a second opinion on the answer was asked for.
  var opinionsAsked = 0

  var cursor: Int {
    get { panel.cursor }
    set { panel.cursor = newValue }
  }

  mutating func move(_ step: Int, count: Int) {
    cursor = min(max(0, cursor + step), max(0, count - 1))
  }
}

extension Desk {
  mutating func set(_ setting: String, to value: String) {
    let before = settings ?? []
    let after = before.map { $0.name == setting ? Setting(setting, value) : $0 }
    guard after != before else { return }
    history.append(before)
    settings = after
  }

  mutating func undo() -> Bool {
    guard let before = history.popLast() else { return false }
    settings = before
    return true
  }

  /// Carries the step under the cursor, and the cursor with it.
  mutating func carry(_ step: Int) {
    guard var order, order.indices.contains(cursor), order.indices.contains(cursor + step) else {
      return
    }
    order.swapAt(cursor, cursor + step)
    self.order = order
    cursor += step
  }
}

extension Tuning {
  /// The value that each parameter has in `settings`: as said there, or the choice that would
  /// change nothing about the groups.
  func values(in settings: [Setting]) -> [Setting] {
    parameters.map { parameter in
      let choices = parameter.choices.map { Setting(parameter.setting, $0.value) }
      let now =
        choices.first { settings.contains($0) } ?? choices.first { $0.isImplied(by: settings) }
      return now ?? choices.first ?? Setting(parameter.setting, "")
    }
  }

  /// The values of `start`, and in their place those of `kept` that the form still offers.
  func values(_ start: [Setting], keeping kept: [Setting]) -> [Setting] {
    start.map { setting in
      let choices = parameters.first { $0.setting == setting.name }?.choices ?? []
      return kept.first { old in
        old.name == setting.name && choices.contains { $0.value == old.value }
      } ?? setting
    }
  }
}

extension Setting {
  /// Whether a run of `settings` already has this value without saying so.
  fileprivate func isImplied(by settings: [Setting]) -> Bool {
    if name.hasPrefix("multiply.") || name.hasPrefix("weight.") { return Double(value) == 1 }
    guard let experiment = try? Experiment(settings: settings) else { return false }
    return (try? experiment.applying([self])) == experiment
  }
}
