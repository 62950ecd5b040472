// The method and its parameters. What is left out is nil here, so that an option of another
// method is noticed; the methods' own files in Methods/ know what stands in for it.

import ArgumentParser
import Wording

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
    if let problem = missing ?? contradiction { throw ValidationError(problem) }
  }

  /// The options of some methods that stand on the command line.
  private var given: [Setting] {
    shared.given + batches.given + tree.given + ordering.given + density.given + mixture.given
      + modes.given + graph.given
  }

  /// What the method cannot do without, with an example.
  private var missing: String? {
    switch algorithm {
    case .agglomerative where shared.k == nil && tree.height == nil:
      cutOfTree
    case .dbscan where shared.eps == nil:
      "dbscan needs --eps: how far neighbors may be, such as --eps 0.5."
    case _ where Setting.k.methods.contains(algorithm) && lacksClusterCount:
      "\(algorithm.rawValue) needs the number of clusters, such as -k 3."
    default:
      nil
    }
  }

  /// What the method can have only one of.
  private var contradiction: String? {
    switch algorithm {
    case .agglomerative where shared.k != nil && tree.height != nil:
      cutOfTree
    case .optics where shared.eps != nil && ordering.xi != nil:
      "optics cuts its valleys at a height or by their sides: --eps 0.5 or --xi 0.05."
    case .optics where (shared.eps ?? 0) > (ordering.maxEps ?? .infinity):
      "--eps is \(exact(shared.eps ?? 0)); "
        + "it has to be at most --max-eps, which is \(exact(ordering.maxEps ?? 0))."
    case .spectral where graph.gamma != nil && graph.neighbors != nil:
      "spectral joins all pairs or the nearest: --gamma 1 or --neighbors 10."
    case _ where shared.start != nil && shared.restarts != nil:
      "--init is one start and --restarts draws several; give one of them."
    default:
      nil
    }
  }

  private var cutOfTree: String {
    "agglomerative cuts its tree at a number of clusters or at a height: -k 3 or --height 2.5."
  }

  /// First centers tell their number, a height makes one.
  private var lacksClusterCount: Bool {
    shared.k == nil && shared.start == nil && tree.height == nil
  }
}

struct MethodChoice: ParsableArguments {
  @Option(help: "How the points are clustered.")
  var algorithm = Algorithm.kMeans

  @Option(
    parsing: .unconditional, help: "The seed of all that is drawn; 0 if not given.",
    transform: seedNumber)
  var seed: UInt64 = 0

  @OptionGroup var work: ThreadsOption
}

struct ThreadsOption: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "How many threads share the work. The result is the same.")
  var threads = 1

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }
}

/// A seed as it is typed.
func seedNumber(_ text: String) throws -> UInt64 {
  guard let seed = UInt64(text) else { throw ValidationError("a seed is a whole number from 0") }
  return seed
}
