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
    case ("filter", _): filter(value)
    case ("save", _): saveExperiment(as: value, in: &world)
    case ("svg", _): savePicture(as: value, in: &world)
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
    }
  }

  private mutating func filter(_ text: String) {
    columns = columns ?? ColumnList()
    columns?.filter = text
    columns?.cursor = 0
  }

  /// What is asked for, above the text.
  func question(for purpose: Typing.Purpose, in world: World) -> String {
    switch purpose {
    case .value(let name):
      guard let field = form(in: world).field(called: name) else { return name }
      let choices = field.choices.joined(separator: ", ")
      return "\(field.label) is \(field.field.value). Its new value (\(choices)):"
    case .filter: return "Show columns whose names hold (empty for all):"
    case .experiment:
      return "Save this run as (empty for \(usualName(ExperimentFile.ending, in: world))):"
    case .picture: return "Save this picture as (empty for \(usualName("svg", in: world))):"
    }
  }
}

// MARK: - Files

extension PlaygroundSession {
  /// "shop.experiment": the data's name, in the folder that the program was started in.
  /// Where that is there already, the first free one of "shop-2.experiment" and so on.
  private func usualName(_ ending: String, in world: World) -> String {
    let name = state.trial.path.map(fileName) ?? state.trial.experiment.settings[0].value
    let data = name.split(separator: ".").first.map(String.init) ?? name
    let stem = ending == "svg" ? "\(data)-\(state.view.rawValue)" : data
    let names = ["\(stem).\(ending)"] + (2...99).map { "\(stem)-\($0).\(ending)" }
    let own = world.bench.runner.own
    return names.first { !own.isThere(own.whole($0)) } ?? names[0]
  }

  private func path(_ text: String, _ ending: String, in world: World) -> String {
    let name = text.isEmpty ? usualName(ending, in: world) : text
    return world.bench.runner.own.whole(name.hasSuffix("." + ending) ? name : "\(name).\(ending)")
  }

  /// Whether a name can be typed again, and shown; says so where it cannot.
  func isPlain(_ name: String, in world: inout World) -> Bool {
    if name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) { return true }
    world.notice = "A file name cannot hold control characters; give another name."
    return false
  }

  private mutating func saveExperiment(as text: String, in world: inout World) {
    guard isPlain(text, in: &world) else { return }
    let path = path(text, ExperimentFile.ending, in: world)
    let playing = playing(in: world)
    let own = world.bench.runner.own
    do throws(ExperimentError) {
      _ = try playing.prepared()
    } catch {
      world.notice = "Not saved, because it cannot be run: \(error)"
      return
    }
    let file = ExperimentFile(
      playing.settled().written(to: folder(of: path), own),
      digest: try? playing.ownTable()?.digest)
    world.write(file.text, to: path)
    world.notice = "Saved. It opens with: centroid play \(fileName(of: path))"
  }

  private mutating func savePicture(as text: String, in world: inout World) {
    guard isPlain(text, in: &world) else { return }
    guard let chart = chart(in: world) else {
      world.notice =
        state.view == .groups
        ? "This view is a table; choose another view for a picture."
        : "Not saved: there is no picture of this run."
      return
    }
    let path = path(text, "svg", in: world)
    world.write(chart.svg(title: "\(place): \(state.view.words)"), to: path)
    world.notice = "Saved as \(fileName(of: path))."
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
