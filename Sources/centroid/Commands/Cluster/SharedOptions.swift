// Parameters that several methods have.

import ArgumentParser
import Clustering

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

  @Option(help: .of(.restarts, "how many starts are tried; 10 if not given, of a mixture 1."))
  var restarts: Int?

  @Option(
    help: .of(
      .maxIterations, "the most rounds of one start; 300 if not given, of a mixture 100."))
  var maxIterations: Int?

  @Option(
    help: .of(
      .tolerance,
      """
      when to stop. k-means: when the centers move by no more than this share of the variance, \
      0 if not given. A mixture: when the mean log-likelihood changes by less, 0.001.
      """))
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
