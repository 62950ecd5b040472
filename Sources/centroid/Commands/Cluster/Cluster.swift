import ArgumentParser
import Clustering
import Experiments

struct Cluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the core on a table of yours, without any tutor.",
    discussion: """
      EXAMPLES
        centroid cluster --data shop.csv --columns spend,visits --scale standard -k 3
        centroid cluster --data moons.npy --algorithm dbscan --eps 0.2 --score silhouette --json
      """)

  @OptionGroup(title: "Table")
  var source: TableOptions

  @OptionGroup var method: MethodOptions

  @Option(
    name: .customLong("repeat"), parsing: .unconditional,
    help: "How often the fit is run and timed.")
  var repetitions = 1

  @Option(
    help: ArgumentHelp(
      "Figures of the result: \(listed(InternalScore.names, "or")), several with commas, or all.",
      valueName: "names"))
  var score: ScoreNames?

  @Option(
    help: ArgumentHelp(
      "Writes the cluster of each row here; -1 is noise.", valueName: "out.csv|out.npy"),
    completion: .file(extensions: ["csv", "npy"]))
  var labels: String?

  @Option(
    help: ArgumentHelp(
      """
      Writes the center of each cluster here, in the units of the data: the mean of its rows, or \
      its medoid. The --init of k-means, mini-batch and gaussian-mixture reads it.
      """, valueName: "out.csv"),
    completion: .file(extensions: ["csv"]))
  var centers: String?

  @Flag(help: "The result as JSON.")
  var json = false

  func validate() throws {
    guard (1...10_000).contains(repetitions) else {
      throw ValidationError("--repeat takes a number from 1 to 10000.")
    }
    try score?.check(among: InternalScore.names, elsewhere: ExternalScore.names)
    if let centers, DataFileFormat(path: centers) != .csv {
      throw ValidationError("--centers writes a .csv file, such as --centers centers.csv.")
    }
  }

  func run() throws {
    try checkTargets()
    let table = try source.read(threads: method.threads)
    let run = ClusterRun(options: method, table: table, repetitions: repetitions)
    let scores = score?.chosen(InternalScore.self) ?? []
    let forecasts = scores.map { $0.forecast(table.points, threads: method.threads) }
    for warning in ([run.forecast] + forecasts).compactMap({ $0 }) { Output.diagnostic(warning) }
    var report = try run.report()
    let (found, threads) = (report.labels, method.threads)
    report.scores = try scores.map { score in
      try ScoreReport(score.rawValue, repetitions: 1) { () throws(ClusteringError) in
        try score.value(table.points, found, threads: threads)
      }
    }
    // A file that cannot be written takes no report with it.
    let written = Result { () throws(Failure) in try write(report, columns: table.columns) }
    if json { try Output.json(report) } else { report.tell() }
    try written.get()
  }

  private func write(_ report: ClusterReport, columns: [String]) throws(Failure) {
    if let labels { try LabelFile.write(report.labels, to: labels) }
    guard let centers else { return }
    if report.clusters.isEmpty {
      Output.diagnostic("no cluster was found, so \(centers) is not written")
    } else {
      try CenterFile.write(report.clusters, columns: columns, to: centers)
    }
  }

  /// Before a long run: what it writes has a place, and takes that of nothing that is read.
  private func checkTargets() throws(Failure) {
    let sources = [source.data, method.shared.start].compactMap { $0 }
    if let labels { try LabelFile.check(labels, apartFrom: sources) }
    if let centers {
      let others = sources + [labels].compactMap { $0 }
      try LabelFile.check(centers, apartFrom: others, option: "--centers")
    }
  }
}
