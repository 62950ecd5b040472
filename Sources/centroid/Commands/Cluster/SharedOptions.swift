// Parameters that several methods have.
//
// What follows the name of a number is always taken for it, so that `--eps -1` is told what an
// eps has to be and not that it is missing.

import ArgumentParser
import Clustering

struct SharedOptions: ParsableArguments {
  @Option(
    name: [.customShort("k", allowingJoined: true), .customLong("k")], parsing: .unconditional,
    help: .of(.k, "the number of clusters."))
  var k: Int?

  @Option(
    name: .customLong("init"),
    help: .of(
      .start,
      """
      where to begin: a .csv or .npy file of centers in the units and columns of the data; for \
      k-medoids, of rows, which count from 0.
      """, value: "file"),
    completion: .file(extensions: ["csv", "npy"]))
  var start: String?

  @Option(
    parsing: .unconditional,
    help: .of(
      .restarts,
      "how many starts are tried; if not given k-means and spectral 10, mini-batch 3, others 1."))
  var restarts: Int?

  @Option(
    parsing: .unconditional,
    help: .of(
      .maxIterations,
      "the most rounds of one start; if not given k-medoids, mixtures and spectral 100, others 300."
    ))
  var maxIterations: Int?

  @Option(
    parsing: .unconditional,
    help: .of(
      .tolerance,
      """
      when to stop. k-means, bisecting: when the centers move by no more than this share of the \
      variance; if not given 0 and 0.0001. A mixture: when the mean log-likelihood changes by \
      less; 0.001.
      """))
  var tolerance: Double?

  @Option(
    help: .of(
      .distance, "how far two points are; euclidean if not given, minkowski of any order."))
  var distance: Distance?

  @Option(
    parsing: .unconditional,
    help: .of(
      .minSamples,
      """
      how many points make a core point. dbscan and optics count the point itself, and take 5 \
      if not given; hdbscan counts the others, and takes --min-cluster-size.
      """))
  var minSamples: Int?

  @Option(
    parsing: .unconditional,
    help: .of(.eps, "how far neighbors may be; optics takes it as the height of a cut."))
  var eps: Double?

  @Option(
    parsing: .unconditional,
    help: .of(
      .minClusterSize,
      "the least points of a cluster; if not given hdbscan 5, optics --min-samples."))
  var minClusterSize: Int?

  var given: [Setting] {
    Setting.given([
      (.k, k != nil), (.start, start != nil), (.restarts, restarts != nil),
      (.maxIterations, maxIterations != nil), (.tolerance, tolerance != nil),
      (.distance, distance != nil), (.minSamples, minSamples != nil), (.eps, eps != nil),
      (.minClusterSize, minClusterSize != nil),
    ])
  }
}
