import ArgumentParser
import Experiments
import Tutoring

struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The playground: any data, every parameter, and what becomes of it.",
    discussion: """
      On a table of your own you choose the columns, and decide what becomes of cells without a \
      number. A run can be saved, opened again, and replayed with `centroid run`.

      EXAMPLES
        centroid play                     built-in data
        centroid play customers.csv       a table of yours
        centroid play customers.experiment   a run that was saved
      """)

  @Argument(
    help: ArgumentHelp(
      "A .csv or .npy file, or a saved run; built-in data if not given.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "npy", ExperimentFile.ending]))
  var file: String?

  @OptionGroup var options: TutorOptions

  func run() throws {
    let path = try file.map(Self.checked)
    try options.open { course, _ in
      if let path, !options.hasScreen { try Self.checkTable(path, on: course.bench) }
      return .playground(file: path)
    }
  }

  /// The whole path of a file that can be opened; a saved run is read once before.
  private static func checked(_ file: String) throws(Failure) -> String {
    guard file != "-" else {
      throw Failure(
        "the playground reads what you type, so the table has to be a file", status: Failure.usage)
    }
    guard Input.exists(file) else {
      throw Failure("\(file): there is no such file; check the path")
    }
    guard FileKind(file) != .folder else { throw Failure("\(file): is a folder; give a file") }
    try Input.checkNotFlowing(file)
    if file.hasSuffix("." + ExperimentFile.ending) { _ = try SavedRun(file) }
    return OwnFiles.here.whole(file)
  }

  /// In plain lines nobody may be there to choose other data: a table that cannot be used ends
  /// the program with its mistakes. The bench keeps the table for the playground.
  private static func checkTable(_ path: String, on bench: Bench) throws(Failure) {
    let trial =
      path.hasSuffix("." + ExperimentFile.ending)
      ? try SavedRun(path).trial : Trial(Experiment(data: .file(path)))
    guard let data = trial.path else { return }
    try orFail { () throws(ExperimentError) in
      guard let table = try bench.ownTable(data) else { return }
      guard !table.columns.contains(where: \.isUsable) else { return }
      _ = try table.deciding(trial.missing, features: [])
    }
  }
}
