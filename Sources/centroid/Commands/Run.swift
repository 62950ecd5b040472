// Replays a run that was saved in the playground, or one that is given by its settings, and prints
// what it gives.

import ArgumentParser
import Charts
import Experiments
import Grading
import Screen
import Wording

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replays a run: one that was saved, or one given by its settings.",
    discussion: """
      Prints the figures one a line. Where the data file is not the one that the run was saved \
      with, or gives other groups now, that is said.

      Below every verdict of the tutor the key e shows the runs that decided it, each with the \
      line that runs it again: its settings, and the figure that was looked at.

      EXAMPLES
        centroid run customers.experiment
        centroid run customers.experiment --json
        centroid run customers.experiment --labels groups.csv
        centroid run --set data=customers --set k=3 --set scale=standard
        centroid run --set data=blobs --set k=3 --show silhouette
        centroid run --set data=blobs --set k=3 --show "silhouette>=0.5"
        centroid run --set data=uniform --set k=3 --show silhouette --noise 20
        centroid run --set data=customers --change multiply.spend=100
      """)

  @Argument(
    help: ArgumentHelp("The file of the run.", valueName: "file"),
    completion: .file(extensions: [ExperimentFile.ending]))
  var file: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Instead of a file: a setting; give it again for each.",
      valueName: "name=value"))
  var sets: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this figure: silhouette, share.spend, or with a bound.", valueName: "figure"))
  var show: String?

  @Option(
    name: .customLong("change"),
    help: ArgumentHelp(
      "How far the groups agree with those after this change.", valueName: "name=value"))
  var changes: [String] = []

  @Option(
    help: ArgumentHelp("With --show: the best of so many tables of noise.", valueName: "tables"))
  var noise: Int?

  @Option(
    help: ArgumentHelp(
      "Run the steps of a pipeline in this order, such as check,scale,cluster.",
      valueName: "steps"))
  var order: String?

  @Flag(help: "The figures as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("Write each row and its group to a .csv file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var labels: String?

  @OptionGroup var course: CourseOption

  func validate() throws {
    guard (file == nil) != sets.isEmpty else {
      throw ValidationError(
        sets.isEmpty
          ? "Give the file of a run, or its settings: --set data=customers --set k=3."
          : "Give the file of a run or its settings, not both.")
    }
    guard sets.isEmpty, show != nil || !changes.isEmpty || noise != nil || order != nil else {
      return
    }
    throw ValidationError("--show, --change, --noise and --order go with --set.")
  }

  func run() throws {
    guard let file else { return try runGiven() }
    let saved = try SavedRun(file)
    try replay(saved, apartFrom: [file])
  }

  /// The run of the settings: the figure that was asked for, or all of them.
  private func runGiven() throws {
    let given = try GivenRun(
      sets: sets, show: show, changes: changes, noise: noise, order: order)
    guard let run = given.run else {
      return try replay(SavedRun(given.trial), apartFrom: [])
    }
    let runner = Runner.replaying(course)
    let outcome = try orFail { () throws(GradingError) in try run.outcome(runner: runner) }
    let report = FigureReport(outcome)
    if json { try Output.json(report) } else { report.tell() }
  }

  private func replay(_ saved: SavedRun, apartFrom files: [String]) throws {
    try checkLabels(apartFrom: files + [saved.trial.path].compactMap(\.self))
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

  /// A run that was never saved.
  init(_ trial: Trial) {
    let own = OwnFiles.here
    self.trial = trial.reading(from: folder(of: own.whole("run")), own)
    digest = nil
    result = nil
  }

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
