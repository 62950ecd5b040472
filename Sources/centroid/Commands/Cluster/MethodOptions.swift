// The method and its parameters. What is left out is nil here, so that an option of another
// method is noticed; the methods' own files know what stands in for it.

import ArgumentParser
import Clustering

struct MethodOptions: ParsableArguments {
  @OptionGroup(title: "Method")
  var choice: MethodChoice

  @OptionGroup(title: "Parameters of several methods")
  var shared: SharedOptions

  @OptionGroup(title: "Agglomerative")
  var tree: AgglomerativeOptions

  @OptionGroup(title: "HDBSCAN")
  var density: HDBSCANOptions

  var algorithm: Algorithm { choice.algorithm }
  var seed: UInt64 { choice.seed }
  var threads: Int { choice.work.threads }

  func validate() throws {
    if let stranger = given.first(where: { !$0.methods.contains(algorithm) }) {
      let owners = stranger.methods
      throw ValidationError(
        "\(stranger.rawValue) does not belong to \(algorithm.rawValue); "
          + "\(listed(owners.map(\.rawValue), "and")) \(owners.count == 1 ? "takes" : "take") it.")
    }
    if let missing { throw ValidationError(missing) }
  }

  /// The options of some methods that stand on the command line.
  private var given: [Setting] { shared.given + tree.given + density.given }

  /// What the method cannot do without, with an example.
  private var missing: String? {
    switch algorithm {
    case .kMeans where shared.k == nil && shared.start == nil:
      "\(algorithm.rawValue) needs the number of clusters, such as -k 3."
    case .agglomerative where (shared.k == nil) == (tree.height == nil):
      "agglomerative cuts its tree at a number of clusters or at a height: -k 3 or --height 2.5."
    case .dbscan where shared.eps == nil:
      "dbscan needs --eps: how far neighbors may be, such as --eps 0.5."
    case .kMeans, .agglomerative, .dbscan, .hdbscan:
      nil
    }
  }
}

struct MethodChoice: ParsableArguments {
  @Option(help: "How the points are clustered.")
  var algorithm = Algorithm.kMeans

  @Option(help: "The seed of all that is drawn.")
  var seed: UInt64 = 0

  @OptionGroup var work: ThreadsOption
}

struct ThreadsOption: ParsableArguments {
  @Option(help: "How many threads share the work. The result is the same.")
  var threads = 1

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }
}

struct SharedOptions: ParsableArguments {
  @Option(name: .short, help: .of(.k, "the number of clusters."))
  var k: Int?

  @Option(
    name: .customLong("init"),
    help: .of(
      .start,
      "where to begin, a .csv or .npy file of centers in the units and columns of the data.",
      value: "file"),
    completion: .file(extensions: ["csv", "npy"]))
  var start: String?

  @Option(help: .of(.restarts, "how many starts are tried; 10 if not given."))
  var restarts: Int?

  @Option(help: .of(.maxIterations, "the most rounds of one start; 300 if not given."))
  var maxIterations: Int?

  @Option(
    help: .of(
      .tolerance,
      "stop when the centers move by no more than this share of the variance; 0 if not given."))
  var tolerance: Double?

  @Option(help: .of(.distance, "how far two points are; euclidean if not given."))
  var distance: Distance?

  @Option(
    help: .of(
      .minSamples,
      """
      how many points make a core point. dbscan counts the point itself, and takes 5 if not \
      given; hdbscan counts the others, and takes --min-cluster-size.
      """))
  var minSamples: Int?

  @Option(help: .of(.eps, "how far neighbors may be."))
  var eps: Double?

  var given: [Setting] {
    Setting.given([
      (.k, k != nil), (.start, start != nil), (.restarts, restarts != nil),
      (.maxIterations, maxIterations != nil), (.tolerance, tolerance != nil),
      (.distance, distance != nil), (.minSamples, minSamples != nil), (.eps, eps != nil),
    ])
  }
}

struct AgglomerativeOptions: ParsableArguments {
  @Option(help: "What the distance of two clusters is; ward if not given.")
  var linkage: Agglomerative.Linkage?

  @Option(help: "Cut the tree here instead of at -k clusters.")
  var height: Double?

  var given: [Setting] {
    Setting.given([(.linkage, linkage != nil), (.height, height != nil)])
  }
}

struct HDBSCANOptions: ParsableArguments {
  @Option(help: "The least number of points that make a cluster; 5 if not given.")
  var minClusterSize: Int?

  @Option(help: "Which clusters of the tree are taken; excess-of-mass if not given.")
  var selection: HDBSCAN.Selection?

  var given: [Setting] {
    Setting.given([(.minClusterSize, minClusterSize != nil), (.selection, selection != nil)])
  }
}

extension Setting {
  fileprivate static func given(_ settings: [(Setting, isGiven: Bool)]) -> [Setting] {
    settings.filter(\.isGiven).map(\.0)
  }
}

/// `a, b or c`.
func listed(_ names: [String], _ word: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(word) " + last
}
