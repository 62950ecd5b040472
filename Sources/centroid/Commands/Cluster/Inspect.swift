import ArgumentParser
import Clustering

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks at a table before it is clustered: into how many groups, if any?",
    discussion: """
      Hopkins' statistic says whether there are groups at all (0.5: evenly spread). For each \
      number of clusters k-means is run and its figures told side by side; the elbow may answer \
      none. The k-distances help to choose --eps for DBSCAN.

      EXAMPLES
        centroid inspect --data shop.csv --scale standard
        centroid inspect --data moons.npy --up-to 6 --min-samples 10 --json
      """)

  @OptionGroup(title: "Table")
  var source: TableOptions

  @Option(name: .customLong("up-to"), help: "The most clusters that are tried.")
  var largestK = 8

  @Option(help: "How many points, itself included, would make a core point.")
  var minSamples = 5

  @Option(help: "With more rows than this, figures that see all pairs use as many, drawn.")
  var sample = 2000

  @Option(help: "The seed of all that is drawn.")
  var seed: UInt64 = 0

  @OptionGroup var work: ThreadsOption

  @Flag(help: "The result as JSON.")
  var json = false

  func validate() throws {
    guard (2...100).contains(largestK) else {
      throw ValidationError("--up-to takes a number from 2 to 100.")
    }
    guard (1...1_000_000).contains(minSamples) else {
      throw ValidationError("--min-samples takes a number from 1 to a million.")
    }
    guard (2...1_000_000).contains(sample) else {
      throw ValidationError("--sample takes a number from 2 to a million.")
    }
  }

  func run() throws {
    let table = try source.read(threads: work.threads)
    let report = try refusing { () throws(ClusteringError) in
      try ProgressLine.during("inspect") { goOn throws(ClusteringError) in
        try InspectReport(self, table, while: goOn)
      }
    }
    if json { try Output.json(report) } else { report.tell() }
  }
}
