// Counts that nobody means are refused at the door; no product of them is formed before.

import Clustering
import Testing

@Suite struct HugeParameterTests {
  private static let fits: [@Sendable (Points) throws -> Void] = [
    { _ = try KMeans(k: 2, restarts: .max).fit($0) },
    { _ = try KMeans(k: 2, maxIterations: .max).fit($0) },
    { _ = try KMeans(k: 2, threads: .max).fit($0) },
    { _ = try MiniBatchKMeans(k: 2, batchSize: .max).fit($0) },
    { _ = try BisectingKMeans(k: 2, restarts: .max).fit($0) },
    { _ = try KMedoids(k: .max).fit($0) },
    { _ = try GaussianMixture(k: 2, restarts: .max).fit($0) },
    { _ = try GaussianMixture(k: 2, restarts: 3, maxIterations: .max).fit($0) },
    { _ = try DBSCAN(eps: 1, minSamples: .max).fit($0) },
    { _ = try OPTICS(minSamples: .max).fit($0) },
    { _ = try HDBSCAN(minClusterSize: .max).fit($0) },
    { _ = try HDBSCAN(minClusterSize: 5, minSamples: .max).fit($0) },
    { _ = try SpectralClustering(k: 2, affinity: .nearestNeighbors(.max)).fit($0) },
    { _ = try SpectralClustering(k: 2, maxRounds: .max).fit($0) },
    { _ = try MeanShift(bandwidth: 4, maxIterations: .max).fit($0) },
    { _ = try PCA(components: .max).fit($0) },
    { _ = try Tendency.hopkins($0, samples: .max) },
    { _ = try kDistanceCurve($0, k: .max) },
  ]

  @Test(arguments: fits.indices)
  func `the largest whole number is refused`(index: Int) throws {
    let points = try blobs(seed: 1)
    #expect(throws: ClusteringError.self) { try Self.fits[index](points) }
  }
}
