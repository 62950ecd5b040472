import ArgumentParser
import Clustering

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks at a table before it is clustered: into how many groups, if any?",
    usage: "centroid inspect [<options>] --data <data>",
    discussion: """
      Hopkins' statistic says whether there are groups at all (0.5: evenly spread). The \
      distances to a near point help to choose --eps for dbscan. For each number of clusters \
      k-means is run, and its figures are told side by side:

        inertia     squared distances to the centers; it always falls with k. The
                    elbow is where it stops falling fast; none is no evidence
                    against groups.
        silhouette  how much nearer the own cluster is than the next; at most 1.
        gap, ±      how much tighter the clusters are than those of evenly spread
                    points, as a logarithm, and its error. The answer is the
                    least k whose gap is not below the next gap less its error;
                    1 is no groups.
        stability   how alike the clusters of two samples are: 1 is equal, 0
                    chance.

      EXAMPLES
        centroid inspect --data shop.csv --scale standard
        centroid inspect --data moons.npy --up-to 6 --min-samples 10 --json
      """)

  @OptionGroup(title: "Table")
  var source: TableOptions

  @Option(
    name: .customLong("up-to"), parsing: .unconditional, help: "The most clusters that are tried.")
  var largestK = 8

  @Option(
    parsing: .unconditional, help: "How many points, itself included, would make a core point.")
  var minSamples = 5

  @Option(
    parsing: .unconditional,
    help: "With more rows than this, figures that see all pairs use as many, drawn.")
  var sample = 2000

  @Option(
    parsing: .unconditional, help: "The seed of all that is drawn; 0 if not given.",
    transform: seedNumber)
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
