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
      with, or gives other groups now, that is said.

      EXAMPLES
        centroid run customers.experiment
        centroid run customers.experiment --json
        centroid run customers.experiment --labels groups.csv
      """)

  @Argument(
    help: ArgumentHelp("The file of the run.", valueName: "file"),
    completion: .file(extensions: [ExperimentFile.ending]))
  var file: String

  @Flag(help: "The figures as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("Write each row and its group to a .csv file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var labels: String?

  func run() throws {
    let saved = try SavedRun(file)
    try checkLabels(apartFrom: [file] + [saved.trial.path].compactMap(\.self))
    let replay = try orFail { () throws(ExperimentError) in
      let runner = Runner(own: .here, budget: .playground, threads: Platform.threads)
      return try ProgressLine.during(run: "run") { observe throws(ExperimentError) in
        try runner.replay(saved.trial, observe: observe)
      }
    }
    if let labels { try LabelFile.write(Array(replay.groupList(groupName).utf8), to: labels) }
    let report = RunReport(saved, replay)
    if json { try Output.json(report) } else { report.tell() }
  }

  private func checkLabels(apartFrom sources: [String]) throws(Failure) {
    guard let labels else { return }
    try LabelFile.check(labels, apartFrom: sources)
    guard labels.lowercased().hasSuffix(".npy") else { return }
    throw Failure(
      "--labels \(labels): names of groups are text; give a name that ends in .csv",
      status: Failure.usage)
  }
}

/// A saved run, with the path of its data made whole.
struct SavedRun {
  let trial: Trial
  let digest: DataDigest?
  let result: RunDigest?

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
    result = saved.result
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
  /// Nil where the groups that were saved are not known.
  let sameGroups: Bool?
  let groups: [Group]
  let noise: Int
  let figures: [String: Double]
  let undefined: [String: String]
  let advice: [String]
  /// Those first that tell the groups apart most.
  private let columns: [String]
  private let method: String
  private let selected: [String]
  private let remarks: [String]

  enum CodingKeys: String, CodingKey {
    case settings, rows, groups, noise, figures, undefined, advice
    case rowsLeftOut = "rows_left_out"
    case cellsFilled = "cells_filled"
    case dataChanged = "data_changed"
    case sameGroups = "same_groups"
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
    sameGroups = saved.result.map { $0 == RunDigest(of: trace) }
    selected = trace.selected.columns
    let contrasts = trace.contrasts
    columns = contrasts.isEmpty ? selected : contrasts.map(\.column)
    method = saved.trial.experiment.method.words
    groups = trace.profile.map { [selected] group in
      Group(
        name: groupName(group.group), rows: group.count,
        means: Dictionary(zip(selected, group.means)) { $1 })
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
  private static let mostMeans = 8

  func tell() {
    if dataChanged == true {
      Output.wrapped("The data file has changed since this run was saved: figures may differ.")
    }
    let data = settings["data"].map(fileName) ?? ""
    Output.line("data: \(TextWidth.sanitised(data)), \(counted(rows, "row"))")
    remarks.forEach(Output.wrapped)
    tellHow()
    if let sameGroups {
      Output.wrapped(
        sameGroups
          ? "The groups are the same as when this run was saved."
          : "The groups differ from those when this run was saved.")
    }
    Output.line("groups: \(groups.count)")
    for group in groups.prefix(Self.mostGroups) {
      let means = columns.prefix(Self.mostMeans).compactMap { column in
        group.means[column].map { "\(column) \(brief($0))" }
      }
      Output.wrapped(
        "group \(group.name): \(counted(group.rows, "row")); means: "
          + means.joined(separator: ", "))
    }
    let rest = columns.count - Self.mostMeans
    if rest > 0, !groups.isEmpty {
      Output.wrapped(
        "These columns tell the groups apart most; --json has the means of the "
          + "\(counted(rest, "other column")) too.")
    }
    if groups.count > Self.mostGroups {
      Output.line("and \(counted(groups.count - Self.mostGroups, "more group"))")
    }
    Output.line("noise: \(counted(noise, "row"))")
    for name in figures.keys.sorted() {
      let leavesOut = noise > 0 && Self.scores.contains { name.hasPrefix($0.rawValue) }
      let tail = leavesOut ? " (without the \(counted(noise, "noise point")))" : ""
      let told = name == Measure.loudestShare.rawValue ? Self.loudest : name
      Output.line("\(told): \(significant(figures[name] ?? 0))\(tail)")
    }
    for name in undefined.keys.sorted() where name != Measure.iterations.rawValue {
      Output.wrapped("\(name): none, since \(undefined[name] ?? "")")
    }
    advice.forEach { Output.wrapped("advice: \($0)") }
  }

  private static let loudest = "largest share of one column in the distances"

  /// What was run: the method with its values, and on which columns.
  private func tellHow() {
    let seed = settings["seed"].map { ", seed \($0)" } ?? ""
    Output.wrapped("method: \(method)\(seed)")
    Output.line("scale: \(settings["scale"] ?? "none")")
    let names = selected.map(TextWidth.sanitised).joined(separator: ", ")
    Output.wrapped("columns: \(selected.count): \(names)")
  }
}
