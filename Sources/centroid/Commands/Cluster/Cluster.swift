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

  @Option(name: .customLong("repeat"), help: "How often the fit is run and timed.")
  var repetitions = 1

  @Option(
    help: ArgumentHelp(
      "Figures of the result: \(listed(InternalScore.names, "or")), several with commas.",
      valueName: "names"))
  var score = Scores<InternalScore>(list: [])

  @Option(
    help: ArgumentHelp(
      "Writes the cluster of each row here; -1 is noise.", valueName: "out.csv|out.npy"),
    completion: .file(extensions: ["csv", "npy"]))
  var labels: String?

  @Flag(help: "The result as JSON.")
  var json = false

  func validate() throws {
    guard (1...10_000).contains(repetitions) else {
      throw ValidationError("--repeat takes a number from 1 to 10000.")
    }
  }

  func run() throws {
    if let labels {
      let sources = [source.data, method.shared.start].compactMap { $0 }
      try LabelFile.check(labels, apartFrom: sources)
    }
    let table = try source.read(threads: method.threads)
    let run = ClusterRun(options: method, table: table, repetitions: repetitions)
    var report = try run.report()
    let (labels, threads) = (report.labels, method.threads)
    report.scores = try score.list.map { score in
      try ScoreReport(score.rawValue, repetitions: 1) { () throws(ClusteringError) in
        try score.value(table.points, labels, threads: threads)
      }
    }
    if let path = self.labels { try LabelFile.write(labels, to: path) }
    if json { try Output.json(report) } else { report.tell() }
  }
}
