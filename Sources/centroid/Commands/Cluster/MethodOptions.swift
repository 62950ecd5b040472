// The method and its parameters. What is left out is nil here, so that an option of another
// method is noticed; the methods' own files in Methods/ know what stands in for it.

import ArgumentParser

struct MethodOptions: ParsableArguments {
  @OptionGroup(title: "Method")
  var choice: MethodChoice

  @OptionGroup(title: "Parameters of several methods")
  var shared: SharedOptions

  @OptionGroup(title: "Mini-batch")
  var batches: MiniBatchOptions

  @OptionGroup(title: "Agglomerative")
  var tree: AgglomerativeOptions

  @OptionGroup(title: "OPTICS")
  var ordering: OPTICSOptions

  @OptionGroup(title: "HDBSCAN")
  var density: HDBSCANOptions

  @OptionGroup(title: "Gaussian mixture")
  var mixture: MixtureOptions

  @OptionGroup(title: "Mean shift")
  var modes: MeanShiftOptions

  @OptionGroup(title: "Spectral")
  var graph: SpectralOptions

  var algorithm: Algorithm { choice.algorithm }
  var seed: UInt64 { choice.seed }
  var threads: Int { choice.work.threads }

  func validate() throws {
    if let stranger = given.first(where: { !$0.methods.contains(algorithm) }) {
      let owners = stranger.methods.map(\.rawValue)
      throw ValidationError(
        "\(stranger.rawValue) does not belong to \(algorithm.rawValue); "
          + "\(listed(owners, "and")) \(owners.count == 1 ? "takes" : "take") it.")
    }
    if let missing { throw ValidationError(missing) }
  }

  /// The options of some methods that stand on the command line.
  private var given: [Setting] {
    shared.given + batches.given + tree.given + ordering.given + density.given + mixture.given
      + modes.given + graph.given
  }

  /// What the method cannot do without, or can have only one of, with an example.
  private var missing: String? {
    switch algorithm {
    case .agglomerative where (shared.k == nil) == (tree.height == nil):
      "agglomerative cuts its tree at a number of clusters or at a height: -k 3 or --height 2.5."
    case .dbscan where shared.eps == nil:
      "dbscan needs --eps: how far neighbors may be, such as --eps 0.5."
    case .optics where shared.eps != nil && ordering.xi != nil:
      "optics cuts its valleys at a height or by their sides: --eps 0.5 or --xi 0.05."
    case .spectral where graph.gamma != nil && graph.neighbors != nil:
      "spectral joins all pairs or the nearest: --gamma 1 or --neighbors 10."
    case _ where Setting.k.methods.contains(algorithm) && lacksClusterCount:
      "\(algorithm.rawValue) needs the number of clusters, such as -k 3."
    default:
      nil
    }
  }

  /// First centers tell their number, a height makes one.
  private var lacksClusterCount: Bool {
    shared.k == nil && shared.start == nil && tree.height == nil
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
