// A run by its settings, such as the line below a verdict: `centroid run --set data=customers
// --set k=3 --show silhouette`. It prints the figure that the verdict rests on, and no other.

import Courseware
import Experiments
import Grading
import Wording

/// What the options of the command line ask of a run.
struct GivenRun {
  let run: DecidingRun?
  let trial: Trial

  /// - Parameters:
  ///   - sets: `NAME=VALUE`, one for each setting.
  ///   - noise: on how many tables of noise.
  init(
    sets: [String], show: String?, changes: [String], noise: Int?, order: String?
  ) throws(Failure) {
    let settings = try sets.map { line throws(Failure) in try Self.setting(line, "--set") }
    trial = try orFail { () throws(ExperimentError) in try Trial(settings: settings) }
    let figure = try Self.figure(show, changes, noise, order)
    run = figure.map { DecidingRun(settings: settings, figure: $0) }
  }

  private static func setting(
    _ line: String, _ option: String
  ) throws(Failure) -> Experiments.Setting {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw Failure(
        "\(option) \(line): write NAME=VALUE, such as \(option) k=3", status: Failure.usage)
    }
    return Experiments.Setting(String(parts[0]), String(parts[1]))
  }

  private static func figure(
    _ show: String?, _ changes: [String], _ noise: Int?, _ order: String?
  ) throws(Failure) -> DecidingFigure? {
    if let order { return .flow(try steps(order)) }
    if !changes.isEmpty {
      return .regrouping(
        try changes.map { line throws(Failure) in try setting(line, "--change") })
    }
    let figure = show.map(DecidingFigure.init(shown:))
    if case .some(.none) = figure { throw unknown(show ?? "") }
    guard let noise else { return figure ?? nil }
    guard case .measure(let measure)?? = figure, (1...1000).contains(noise) else {
      throw Failure(
        "--noise takes a number of tables from 1 to 1000, beside --show with a measure",
        status: Failure.usage)
    }
    return .noise(measure, tables: noise)
  }

  private static func steps(_ order: String) throws(Failure) -> [FlowStep] {
    try order.split(separator: ",").map { name throws(Failure) in
      guard let step = FlowStep(rawValue: String(name)) else {
        throw Failure(
          "--order: there is no step \(name); there are: "
            + FlowStep.allCases.map(\.rawValue).joined(separator: ", "), status: Failure.usage)
      }
      return step
    }
  }

  private static func unknown(_ figure: String) -> Failure {
    let names = Measure.allCases.map(\.rawValue)
    let near = nearestName(to: figure, among: names).map { "did you mean \($0)?" }
    return Failure(
      "--show: there is no figure \(figure); "
        + (near ?? "there are: \(names.joined(separator: ", ")), share.COLUMN"),
      status: Failure.usage)
  }
}

/// A figure that was run again.
struct FigureReport: Encodable {
  struct Step: Encodable {
    let step: String
    let state: String
    let sentence: String
  }

  let figure: String
  let value: String
  /// Left out where no bound was asked.
  let holds: Bool?
  /// Left out where no pipeline was run.
  let steps: [Step]?

  init(_ outcome: DecidingRun.Outcome) {
    figure = outcome.name
    value = outcome.value
    holds = outcome.holds
    steps =
      outcome.steps.isEmpty
      ? nil
      : outcome.steps.map {
        Step(step: $0.step.rawValue, state: "\($0.state)", sentence: $0.sentence)
      }
  }

  func tell() {
    for (index, step) in (steps ?? []).enumerated() {
      Output.wrapped("\(index + 1) \(step.step): \(step.state): \(step.sentence)")
    }
    Output.line("\(figure): \(value)")
    if let holds { Output.line(holds ? "the bound holds" : "the bound does not hold") }
  }
}

extension Runner {
  /// Runs on files of the course, and on those in the folder where one is.
  static func replaying(_ course: CourseOption) -> Runner {
    let files = (try? CourseFolder.find(named: course.folder))?.files
    let runner = files.map { Runner.reading($0) } ?? Runner(own: .here, threads: Platform.threads)
    return Runner(
      read: { runner.read($0) ?? (try? Input.bytes(of: $0)) }, own: .here,
      budget: runner.budget, threads: runner.threads, clock: runner.clock)
  }
}
