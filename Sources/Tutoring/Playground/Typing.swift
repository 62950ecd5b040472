// What is typed in the playground: a value, a name to look for, a name for a file. Enter takes it.

import Charts
import Experiments
import Screen

struct Typing: Sendable, Equatable {
  enum Purpose: Sendable, Equatable {
    /// The value of a field, by its name.
    case value(String)
    case filter
    case experiment
    case picture
    case groups
  }

  let purpose: Purpose
  var draft = Draft()

  init(_ purpose: Purpose) {
    self.purpose = purpose
  }
}

extension PlaygroundSession {
  /// Takes what opens a text, or names a file at once: "save=moons.experiment".
  mutating func isCommand(_ name: String, _ value: String, in world: inout World) -> Bool {
    switch (name, value) {
    case ("ask", "columns"): columns = columns == nil ? ColumnList() : nil
    case ("ask", "first"): columns?.cursor = 0
    case ("ask", "last"):
      let last = max(0, shown(in: world).count - 1)
      columns?.cursor = last
    case ("ask", "filter"): typing = Typing(.filter)
    case ("ask", "save"): typing = Typing(.experiment)
    case ("ask", "svg"): typing = Typing(.picture)
    case ("ask", "labels"): typing = Typing(.groups)
    case ("ask", Trial.sampleName): set(Trial.sampleName, "\(Self.sampleSize)", in: &world)
    case ("filter", _): filter(value)
    case ("save", _): saveExperiment(as: value, in: &world)
    case ("svg", _): savePicture(as: value, in: &world)
    case ("labels", _): saveGroups(as: value, in: &world)
    default: return false
    }
    return true
  }

  /// An event while something is being typed.
  mutating func type(_ event: Event, in world: inout World) {
    guard var typing else { return }
    switch event {
    case .back: self.typing = nil
    case .submit: take(typing.draft.text, for: typing.purpose, in: &world)
    case .write(let text): take(text, for: typing.purpose, in: &world)
    case .edit(.insert(let text)) where text.contains(where: \.isNewline):
      typing.draft.apply(.insert(String(text.prefix { !$0.isNewline })))
      take(typing.draft.text, for: typing.purpose, in: &world)
    case .edit(let edit):
      typing.draft.apply(edit)
      self.typing = typing
    default: break
    }
  }

  private mutating func take(_ text: String, for purpose: Typing.Purpose, in world: inout World) {
    let text = text.trimmed
    typing = nil
    switch purpose {
    case .value(let name): if !text.isEmpty { set(name, text, in: &world) }
    case .filter: filter(text)
    case .experiment: saveExperiment(as: text, in: &world)
    case .picture: savePicture(as: text, in: &world)
    case .groups: saveGroups(as: text, in: &world)
    }
  }

  private mutating func filter(_ text: String) {
    columns = columns ?? ColumnList()
    columns?.filter = text
    columns?.cursor = 0
  }

  private static let dataQuestion =
    "The path of your table, such as shop.csv or ../data/shop.csv; or the name of built-in data:"

  /// What is asked for, above the text.
  func question(for purpose: Typing.Purpose, in world: World) -> String {
    switch purpose {
    case .value(let name):
      guard let field = form(in: world).field(called: name) else { return name }
      if field.name == "data" { return Self.dataQuestion }
      let choices = field.choices.joined(separator: ", ")
      return "\(field.label) is \(field.field.value). Its new value (\(choices)):"
    case .filter: return "Show columns whose names hold (empty for all):"
    case .experiment:
      return "Save this run as (empty for \(usualName(ExperimentFile.ending, in: world))):"
    case .picture: return "Save this picture as (empty for \(usualName("svg", in: world))):"
    case .groups:
      return "Save each row's group as (empty for \(usualName(Self.groupsEnding, in: world))):"
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
