// Replays a run that was saved in the playground, and prints what it gives.

import ArgumentParser
import Charts
import Experiments
import Screen
import Wording

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replays a run that was saved in the playground.",
    discussion: """
      Prints the figures one a line. Where the data file is not the one that the run was saved \
      with, that is said.

      EXAMPLES
        centroid run customers.experiment
        centroid run customers.experiment --json
      """)

  @Argument(
    help: ArgumentHelp("The file of the run.", valueName: "file"),
    completion: .file(extensions: [ExperimentFile.ending]))
  var file: String

  @Flag(help: "The figures as JSON.")
  var json = false

  func run() throws {
    let saved = try SavedRun(file)
    let replay = try orFail { () throws(ExperimentError) in
      let runner = Runner(own: .here, budget: .playground, threads: Platform.threads)
      return try ProgressLine.during(run: "run") { observe throws(ExperimentError) in
        try runner.replay(saved.trial, observe: observe)
      }
    }
    let report = RunReport(saved, replay)
    if json { try Output.json(report) } else { report.tell() }
  }
}

/// A saved run, with the path of its data made whole.
struct SavedRun {
  let trial: Trial
  let digest: DataDigest?

  init(_ file: String) throws(Failure) {
    let isTable = ["csv", "tsv", "npy"].contains { file.lowercased().hasSuffix("." + $0) }
    if isTable {
      throw Failure(
        "\(TextWidth.sanitised(file)): this is a table and no saved run; "
          + "open it with: centroid play \(TextWidth.sanitised(file))")
    }
    let bytes = try Input.bytes(of: file)
    let saved = try orFail { () throws(ExperimentFile.Unreadable) in
      try ExperimentFile(bytes: bytes, path: file)
    }
    let own = OwnFiles.here
    trial = saved.trial.reading(from: folder(of: own.whole(file)), own)
    digest = saved.digest
  }
}

/// What a replay gives, for people and for programs.
struct RunReport: Encodable {
  struct Group: Encodable {
    let name: String
    let rows: Int
    let means: [String: Double]
  }

  let settings: [String: String]
  let rows: Int
  let rowsLeftOut: Int
  let cellsFilled: Int
  /// Nil where nothing is known of the data that the run was saved with.
  let dataChanged: Bool?
  let groups: [Group]
  let noise: Int
  let figures: [String: Double]
  let undefined: [String: String]
  let advice: [String]
  private let columns: [String]
  private let remarks: [String]

  enum CodingKeys: String, CodingKey {
    case settings, rows, groups, noise, figures, undefined, advice
    case rowsLeftOut = "rows_left_out"
    case cellsFilled = "cells_filled"
    case dataChanged = "data_changed"
  }

  init(_ saved: SavedRun, _ replay: Replay) {
    let trace = replay.trace
    settings = Dictionary(saved.trial.settings.map { ($0.name, $0.value) }) { $1 }
    rows = trace.labels.count
    rowsLeftOut = replay.decided.rowsLeftOut
    cellsFilled = replay.decided.cellsFilled
    let question = replay.decided.question.map { "\($0.fact); \($0.untilThen)." }
    remarks = replay.decided.sentences + [question].compactMap(\.self)
    dataChanged = saved.digest.flatMap { old in replay.digest.map { $0 != old } }
    columns = trace.selected.columns
    groups = trace.profile.map { [columns] group in
      Group(
        name: groupName(group.group), rows: group.count,
        means: Dictionary(zip(columns, group.means)) { $1 })
    }
    noise = trace.labels.count { $0 < 0 }
    advice = trace.advice
    var (figures, undefined): ([String: Double], [String: String]) = ([:], [:])
    for (name, outcome) in Self.outcomes(of: trace) {
      switch outcome {
      case .value(let value): figures[name] = value
      case .undefined(let reason): undefined[name] = reason
      }
    }
    (self.figures, self.undefined) = (figures, undefined)
  }

  private static func outcomes(of trace: Trace) -> [(String, Outcome<Double>)] {
    let own: [Measure] = trace.experiment.method.minimizesInertia ? [.inertia] : []
    let measures: [Measure] =
      own + [
        .daviesBouldin, .calinskiHarabasz, .agreement, .iterations, .loudestShare,
      ]
    var outcomes = measures.map { measure -> (String, Outcome<Double>) in
      switch trace.outcome(of: measure) {
      case .value(let value): (measure.rawValue, .value(value))
      case .undefined(let reason): (measure.rawValue, .undefined(reason))
      }
    }
    switch try? trace.silhouettes() {
    case .value(let silhouettes)?:
      let name = silhouettes.sampleSize == nil ? "silhouette" : "silhouette-of-a-sample"
      outcomes.append((name, .value(silhouettes.mean)))
    case .undefined(let reason)?: outcomes.append(("silhouette", .undefined(reason)))
    case nil: break
    }
    return outcomes
  }
}

extension RunReport {
  /// More are a flood; as JSON there are all.
  private static let mostGroups = 20
  private static let scores = [Measure.silhouette, .daviesBouldin, .calinskiHarabasz]

  /// One fact a line.
  func tell() {
    if dataChanged == true {
      Output.wrapped("The data file has changed since this run was saved: figures may differ.")
    }
    let data = settings["data"].map(fileName) ?? ""
    Output.line("data: \(TextWidth.sanitised(data)), \(counted(rows, "row"))")
    remarks.forEach(Output.wrapped)
    Output.line("groups: \(groups.count)")
    for group in groups.prefix(Self.mostGroups) {
      let means = columns.prefix(8).compactMap { column in
        group.means[column].map { "\(column) \(brief($0))" }
      }
      Output.wrapped(
        "group \(group.name): \(counted(group.rows, "row")); means: "
          + means.joined(separator: ", "))
    }
    if groups.count > Self.mostGroups {
      Output.line("and \(counted(groups.count - Self.mostGroups, "more group"))")
    }
    Output.line("noise: \(counted(noise, "row"))")
    for name in figures.keys.sorted() {
      let leavesOut = noise > 0 && Self.scores.contains { name.hasPrefix($0.rawValue) }
      let tail = leavesOut ? " (without the \(counted(noise, "noise point")))" : ""
      Output.line("\(name): \(significant(figures[name] ?? 0))\(tail)")
    }
    for name in undefined.keys.sorted() where name != Measure.iterations.rawValue {
      Output.wrapped("\(name): none, since \(undefined[name] ?? "")")
    }
    advice.forEach { Output.wrapped("advice: \($0)") }
  }
}
