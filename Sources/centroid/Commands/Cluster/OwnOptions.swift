// Parameters that only one method has.

import ArgumentParser
import Clustering

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

struct MixtureOptions: ParsableArguments {
  @Option(help: "How the covariances of the components are bound; full if not given.")
  var covariance: GaussianMixture.Covariance?

  @Option(help: "Added to every variance; 1e-6 if not given.")
  var regularization: Double?

  var given: [Setting] {
    Setting.given([(.covariance, covariance != nil), (.regularization, regularization != nil)])
  }
}
