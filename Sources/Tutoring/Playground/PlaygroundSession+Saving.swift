// What the playground writes: the run, its picture, and which row is in which group.

import Charts
import Experiments

extension PlaygroundSession {
  /// "shop.experiment": the data's name, in the folder that the program was started in.
  /// Where that is there already, the first free one of "shop-2.experiment" and so on.
  func usualName(_ ending: String, in world: World) -> String {
    let name = state.trial.path.map(fileName) ?? state.trial.experiment.settings[0].value
    let data = name.split(separator: ".").first.map(String.init) ?? name
    let stem =
      switch ending {
      case "svg": "\(data)-\(state.view.rawValue)"
      case Self.groupsEnding: "\(data)-groups"
      default: data
      }
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

  mutating func saveExperiment(as text: String, in world: inout World) {
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
    // The groups are kept where they are known; a save waits for no run.
    let trace = try? Playing(trial: playing.trial, bench: world.glanced.bench).trace()
    let file = ExperimentFile(
      playing.settled().written(to: folder(of: path), own), digest: try? playing.ownTable()?.digest,
      result: trace.map(RunDigest.init))
    world.write(file.text, to: path)
    world.notice = "Saved. It opens with: centroid play \(fileName(of: path))"
  }

  mutating func savePicture(as text: String, in world: inout World) {
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

  static let groupsEnding = "csv"

  /// Every row with its group.
  mutating func saveGroups(as text: String, in world: inout World) {
    guard isPlain(text, in: &world) else { return }
    let path = path(text, Self.groupsEnding, in: world)
    let playing = playing(in: world)
    do throws(ExperimentError) {
      let list = GroupList.csv(
        of: try playing.trace(), try playing.decided(), own: try playing.ownTable(),
        name: groupName)
      world.write(list, to: path)
      world.notice = "Saved: each row and its group, as \(fileName(of: path))."
    } catch {
      world.notice = "Not saved, because there are no groups: \(error)"
    }
  }
}
