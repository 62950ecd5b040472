// Parameters that only one method has.

import ArgumentParser
import Clustering

struct MiniBatchOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many points are drawn at a time; 1024 if not given.")
  var batchSize: Int?

  @Option(
    parsing: .unconditional,
    help: "The most points drawn in all, in multiples of the table; 100 if not given.")
  var epochs: Int?

  @Option(
    parsing: .unconditional,
    help: "Stop after so many batches without gain; 0 is never, 10 if not given.")
  var patience: Int?

  func validate() throws {
    if let patience, patience < 0 {
      throw ValidationError("--patience is \(patience); it has to be 0, which is never, or more.")
    }
  }

  var given: [Setting] {
    Setting.given([
      (.batchSize, batchSize != nil), (.epochs, epochs != nil), (.patience, patience != nil),
    ])
  }
}

struct AgglomerativeOptions: ParsableArguments {
  @Option(help: "What the distance of two clusters is; ward if not given.")
  var linkage: Agglomerative.Linkage?

  @Option(parsing: .unconditional, help: "Cut the tree here instead of at -k clusters.")
  var height: Double?

  func validate() throws {
    if let height, !(height >= 0) {
      throw ValidationError("--height is \(height); it has to be 0 or more.")
    }
  }

  var given: [Setting] {
    Setting.given([(.linkage, linkage != nil), (.height, height != nil)])
  }
}

struct OPTICSOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The farthest that a point is reached from; no limit if not given.")
  var maxEps: Double?

  @Option(
    parsing: .unconditional,
    help: "How steep the sides of a cluster are, from 0 to 1; 0.05 if not given.")
  var xi: Double?

  var given: [Setting] { Setting.given([(.maxEps, maxEps != nil), (.xi, xi != nil)]) }
}

struct HDBSCANOptions: ParsableArguments {
  @Option(help: "Which clusters of the tree are taken; excess-of-mass if not given.")
  var selection: HDBSCAN.Selection?

  var given: [Setting] { Setting.given([(.selection, selection != nil)]) }
}

struct MixtureOptions: ParsableArguments {
  @Option(help: "How the covariances of the components are bound; full if not given.")
  var covariance: GaussianMixture.Covariance?

  @Option(parsing: .unconditional, help: "Added to every variance; 1e-6 if not given.")
  var regularization: Double?

  var given: [Setting] {
    Setting.given([(.covariance, covariance != nil), (.regularization, regularization != nil)])
  }
}

struct MeanShiftOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How far points are near; estimated from the points if not given.")
  var bandwidth: Double?

  @Flag(help: "Start from a grid one bandwidth wide instead of from every point.")
  var binned = false

  var given: [Setting] { Setting.given([(.bandwidth, bandwidth != nil), (.binned, binned)]) }
}

struct SpectralOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Join all pairs, with the weight exp(-gamma · distance²).")
  var gamma: Double?

  @Option(
    parsing: .unconditional,
    help: "Join each point with so many nearest, itself among them; 10 if not given.")
  var neighbors: Int?

  var given: [Setting] {
    Setting.given([(.gamma, gamma != nil), (.neighbors, neighbors != nil)])
  }
}
