import ArgumentParser
import Clustering
import Experiments

struct Cluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the core on a table of yours, without any tutor.",
    discussion: """
      EXAMPLES
        centroid cluster --data shop.csv --columns spend,visits --scale standard -k 3
        centroid cluster --data moons.npy --algorithm dbscan --eps 0.2 --min-samples 5 --json
      """)

  enum Algorithm: String, ExpressibleByArgument, CaseIterable {
    case kMeans = "k-means"
    case dbscan, agglomerative
  }

  @Option(
    help: "The table: a .csv or .npy file, one row a point.",
    completion: .file(extensions: ["csv", "npy"]))
  var data: String

  @Option(help: "The columns that take part, by name: spend,visits. All if not given.")
  var columns: String?

  @Option(help: "none, standard, min-max or robust.")
  var scale = Scaling.none

  @Option(help: "k-means, dbscan or agglomerative.")
  var algorithm = Algorithm.kMeans

  @Option(name: .short, help: "The number of clusters.")
  var k: Int?

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp(
      "k-means: the first centers, a .csv or .npy file in the units and columns of the data.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "npy"]))
  var start: String?

  @Option(help: "k-means: the seed of the starts.")
  var seed: UInt64 = 0

  @Option(help: "k-means: how many starts are tried.")
  var restarts = 10

  @Option(help: "k-means: the most rounds of one start.")
  var maxIterations = 300

  @Option(help: "k-means: stop when the centers move by no more than this share of the variance.")
  var tolerance = 0.0

  @Option(help: "dbscan: how far neighbors may be.")
  var eps: Double?

  @Option(help: "dbscan: how many points, itself included, make a core point.")
  var minSamples = 5

  @Option(help: "agglomerative: single, complete, average or ward.")
  var linkage = Agglomerative.Linkage.ward

  @Option(help: "k-means: how many threads share the work. The result is the same.")
  var threads = 1

  @Option(name: .customLong("repeat"), help: "How often the fit is run and timed.")
  var repetitions = 1

  @Option(
    help: ArgumentHelp("Writes the cluster of each row here; -1 is noise.", valueName: "out.csv"),
    completion: .file(extensions: ["csv"]))
  var labels: String?

  @Flag(help: "The result as JSON.")
  var json = false

  func validate() throws {
    guard (1...10_000).contains(repetitions) else {
      throw ValidationError("--repeat takes a number from 1 to 10000.")
    }
    if algorithm == .dbscan, eps == nil {
      throw ValidationError("dbscan needs --eps: how far neighbors may be, such as --eps 0.5.")
    }
    if algorithm != .dbscan, k == nil, start == nil {
      throw ValidationError("\(algorithm.rawValue) needs the number of clusters, such as -k 3.")
    }
  }

  func run() throws {
    let table = try ClusterTable(data, columns: columns, scale: scale)
    for note in table.notes { Output.diagnostic(note) }
    let report = try ClusterRun(self, table).report()
    if let labels { try report.writeLabels(to: labels) }
    if json { try Output.json(report) } else { report.tell() }
  }
}
